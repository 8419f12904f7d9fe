"""What decisions say together: contradictions, differing promises, gaps, and demands that nobody can meet."""

from datetime import date

import pytest

from schema.load import load
from schema.reading.positions import locate
from validate.examples import read_example
from validate.rulebook import rules
from validate.run import run

TEMPLATE = """
-- casetype_templates/fornya-recept.yaml --
name: Förnya recept
kind: form
category: Recept
needs: prescribes
form:
  - {id: medicin, question: Vad heter medicinen?, type: text}
"""


def decision(id: str, valid: str, *lines: str) -> str:
    head = f"""
- id: {id}
  title: "Exempel: {id}"
  decided: {{by: "Exempel, inget verkligt beslut", on: 2026-01-15, reference: Exempel 2026-1}}
  valid: {valid}
  illustrative: true
"""
    return head + "".join(f"  {line}\n" for line in lines)


def found(text: str, day: date | None = None) -> list[tuple[str, int, tuple[str, ...]]]:
    """The findings in the decisions, and elsewhere, with the line and the units concerned."""
    files = read_example(text).workspace.files
    diagnostics = run(load(files, day or date(2026, 6, 1)), rules())
    return [(d.rule, locate(files.get(d.at.file, b""), d.at).line, d.affected) for d in diagnostics]


def ids(text: str, day: date | None = None) -> list[str]:
    return [rule for rule, _, _ in found(text, day)]


REQUIRES = decision("ett", "{from: 2026-02-01}", "require: [{casetype: kontakta-mig}]")
FORBIDS = decision("tva", "{from: 2027-01-01}", "forbid: [{casetype: kontakta-mig}]")


def test_what_one_decision_forbids_and_another_demands_is_told_of_once() -> None:
    text = f"-- basutbud.yaml --{REQUIRES}{FORBIDS}"
    assert ids(text) == ids(text, date(2027, 2, 1)) == ["decisions-contradict"]
    inactive = f"{text}-- units/vc.yaml --\ncasetypes: {{kontakta-mig: {{active: false}}}}\n"
    assert "required-casetype-missing" not in ids(inactive, date(2027, 2, 1))


@pytest.mark.parametrize(
    "other",
    [
        decision("tva", "{from: 2027-01-01}", "forbid: [{casetype: kontakta-mig, when: {business_type: bvc}}]"),
        decision("tva", "{from: 2025-01-01, to: 2026-01-31}", "forbid: [{casetype: kontakta-mig}]"),
        decision(
            "tva", "{from: 2027-01-01}", "applies_to: {not: {offers: calls-back}}", "forbid: [{casetype: kontakta-mig}]"
        ),
    ],
    ids=["other units", "another time", "another selection"],
)
def test_decisions_that_never_meet_do_not_contradict_each_other(other: str) -> None:
    assert "decisions-contradict" not in ids(f"-- basutbud.yaml --{REQUIRES}{other}")


def test_an_alternative_that_nobody_forbids_is_enough() -> None:
    either = decision("ett", "{from: 2026-02-01}", "require: [{casetype: [kontakta-mig, fornya-recept]}]")
    assert "decisions-contradict" not in ids(f"-- basutbud.yaml --{either}{FORBIDS}{TEMPLATE}")


DEMANDS_RECIPES = decision("ett", "{from: 2026-02-01}", "require:", "  - casetype: fornya-recept")


def test_a_demand_that_nobody_can_meet_stands_at_the_decision_and_not_at_the_units() -> None:
    assert ids(f"-- basutbud.yaml --{DEMANDS_RECIPES}{TEMPLATE}") == ["duty-nobody-can-meet"]


@pytest.mark.parametrize(
    "change",
    [
        "-- units/vc.yaml --\noffers: [calls-back, prescribes]\n",
        "-- casetypes/fornya-recept.yaml --\nextends: fornya-recept\nneeds: calls-back\n",
        "-- casetypes/recept.yaml --\nextends: fornya-recept\nneeds: calls-back\n",
    ],
    ids=["the unit does it", "the region's needs less", "another extension needs less"],
)
def test_what_somebody_can_meet_is_lacking_at_the_unit(change: str) -> None:
    assert "required-casetype-missing" in ids(f"-- basutbud.yaml --{DEMANDS_RECIPES}{TEMPLATE}{change}")


@pytest.mark.parametrize(
    "change",
    [
        "-- casetype_templates/fornya-recept.yaml --\nkind: frm\n",
        "-- units/bvc.yaml --\nname: Påhittade BVC\n",
        "-- casetypes/recept.yaml --\nextends:\n",
    ],
    ids=["template", "unit", "case type"],
)
def test_nothing_is_beyond_reach_where_a_file_could_not_be_read(change: str) -> None:
    assert "duty-nobody-can-meet" not in ids(f"-- basutbud.yaml --{DEMANDS_RECIPES}{TEMPLATE}{change}")


