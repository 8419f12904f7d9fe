"""Which decisions bind a unit, and which of their duties it does not fulfil."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple

from schema.fitting import nearest
from schema.models.decisions import Decision, Duty
from schema.offers import ResolvedUnit
from schema.places import Place
from schema.selecting import selects
from schema.workspace import RegionTree
from validate.facts.beyond_reach import beyond_reach
from validate.facts.needing import lineage_of
from validate.facts.written import local_casetypes


class BoundDuty(NamedTuple):
    """A row of a decision that binds a unit, and where it stands."""

    decision: Decision
    duty: Duty
    place: Place


@dataclass(frozen=True)
class Duties:
    """What the decisions in force ask of a region's units."""

    tree: RegionTree

    @cached_property
    def _in_force(self) -> list[Decision]:
        return self.tree.decisions_in_force()

    @cached_property
    def _local(self) -> frozenset[str]:
        return frozenset(definition.id for definition in local_casetypes(self.tree))

    def binding(self, unit: ResolvedUnit) -> list[Decision]:
        """The decisions that bind a unit: none for one that is planned, closing or inactive."""
        if unit.unit.status != "active":
            return []
        return [decision for decision in self._in_force if selects(decision.applies_to, unit.unit, unit.groups)]

    def forbidding(self, unit: ResolvedUnit) -> Iterator[BoundDuty]:
        """The rows that forbid a unit a case type, without those that ask for what is asked for as well."""
        binding = self.binding(unit)
        if any(decision.forbid for decision in binding):
            senseless = {row.place for decision in binding for _, row in contradictions(unit, decision, binding)}
            for decision in binding:
                yield from (row for row in rows_for(unit, decision, "forbid") if row.place not in senseless)

    def lacking(self, unit: ResolvedUnit) -> Iterator[BoundDuty]:
        """The rows that ask a unit for a case type that it does not offer.

        Left out is what another fault may be the cause of: a row that a decision contradicts or that nobody can meet,
        an alternative that exists nowhere, a group of the unit's that does not exist, or a case type of the unit's that
        could not be resolved and may be the one that is wanted.
        """
        if not all(group in self.tree.groups for group in unit.unit.groups):
            return
        binding = self.binding(unit)
        for decision in binding:
            for row in _unmet(unit, decision):
                wanted = row.duty.casetype
                if (
                    all(self._exists(id) for id in wanted)
                    and not any(_may_be(unit, id, wanted) for id in unit.unresolved)
                    and row.place not in beyond_reach(self.tree)
                    and not any(row.place == asked.place for asked, _ in contradictions(unit, decision, binding))
                ):
                    yield row

    def _exists(self, casetype: str) -> bool:
        tree = self.tree
        return tree.has_template(casetype) or tree.has(f"casetypes/{casetype}.yaml") or casetype in self._local


def rows_for(unit: ResolvedUnit, decision: Decision, kind: Literal["require", "forbid"]) -> Iterator[BoundDuty]:
    """The rows of a decision whose `when` selects a unit."""
    for number, duty in enumerate(getattr(decision, kind)):
        if _is_for(duty, unit):
            yield BoundDuty(decision, duty, decision.at(kind, number))


def contradictions(
    unit: ResolvedUnit, decision: Decision, others: Iterable[Decision]
) -> Iterator[tuple[BoundDuty, BoundDuty]]:
    """The demands of a decision for which every alternative is forbidden, be it by that decision or by the others.

    Each with the row that forbids its first alternative. All of the decisions bind the unit.
    """
    forbidding = [row for other in others if other.forbid for row in rows_for(unit, other, "forbid")]
    for row in rows_for(unit, decision, "require") if forbidding else ():
        by = [_forbidding(unit.tree, casetype, forbidding) for casetype in row.duty.casetype]
        if by[0] is not None and all(by):
            yield row, by[0]


def _forbidding(tree: RegionTree, casetype: str, rows: list[BoundDuty]) -> BoundDuty | None:
    """The row that forbids a case type, or what it extends."""
    lineage = lineage_of(tree, casetype)
    return next((row for row in rows if not lineage.isdisjoint(row.duty.casetype)), None)


def _unmet(unit: ResolvedUnit, decision: Decision) -> Iterator[BoundDuty]:
    # Most units meet most rows, which is quicker to see than whether a row is for the unit at all.
    for number, duty in enumerate(decision.require):
        if unit.active_lineage.isdisjoint(duty.casetype) and _is_for(duty, unit):
            yield BoundDuty(decision, duty, decision.at("require", number))


def _is_for(duty: Duty, unit: ResolvedUnit) -> bool:
    return duty.when is None or selects(duty.when, unit.unit, unit.groups)


def _may_be(unit: ResolvedUnit, unresolved: str, wanted: tuple[str, ...]) -> bool:
    """Whether an unresolved case type may be one that is wanted: by its id, by what it extends, or misspelt."""
    entry = unit.unit.casetypes.get(unresolved)
    definition = entry.local if entry is not None and entry.local is not None else unit.tree.casetypes.get(unresolved)
    extends = getattr(definition, "extends", None)
    if extends in wanted or unresolved in wanted:
        return True
    misspelt = unresolved if definition is None else extends
    return misspelt is not None and nearest(misspelt, list(wanted)) != ""
