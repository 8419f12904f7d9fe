"""Which case types and units a region's terms texts are used by."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.site.casetypes.definitions import page_id
from schema.offers import Base, Offer
from schema.workspace import RegionTree

Chooser = str
"""`casetype`, `local`, `unit`, or `group` with the group's id."""


@dataclass
class Use:
    """A case type that a terms text is used for: by which layers it was chosen, and the offers that have it."""

    page: str
    chosen_by: dict[Chooser, int] = field(default_factory=dict)
    offers: list[Offer] = field(default_factory=list)


Uses = Mapping[str, Mapping[str, Use]]
"""By the text's id, and the page of the case type."""


def uses_of(tree: RegionTree) -> Uses:
    """Where each terms text is used; a case type that no unit has, and a group that changes none, count too."""
    uses: dict[str, dict[str, Use]] = {id: {} for id in tree.terms}
    for page, casetype in tree.casetypes.items():
        if casetype.terms is not None:
            _use(uses, casetype.terms, page).chosen_by.setdefault("casetype", 0)
    for name, group in tree.groups.items():
        for page, override in group.casetypes.items():
            if override.terms is not None:
                _use(uses, override.terms, page).chosen_by.setdefault(f"group {name}", 0)
    choosers: dict[int, Chooser] = {}
    for offer in tree.offers():
        named = offer.get("terms")
        if named is None:
            continue
        if id(offer.base) not in choosers:
            choosers[id(offer.base)] = _chooser(offer.base)
        own = offer.entry is not None and offer.entry.terms is not None
        chooser = "unit" if own else choosers[id(offer.base)]
        use = _use(uses, named, page_id(offer))
        use.chosen_by[chooser] = use.chosen_by.get(chooser, 0) + 1
        use.offers.append(offer)
    return uses


def _use(uses: dict[str, dict[str, Use]], terms: str, page: str) -> Use:
    return uses.setdefault(terms, {}).setdefault(page, Use(page))


def _chooser(base: Base) -> Chooser:
    """The lowest of the layers above the unit that names a terms text."""
    naming = [layer for layer in base.layers if getattr(layer.node, "terms", None) is not None]
    layer = naming[-1] if naming else None
    if layer is None:
        return "unit"
    return f"group {layer.place.path[0]}" if layer.name == "group" else layer.name
