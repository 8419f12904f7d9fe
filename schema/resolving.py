"""Resolving: national template, region, groups and unit put together into each unit's offer, with every origin kept.

Thousands of units share the layers above them, so those are put together once, as a base, and a unit only lays
its own entry on top. Where a value came from is looked up when somebody asks.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal, NamedTuple

from schema.models.base import FileNode
from schema.models.casetypes import CaseType, ExtendingCaseType, LocalExtendingCaseType, Template, Variable
from schema.models.texts import Terms
from schema.models.units import Entry, Settings, Unit
from schema.places import Place
from schema.selecting import groups_of
from schema.workspace import RegionTree

LayerName = Literal["national", "region", "casetype", "group", "local", "unit"]
Kind = Literal["form", "booking", "outlink", "listing"]
Governance = Literal["central", "template", "local"]

FIELDS = (
    "name",
    "internal_name",
    "category",
    "description",
    "needs",
    "form",
    "functions",
    "outlink",
    "listing",
    "terms",
    "default_terms",
    "promise",
    "cancellation_limit",
    "attachments",
    "limited_selection",
    "variables",
    "values",
    "extra_points",
    "answer_forms",
    "standard_answers",
    "sort_order",
)
"""The fields of an offer, in the order they are shown."""

_FIELD_SET = frozenset({*FIELDS, "active"})
_MERGED = ("variables", "values")
_APPENDED = ("extra_points", "answer_forms", "standard_answers")
"""Fields that a lower layer adds to, by key or by id; all others it replaces."""


class Layer(NamedTuple):
    """One of the layers that an offer is made of, top first."""

    name: LayerName
    node: Any
    place: Place


class Origin(NamedTuple):
    """A value and the place that gave it."""

    layer: LayerName
    place: Place
    value: Any


class Guard(NamedTuple):
    """A field that lower layers may not set (`locked`), or may only sharpen (`stricter_only`)."""

    kind: Literal["locked", "stricter_only"]
    field: str
    place: Place
    depth: int


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


@dataclass(frozen=True, slots=True)
class Offer:
    """A case type on a unit: a base with the unit's own entry on top."""

    unit: Unit
    tree: RegionTree
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
        own = getattr(self.entry, field, None)
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
        """The terms text that residents see, if there is one that fitted its model."""
        named = self.get("terms")
        if named is not None:
            return self.tree.terms.get(named)
        default: Terms | None = self.base.values.get("default_terms")
        return default


@dataclass(frozen=True)
class ResolvedUnit:
    """A unit with its groups, offers and settings."""

    unit: Unit
    tree: RegionTree
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
        found = self.setting_origins(*path)
        return found[0] if found else None

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


def origins(layers: tuple[Layer, ...], field: str, care_level: str) -> list[Origin]:
    """Each layer's value of a field, the lowest layer first."""
    found = []
    for layer in reversed(layers):
        value = _value_in(layer, field, care_level)
        if value is not None:
            found.append(Origin(layer.name, layer.place.at(*_steps_to(field, layer, care_level)), value))
    return found


def _fields_set(layer: Layer) -> Iterable[str]:
    """The fields that a layer may have a value of."""
    if layer.name == "region":
        return ("promise", "cancellation_limit")
    written: set[str] = layer.node.model_fields_set & _FIELD_SET
    # A distribution can say the sort order, and the kind of a listing has a value without being written.
    return written | {"sort_order", "listing"} if layer.name in ("national", "casetype", "local") else written


def _value_in(layer: Layer, field: str, care_level: str) -> Any:
    value: Any = layer.node
    for step in _steps_to(field, layer, care_level):
        value = getattr(value, step, None)
    return value


def _steps_to(field: str, layer: Layer, care_level: str) -> tuple[str, ...]:
    """Where in a layer a field stands: a region tells its cancellation limits apart by care level."""
    if layer.name == "region":
        # A region has a name of its own, which is not its case types'.
        return {"promise": ("promise",), "cancellation_limit": ("cancellation_limit", care_level)}.get(field, ("",))
    by_distribution = field == "sort_order" and layer.name == "casetype" and layer.node.sort_order is None
    return ("distribute", "sort_order") if by_distribution else (field,)


def together(field: str, values: Iterable[Any]) -> Any:
    """The values that layers give a field, top first, as one: added together or the lowest alone, as the field is."""
    result: Any = None
    for value in values:
        if result is None:
            result = value
        elif field in _MERGED:
            result = {**result, **value}
        elif field in _APPENDED:
            replaced = {item.id for item in value}
            result = (*(item for item in result if item.id not in replaced), *value)
        else:
            result = value
    return result


def resolve(tree: RegionTree) -> dict[str, ResolvedUnit]:
    """Every unit of a region, by id."""
    bases = _Bases(tree)
    listed = {name: frozenset(row.hsa_id.lower() for row in rows) for name, rows in tree.lists.items()}
    distributed = _distribution(tree)
    return {
        id: _resolve_unit(tree, unit, groups_of(unit, tree.groups, listed), bases, distributed)
        for id, unit in tree.units.items()
    }


