"""The case types of a region as the layers above the units make them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from generator.site.casetypes.origins import resolved
from generator.site.wording.phrases import alphabetical
from schema.layers import Layer
from schema.models.texts import Terms
from schema.offers import Offer
from schema.workspace import RegionTree


@dataclass(frozen=True)
class Definition:
    """A case type as the nation and the region, or a unit for a local one, have made it."""

    page: str
    tree: RegionTree
    layers: tuple[Layer, ...]
    governance: str
    offers: tuple[Offer, ...]
    care_level: str = "primary"

    def get(self, field: str) -> Any:
        return resolved(self.layers, field, self.care_level)

    @cached_property
    def kind(self) -> str:
        kind: str = next(layer.node.kind for layer in self.layers if "kind" in layer.node.model_fields_set)
        return kind

    @cached_property
    def own(self) -> Layer:
        """What defines the case type in the region; the nation's template where the region has nothing to add."""
        return [layer for layer in self.layers if layer.name != "region"][-1]

    @cached_property
    def name(self) -> str:
        return str(self.get("name"))

    def terms(self) -> Terms | None:
        named = self.get("terms")
        text: Terms | None = self.tree.terms.get(named) if named is not None else self.get("default_terms")
        return text


def page_id(offer: Offer) -> str:
    """The name of the page: a local case type has one of its own for each unit."""
    return f"{offer.id}@{offer.unit.file_id}" if offer.base.governance == "local" else offer.id


def definitions(tree: RegionTree) -> list[Definition]:
    """Every case type that the region has or that one of its units uses, by name."""
    offers: dict[str, list[Offer]] = {id: [] for id in tree.casetypes}
    for offer in tree.offers():
        offers.setdefault(page_id(offer), []).append(offer)
    made = [definition for page, found in offers.items() if (definition := _definition(page, tree, found)) is not None]
    return sorted(made, key=lambda definition: (alphabetical(definition.name), definition.page))


def _definition(page: str, tree: RegionTree, offers: Sequence[Offer]) -> Definition | None:
    if offers:
        base = offers[0].base
        layers = tuple(layer for layer in base.layers if layer.name != "group")
        governance: str = base.governance
    else:
        layers = _layers(page, tree)
        governance = tree.casetypes[page].governance
    if not any("kind" in layer.node.model_fields_set for layer in layers):
        return None
    level = offers[0].unit.care_level if governance == "local" else "primary"
    return Definition(page, tree, layers, governance, tuple(offers), level)


def _layers(id: str, tree: RegionTree) -> tuple[Layer, ...]:
    """The layers of a regional case type that no unit has."""
    casetype = tree.casetypes[id]
    template = tree.templates.get(getattr(casetype, "extends", ""))
    found = (("national", template), ("region", tree.region), ("casetype", casetype))
    return tuple(Layer(name, node, node.place) for name, node in found if node is not None)  # type: ignore[arg-type]
