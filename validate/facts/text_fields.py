"""Which of the texts for residents a piece of prose is, as the authors of own rules name them."""

from collections import defaultdict
from collections.abc import Mapping
from pathlib import PurePosixPath

from schema.models.own_rules import TextField
from schema.places import Place
from schema.workspace import RegionTree

_BY_KEY: dict[str, TextField] = {
    "description": "description",
    "question": "question",
    "help": "help",
    "external_name": "name",
    "subject": "subject",
    "information": "information",
    "opening_hours": "information",
    "unit_text": "terms",
    "concerns": "terms",
    "information_to_unit": "terms",
    "conditions": "terms",
}
_BY_LIST: dict[str, TextField] = {
    "points": "terms",
    "extra_points": "terms",
    "options": "options",
    "answer_forms": "answers",
    "standard_answers": "answers",
}


def field_of(place: Place) -> TextField | None:
    """The field of a region's text for residents; None for one that no resident meets in its words."""
    folder, path = place.file.split("/")[2], tuple(map(str, place.path))
    last, above = path[-1], path[-2] if len(path) > 1 else ""
    if above == "values" or (last == "default" and "variables" in path):
        return "values"
    if last == "text":
        return "message" if path == ("text",) else _BY_LIST.get(path[-3] if len(path) > 2 else "")
    if last == "name":
        is_casetype = path == ("name",) and folder == "casetypes"
        return (
            "name" if is_casetype or path[-3:-2] in (("casetypes",), ("other_services",)) or above == "local" else None
        )
    return _BY_KEY.get(last)


def casetypes_at(place: Place, tree: RegionTree) -> frozenset[str]:
    """The case types that a text is about, with those that they build on."""
    folder, path = place.file.split("/")[2], place.path
    if folder == "terms":
        return tree.once(_casetypes_by_terms).get(PurePosixPath(place.file).stem, frozenset())
    if folder == "casetypes":
        return _lineage(PurePosixPath(place.file).stem, tree)
    entries = path[1:] if folder == "groups.yaml" else path
    if entries[0] == "casetypes":
        return tree.once(_lineages).get(str(entries[1]), frozenset())
    return frozenset()


def _lineage(id: str, tree: RegionTree) -> frozenset[str]:
    extended = getattr(tree.casetypes.get(id), "extends", None)
    return frozenset((id, extended or id))


def _lineages(tree: RegionTree) -> Mapping[str, frozenset[str]]:
    """The lineage of each case type that a group or a unit names; local ones of one id are taken together."""
    lineages: defaultdict[str, frozenset[str]] = defaultdict(frozenset)
    for group in tree.groups.values():
        for id in group.casetypes:
            lineages[id] |= _lineage(id, tree)
    for unit in tree.units.values():
        for id, entry in unit.casetypes.items():
            local = getattr(entry, "local", None)
            lineages[id] |= _lineage(id, tree) | _lineage(getattr(local, "extends", id), tree)
    return lineages


def _casetypes_by_terms(tree: RegionTree) -> Mapping[str, frozenset[str]]:
    """The case types that a terms text is for: those that name it, and those on whose units it shows."""
    casetypes: defaultdict[str, frozenset[str]] = defaultdict(frozenset)
    for id, casetype in tree.casetypes.items():
        if casetype.terms is not None:
            casetypes[casetype.terms] |= _lineage(id, tree)
    for offer in tree.offers():
        shown = offer.get("terms")
        if shown is not None and not offer.base.lineage <= casetypes[shown]:
            casetypes[shown] |= offer.base.lineage
    return casetypes