def test_a_row_for_units_that_are_none_is_met_by_all() -> None:
    row = decision("ett", "{from: 2026-02-01}", "require: [{casetype: fornya-recept, when: {offers: prescribes}}]")
    assert ids(f"-- basutbud.yaml --{row}{TEMPLATE}") == []


def _promises(one: str, other: str, *lines: str) -> list[str]:
    first = decision("ett", "{from: 2026-02-01}", f"promise: {{answer_within: {one}}}")
    second = decision("tva", "{from: 2026-02-01}", f"promise: {{answer_within: {other}}}", *lines)
    shortest = "-- region.yaml --\npromise: {answer_within: same working day}\n"
    return ids(f"{shortest}-- basutbud.yaml --{first}{second}")


def test_decisions_with_one_promise_or_for_different_units_agree() -> None:
    assert _promises("2 working days", "2 working days") == []
    assert "decisions-promise-differently" not in _promises(
        "2 working days", "3 days", "applies_to: {business_type: bvc}"
    )
    assert _promises("2 working days", "3 working days") == ["decisions-promise-differently"]


def test_the_milder_promise_is_pointed_at_wherever_it_stands() -> None:
    head = "-- region.yaml --\npromise: {answer_within: same working day}\n-- basutbud.yaml --"
    mild = decision("mild", "{from: 2026-02-01}", "promise: {answer_within: 5 working days}")
    strict = decision("strikt", "{from: 2026-02-01}", "promise: {answer_within: 1 working day}")
    assert found(f"{head}{mild}{strict}") == [("decisions-promise-differently", 6, ("vc",))]
    assert found(f"{head}{strict}{mild}") == [("decisions-promise-differently", 13, ("vc",))]


ENDS = decision("ett", "{from: 2026-02-01, to: 2026-06-30}", "require: [{casetype: kontakta-mig}]")


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 3, 1), []),
        (date(2026, 4, 1), ["decision-gap"]),
        (date(2026, 6, 30), ["decision-gap"]),
        (date(2026, 7, 1), ["decision-gap"]),
        (date(2027, 7, 1), ["decision-gap"]),
    ],
)
def test_a_gap_is_told_of_three_months_ahead_and_for_as_long_as_it_is_there(day: date, expected: list[str]) -> None:
    assert expected == ids(f"-- basutbud.yaml --{ENDS}", day)


@pytest.mark.parametrize(
    ("other", "day", "expected"),
    [
        (decision("tva", "{from: 2026-07-01}", "require: [{casetype: kontakta-mig}]"), date(2026, 6, 1), []),
        (decision("tva", "{from: 2025-07-01}", "promise: {answer_within: 2 days}"), date(2026, 6, 1), []),
        (decision("tva", "{from: 2026-07-01}", "recommend: [{casetype: kontakta-mig}]"), date(2026, 6, 1), ["x"]),
        (decision("tva", "{from: 2026-08-01}", "require: [{casetype: kontakta-mig}]"), date(2026, 6, 1), ["x"]),
        (decision("tva", "{from: 2026-08-01}", "require: [{casetype: kontakta-mig}]"), date(2026, 9, 1), []),
    ],
    ids=["the day after", "one before", "one that only recommends", "a month later", "long since"],
)
def test_a_decision_that_asks_for_something_takes_over(other: str, day: date, expected: list[str]) -> None:
    gaps = [rule for rule in ids(f"-- basutbud.yaml --{ENDS}{other}", day) if rule == "decision-gap"]
    assert len(expected) == len(gaps)


def test_only_units_that_nobody_binds_are_named() -> None:
    bvc = """
-- units/bvc.yaml --
hsa_id: SE2321000115-PAHITT0002
name: Påhittade barnavårdscentralen
status: active
invented: true
business_type: bvc
activities: ["1504"]
care_level: primary
governed_by: forvaltning
municipality: "1380"
phone: 031-390 06 01
offers: [calls-back]
roles: {local_administrator: 2}
casetypes:
  kontakta-mig: {}
"""
    other = decision(
        "tva", "{from: 2026-07-01}", "applies_to: {business_type: vardcentral}", "require: [{casetype: kontakta-mig}]"
    )
    gaps = [entry for entry in found(f"-- basutbud.yaml --{ENDS}{other}{bvc}") if entry[0] == "decision-gap"]
    assert gaps == [("decision-gap", 4, ("bvc",))]
