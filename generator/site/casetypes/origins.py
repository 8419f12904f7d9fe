"""A case type's values in words, each with the layer and the file that gave it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from generator.site.casetypes.forms import how_many
from generator.site.page import Row, Source
from generator.site.wording.phrases import capital, counted, joined, yes_or_no
from generator.site.wording.words import BOOKING_FUNCTION, FIELD, LAYER
from schema.layers import Layer, Origin, origins, together
from schema.models.casetypes import Attachments, Promise
from schema.offers import Offer
from schema.workspace import RegionTree

_SHOWN = (
    "name",
    "internal_name",
    "active",
    "description",
    "form",
    "functions",
    "outlink",
    "listing",
    "terms",
    "default_terms",
    "extra_points",
    "promise",
    "cancellation_limit",
    "attachments",
    "limited_selection",
    "answer_forms",
    "standard_answers",
    "values",
    "sort_order",
)
_PLACES = {field: place for place, field in enumerate(_SHOWN)}
_ADDED = ("extra_points", "answer_forms", "standard_answers")
"""Fields that each layer adds to, so that a layer's own stand beside those above."""
_DEPTHS = {layer: depth for depth, layer in enumerate(LAYER)}


@dataclass(frozen=True)
class Given:
    """What one source gave: `Svarstid: inom två arbetsdagar`."""

    source: Source
    lines: tuple[str, ...]


def source_of(origin: Origin, tree: RegionTree) -> Source:
    file = origin.place.file.removeprefix(f"regions/{tree.id}/")
    depth = _DEPTHS[origin.layer]
    if origin.layer == "group":
        return Source(f"Grupp ”{tree.groups[str(origin.place.path[0])].title}”", file, depth)
    return Source(LAYER[origin.layer], file, depth)


def resolved(layers: tuple[Layer, ...], field: str, care_level: str) -> Any:
    """What the layers together make of a field."""
    return together(field, [origin.value for origin in reversed(origins(layers, field, care_level))])


def rows_of(layers: tuple[Layer, ...], care_level: str, kind: str, tree: RegionTree) -> dict[str, tuple[Row, ...]]:
    """The rows of each field that has a value and that matters to the kind of case type."""
    rows = {field: _field_rows(field, layers, (care_level, kind), tree) for field in _SHOWN}
    return _without_unused_terms({field: found for field, found in rows.items() if found})


def own_fields(offer: Offer) -> frozenset[str]:
    """The fields that the unit's own entry gives a value."""
    return frozenset(_PLACES.keys() & offer.entry.model_fields_set) if offer.entry is not None else frozenset()


def own_rows(offer: Offer) -> tuple[Row, ...]:
    """What the unit's own entry gives, without the source, which is the unit's file."""
    rows: list[Row] = []
    for field in sorted(own_fields(offer), key=_PLACES.__getitem__):
        value = getattr(offer.entry, field)
        # What may be written empty then adds nothing.
        if value is None or (field in (*_ADDED, "values") and not value):
            continue
        if field == "values":
            rows += [Row(f"{{{name}}}", value[name]) for name in sorted(value)]
        elif field in _ADDED:
            rows.append(Row(_label(field), str(len(value))))
        elif field == "terms":
            rows.append(Row(_label(field), _named_terms(value, offer.tree)))
        elif field == "description":
            rows.append(Row(_label(field), value.strip()))
        else:
            rows.append(Row(_label(field), said(field, value)))
    return tuple(rows)


def given_above(rows: dict[str, tuple[Row, ...]], own: frozenset[str], values: frozenset[str]) -> tuple[Given, ...]:
    """What the sources above a unit give an offer, the nation's first, but for what the unit's own entry replaces:
    the fields in `own`, and the placeholders in `values`."""
    kept = {
        field: tuple(row for row in found if field != "values" or row.label not in values)
        for field, found in rows.items()
        if field not in own or field in _ADDED or field == "values"
    }
    if "terms" in own:
        kept.pop("default_terms", None)
    # The text itself is long, and stands on the page of the case type.
    if "description" in kept:
        kept["description"] = tuple(row._replace(value="") for row in kept["description"])
    return by_source(kept)


