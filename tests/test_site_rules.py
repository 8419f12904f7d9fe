"""The rule book on the site: a list of all rules, a page for each, and what a region has chosen of them."""

import re
from datetime import date
from html import unescape

import pytest
from markupsafe import escape
from test_site import SITE, built, example, read

from generator.files import Files
from generator.formats import site
from generator.outputs import Nation
from generator.site.rulebook import TOPIC
from generator.site.wording.texts import visible
from generator.verdict import Source, Verdict
from validate.diagnostic import Exemption
from validate.examples import read_example, sections_of
from validate.manual import is_mended, manual_of, page
from validate.report import SEVERITIES
from validate.rule import Rule
from validate.rulebook import rules

NATION = site.build_nation(Nation({}, date(2026, 6, 1), Source(), ()))
CHOICES = "exempel/rules.html"

every_rule = pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.id)


def bare(html: str) -> str:
    """A text without elements and blanks."""
    return re.sub(r"\s+", "", unescape(re.sub(r"<[^>]*>", "", html)))


def code_in(data: bytes) -> list[str]:
    """The lines of the examples, as a reader sees them."""
    blocks = re.findall(r'(?s)<pre class="exempeltext"><code>(.*?)</code></pre>', data.decode())
    return [unescape(re.sub(r"<[^>]*>", "", line)) for block in blocks for line in block.split("\n")]


def test_every_topic_has_words() -> None:
    assert set(TOPIC) == {rule.topic for rule in rules()}


def test_the_list_has_every_rule_once_with_its_severity_under_its_topic() -> None:
    html = NATION["rules/index.html"].decode()
    for topic, title in TOPIC.items():
        section = html[html.index(f'<h2 id="{topic}">{title}</h2>') :].partition("</section>")[0]
        listed = re.findall(
            r'<a href="([^"]+)\.html">[^<]*</a></th><td><code>([^<]+)</code></td><td>(\w+)</td>', section
        )
        own = sorted((rule.id, rule.id, SEVERITIES["sv"][rule.severity]) for rule in rules() if rule.topic == topic)
        assert sorted(listed) == own


def test_the_list_says_which_rules_are_mandatory() -> None:
    html = NATION["rules/index.html"].decode()
    said = re.findall(r"<code>([^<]+)</code></td><td>\w+</td><td><span[^>]*>Tvingande: </span>(ja|nej)</td>", html)
    assert dict(said) == {rule.id: "ja" if rule.mandatory else "nej" for rule in rules()}


@every_rule
def test_a_rule_s_page_says_what_the_terminal_says(rule: Rule) -> None:
    text, words, manual = bare(NATION[f"rules/{rule.id}.html"].decode()), rule.sv, manual_of(rule, "sv")
    for said in (words.title, words.reason, manual.advice.text, manual.message.text, rule.source, rule.id):
        assert bare(str(escape(visible(said)))) in text
    assert page(rule, "sv").splitlines()[3] == f"Allvar: {_severity(rule)}"
    assert bare(_severity(rule).partition(", blir fel")[0]) in text
    assert ("Rättasmedbasutbudfix" in text) == is_mended(rule)


def _severity(rule: Rule) -> str:
    said = [SEVERITIES["sv"][rule.severity]]
    said += ["kan inte undantas eller mildras"] if rule.mandatory else []
    said += [f"blir fel {rule.error_from}"] if rule.error_from is not None else []
    return ", ".join(said)


@every_rule
def test_an_example_has_all_its_lines_and_a_visible_mark_where_the_rule_strikes(rule: Rule) -> None:
    data = NATION[f"rules/{rule.id}.html"]
    shown = code_in(data)
    sections = [*sections_of(rule.bad), *sections_of(rule.good)]
    lines = [(text, rules) for section in sections for text, rules in section.lines]
    assert len(shown) == len(lines)
    for line, (text, marks) in zip(shown, lines, strict=True):
        assert ("Här slår" in line) == bool(marks)
        assert "# <--" not in line
        assert text.isprintable() is False or line.startswith(text)
    headers = sum(bool(section.marks) for section in sections)
    assert data.decode().count("Här slår") == sum(bool(marks) for _, marks in lines) + headers


def test_a_rule_s_page_shows_what_the_report_says_of_the_example() -> None:
    text = read(NATION["rules/unknown-key.html"])
    assert "Nyckeln ”contact_pages” finns inte här. Menade du ”contact_page”?" in text
    assert "Gör så här: Rätta stavningen eller ta bort raden. Nycklar som finns här: hsa_id, name" in text


def test_a_rule_that_becomes_an_error_says_from_when() -> None:
    assert "blir fel 1 juli 2027" in read(NATION["rules/insecure-address.html"])


@pytest.mark.parametrize("rule", [rule for rule in rules() if rule.topic == "privacy"], ids=lambda rule: rule.id)
def test_what_a_report_says_repeats_no_number_of_a_person(rule: Rule) -> None:
    said = re.findall(r'(?s)<div class="ruta">(.*?)</div>', NATION[f"rules/{rule.id}.html"].decode())
    assert said
    assert [text for text in said if re.search(r"\d{6}-?\d{4}", text)] == []


CHOSEN = """
-- region.yaml --
rules: {readability: error, long-sentence: "off", required-casetype-missing: warning, unknown-one: advice}
errors_from: {abbreviation: 2027-01-01}
"""


