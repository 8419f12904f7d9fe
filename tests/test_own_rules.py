"""A region's own rules: what they find, how they are weighed, what is wrong with them, and how long they take."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from nations import DAY, invoke, lay, nation

from schema.reading.positions import locate
from schema.workspace import Workspace
from validate.diagnostic import Diagnostic
from validate.examples import read_example
from validate.own_rules import OWN, own_rules_in
from validate.rulebook import book_of, rules
from validate.run import run
from validate.wording.wordings import Wordings, is_too_general

OWN_RULE = """
- id: {id}
  severity: warning
  {demand}
  title: Skriv mottagning
  message: Skriv {{mottagning}} i stället för klinik.
  reason: Invånaren letar efter ordet mottagning.
  source: Påhittad riktlinje
  examples: {{right: [{right}], wrong: [{wrong}]}}
"""
FORBID = "forbid: [klinik, kliniken*]"
TERMS = """
-- terms/eget.yaml --
layout: points
status: approved
approved: {on: 2026-03-01, by: redaktionen}
version: 1
points:
  - id: om
    text: Här kan du be {enhet} ringa.
  - id: svarstid
    text: >-
      Du får svar inom
      {svarstid}. %s
-- casetypes/ring-mig.yaml --
extends: kontakta-mig
name: Ring mig
terms: eget
-- units/vc.yaml --
casetypes: {ring-mig: {}}
"""
KNOWS_CAPITALS = [
    ("bup", "Ring Bup, BUP eller bup.", ["Bup", "BUP", "bup"]),
    ("BUP", "Ring Bup, BUP eller bup.", ["BUP"]),
    ("Mina sidor", "Mina sidor, mina sidor", ["Mina sidor"]),
]


def _own(
    demand: str = FORBID, id: str = "skriv-mottagning", right: str = "Ring oss", wrong: str = "Ring kliniken"
) -> str:
    return OWN_RULE.format(demand=demand, id=id, right=right, wrong=wrong)


def _rules(*own: str) -> str:
    return "-- rules.yaml --" + "".join(own)


def _found(text: str) -> list[tuple[str, str, str, str]]:
    """Each finding that stands, as its rule, severity, file within the region, and the letters it points at."""
    workspace = read_example(text).workspace
    return [
        (found.rule, found.severity, found.at.file.removeprefix("regions/exempel/"), _pointed_at(workspace, found))
        for found in run(workspace, rules())
        if found.exemption is None
    ]


def _pointed_at(workspace: Workspace, found: Diagnostic) -> str:
    data = workspace.files[found.at.file]
    span = locate(data, found.at)
    lines = data.decode().splitlines()
    if span.line == span.end_line:
        return lines[span.line - 1][span.column - 1 : span.end_column - 1]
    return " / ".join(
        [lines[span.line - 1][span.column - 1 :], lines[span.end_line - 1][: span.end_column - 1].strip()]
    )


@pytest.mark.parametrize(
    ("wording", "text", "expected"),
    [
        ("klinik", "Ring en klinik, inte kliniken eller tandklinik.", ["klinik"]),
        ("klinik*", "Klinik, kliniken och klinikens, tandklinik.", ["Klinik", "kliniken", "klinikens"]),
        ("*klinik", "Klinik, tandklinik och BUP-klinik, kliniken.", ["Klinik", "tandklinik", "BUP-klinik"]),
        ("post", "Skicka e-post eller post.", ["post"]),
        ("e-post", "Skicka e-post, eller e - post.", ["e-post"]),
        ("ring 112", "Ring 112, ring\n  112 och ring112.", ["Ring 112", "ring\n  112"]),
        ("ring 112", "ring\u00a0112", ["ring\u00a0112"]),
        ("e-post*", "Skicka e\u2011posten.", ["e\u2011posten"]),
        ("bup\u2019s", "Ring bup's", ["bup's"]),
        ("1177.se", "Gå till 1177.se. Ring 1177. Se", ["1177.se"]),
        ("1177", "Gå till 1177.se, ring 1177", ["1177", "1177"]),
        ("{telefon}", "Ring {telefon} på telefon", ["{telefon}"]),
        ("telefon", "Ring {telefon} på telefon", ["telefon"]),
        ("SMS*", "Ett SMS, SMS:et och sms", ["SMS", "SMS:et"]),
        ("och/eller", "Ring och/eller skriv", ["och/eller"]),
        ("förnya* recept*", "Förnyade recepten. Förnya ditt recept.", ["Förnyade recepten"]),
        ("ring ring", "ring ring ring ring", ["ring ring", "ring ring"]),
        ("klinik*", f"klinik{'a' * 60}", []),
        *KNOWS_CAPITALS,
    ],
)
def test_a_wording_is_found_as_whole_words(wording: str, text: str, expected: list[str]) -> None:
    found = Wordings([("a", wording)]).find(text)
    assert expected == [text[start:end] for _, start, end in found]


def test_of_one_rule_s_wordings_that_overlap_the_longest_is_found() -> None:
    wordings = Wordings([("a", "ring"), ("a", "ring 112"), ("b", "112")])
    assert list(wordings.find("ring 112")) == [("a", 0, 8), ("b", 5, 8)]


@pytest.mark.parametrize(
    ("wording", "expected"),
    [("a", True), ("1", True), ("ab", False), ("ab*", True), ("*ab", True), ("abc*", False), ("a b", False),
     ("ring ab*", True), ("--", True), ("112", False)],
)  # fmt: skip
def test_a_wording_needs_some_letters(wording: str, expected: bool) -> None:
    assert expected == is_too_general(wording)


def test_what_is_forbidden_is_found_in_every_text_for_residents() -> None:
    text = """