def _distribution(tree: RegionTree) -> dict[str, list[str]]:
    """Group id -> the case types that the region distributes to it."""
    distributed: dict[str, list[str]] = {}
    for id, casetype in tree.casetypes.items():
        for group in casetype.distribute.to if casetype.distribute else ():
            distributed.setdefault(group, []).append(id)
    return distributed


def _resolve_unit(
    tree: RegionTree, unit: Unit, groups: tuple[str, ...], bases: "_Bases", distributed: dict[str, list[str]]
) -> ResolvedUnit:
    reached = dict.fromkeys(unit.casetypes)
    for group in groups:
        reached.update(dict.fromkeys(distributed.get(group, ())))
    offers: dict[str, Offer] = {}
    unresolved: set[str] = set()
    for id in sorted(reached):
        entry = unit.casetypes.get(id)
        base = bases.base(id, entry, groups, unit)
        if base is None:
            unresolved.add(id)
            continue
        active = base.values.get("active", True if id in unit.casetypes else base.distributed_active)
        if entry is not None and entry.active is not None:
            active = entry.active
        offers[id] = Offer(unit, tree, base, entry, active)
    return ResolvedUnit(unit, tree, groups, offers, frozenset(unresolved))


class _Bases:
    """The bases of one region, each put together once."""

    def __init__(self, tree: RegionTree) -> None:
        self._tree = tree
        self._made: dict[tuple[str, tuple[str, ...], str], Base | None] = {}

    def base(self, id: str, entry: Entry | None, groups: tuple[str, ...], unit: Unit) -> Base | None:
        """The base of a case type for a unit; None when its file is missing or did not fit its model."""
        if entry is not None and entry.local is not None:
            return self._make(id, entry, groups, unit)
        key = (id, groups, unit.care_level)
        if key not in self._made:
            self._made[key] = self._make(id, entry, groups, unit)
        return self._made[key]

    def _make(self, id: str, entry: Entry | None, groups: tuple[str, ...], unit: Unit) -> Base | None:
        layers = self._layers(id, entry, unit)
        if layers is None:
            return None
        for name in groups:
            override = self._tree.groups[name].casetypes.get(id)
            if override is not None:
                layers.append(Layer("group", override, self._tree.groups[name].at("casetypes", id)))
        kind: Kind = next(layer.node.kind for layer in layers if "kind" in layer.node.model_fields_set)
        casetype: CaseType | None = next((layer.node for layer in layers if layer.name == "casetype"), None)
        is_local = entry is not None and entry.local is not None
        governance: Governance = "local" if is_local else casetype.governance if casetype else "template"
        return Base(
            id,
            kind,
            governance,
            frozenset({id, *(layer.node.extends for layer in layers if hasattr(layer.node, "extends"))}),
            tuple(layers),
            dict(self._values(tuple(layers), unit.care_level)),
            tuple(_guards(layers)),
            self._distributed_active(casetype),
        )

    def _layers(self, id: str, entry: Entry | None, unit: Unit) -> list[Layer] | None:
        """The layers that define a case type, top first; None when one of them is missing or broken."""
        tree = self._tree
        region = [_layer("region", tree.region)] if tree.region is not None else []
        if entry is not None and entry.local is not None:
            local = Layer("local", entry.local, unit.at("casetypes", id, "local"))
            if not isinstance(entry.local, LocalExtendingCaseType):
                return [*region, local]
            above = self._layers(entry.local.extends, None, unit)
            return None if above is None else [*above, local]
        casetype: CaseType | None = tree.casetypes.get(id)
        if casetype is None:
            template: Template | None = None if tree.has(f"casetypes/{id}.yaml") else tree.templates.get(id)
            return None if template is None else [_layer("national", template), *region]
        if not isinstance(casetype, ExtendingCaseType):
            return [*region, _layer("casetype", casetype)]
        template = tree.templates.get(casetype.extends)
        if template is None:
            return None
        return [_layer("national", template), *region, _layer("casetype", casetype)]

    def _values(self, layers: tuple[Layer, ...], care_level: str) -> Iterator[tuple[str, Any]]:
        fields: dict[str, list[Any]] = {}
        for layer in layers:
            for field in _fields_set(layer):
                value = _value_in(layer, field, care_level)
                if value is not None:
                    fields.setdefault(field, []).append(value)
        for field, values in fields.items():
            yield field, together(field, values)

    def _distributed_active(self, casetype: CaseType | None) -> bool:
        """Whether a distributed case type is active where the unit says nothing of it."""
        distribution = casetype.distribute if casetype is not None else None
        if distribution is not None and distribution.active is not None:
            return distribution.active
        region = self._tree.region
        return region is not None and region.policy.central_casetypes_activated_by == "region"


def _layer(name: LayerName, node: FileNode) -> Layer:
    return Layer(name, node, node.place)


def _guards(layers: list[Layer]) -> Iterator[Guard]:
    kinds: tuple[Literal["locked", "stricter_only"], ...] = ("locked", "stricter_only")
    for depth, (_, node, place) in enumerate(layers):
        for kind in kinds:
            if kind in node.model_fields_set:
                for number, field in enumerate(getattr(node, kind)):
                    yield Guard(kind, field, place.at(kind, number), depth)


def variables_of(offer: Offer) -> Mapping[str, Variable]:
    """The placeholders that the layers of an offer declare."""
    return offer.get("variables") or {}
