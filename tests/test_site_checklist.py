"""Checklists of units that open or close: each tick follows the configuration, and tells no more than that does."""

import pytest
from test_site import DECISION, REGION, example, read
from test_site_unit import LIST, OTHER_UNIT, other, steps

OPEN = "Betjäningsområdet är öppet"
SHUT = "Betjäningsområdet är stängt"
DUTIES = "Det som basutbudet kräver finns"
ANSWERS = "Mottagningens egna standardsvar till de centrala ärendetyperna är skrivna"
TAKNING = "Takningen av tidboken är beställd och klar"
CENTRAL = """
-- casetypes/ring-mig.yaml --
extends: kontakta-mig
name: Ring mig
governance: central
"""
FORBIDDING = """
-- basutbud.yaml --
- id: exempel
  title: Exempelbeslutet
  decided: {by: Nämnden, on: 2026-01-15, reference: EX 1}
  valid: {from: 2026-02-01}
  forbid: [{casetype: kontakta-mig}]
"""
REQUIRING = FORBIDDING.replace("forbid:", "require:")
WAIVER = """
-- waivers.yaml --
- rule: required-casetype-missing
  unit: annan
  reason: Ingen läkare än.
  owner: verksamhetschefen
  ticket: EX 2
  last_day: 2026-12-31
"""


def state(status: str, title: str, more: str = "", files: str = "") -> str:
    found = steps(other(status, more, files)[OTHER_UNIT])
    return found[title][0] if title in found else ""


SHARED = "-- region.yaml --\ndefaults: {service_area: [{region: whole-country}]}\n"


@pytest.mark.parametrize(
    ("status", "title", "settings", "expected"),
    [
        ("planned", OPEN, "{}", "Kan inte ses här"),
        ("planned", OPEN, "{service_area: [{region: whole-country}]}", "Klart"),
        ("planned", OPEN, "{service_area: []}", "Kvar"),
        ("planned", OPEN, "{service_area: [], approve_residents: true}", "Klart"),
        ("closing", SHUT, "{}", "Kvar"),
        ("closing", SHUT, "{service_area: []}", "Klart"),
        ("inactive", SHUT, "{}", "Kan inte ses här"),
        ("inactive", SHUT, "{service_area: []}", "Klart"),
        ("inactive", SHUT, "{service_area: [{region: whole-country}]}", "Kvar"),
        ("inactive", SHUT, "{approve_residents: true}", "Kvar"),
    ],
)
def test_an_area_that_all_units_share_does_not_tell_whether_this_one_is_open(
    status: str, title: str, settings: str, expected: str
) -> None:
    assert state(status, title, f"settings: {settings}", SHARED) == expected


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("", ""),
        ("booking: {journal_system: Exempeljournal, takning: not-ordered}", ""),
        ("booking: {journal_system: Exempeljournal, takning: not-ordered}\noffers: [direct-booking]", "Kvar"),
        ("offers: [direct-booking]", "Kvar"),
        ("booking: {journal_system: Exempeljournal, takning: ordered}", "Kvar"),
        ("booking: {journal_system: Exempeljournal, takning: done}", "Klart"),
    ],
)
def test_takning_is_a_step_for_a_unit_that_is_to_have_booking(more: str, expected: str) -> None:
    assert state("planned", TAKNING, more) == expected


def test_ready_answers_of_the_unit_s_own_are_a_step_where_there_are_central_case_types() -> None:
    answers = "standard_answers: [{id: ja, text: Ja tack.}]"
    assert state("planned", ANSWERS) == ""
    assert state("planned", ANSWERS, "casetypes: {ring-mig: {}}", CENTRAL) == "Kan inte ses här"
    assert state("planned", ANSWERS, f"casetypes: {{ring-mig: {{{answers}}}}}", CENTRAL) == "Klart"


def duties(casetypes: str, files: str) -> tuple[str, str]:
    return steps(other("planned", f"casetypes: {casetypes}", files)[OTHER_UNIT])[DUTIES]


def test_what_is_forbidden_or_waived_is_not_said_to_be_missing_or_fulfilled() -> None:
    assert duties("{kontakta-mig: {}}", FORBIDDING) == ("Kvar", "Får inte finnas: Kontakta mig.")
    assert duties("{}", FORBIDDING) == ("Klart", "Allt i Exempelbeslutet är uppfyllt.")
    assert duties("{}", REQUIRING) == ("Kvar", "Kvar: Kontakta mig.")
    waived = duties("{}", REQUIRING + WAIVER)
    assert waived == ("Klart", "Allt annat i Exempelbeslutet är uppfyllt. Undantag: Kontakta mig.")
    nothing = duties("{}", FORBIDDING.replace("forbid:", "recommend:"))
    assert nothing == ("Klart", "Inget beslut kommer att kräva något av mottagningen.")


def test_a_case_type_that_is_there_in_spite_of_a_ban_is_not_said_to_be_missing() -> None:
    files = example(FORBIDDING + "-- units/vc.yaml --\ncasetypes: {kontakta-mig: {}}\n")
    assert "1 finns trots förbud" in read(files[LIST])
    assert "0 av 1 krav är uppfyllda, 1 finns trots förbud" in read(files["index.html"])
    for path in (LIST, "index.html", REGION):
        assert "1 saknas" not in read(files[path])


def test_a_decision_that_only_recommends_is_not_said_to_be_fulfilled() -> None:
    text = read(example(FORBIDDING.replace("forbid:", "recommend:"))["index.html"])
    assert "Exempelbeslutet Rekommenderar, men kräver inget" in text
    elsewhere = read(example(REQUIRING.replace("{casetype: kontakta-mig}", NEVER))["index.html"])
    assert "Inget krav berör någon mottagning" in elsewhere
    assert "Alla krav är uppfyllda" not in text + elsewhere
    assert "1 av 3 krav är uppfyllda" in read(example(DECISION)["index.html"])


NEVER = "{casetype: kontakta-mig, when: {offers: prescribes}}"
