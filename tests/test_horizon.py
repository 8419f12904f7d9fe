"""Looking ahead: what begins and ends, on exactly the day that it does."""

import time
from datetime import date, timedelta
from itertools import pairwise

import pytest

from schema.load import load
from schema.workspace import Workspace
from validate.examples import AS_OF, read_example
from validate.horizon import run_until
from validate.rulebook import rules
from validate.run import run_part

DECISIONS = """
-- basutbud.yaml --
- id: exempel-2026
  title: "Exempel: basutbud"
  decided: {by: "Exempel, inget verkligt beslut", on: 2026-01-15, reference: Exempel 2026-1}
  valid: {from: 2026-02-01, to: 2026-06-20}
  promise: {answer_within: 2 working days}
  require: [{casetype: kontakta-mig}]
  illustrative: true
- id: exempel-2027
  title: "Exempel: nästa basutbud"
  decided: {by: "Exempel, inget verkligt beslut", on: 2026-06-10, reference: Exempel 2026-2}
  valid: {from: 2026-06-21, to: 2026-10-10}
  promise: {answer_within: 1 working day}
  require: [{casetype: fornya-recept}]
  illustrative: true
- id: exempel-2026-host
  title: "Exempel: höstens basutbud"
  decided: {by: "Exempel, inget verkligt beslut", on: 2026-01-15, reference: Exempel 2026-3}
  valid: {from: 2026-02-01, to: 2026-10-10}
  applies_to: {municipality: "1380"}
  require: [{casetype: kontakta-mig}]
  illustrative: true
-- waivers.yaml --
- rule: activity-code-unknown
  unit: vc
  reason: Koden är ny i HSA 2026 och finns inte i kodlistan än.
  owner: Regional administratör
  ticket: EXEMPEL-0001
  last_day: 2026-07-05
- rule: unit-name-repeated
  unit: vc
  reason: Namnet byts när den andra mottagningen stänger.
  owner: Regional administratör
  ticket: EXEMPEL-0002
  last_day: 2027-06-15
-- region.yaml --
errors_from: {waiver-unused: 2026-06-12}
-- units/vc.yaml --
activities: ["1502", "1598"]
-- terms/ring-mig.yaml --
layout: points
status: approved
approved: {on: 2026-06-05, by: redaktionen}
version: 1
points:
  - id: om
    text: Här kan du be {enhet} att ringa dig.
  - id: svarstid
    text: Du får svar inom {svarstid}.
"""
WAIVER = """\
- rule: activity-code-unknown
  unit: vc
  reason: Koden är ny i HSA 2026 och finns inte i kodlistan än.
  owner: Regional administratör
  ticket: EXEMPEL-0001
  last_day: 2026-07-05
"""
UNTIL = AS_OF + timedelta(days=60)


def _part(day: date = AS_OF) -> Workspace:
    files = read_example(DECISIONS).workspace.files
    return list(load(files, day).parts())[1]


def _facts(day: date) -> set[tuple[str, str, str]]:
    return {(found.rule, str(found.at), found.severity) for found in run_part(_part(day), rules()) if found.stands}


def test_looking_ahead_says_the_same_as_checking_every_day() -> None:
    days = [AS_OF + timedelta(days=number) for number in range(61)]
    by_day = {day: _facts(day) for day in days}
    expected = {(day, fact) for before, day in pairwise(days) for fact in by_day[day] - by_day[before]}
    found = run_until(_part(), rules(), UNTIL)
    assert {(one.begins, (one.rule, str(one.at), one.severity)) for one in found if one.begins} == expected
    gone = {(day, fact) for before, day in pairwise(days) for fact in by_day[before] - by_day[day]}
    today = by_day[AS_OF]
    first_gone = {(min(day for day, other in gone if other == fact), fact) for _, fact in gone if fact in today}
    assert {(one.ends, (one.rule, str(one.at), one.severity)) for one in found if one.ends} == first_gone
    assert {rule for _, (rule, _, _) in expected} == {
        "promise-too-long",
        "waiver-expired",
        "activity-code-unknown",
        "decision-gap",
    }
    assert {rule for _, (rule, _, _) in first_gone} == {"approval-missing", "decision-day-doubtful", "waiver-too-long"}


