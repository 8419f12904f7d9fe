"""A selection of units in words."""

from collections.abc import Callable, Mapping

from generator.site.wording.phrases import joined
from generator.site.wording.words import BUSINESS_TYPE, CAPABILITY, CARE_LEVEL, STATUS
from schema.codelists import activities, municipalities
from schema.models.groups import Selector
from schema.workspace import RegionTree

_CLAUSE = {
    "business_type": "är av slaget",
    "care_level": "hör till",
    "governed_by": "styrs av",
    "municipality": "ligger i",
    "activities": "har verksamhetskod",
    "offers": "",
    "status": "har status",
    "hsa_id": "har HSA-id",
    "groups": "är med i gruppen",
}


def in_words(selector: Selector | None, tree: RegionTree) -> str:
    """What goes after "mottagningar som": `är av slaget BVC och har status aktiv`. Empty when all are selected."""
    if selector is None:
        return ""
    clauses = [
        f"{verb} {joined(map(_say(key, tree), wanted), 'eller')}".strip()
        for key, verb in _CLAUSE.items()
        if (wanted := getattr(selector, key)) is not None
    ]
    words = joined(clauses)
    if selector.not_ is None:
        return words
    several = "samtidigt " if len(selector.not_.model_fields_set) > 1 else ""
    exception = f"inte {several}{in_words(selector.not_, tree)}"
    return f"{words}, men {exception}" if words else exception


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
