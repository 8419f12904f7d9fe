"""Units as resolved: their offers and settings, each value with its origin."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from schema.layers import Governance, Guard, Kind, Layer, LayerName, Origin, origins, together
from schema.models.casetypes import Variable
from schema.models.texts import Terms
from schema.models.units import Entry, Settings, Unit
from schema.places import Place

if TYPE_CHECKING:
    from schema.workspace import RegionTree


@dataclass(frozen=True)
class Base:
    """A case type as the layers above the units make it, for one set of groups and one care level."""

    id: str
    kind: Kind
    governance: Governance
    lineage: frozenset[str]
    layers: tuple[Layer, ...]
    values: Mapping[str, Any]
    guards: tuple[Guard, ...]
    distributed_active: bool

    @cached_property
    def guarded(self) -> frozenset[str]:
        return frozenset(guard.field for guard in self.guards)


class Offer(NamedTuple):
    """A case type on a unit: a base with the unit's own entry on top."""

    unit: Unit
    tree: "RegionTree"
    base: Base
    entry: Entry | None
    active: bool

    @property
    def id(self) -> str:
        return self.base.id

    @property
    def place(self) -> Place:
        """Where the unit lists the case type; for one that only the region distributes, the unit's case types."""
        listed = self.base.id in self.unit.casetypes
        return self.unit.at("casetypes", self.base.id) if listed else self.unit.at("casetypes")

    def get(self, field: str) -> Any:
        """The resolved value of a field, or None."""
        above = self.base.values.get(field)
        # A model's own mapping: asked by name for a field that entries do not have, a model takes long to say no.
        own = self.entry.__dict__.get(field) if self.entry is not None else None
        return above if own is None else together(field, (above, own))

    def layers(self) -> tuple[Layer, ...]:
        if self.entry is None:
            return self.base.layers
        return (*self.base.layers, Layer("unit", self.entry, self.place))

    def origins(self, field: str) -> list[Origin]:
        """Each layer's value of a field, the one that counts first."""
        return origins(self.layers(), field, self.unit.care_level)

    def origin(self, field: str) -> Place:
        """The place that gave a field its value; the offer itself when no layer gave one."""
        found = self.origins(field)
        return found[0].place if found else self.place

    def terms(self) -> Terms | None:
        """The terms text that residents see, if there is one that fitted its model and has the layout of its kind."""
        _, tree, base, entry, _ = self
        # Asked of every offer by several rules, and so without `get`.
        named = (entry.__dict__.get("terms") if entry is not None else None) or base.values.get("terms")
        terms: Terms | None = tree.terms.get(named) if named is not None else base.values.get("default_terms")
        fits = terms is None or (terms.layout == "booking") == (base.kind == "booking")
        return terms if fits else None


@dataclass(frozen=True, eq=False)
class ResolvedUnit:
    """A unit with its groups, offers and settings."""

    unit: Unit
    tree: "RegionTree"
    groups: tuple[str, ...]
    offers: Mapping[str, Offer]
    unresolved: frozenset[str]
    """Case types that the unit names, but whose file is missing or did not fit its model."""

    @property
    def id(self) -> str:
        return self.unit.file_id

    @cached_property
    def active_lineage(self) -> frozenset[str]:
        """The ids of all active case types and of what they extend."""
        return frozenset().union(*(offer.base.lineage for offer in self.offers.values() if offer.active))

    def setting(self, *path: str) -> Origin | None:
        """A resolved setting, such as `setting("reminders", "staff_after_days")`, with its origin."""
        found = (_setting(name, settings, place, path) for name, settings, place in self._settings())
        return next((origin for origin in found if origin is not None), None)

    def setting_origins(self, *path: str) -> list[Origin]:
        """Each layer's value of a setting, the one that counts first."""
        found = (_setting(name, settings, place, path) for name, settings, place in self._settings())
        return [origin for origin in found if origin is not None]

    def _settings(self) -> Iterator[tuple[LayerName, Settings, Place]]:
        yield "unit", self.unit.settings, self.unit.at("settings")
        for name in reversed(self.groups):
            group = self.tree.groups[name]
            yield "group", group.settings, group.at("settings")
        if self.tree.region is not None:
            yield "region", self.tree.region.defaults, self.tree.region.at("defaults")


def _setting(name: LayerName, settings: Settings, place: Place, path: tuple[str, ...]) -> Origin | None:
    value: Any = settings
    for step in path:
        # A list that was written empty is a value like any other, and overrides what stands above.
        if value is None or step not in value.model_fields_set:
            return None
        value = getattr(value, step)
    return Origin(name, place.at(*path), value)


def variables_of(offer: Offer) -> Mapping[str, Variable]:
    """The placeholders that the layers of an offer declare."""
    return offer.get("variables") or {}