-- casetypes/kontakta-mig.yaml --
extends: kontakta-mig
name: Kontakta kliniken
internal_name: Kontakta kliniken, intern
description: Kliniken ringer.
form:
  - {id: a, question: Varför söker du kliniken?, help: Kliniken frågar., type: choice, options: [{id: b, text: Klinik}]}
standard_answers:
  - {id: c, text: Klinikens svar.}
source: Kliniken
-- units/vc.yaml --
settings:
  information: >-
    Välkommen till
    kliniken.
"""
    found = [(file, letters) for rule, _, file, letters in _found(text + _rules(_own())) if rule == "skriv-mottagning"]
    assert sorted(found) == [
        ("casetypes/kontakta-mig.yaml", "Klinik"),
        ("casetypes/kontakta-mig.yaml", "Kliniken"),
        ("casetypes/kontakta-mig.yaml", "Kliniken"),
        ("casetypes/kontakta-mig.yaml", "Klinikens"),
        ("casetypes/kontakta-mig.yaml", "kliniken"),
        ("casetypes/kontakta-mig.yaml", "kliniken"),
        ("units/vc.yaml", "kliniken"),
    ]


def test_a_rule_is_about_the_fields_and_case_types_that_it_names() -> None:
    demand = f"{FORBID}\n  fields: [terms, description]\n  casetypes: %s"
    text = (
        TERMS % "Kliniken ringer." + "== casetypes/kontakta-oss.yaml ==\nextends: kontakta-mig\ndescription: Klinik\n"
    )
    found = {
        casetype: [(file, letters) for rule, _, file, letters in _found(text + _rules(_own(demand % casetype)))]
        for casetype in ("ring-mig", "kontakta-oss", "kontakta-mig")
    }
    assert found == {
        "ring-mig": [("terms/eget.yaml", "Kliniken")],
        "kontakta-oss": [("casetypes/kontakta-oss.yaml", "Klinik")],
        # Both build on it.
        "kontakta-mig": [("casetypes/kontakta-oss.yaml", "Klinik"), ("terms/eget.yaml", "Kliniken")],
    }


def test_a_case_type_that_a_rule_names_must_exist() -> None:
    assert _found(_rules(_own(f"{FORBID}\n  casetypes: kontakta-mej"))) == [
        ("unknown-casetype", "error", "rules.yaml", "kontakta-mej")
    ]


@pytest.mark.parametrize(("ending", "expected"), [("Ring 112.", []), ("Ring oss.", [("terms/eget.yaml", "points")])])
def test_what_is_required_may_stand_anywhere_in_a_terms_text(ending: str, expected: list[tuple[str, str]]) -> None:
    own = _own("require: [ring 112, ring 1177]\n  fields: terms", "akut", "Ring 1177 nu", "Ring oss")
    assert expected == [(file, letters) for rule, _, file, letters in _found(TERMS % ending + _rules(own))]


def test_what_is_required_of_other_texts_must_stand_in_each() -> None:
    own = _own("require: ring\n  fields: information", "ring", "Ring oss", "Skriv till oss")
    text = "-- units/vc.yaml --\nsettings: {information: Ring oss., opening_hours: Dygnet runt}\n"
    assert _found(text + _rules(own)) == [("ring", "warning", "units/vc.yaml", "Dygnet runt")]


def _said(text: str) -> Iterator[tuple[str, str]]:
    workspace = read_example(text).workspace
    book = book_of(own_rules_in(workspace.files))
    for found in run(workspace, rules()):
        yield found.message(book[found.rule], "sv"), found.advice(book[found.rule], "en")


def test_the_message_is_the_region_s_and_the_advice_names_the_wording() -> None:
    text = "-- units/vc.yaml --\nsettings: {information: Ring Kliniken.}\n"
    replacing = _own("replace: {wording: klinik*, by: mottagningen}", "hellre")
    assert list(_said(text + _rules(_own(), replacing))) == [
        ("Skriv {mottagning} i stället för klinik.", "Write instead “mottagningen”."),
        ("Skriv {mottagning} i stället för klinik.", "Write the text anew without “Kliniken”."),
    ]
    assert [found.replacement for found in run(read_example(text + _rules(_own(), replacing)).workspace, ())] == [
        None,
        None,
    ]


WAIVER = """
-- waivers.yaml --
- rule: skriv-mottagning
  unit: vc
  reason: Namnet ändras i höst.
  owner: Regional administratör
  ticket: EXEMPEL-0001
  last_day: 2026-08-31
