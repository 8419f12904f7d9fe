"""Which case types units offer, whether that can be known, and the line by which each came to its unit."""

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from schema.models.texts import Terms
from schema.offers import Offer, ResolvedUnit
from schema.places import Place
from schema.workspace import RegionTree, Workspace
from validate.facts.selectors import selectors_of, unseen_group

_THE_UNITS_OWN = frozenset({"active", "values", "sort_order"})
_WITH_TERMS = _THE_UNITS_OWN | {"terms"}

OfferAt = tuple[ResolvedUnit, Offer]


def offers_met(workspace: Workspace) -> tuple[OfferAt, ...]:
    """The active offers of units that residents can reach today, also of those that are closing."""
    return workspace.once(_met)


def offers_meant(workspace: Workspace) -> tuple[OfferAt, ...]:
    """The active offers of all units but the inactive: what is planned may wait, but not contradict itself."""
    return workspace.once(_meant)


class Lot(NamedTuple):
    """Offers that differ in nothing but the unit, and what it fills in and sorts by; and the terms text they show."""

    offers: list[OfferAt]
    terms: Terms | None

    @property
    def first(self) -> Offer:
        """What a rule says of this one it says of all, so that it need not look at each unit's."""
        return self.offers[0][1]


def offers_alike(workspace: Workspace) -> tuple[Lot, ...]:
    """The offers of `offers_meant`, in the regions where it is known what is inherited, in such lots."""
    return workspace.once(_alike)


def _alike(workspace: Workspace) -> tuple[Lot, ...]:
    lots: dict[tuple[int, str | int | None], list[OfferAt]] = {}
    for at in offers_meant(workspace):
        _, (_, tree, base, entry, _) = at
        own: str | int | None = None
        if entry is not None and not entry.model_fields_set <= _THE_UNITS_OWN:
            own = entry.terms if entry.model_fields_set <= _WITH_TERMS else id(entry)
        if tree.region is not None:
            lots.setdefault((id(base), own), []).append(at)
    return tuple(Lot(offers, offers[0][1].terms()) for offers in lots.values())


def _met(workspace: Workspace) -> tuple[OfferAt, ...]:
    return tuple(_offers(workspace, ("active", "closing")))


def _meant(workspace: Workspace) -> tuple[OfferAt, ...]:
    return tuple(_offers(workspace, ("planned", "active", "closing")))


def booking_met(workspace: Workspace) -> Iterator[tuple[ResolvedUnit, list[Offer]]]:
    """The units that residents can reach today and book at, each with its active bookings."""
    for unit, offers in groupby(offers_met(workspace), key=itemgetter(0)):
        bookings = [offer for _, offer in offers if offer.base.kind == "booking"]
        if bookings:
            yield unit, bookings


def _offers(workspace: Workspace, statuses: tuple[str, ...]) -> Iterator[OfferAt]:
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
    return tree.region is not None and not broken and groups_are_known(tree) and _all_are_distributed(tree)


def _all_are_distributed(tree: RegionTree) -> bool:
    """Whether every group that a case type is distributed to exists."""
    distributed = (casetype.distribute for casetype in tree.casetypes.values())
    return all(group in tree.groups for to in distributed if to is not None for group in to.to)


def groups_are_known(tree: RegionTree) -> bool:
    """Whether it can be told which units belong to which groups."""
    listed = (group.list for group in tree.groups.values() if group.list is not None)
    return (
        not tree.is_broken("groups.yaml")
        and all(name in tree.lists and not tree.is_broken(f"lists/{name}") for name in listed)
        and not tree.once(_select_what_is_unseen)
    )


def _select_what_is_unseen(tree: RegionTree) -> bool:
    """Whether the selector of a group names a group that it cannot see."""
    return any(
        unseen_group(tree, named, owner) is not None
        for selector, _, owner in selectors_of(tree)
        if owner is not None
        for named in selector.groups or ()
    )


def offered_at(unit: ResolvedUnit, offer: Offer) -> tuple[Place, str | None]:
    """The line that gives the unit the case type, and the unit's id where that line gives it to others as well."""
    casetype = unit.tree.casetypes.get(offer.id)
    if offer.id in unit.unit.casetypes or casetype is None or casetype.distribute is None:
        return offer.place.key(), None
    to = casetype.distribute.to
    number = next((number for number, group in enumerate(to) if group in unit.groups), 0)
    return casetype.at("distribute", "to", number), unit.id