def by_source(rows: dict[str, tuple[Row, ...]]) -> tuple[Given, ...]:
    """What each source gave, the nation's first and the unit's own last."""
    lines: dict[Source, list[str]] = {}
    for row in (row for found in rows.values() for row in found):
        if row.source is not None:
            lines.setdefault(row.source, []).append(f"{row.label}: {row.value}" if row.value else row.label)
    ordered = sorted(lines.items(), key=lambda item: (item[0].depth, item[0].layer, item[0].file))
    return tuple(Given(source, tuple(said)) for source, said in ordered)


def _without_unused_terms(rows: dict[str, tuple[Row, ...]]) -> dict[str, tuple[Row, ...]]:
    if "terms" in rows:
        rows.pop("default_terms", None)
    return rows


def _field_rows(field: str, layers: tuple[Layer, ...], level: tuple[str, str], tree: RegionTree) -> tuple[Row, ...]:
    """The rows of a field, for a care level and a kind of case type."""
    care_level, kind = level
    found = origins(layers, field, care_level)
    return tuple(_rows(field, found, tree)) if found and _matters(field, kind, found) else ()


def _matters(field: str, kind: str, found: list[Origin]) -> bool:
    """A region's promise and cancellation limit reach every case type, but mean something to some kinds alone."""
    if field == "listing":
        return kind == "listing"
    kinds = {"promise": ("form", "listing"), "cancellation_limit": ("booking",)}.get(field, (kind,))
    return kind in kinds or found[0].layer != "region"


def _rows(field: str, found: list[Origin], tree: RegionTree) -> Iterable[Row]:
    nearest = found[0]
    if field == "values":
        yield from _values(found, tree)
    elif field in _ADDED:
        for origin in reversed(found):
            if origin.value:
                yield Row(_label(field), str(len(origin.value)), source_of(origin, tree))
    elif field == "terms":
        yield Row(_label(field), _named_terms(nearest.value, tree), source_of(nearest, tree))
    else:
        yield Row(_label(field), said(field, nearest.value), source_of(nearest, tree))


def _named_terms(id: str, tree: RegionTree) -> str:
    """`kontakt, version 2`."""
    terms = tree.terms.get(id)
    return f"{id}, version {terms.version}" if terms is not None else id


_LABEL = {
    "outlink": "Uthopp till",
    "listing": "Fast läkarkontakt",
    "default_terms": "Villkorstext",
    "extra_points": "Extra punkter",
}


def _label(field: str) -> str:
    return _LABEL.get(field) or capital(FIELD[field])


def _values(found: list[Origin], tree: RegionTree) -> Iterator[Row]:
    names = sorted({name for origin in found for name in origin.value})
    for name in names:
        origin = next(origin for origin in found if name in origin.value)
        yield Row(f"{{{name}}}", origin.value[name], source_of(origin, tree))


def said(field: str, value: Any) -> str:
    """A field's value in words."""
    match field:
        case "form":
            return counted(how_many(value), "fråga", "frågor")
        case "default_terms":
            return f"mallens egen, version {value.version}"
        case "functions":
            return joined(BOOKING_FUNCTION[function] for function in value)
        case "outlink":
            return str(value.address)
        case "listing":
            return "kan väljas" if value.choose_doctor else "kan inte väljas"
        case "promise":
            return promise_in_words(value)
        case "cancellation_limit":
            return f"senast {value.words('sv')} före"
        case "attachments":
            return attachments_in_words(value)
        case "description":
            return "texten ovan"
        case "active" | "limited_selection":
            return yes_or_no(value)
    return str(value)


def promise_in_words(promise: Promise) -> str:
    return f"{within(promise)}, ett delsvar räknas" if promise.partial_answer_counts else within(promise)


def within(promise: Promise) -> str:
    """`inom två arbetsdagar`."""
    time = promise.answer_within
    return time.words("sv") if time.amount == 0 else f"inom {time.words('sv')}"


def attachments_in_words(attachments: Attachments) -> str:
    who = [("invånaren", attachments.resident), ("personalen", attachments.staff)]
    allowed = [name for name, may in who if may]
    return f"{joined(allowed)} får bifoga filer" if allowed else "ingen får bifoga filer"
