"""The demands of decisions that none of the units they bind can meet, as none does what the case type needs."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from schema.models.decisions import Decision, Duty
from schema.offers import ResolvedUnit
from schema.places import Place
from schema.selecting import selects
from schema.workspace import RegionTree
from validate.facts.needing import needs_of
from validate.facts.offering import offers_are_known
from validate.facts.selectors import decisions_to_come
from validate.facts.written import local_casetypes


class BeyondReach(NamedTuple):
    """A demand that nobody can meet, and what its case types need."""

    decision: Decision
    duty: Duty
    needs: tuple[str, ...]


def beyond_reach(tree: RegionTree) -> Mapping[Place, BeyondReach]:
    """Such rows by their place; none where a unit or a case type could not be read."""
    return tree.once(_beyond_reach)


def _beyond_reach(tree: RegionTree) -> Mapping[Place, BeyondReach]:
    if not offers_are_known(tree) or any(path.startswith(tree.path("units/")) for path in tree.broken):
        return {}
    return dict(_rows(tree))


def _rows(tree: RegionTree) -> Iterator[tuple[Place, BeyondReach]]:
    for decision in decisions_to_come(tree):
        for number, duty in enumerate(decision.require):
            needs = [_needs_of_what_meets(tree, casetype) for casetype in duty.casetype]
            wanted = {need for alternative in needs for need in alternative}
            if None in wanted or not all(needs):
                continue
            units = tree.resolved.values()
            able = (unit for unit in units if not wanted.isdisjoint(unit.unit.offers))
            # Most demands are met by the first units that are asked.
            if any(_may_bind(decision, duty, unit) for unit in able):
                continue
            if any(_may_bind(decision, duty, unit) for unit in units):
                named = tuple(sorted(need for need in wanted if need is not None))
                yield decision.at("require", number), BeyondReach(decision, duty, named)


def _may_bind(decision: Decision, duty: Duty, unit: ResolvedUnit) -> bool:
    """Whether the row is for the unit, once that is open."""
    return (
        unit.unit.status in ("planned", "active")
        and selects(decision.applies_to, unit.unit, unit.groups)
        and (duty.when is None or selects(duty.when, unit.unit, unit.groups))
    )


def _needs_of_what_meets(tree: RegionTree, casetype: str) -> set[str | None]:
    """What each case type that would meet a demand needs, None for nothing; empty for one that exists nowhere."""
    known = {casetype} & {*tree.templates, *tree.casetypes}
    known |= {id for id, own in tree.casetypes.items() if getattr(own, "extends", id) == casetype}
    needs = {needs_of(tree, id) for id in known}
    for _, id, local, _ in local_casetypes(tree):
        above = getattr(local, "extends", None)
        if casetype in (id, above) or above in known:
            needs.add(local.needs or (needs_of(tree, above) if above is not None else None))
    return needs