def test_what_stands_today_is_told_as_without_looking_ahead() -> None:
    now = [one for one in run_until(_part(), rules(), UNTIL) if one.begins is None]
    assert [(one.rule, one.at) for one in now] == [(one.rule, one.at) for one in run_part(_part(), rules())]


def test_what_is_to_come_stops_nothing() -> None:
    to_come = [one for one in run_until(_part(), rules(), UNTIL) if one.begins]
    assert any(one.severity == "error" for one in to_come)
    assert not any(one.stands or one.stops_build for one in to_come)


@pytest.mark.parametrize("written", ["2026-07-05", "'2026-07-05'", '"2026\\x2d07-05"'])
def test_a_day_is_found_however_it_is_written(written: str) -> None:
    files = dict(read_example(DECISIONS).workspace.files)
    waivers = files["regions/exempel/waivers.yaml"].decode()
    files["regions/exempel/waivers.yaml"] = waivers.replace("2026-07-05", written).encode()
    found = run_until(list(load(files, AS_OF).parts())[1], rules(), UNTIL)
    assert [one.begins for one in found if one.rule == "waiver-expired"] == [date(2026, 7, 6)]


@pytest.mark.parametrize("written", ["9999-12-31", "0001-01-01"])
def test_the_ends_of_the_calendar_are_days_as_any(written: str) -> None:
    text = DECISIONS.replace("2026-07-05", written).replace("2026-10-10", "9999-12-31")
    files = read_example(text).workspace.files
    assert run_until(list(load(files, AS_OF).parts())[1], rules(), AS_OF + timedelta(days=3660))


def test_many_days_take_little_time_each() -> None:
    waiver = WAIVER.replace("2026-07-05", "{day}")
    days = (AS_OF + timedelta(days=number) for number in range(1, 366))
    text = DECISIONS.replace(WAIVER, "".join(waiver.format(day=day) for day in days))
    workspace = list(load(read_example(text).workspace.files, AS_OF).parts())[1]
    start = time.perf_counter()
    run_part(workspace, rules())
    once = time.perf_counter() - start
    found = run_until(workspace, rules(), AS_OF + timedelta(days=366))
    assert len({one.begins for one in found if one.begins}) > 360
    assert time.perf_counter() - start < 120 * once + 10


def test_a_finding_that_grows_begins_for_the_units_that_it_did_not_concern() -> None:
    decision = """- id: {id}
  title: "Exempel: basutbud"
  decided: {{by: "Exempel, inget verkligt beslut", on: 2026-01-15, reference: Exempel 2026-1}}
  valid: {{from: {start}, to: {end}}}
  promise: {{answer_within: 1 working day}}
  illustrative: true
"""
    first, then = (
        decision.format(id="a", start="2026-02-01", end="2026-06-30"),
        decision.format(id="a", start="2026-07-01", end="2026-12-31"),
    )
    text = f"""
-- basutbud.yaml --
{first}  applies_to: {{governed_by: forvaltning}}
{then.replace("id: a", "id: b")}"""
    files = dict(read_example(text).workspace.files)
    unit = files["regions/exempel/units/vc.yaml"]
    other = (
        unit.replace(b"PAHITT0001", b"PAHITT0002").replace(b"vardcentralen", b"andra").replace(b"forvaltning", b"avtal")
    )
    files["regions/exempel/units/andra.yaml"] = other
    found = run_until(list(load(files, AS_OF).parts())[1], rules(), UNTIL)
    grown = [one for one in found if one.rule == "promise-too-long"]
    assert [(one.begins, one.affected) for one in grown] == [
        (None, ("vc",)),
        (date(2026, 7, 1), ("andra",)),
    ]