def test_a_region_s_page_says_what_it_has_chosen_and_what_holds_otherwise() -> None:
    html = example(CHOSEN)[CHOICES].decode()
    rows = re.findall(r"<td><code>(.*?)</code></td><td>(.*?)</td><td>(.*?)</td></tr>", html)
    said = {id: (chosen, re.sub("<[^>]*>", "", otherwise)) for id, chosen, otherwise in rows}
    assert said == {
        "readability": ("Fel, stoppar bygget (strängare)", f"Annars: {_otherwise('readability')}"),
        "long-sentence": ("Avstängd", f"Annars: {_otherwise('long-sentence')}"),
        "required-casetype-missing": ("Varning (mildare)", "Annars: Fel"),
        "unknown-one": ("Råd", "Annars: Okänd regel"),
        "abbreviation": ("Fel från och med 1 januari 2027", f"Annars: {_otherwise('abbreviation')}"),
    }
    assert '<a href="../rules/readability.html">' in html
    assert "unknown-one.html" not in html


def _otherwise(id: str) -> str:
    return next(SEVERITIES["sv"][rule.severity].capitalize() for rule in rules() if rule.id == id)


def test_a_region_that_has_chosen_nothing_says_so() -> None:
    text = read(example("")[CHOICES])
    for said in (
        "Regionen har inte ändrat någon regel.",
        "Regionen har inga egna regler.",
        "Inget undantag gäller.",
        "Regionen har inga gamla fel.",
    ):
        assert said in text


OWN = """
-- region.yaml --
rules: {inte-patient: error}
-- rules.yaml --
- id: inte-patient
  severity: warning
  replace: {wording: [patient, "patient*"], by: du}
  fields: [terms, message]
  casetypes: kontakta-mig
  title: Patient i stället för du
  message: Skriv till den som läser, inte om {enhet}.
  reason: Texten handlar om läsaren.
  source: Exempel utan källa
  examples: {right: [Ta med legitimation.], wrong: [Patienten tar med legitimation.]}
"""


def test_a_region_s_own_rule_stands_with_its_wordings_and_examples() -> None:
    data = example(OWN)[CHOICES]
    text = read(data)
    assert 'id="regel-inte-patient"' in data.decode()
    assert '<a href="#regel-inte-patient">Patient i stället för du</a>' in data.decode()
    for said in (
        "Texten handlar om läsaren.",
        "Bör skrivas på ett annat sätt ”patient”, ”patient*”",
        "Skriv hellre ”du”",
        "Gäller texterna villkorstexter och meddelanden",
        "Gäller ärendetyperna Kontakta mig",
        "Källa Exempel utan källa",
        "Exempel på fel Patienten tar med legitimation.",
        "Exempel på rätt Ta med legitimation.",
    ):
        assert said in text


WAIVERS = """
-- waivers.yaml --
- {rule: long-sentence, unit: vc, reason: Senare, owner: Redaktör, ticket: EX-2, last_day: 2027-05-31}
- {rule: readability, unit: vc, casetype: kontakta-mig, reason: Nu, owner: Redaktör, ticket: EX-1, last_day: 2026-06-01}
- {rule: readability, unit: vc, reason: Över, owner: Redaktör, ticket: EX-0, last_day: 2026-05-31}
"""


def test_waivers_in_force_stand_by_their_last_day_with_what_they_cover() -> None:
    workspace = read_example(WAIVERS).workspace
    [tree] = workspace.regions.values()
    last = tree.waivers[1]
    covered = Exemption(last.place, last.rule, last.reason, last.owner, last.ticket, "2026-06-01")
    verdict = Verdict(Source(), {"error": 0, "warning": 0, "advice": 0, "waived": 2, "old": 0}, ((covered, 2),), ())
    html = SITE.build(tree, verdict)[CHOICES].decode()
    tickets = re.findall(r"EX-\d", html)
    assert tickets == ["EX-1", "EX-2"]
    first, second = re.findall(r"(?s)<tr><th scope=\"row\">.*?</tr>", html)
    assert 'href="units/vc.html"' in first
    assert 'href="casetypes/kontakta-mig.html">Kontakta mig</a>' in first
    assert ("Täcker 2 fynd" in first, "1 juni 2026" in first) == (True, True)
    assert ("Täcker inga fynd" in second, "31 maj 2027" in second) == (True, True)


BASELINE = """
-- baseline.yaml --
- {rule: long-sentence, object: "units/vc.yaml#settings/information", value: 0123456789abcdef}
- {rule: long-sentence, object: "terms/borta.yaml#points/om/text", value: 0123456789abcdef, times: 2}
- {rule: readability, object: units/vc.yaml, value: 0123456789abcdef}
"""


def test_old_findings_stand_one_by_one_under_their_rules() -> None:
    data = example(BASELINE)[CHOICES]
    html, text = data.decode(), read(data)
    assert "Regionen har 4 gamla fynd från tiden" in text
    counted = re.findall(r'<h3><a href="\.\./rules/([\w-]+)\.html">[^<]*</a> \((\d+)\)</h3>', html)
    assert sorted(counted) == [("long-sentence", "3"), ("readability", "1")]
    assert '<li><a href="units/vc.html">units/vc.yaml</a> <code>settings/information</code></li>' in html
    assert '<li>terms/borta.yaml <code>points/om/text</code> <span class="dov">2 gånger</span></li>' in html


def test_the_rule_book_is_the_same_whatever_the_configuration() -> None:
    def book(files: Files) -> Files:
        return {path: data for path, data in files.items() if path.startswith("rules/")}

    assert book(built(read_example(OWN).workspace)) == book(NATION)
