"""Looking ahead: the findings that will begin, and those that will end, on the days when something in the tree does."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from typing import Any, NamedTuple

from schema.asked_day import AskedDay
from schema.workspace import Workspace
from validate.diagnostic import Diagnostic
from validate.locator import Locator
from validate.rule import Check, Finding, Rule
from validate.run import checks_of, weigh, with_baselines

_IS_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

_Key = tuple[Any, ...]


class _Answer(NamedTuple):
    """What a rule found, and the last day on which it finds the same."""

    found: list[Finding]
    last: date


def run_until(workspace: Workspace, rules: Iterable[Rule], until: date) -> list[Diagnostic]:
    """The findings of a part as it stands, each with the day it ends, and those that begin later, up to a day."""
    days = _day_by_day(workspace, tuple(rules), until)
    _, now = next(days)
    standing = _standing(now)
    ends: dict[_Key, date] = {}
    to_come: list[Diagnostic] = []
    last = standing
    for day, diagnostics in days:
        later = _standing(diagnostics)
        to_come += (
            replace(found, begins=day, affected=tuple(sorted(units)))
            for key, found in later.items()
            if (units := _units_new(last.get(key), found)) is not None
        )
        for key in standing.keys() - later.keys():
            ends.setdefault(key, day)
        last = later
    return [_ending(found, ends.get(_key(found))) for found in now] + to_come


def _day_by_day(workspace: Workspace, rules: tuple[Rule, ...], until: date) -> Iterator[tuple[date, list[Diagnostic]]]:
    """The findings on the workspace's day, and on each later one on which they may be others.

    Which days those are follows from what the rules ask the day; a rule is only asked again when its answer has run
    out.
    """
    checks = list(checks_of(workspace, rules))
    locator = Locator(workspace.files)
    answers: dict[str, _Answer] = {}
    day = workspace.as_of
    while True:
        asked = AskedDay.of(day)
        then = _on(workspace, asked)
        for rule, check in checks:
            if rule.id not in answers or answers[rule.id].last < day:
                answers[rule.id] = _Answer(*asked.noting(partial(_found, check, then)))
        found = [(rule, answers[rule.id].found) for rule, _ in checks]
        weighed, last = asked.noting(partial(weigh, found, then))
        yield day, with_baselines(weighed, workspace, rules, locator)
        last = min(last, *(answer.last for answer in answers.values()))
        if last >= until:
            return
        day = last + timedelta(days=1)


def _found(check: Check, workspace: Workspace) -> list[Finding]:
    return list(check(workspace))


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
