"""Which case types units offer, whether that can be known, and the line by which each came to its unit."""

from collections.abc import Iterator

from schema.offers import Offer, ResolvedUnit
from schema.places import Place
from schema.workspace import RegionTree, Workspace


def offers_met(workspace: Workspace) -> Iterator[tuple[ResolvedUnit, Offer]]:
    """The active offers of units that residents can reach today, also of those that are closing."""
    return _offers(workspace, ("active", "closing"))


def offers_meant(workspace: Workspace) -> Iterator[tuple[ResolvedUnit, Offer]]:
    """The active offers of all units but the inactive: what is planned may wait, but not contradict itself."""
    return _offers(workspace, ("planned", "active", "closing"))


def _offers(workspace: Workspace, statuses: tuple[str, ...]) -> Iterator[tuple[ResolvedUnit, Offer]]:
    for unit in units_known(workspace):
        if unit.unit.status in statuses:
            for offer in unit.offers.values():
                if offer.active:
                    yield unit, offer


def units_known(workspace: Workspace) -> Iterator[ResolvedUnit]:
    """The units of the regions where it can be told what the groups give them."""
    for tree in workspace.regions.values():
        if groups_are_known(tree):
            yield from tree.resolved.values()


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


def offered_at(unit: ResolvedUnit, offer: Offer) -> tuple[Place, str | None]:
    """The line that gives the unit the case type, and the unit's id where that line gives it to others as well."""
    casetype = unit.tree.casetypes.get(offer.id)
    if offer.id in unit.unit.casetypes or casetype is None or casetype.distribute is None:
        return offer.place.key(), None
    to = casetype.distribute.to
    number = next((number for number, group in enumerate(to) if group in unit.groups), 0)
    return casetype.at("distribute", "to", number), unit.id