"""
KLINIK = "-- units/vc.yaml --\nsettings: {information: Ring kliniken.}\n"
FOUND = ("skriv-mottagning", "warning", "units/vc.yaml", "kliniken")


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("", [FOUND]),
        ("-- region.yaml --\nrules: {skriv-mottagning: error}\n", [(FOUND[0], "error", *FOUND[2:])]),
        ("-- region.yaml --\nrules: {skriv-mottagning: advice}\n", [(FOUND[0], "advice", *FOUND[2:])]),
        ("-- region.yaml --\nrules: {skriv-mottagning: off}\n", []),
        ("-- region.yaml --\nerrors_from: {skriv-mottagning: 2026-05-01}\n", [(FOUND[0], "error", *FOUND[2:])]),
        ("-- region.yaml --\nerrors_from: {skriv-mottagning: 2026-07-01}\n", [FOUND]),
        (WAIVER, []),
        (WAIVER.replace("unit: vc", "casetype: kontakta-mig"),
         [FOUND, ("waiver-unused", "warning", "waivers.yaml", "skriv-mottagning")]),
    ],
)  # fmt: skip
def test_a_region_weighs_and_waives_its_own_rules_as_any(more: str, expected: list[tuple[str, ...]]) -> None:
    assert expected == _found(KLINIK + _rules(_own()) + more)


def test_a_rule_that_did_not_fit_its_model_is_no_unknown_rule() -> None:
    broken = _own("forbids: klinik").replace("severity: warning", "severity: warn")
    found = _found(_rules(broken) + "-- region.yaml --\nrules: {skriv-mottagning: error}\n")
    assert {"unknown-key", "unknown-choice"} == {rule for rule, *_ in found}


@pytest.mark.parametrize(
    ("own", "expected"),
    [
        (_own("forbid: klinik\n  require: ring"), [("own-rule-demand", "skriv-mottagning")]),
        (_own("fields: terms"), [("own-rule-demand", "skriv-mottagning")]),
        (_own("require: kliniken"), [("own-rule-demand", "skriv-mottagning")]),
        (_own("forbid: kl*"), [("own-rule-too-general", "kl*")]),
        (_own("replace: {wording: [kliniken, i], by: mottagning}"), [("own-rule-too-general", "i")]),
        (_own("forbid: klinik"), [("own-rule-example-fails", "Ring kliniken")]),
        (_own("forbid: [kliniken, ring]"), [("own-rule-example-fails", "Ring oss")]),
        (_own("require: Ring\n  fields: terms"), [("own-rule-example-fails", "Ring kliniken")]),
        (_own(id="legacy-brand"), [("own-rule-id-taken", "legacy-brand")]),
        (_own() + _own(), [("own-rule-id-taken", "skriv-mottagning")]),
        (_own("forbid: klini*ken"), [("wrong-value", "klini*ken")]),
        (_own('forbid: "*"'), [("wrong-value", "*")]),
        (_own('forbid: "*klinik*"'), [("wrong-value", "*klinik*")]),
        (_own("forbid: klinik-*"), [("wrong-value", "klinik-*")]),
        (_own(f"forbid: {'a' * 101}"), [("wrong-value", "a" * 101)]),
        (_own("forbid: []"), [("wrong-value", "[]")]),
    ],
)  # fmt: skip
def test_what_is_wrong_with_an_own_rule_is_told_once(own: str, expected: list[tuple[str, str]]) -> None:
    assert expected == [(rule, letters) for rule, _, _, letters in _found(_rules(own))]


def test_the_examples_of_an_own_rule_may_hold_any_placeholder() -> None:
    own = _own('require: "{telefon}"\n  fields: message', "telefon", '"Ring {telefon}"', "Ring oss")
    assert _found(_rules(own)) == []


def test_the_rules_of_several_regions_with_one_id_are_shown_together() -> None:
    files = nation("halland", "skane", text=_rules(_own()))
    [same] = own_rules_in(files)
    assert same.sv.message == "Skriv {{mottagning}} i stället för klinik."
    other = files["regions/skane/rules.yaml"].replace(b"Skriv mottagning", b"Annat namn")
    [both] = own_rules_in(files | {"regions/skane/rules.yaml": other.replace(b"warning", b"error")})
    assert (both.id, both.topic, both.severity) == ("skriv-mottagning", OWN, "error")
    assert both.sv.title == "Skriv mottagning / Annat namn"
    assert both.sv.message == same.sv.message
    assert both.of("halland").sv.title == "Skriv mottagning"
    assert (both.of("skane").sv.title, both.of("skane").severity) == ("Annat namn", "error")


def test_the_rules_are_listed_and_shown(tmp_path: Path) -> None:
    root = lay(tmp_path, nation("halland", text=_rules(_own())))
    assert "skriv-mottagning" in invoke("rule", "--root", root, "--lang", "sv").stdout.splitlines()[-1]
    page = invoke("rule", "skriv-mottagning", "--root", root, "--lang", "sv").stdout
    for text in ("Allvar: varning", "Påhittad riktlinje", "Invånaren letar", "    Ring kliniken", "    Ring oss"):
        assert text in page
    assert "# <--" not in page
    assert "Menade du skriv-mottagning?" in invoke("rule", "skriv-mottagninq", "--root", root, "--lang", "sv").stderr


def test_the_report_and_the_site_know_a_region_s_own_rules(tmp_path: Path) -> None:
    more = "-- region.yaml --\nrules: {skriv-mottagning: warning}\n"
    root = lay(tmp_path / "tree", nation("halland", text=KLINIK + _rules(_own()) + more + WAIVER))
    checked = invoke("check", "--root", root, "--as-of", DAY, "--lang", "sv")
    assert checked.exit_code == 0
    other = lay(tmp_path / "other", nation("halland", text=KLINIK + _rules(_own()) + more))
    told = invoke("check", "--root", other, "--as-of", DAY, "--lang", "sv").stdout
    assert "varning[skriv-mottagning] Skriv {mottagning} i stället för klinik." in told
    assert invoke("build", "--root", root, "--out", tmp_path / "out", "--as-of", DAY).exit_code == 0
    assert "Skriv mottagning" in (tmp_path / "out/site/halland/index.html").read_text(encoding="utf-8")


def _seconds(wordings: Wordings, text: str) -> float:
    start = time.perf_counter()
    for _ in wordings.find(text):
        pass
    return time.perf_counter() - start


@pytest.mark.parametrize("letters", ["ab ", "a", "a-", " ", "{", "{a", ".", "a\n", "kliniken "])
def test_a_text_of_a_megabyte_takes_as_long_as_its_length_says(letters: str) -> None:
    wordings = Wordings((str(number), f"klinik{number}* ring {number}") for number in range(10_000))
    assert _seconds(wordings, (letters * 1_048_576)[:1_048_576]) < 20


def test_a_joined_word_of_a_megabyte_takes_as_long_as_its_length_says() -> None:
    assert _seconds(Wordings([("a", "abc*")]), "a" + "-" * 1_048_576) < 20
