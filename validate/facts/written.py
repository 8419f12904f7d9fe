"""What a region writes in several of its files: settings and local case types, each with its place."""

from collections.abc import Iterator
from typing import NamedTuple

from schema.models.casetypes import CaseType, LocalCaseType
from schema.models.units import Settings
from schema.places import Place
from schema.workspace import RegionTree


class LocalDefinition(NamedTuple):
    """A case type that a unit defines in place."""

    unit: str
    id: str
    casetype: LocalCaseType
    place: Place


def settings(tree: RegionTree) -> Iterator[tuple[Settings, Place]]:
    """The settings as they were written for the region, its groups and its units."""
    if tree.region is not None:
        yield tree.region.defaults, tree.region.at("defaults")
    for group in tree.groups.values():
        yield group.settings, group.at("settings")
    for unit in tree.units.values():
        yield unit.settings, unit.at("settings")


def local_casetypes(tree: RegionTree) -> tuple[LocalDefinition, ...]:
    return tree.once(_local_casetypes)


def _local_casetypes(tree: RegionTree) -> tuple[LocalDefinition, ...]:
    return tuple(
        LocalDefinition(unit.file_id, id, entry.local, unit.at("casetypes", id, "local"))
        for unit in tree.units.values()
        for id, entry in unit.casetypes.items()
        if entry is not None and entry.local is not None
    )


def definitions(tree: RegionTree) -> Iterator[tuple[CaseType | LocalCaseType, Place]]:
    """Every case type that the region or one of its units defines."""
    for casetype in tree.casetypes.values():
        yield casetype, casetype.place
    for local in local_casetypes(tree):
        yield local.casetype, local.place
