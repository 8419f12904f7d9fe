"""The decisions and selectors of a region as rules look through them, with the place of each value."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from schema.codelists import municipalities
from schema.models.decisions import Decision, Duty
from schema.models.groups import Selector
from schema.places import Place
from schema.workspace import RegionTree
from validate.facts.counties import county_meant


class PlacedSelector(NamedTuple):
    """A selector and its place; `group` is the group that it selects for, None in a decision."""

    selector: Selector
    place: Place
    group: str | None


def decisions_to_come(tree: RegionTree) -> Iterator[Decision]:
    """The decisions in force and those to come: one that has ended is history and names what has gone since."""
    for decision in tree.decisions:
        if decision.valid.end is None or tree.as_of <= decision.valid.end:
            yield decision


def is_in_force(decision: Decision, day: date) -> bool:
    end = decision.valid.end
    return decision.valid.start <= day and (end is None or day <= end)


def are_in_force_together(tree: RegionTree, one: Decision, other: Decision) -> bool:
    """Whether there is a day, today or later, on which both are in force."""
    day = max(one.valid.start, other.valid.start, tree.as_of)
    return is_in_force(one, day) and is_in_force(other, day)


def duties_of(decision: Decision) -> Iterator[tuple[Duty, Place]]:
    for kind in ("require", "recommend", "forbid"):
        for number, duty in enumerate(getattr(decision, kind)):
            yield duty, decision.at(kind, number)


def selectors_of(tree: RegionTree) -> Iterator[PlacedSelector]:
    """Every selector of the groups and of the decisions that count, each followed by what it negates."""
    for name, group in tree.groups.items():
        yield from _with_negated(group.select, group.at("select"), name)
    for decision in decisions_to_come(tree):
        yield from _with_negated(decision.applies_to, decision.at("applies_to"), None)
        for duty, place in duties_of(decision):
            yield from _with_negated(duty.when, place.at("when"), None)


def _with_negated(selector: Selector | None, place: Place, group: str | None) -> Iterator[PlacedSelector]:
    if selector is not None:
        yield PlacedSelector(selector, place, group)
        yield from _with_negated(selector.not_, place.at("not"), group)


def alternatives(values: Sequence[str] | None, place: Place) -> Iterator[tuple[str, Place]]:
    """Each value of a key that takes one value or a list of them; a single one most often stands without a list."""
    for number, value in enumerate(values or ()):
        yield value, place if values is not None and len(values) == 1 else place.at(number)


def is_elsewhere(tree: RegionTree, codes: Sequence[str] | None) -> bool:
    """Whether one of the municipalities is of another county than the region, and no unit lies there."""
    county = county_meant(tree.region) if tree.region is not None else ""
    of_units = {unit.municipality for unit in tree.units.values()}
    return any(code in municipalities() and code[:2] != county and code not in of_units for code in codes or ())


def unseen_group(tree: RegionTree, named: str, by: str | None) -> str | None:
    """Why a group that a selector names is none to it: `nothing`, `itself` or `below`; None for one that it sees.

    A group's selector sees the groups above it, and those that units name themselves wherever these stand.
    """
    group = tree.groups.get(named)
    if group is None:
        return "nothing"
    if by is None:
        return None
    if named == by:
        return "itself"
    order = list(tree.groups)
    names_only_itself = group.select is None and group.list is None
    return None if names_only_itself or order.index(named) < order.index(by) else "below"
