"""Resolving: national template, region, groups and unit put together into each unit's offer, with every origin kept.

Thousands of units share the layers above them, so those are put together once, as a base, and a unit only lays
its own entry on top. Where a value came from is looked up when somebody asks.
"""

from schema.layers import Governance, Kind, Layer, LayerName, guards_in, resolved_values
from schema.models.base import FileNode
from schema.models.casetypes import CaseType, ExtendingCaseType, LocalExtendingCaseType, Template
from schema.models.units import Entry, Unit
from schema.offers import Base, Offer, ResolvedUnit
from schema.selecting import groups_of
from schema.workspace import RegionTree


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
            resolved_values(layers, unit.care_level),
            tuple(guards_in(layers)),
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

    def _distributed_active(self, casetype: CaseType | None) -> bool:
        """Whether a distributed case type is active where the unit says nothing of it."""
        distribution = casetype.distribute if casetype is not None else None
        if distribution is not None and distribution.active is not None:
            return distribution.active
        region = self._tree.region
        return region is not None and region.policy.central_casetypes_activated_by == "region"


def _layer(name: LayerName, node: FileNode) -> Layer:
    return Layer(name, node, node.place)
