"""Which decisions bind a unit, and which of their duties it does not fulfil."""

from collections.abc import Iterator
from typing import NamedTuple

from schema.fitting import nearest
from schema.models.decisions import Decision, Duty
from schema.models.groups import Selector
from schema.places import Place
from schema.resolving import ResolvedUnit
from schema.selecting import selects
from schema.workspace import RegionTree


class BoundDuty(NamedTuple):
    """A row of a decision that binds a unit, and where it stands."""

    decision: Decision
    duty: Duty
    place: Place


def binding(unit: ResolvedUnit) -> list[Decision]:
    """The decisions in force that bind a unit: none for a unit that is planned, closing or inactive."""
    if unit.unit.status != "active":
        return []
    return [decision for decision in unit.tree.decisions_in_force() if _selected(decision.applies_to, unit)]


def duties(unit: ResolvedUnit, decision: Decision, rows: str) -> Iterator[BoundDuty]:
    """The rows of a decision that apply to a unit; `rows` is `require` or `forbid`."""
    for number, duty in enumerate(getattr(decision, rows)):
        if duty.when is None or _selected(duty.when, unit):
            yield BoundDuty(decision, duty, decision.at(rows, number))


def lacking(unit: ResolvedUnit) -> Iterator[BoundDuty]:
    """The duties to offer a case type that a unit does not fulfil.

    Left out is what another fault may be the cause of: a case type that exists nowhere, or one of the unit's that
    could not be resolved and may be the one that is wanted.
    """
    for decision in binding(unit):
        for bound in duties(unit, decision, "require"):
            wanted = bound.duty.casetype
            if (
                unit.active_lineage.isdisjoint(wanted)
                and any(_exists(unit.tree, id) for id in wanted)
                and not any(_may_be(unit, id, wanted) for id in unit.unresolved)
            ):
                yield bound


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


def _selected(selector: Selector, unit: ResolvedUnit) -> bool:
    return selects(selector, unit.unit, unit.groups)


def _exists(tree: RegionTree, casetype: str) -> bool:
    return tree.has_template(casetype) or tree.has(f"casetypes/{casetype}.yaml")


def _may_be(unit: ResolvedUnit, unresolved: str, wanted: tuple[str, ...]) -> bool:
    """Whether an unresolved case type may be one that is wanted: by its id, by what it extends, or misspelt."""
    entry = unit.unit.casetypes.get(unresolved)
    definition = entry.local if entry is not None and entry.local is not None else unit.tree.casetypes.get(unresolved)
    if getattr(definition, "extends", None) in wanted or unresolved in wanted:
        return True
    return definition is None and nearest(unresolved, list(wanted)) != ""
