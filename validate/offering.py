"""Which case types units offer, and the line by which each came to its unit."""

from collections.abc import Iterator

from schema.places import Place
from schema.resolving import Offer, ResolvedUnit
from schema.workspace import Workspace


def offers_met(workspace: Workspace) -> Iterator[tuple[ResolvedUnit, Offer]]:
    """The active offers of units that residents can reach today, also of those that are closing."""
    for unit in workspace.units():
        if unit.unit.status in ("active", "closing"):
            for offer in unit.offers.values():
                if offer.active:
                    yield unit, offer


def offers_meant(workspace: Workspace) -> Iterator[tuple[ResolvedUnit, Offer]]:
    """The active offers of all units but the inactive: what is planned may wait, but not contradict itself."""
    for unit in workspace.units():
        if unit.unit.status != "inactive":
            for offer in unit.offers.values():
                if offer.active:
                    yield unit, offer


def offered_at(unit: ResolvedUnit, offer: Offer) -> tuple[Place, str | None]:
    """The line that gives the unit the case type, and the unit's id where that line gives it to others as well."""
    casetype = unit.tree.casetypes.get(offer.id)
    if offer.id in unit.unit.casetypes or casetype is None or casetype.distribute is None:
        return offer.place.key(), None
    to = casetype.distribute.to
    number = next((number for number, group in enumerate(to) if group in unit.groups), 0)
    return casetype.at("distribute", "to", number), unit.id
