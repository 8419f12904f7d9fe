"""A selection of units in words."""

from collections.abc import Callable, Mapping

from generator.site.phrases import joined
from generator.site.words import BUSINESS_TYPE, CAPABILITY, CARE_LEVEL, STATUS
from schema.codelists import activities, municipalities
from schema.models.groups import Selector
from schema.workspace import RegionTree

_LABEL = {
    "business_type": "verksamhet",
    "care_level": "vårdnivå",
    "governed_by": "styrs av",
    "municipality": "kommun",
    "activities": "verksamhetskod",
    "offers": "mottagningen",
    "status": "status",
    "hsa_id": "HSA-id",
    "groups": "grupp",
}


def in_words(selector: Selector | None, tree: RegionTree) -> str:
    """`verksamhet vårdcentral eller BVC, status aktiv, men inte (vårdnivå tandvård)`; empty when it selects all."""
    if selector is None:
        return ""
    parts = []
    for key, label in _LABEL.items():
        wanted = getattr(selector, key)
        if wanted is not None:
            say = _say(key, tree)
            parts.append(f"{label} {joined((say(value) for value in wanted), 'eller')}")
    words = ", ".join(parts)
    if selector.not_ is None:
        return words
    return f"{words or 'alla'}, men inte ({in_words(selector.not_, tree)})"


def _say(key: str, tree: RegionTree) -> Callable[[str], str]:
    tables: dict[str, Mapping[str, str]] = {
        "business_type": BUSINESS_TYPE,
        "care_level": CARE_LEVEL,
        "offers": CAPABILITY,
        "status": STATUS,
        "municipality": municipalities(),
        "groups": {id: group.title for id, group in tree.groups.items()},
    }
    if key == "activities":
        return lambda code: f"{code} {activities().get(code, '')}".strip()
    table = tables.get(key, {})
    return lambda value: table.get(value, value)
