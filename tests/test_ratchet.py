"""A warning that becomes an error on a day that is known beforehand; a region may go first."""

from dataclasses import replace
from datetime import date

import pytest

from schema.load import load
from validate.diagnostic import Diagnostic
from validate.examples import AS_OF, read_example
from validate.rule import Rule
from validate.rulebook import rules
from validate.run import run

UNKNOWN = '-- units/vc.yaml --\nactivities: ["1598"]\n'
ANNOUNCED = date(2026, 9, 1)


def _book(error_from: date | None) -> list[Rule]:
    return [replace(rule, error_from=error_from) if rule.id == "activity-code-unknown" else rule for rule in rules()]


def _found(region: str, day: date, error_from: date | None = ANNOUNCED) -> list[Diagnostic]:
    files = read_example(f"{UNKNOWN}-- region.yaml --\n{region}\n").workspace.files
    return [found for found in run(load(files, day), _book(error_from)) if found.rule == "activity-code-unknown"]


@pytest.mark.parametrize(
    ("region", "day", "severity", "error_from"),
    [
        ("# inget eget val", date(2026, 8, 31), "warning", ANNOUNCED),
        ("# inget eget val", date(2026, 9, 1), "error", None),
        ("# inget eget val", date(2027, 9, 1), "error", None),
        ("errors_from: {activity-code-unknown: 2026-07-01}", date(2026, 6, 30), "warning", date(2026, 7, 1)),
        ("errors_from: {activity-code-unknown: 2026-07-01}", date(2026, 7, 1), "error", None),
        ("errors_from: {activity-code-unknown: 2026-12-01}", date(2026, 9, 1), "error", None),
        ("rules: {activity-code-unknown: error}", date(2026, 6, 1), "error", None),
        ("rules: {activity-code-unknown: warning}", date(2026, 9, 1), "warning", None),
        (
            "rules: {activity-code-unknown: advice}\nerrors_from: {activity-code-unknown: 2026-12-01}",
            date(2026, 9, 1),
            "advice",
            date(2026, 12, 1),
        ),
        (
            "rules: {activity-code-unknown: 'off'}\nerrors_from: {activity-code-unknown: 2026-09-01}",
            date(2026, 9, 1),
            "error",
            None,
        ),
    ],
)
def test_from_the_day_it_is_an_error(region: str, day: date, severity: str, error_from: date | None) -> None:
    assert [(found.severity, found.error_from) for found in _found(region, day)] == [(severity, error_from)]


def test_without_a_day_it_stays_a_warning() -> None:
    assert [(found.severity, found.error_from) for found in _found("# inget", AS_OF, None)] == [("warning", None)]


def test_what_is_switched_off_is_off_until_the_regions_own_day() -> None:
    region = "rules: {activity-code-unknown: 'off'}\nerrors_from: {activity-code-unknown: 2026-09-01}"
    assert _found(region, date(2026, 8, 31)) == []


def test_a_rule_that_is_announced_is_no_error_already() -> None:
    assert all(rule.severity != "error" for rule in rules() if rule.error_from is not None)
    assert any(rule.error_from is not None for rule in rules())
