"""Looking ahead: the findings that will begin, and those that will end, on the days when something in the tree does."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from schema.workspace import Workspace
from validate.diagnostic import Diagnostic
from validate.facts.ahead import LOOKING_AHEAD
from validate.rule import Rule
from validate.run import run_part

_DAY = re.compile(rb"(?<![0-9])[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9])")
_IS_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_AFTER = (timedelta(0), timedelta(1), *(-ahead for ahead in LOOKING_AHEAD))
"""How long after a day that is written somewhere a verdict can change: on it, after it, and when it comes near."""
_EARLIEST, _LATEST = date.min + max(LOOKING_AHEAD), date.max - timedelta(1)

_Key = tuple[Any, ...]


def run_until(workspace: Workspace, rules: Iterable[Rule], until: date) -> list[Diagnostic]:
    """The findings of a part as it stands, each with the day it ends, and those that begin later, up to a day."""
    book = tuple(rules)
    now = run_part(workspace, book)
    standing = _standing(now)
    ends: dict[_Key, date] = {}
    to_come: list[Diagnostic] = []
    last = standing
    for day in days_of_change(workspace, book, until):
        later = _standing(run_part(_on(workspace, day), book))
        to_come += (
            replace(found, begins=day, affected=tuple(sorted(units)))
            for key, found in later.items()
            if (units := _units_new(last.get(key), found)) is not None
        )
        for key in standing.keys() - later.keys():
            ends.setdefault(key, day)
        last = later
    return [_ending(found, ends.get(_key(found))) for found in now] + to_come


def days_of_change(workspace: Workspace, rules: Iterable[Rule], until: date) -> list[date]:
    """The days after the workspace's own, up to another, on which the rules may say something else."""
    written = {day for data in workspace.files.values() for day in _DAY.findall(data)}
    announced = {rule.error_from for rule in rules if rule.error_from is not None}
    days = {day + after for day in {*map(_day, written)} - {None} for after in _AFTER if day is not None} | announced
    return sorted(day for day in days if workspace.as_of < day <= until)


def _day(written: bytes) -> date | None:
    try:
        day = date.fromisoformat(written.decode())
    except ValueError:
        return None
    return day if _EARLIEST <= day <= _LATEST else None  # at the ends of the calendar nothing is before or after


def _on(workspace: Workspace, day: date) -> Workspace:
    regions = {id: replace(tree, as_of=day) for id, tree in workspace.regions.items()}
    return replace(workspace, as_of=day, regions=regions)


def _standing(diagnostics: Iterable[Diagnostic]) -> Mapping[_Key, Diagnostic]:
    return {_key(found): found for found in diagnostics if found.stands}


def _key(found: Diagnostic) -> _Key:
    """What makes it the same finding on another day: words that are days may move with it, and do not count."""
    words = sorted((name, str(word)) for name, word in found.words.items() if not _IS_DAY.fullmatch(str(word)))
    return found.rule, found.severity, found.at, tuple(words)


def _units_new(before: Diagnostic | None, found: Diagnostic) -> set[str] | None:
    """The units that a finding did not concern before; None where it is no news."""
    if before is None:
        return set(found.affected)
    return set(found.affected) - set(before.affected) or None


def _ending(found: Diagnostic, day: date | None) -> Diagnostic:
    return replace(found, ends=day) if found.stands and day is not None else found
