"""Which decisions bind a unit, and which of their duties it does not fulfil."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple

from schema.fitting import nearest
from schema.models.decisions import Decision, Duty
from schema.places import Place
from schema.resolving import ResolvedUnit
from schema.selecting import selects
from schema.workspace import RegionTree
from validate.written import local_casetypes


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
        """The rows that forbid a unit a case type."""
        for decision in self.binding(unit):
            yield from rows_for(unit, decision, "forbid")

    def lacking(self, unit: ResolvedUnit) -> Iterator[BoundDuty]:
        """The rows that ask a unit for a case type that it does not offer.

        Left out is what another fault may be the cause of: a case type that exists nowhere, or one of the unit's
        that could not be resolved and may be the one that is wanted.
        """
        for decision in self.binding(unit):
            for row in rows_for(unit, decision, "require"):
                wanted = row.duty.casetype
                if (
                    unit.active_lineage.isdisjoint(wanted)
                    and any(self._exists(id) for id in wanted)
                    and not any(_may_be(unit, id, wanted) for id in unit.unresolved)
                ):
                    yield row

    def _exists(self, casetype: str) -> bool:
        tree = self.tree
        return tree.has_template(casetype) or tree.has(f"casetypes/{casetype}.yaml") or casetype in self._local


def rows_for(unit: ResolvedUnit, decision: Decision, kind: Literal["require", "forbid"]) -> Iterator[BoundDuty]:
    """The rows of a decision whose `when` selects a unit."""
    for number, duty in enumerate(getattr(decision, kind)):
        if duty.when is None or selects(duty.when, unit.unit, unit.groups):
            yield BoundDuty(decision, duty, decision.at(kind, number))


def offers_are_known(tree: RegionTree) -> bool:
    """Whether all that decides which case types reach which units fitted its model."""
    broken = any(path.startswith(tree.path("casetypes/")) for path in tree.broken)
    return tree.region is not None and not broken and groups_are_known(tree)


def groups_are_known(tree: RegionTree) -> bool:
    """Whether it can be told which units belong to which groups."""
    listed = (group.list for group in tree.groups.values() if group.list is not None)
    return not tree.is_broken("groups.yaml") and all(
        name in tree.lists and not tree.is_broken(f"lists/{name}") for name in listed
    )


def _may_be(unit: ResolvedUnit, unresolved: str, wanted: tuple[str, ...]) -> bool:
    """Whether an unresolved case type may be one that is wanted: by its id, by what it extends, or misspelt."""
    entry = unit.unit.casetypes.get(unresolved)
    definition = entry.local if entry is not None and entry.local is not None else unit.tree.casetypes.get(unresolved)
    if getattr(definition, "extends", None) in wanted or unresolved in wanted:
        return True
    return definition is None and nearest(unresolved, list(wanted)) != ""
