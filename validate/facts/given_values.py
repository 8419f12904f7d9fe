"""The values that groups and units give placeholders."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from schema.models.groups import Group
from schema.models.units import Unit
from schema.offers import Offer
from schema.places import Place
from schema.workspace import RegionTree


class GivenValues(NamedTuple):
    """What a group or a unit gives the placeholders of a case type."""

    casetype: str
    values: Mapping[str, str]
    by: Group | Unit

    @property
    def layer(self) -> Place:
        """Where the group or the unit changes the case type."""
        return self.by.at("casetypes", self.casetype)

    def at(self, name: str) -> Place:
        return self.by.at("casetypes", self.casetype, "values", name)


def values_of_groups(tree: RegionTree) -> Iterator[GivenValues]:
    for group in tree.groups.values():
        for id, override in group.casetypes.items():
            if override.values:
                yield GivenValues(id, override.values, group)


def values_of_units(tree: RegionTree) -> tuple[tuple[GivenValues, Offer | None], ...]:
    """With the offer that they are for, if its case type could be resolved."""
    return tree.once(_values_of_units)


def _values_of_units(tree: RegionTree) -> tuple[tuple[GivenValues, Offer | None], ...]:
    return tuple(
        (GivenValues(id, entry.values, unit.unit), unit.offers.get(id))
        for unit in tree.resolved.values()
        for id, entry in unit.unit.casetypes.items()
        if entry is not None and entry.values
    )
