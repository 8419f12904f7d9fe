"""The documentation site: what its readers see."""

import re
from html import unescape

from generator.files import Files
from generator.formats import site
from generator.outputs import Nation, formats, summary_of
from generator.verdict import History, Source, Verdict
from schema.workspace import Workspace
from validate.examples import read_example

UNIT = "exempel/units/vc.html"
CASETYPE = "exempel/casetypes/kontakta-mig.html"
REGION = "exempel/index.html"
NO_HISTORY = History()
[SITE] = [format for format in formats() if format.folder == site.FOLDER]


def built(workspace: Workspace, history: History = NO_HISTORY) -> Files:
    counts = {"error": 0, "warning": 1, "advice": 0, "waived": 2, "old": 0}
    source = Source("0" * 40, False, history=history)
    trees = [tree for tree in workspace.regions.values() if tree.region is not None]
    files: Files = {}
    for tree in trees:
        files |= SITE.build(tree, Verdict(source, counts, (), ()))
    summaries = [summary_of(tree) for tree in trees]
    return files | site.build_nation(Nation(workspace.templates, workspace.as_of, source, summaries))


def example(text: str) -> Files:
    return built(read_example(text).workspace)


def shown(data: bytes) -> str:
    """What a reader sees of a page, with a blank between the elements and nothing of what is folded."""
    text = re.sub(r"(?s)<head>.*?</head>", " ", data.decode())
    text = re.sub(r"(?s)(<summary>.*?</summary>).*?</details>", r"\1", text)
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]*>", " ", text)))


def read(data: bytes) -> str:
    """All text of a page, folded or not."""
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]*>", " ", data.decode())))


FIVE_POINTS = """
-- casetypes/kontakta-mig.yaml --
extends: kontakta-mig
terms: kontakt
-- terms/kontakt.yaml --
layout: points
status: approved
approved: {on: 2026-03-01, by: redaktionen}
version: 2
change: editorial
points:
  - {id: ett, text: "Punkt ett om {enhet} i {kommun}."}
  - {id: tva, text: "Punkt två, svar inom {svarstid}."}
  - {id: tre, text: Punkt tre.}
  - {id: fyra, text: "Punkt fyra, ring {telefon}."}
-- units/vc.yaml --
casetypes:
  kontakta-mig:
    values: {telefon: 031-390 06 09}
    extra_points:
      - {id: fem, text: Punkt fem.}
"""


def test_point_one_stands_under_the_name_and_two_and_three_in_the_box_and_the_rest_is_folded() -> None:
    page = example(FIVE_POINTS)[CASETYPE].decode()
    start = page.index('id="villkorstext"')
    lead, box = page[start : page.index("</section>", start)].split('<div class="ruta">')
    seen, folded = box.split("<summary>Visa fullständig information</summary>")
    folded = folded.split("</details>")[0]
    assert re.findall(r"Punkt \w+", lead) == ["Punkt ett"]
    assert re.findall(r"Punkt \w+", seen) == ["Punkt två", "Punkt tre"]
    assert re.findall(r"Punkt \w+", folded) == ["Punkt fyra"]


def test_a_units_page_leads_to_the_texts_that_residents_meet_and_repeats_none() -> None:
    files = example(FIVE_POINTS)
    page = files[UNIT].decode()
    assert "Punkt" not in page
    assert '<a href="../terms/kontakt.html">kontakt, version 2</a>' in page
    assert (
        '<details class="förhandsvisning" data-preview="kontakta-mig/vc"><summary>Så möter invånaren ärendet</summary>'
        '<p><a href="../preview.html#kontakta-mig/vc">Öppna förhandsvisningen</a></p></details>'
    ) in page


def test_a_case_types_texts_have_their_placeholders_marked() -> None:
    page = example(FIVE_POINTS)[CASETYPE].decode()
    assert 'Punkt två, svar inom <span class="platshållare">{svarstid}</span>.' in page
    assert "Version 2, godkänd 1 mars 2026 av redaktionen, språklig ändring." in page


def test_every_value_tells_the_layer_and_the_file_that_gave_it() -> None:
    text = read(example(FIVE_POINTS)[UNIT])
    assert "Det som mottagningen har ändrat står i units/vc.yaml ." in text
    given = text[text.index("Ändrat här:") : text.index("Det som mottagningen har ändrat")]
    assert given.strip() == (
        "Ändrat här: Extra punkter: 1; {telefon} : 031-390 06 09 "
        "Så möter invånaren ärendet Öppna förhandsvisningen "
        "Varifrån uppgifterna kommer "
        "Nationell mall casetype_templates/kontakta-mig.yaml Namn: Kontakta mig Formulär: 1 fråga "
        "Region region.yaml Svarstid: inom två arbetsdagar "
        "Ärendetyp casetypes/kontakta-mig.yaml Villkorstext: kontakt, version 2"
    )


BOOKING = """
-- casetypes/boka-tid.yaml --
name: Boka tid
kind: booking
category: Tidbokning
functions: [book, cancel]
terms: boka
-- terms/boka.yaml --
layout: booking
status: approved
approved: {on: 2026-03-01, by: redaktionen}
version: 1
unit_text: "SEXTONHär börjar resten."
concerns: Ett besök.
information_to_unit: Varför bokar du?
conditions: Jag avbokar i tid.
-- units/vc.yaml --
casetypes: {boka-tid: {}}
"""


def test_a_bookings_text_shows_its_first_300_characters_and_the_box_to_tick() -> None:
    page = example(BOOKING.replace("SEXTON", "Mottagningens ord. " * 16))["exempel/casetypes/boka-tid.html"]
    assert shown(page).count("Mottagningens ord.") == 15
    assert ("Här börjar resten." in shown(page), "Här börjar resten." in read(page)) == (False, True)
    assert "Bokningen avser Ett besök. Information till vården Varför bokar du?" in shown(page)
    box = r'<input type="checkbox" id="(villkor-[^"]+)"[^>]*><label for="\1">Jag avbokar i tid.</label>'
    assert len(re.findall(box, page.decode())) == 1


DECISION = """
-- basutbud.yaml --
- id: exempel
  title: Exempelbeslutet
  decided: {by: Nämnden, on: 2026-01-15, reference: EX 1}
  valid: {from: 2026-02-01}
  require:
    - {casetype: kontakta-mig, when: {offers: calls-back}}
    - {casetype: kontakta-mig, when: {offers: prescribes}, name: Förnya recept}
    - {casetype: [egenremiss], name: Egenremiss}
    - {casetype: intyg, name: Begära intyg}
  recommend:
    - {casetype: radgivning, name: Rådgivning}
- id: gammalt
  title: Det gamla beslutet
  decided: {by: Nämnden, on: 2015-01-15, reference: EX 0}
  valid: {from: 2015-02-01, to: 2026-01-31}
-- waivers.yaml --
- {rule: required-casetype-missing, unit: vc, casetype: egenremiss, reason: Byte, owner: Chefen, ticket: "1", last_day: 2027-03-31}
- {rule: required-casetype-missing, unit: vc, casetype: intyg, reason: Byte, owner: Chefen, ticket: "2", last_day: 2026-05-31}
"""  # noqa: E501


def test_a_unit_sees_how_it_stands_to_each_row_of_the_decisions_that_bind_it() -> None:
    page = example(DECISION)[UNIT].decode()
    section = page[page.index('<section aria-labelledby="basutbud">') :]
    rows = re.findall(r'<tr><th scope="row">(.*?)</th>.*?<span class="märke[^>]*>(.*?)</span>', section)
    assert rows == [
        ("Kontakta mig", "Uppfyllt"),
        ("Förnya recept", "Gäller inte"),
        ("Egenremiss", "Undantag till och med 31 mars 2027"),
        ("Begära intyg", "Saknas"),
        ("Rådgivning", "Saknas"),
    ]


def test_a_unit_tells_at_the_top_what_is_missing() -> None:
    text = shown(example(DECISION)[UNIT])
    top = text[text.index("Det här saknas") : text.index("Se varje krav")]
    assert top.strip() == (
        "Det här saknas Saknas Begära intyg Egenremiss Undantag till och med 31 mars 2027 "
        "Rekommenderas också: Rådgivning."
    )


def test_a_unit_tells_at_the_top_what_residents_can_do_and_how_fast_the_answer_is() -> None:
    text = shown(example("")[UNIT])
    top = text[text.index("I korthet") : text.index("Det här saknas")]
    assert top.strip() == (
        "I korthet Det här kan invånare göra Kontakta mig Så snabbt kommer svaret Inom två arbetsdagar"
    )


def test_a_region_tells_which_decisions_are_in_force_and_which_waivers_still_hold() -> None:
    text = read(example(DECISION)[REGION])
    assert "Exempelbeslutet Gäller Beslutat av Nämnden, 15 januari 2026, EX 1" in text
    assert "Det gamla beslutet Gällde till och med 31 januari 2026" in text
    assert (
        "Påhittade vårdcentralen egenremiss Ärendetyp i basutbudet saknas Byte Chefen 1 Sista dag 31 mars 2027" in text
    )
    assert "31 maj 2026" not in text


def test_a_promise_without_a_source_is_marked() -> None:
    files = example("-- region.yaml --\npromise: {answer_within: 2 working days, illustrative: true}\n")
    text = read(files[REGION])
    assert "Invånaren får svar inom två arbetsdagar Exempel utan källa" in text


def test_case_types_stand_by_sort_order_and_then_by_name() -> None:
    files = example(
        """
== units/vc.yaml ==
hsa_id: SE2321000115-PAHITT0001
name: Påhittade vårdcentralen
status: active
business_type: vardcentral
care_level: primary
governed_by: forvaltning
municipality: "1380"
phone: 031-390 06 00
casetypes:
  a: {local: {extends: kontakta-mig, name: Östra}}
  b: {local: {extends: kontakta-mig, name: Åldersfrågor}}
  c: {local: {extends: kontakta-mig, name: Zoner}, active: false}
  d: {local: {extends: kontakta-mig, name: Sist}, sort_order: 20}
  e: {local: {extends: kontakta-mig, name: Först}, sort_order: 9}
"""
    )
    headings = re.findall(r'<h3><a [^>]*>(\S+)</a>(?: <span class="märke">([^<]+)</span>)?</h3>', files[UNIT].decode())
    assert headings == [
        ("Först", ""),
        ("Sist", ""),
        ("Zoner", "Inte aktiv"),
        ("Åldersfrågor", ""),
        ("Östra", ""),
    ]
    assert "exempel/casetypes/e@vc.html" in files
