"""A case type's values in words, each with the layer and the file that gave it."""

from collections.abc import Iterable, Iterator
from typing import Any

from generator.site.forms import how_many
from generator.site.page import Row, Source
from generator.site.phrases import capital, counted, joined, yes_or_no
from generator.site.words import BOOKING_FUNCTION, FIELD, LAYER
from schema.models.casetypes import Attachments, Promise
from schema.resolving import Layer, Origin, origins, together
from schema.workspace import RegionTree

_SHOWN = (
    "name",
    "internal_name",
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
    "answer_forms",
    "standard_answers",
    "values",
    "sort_order",
)


def source_of(origin: Origin, tree: RegionTree) -> Source:
    file = origin.place.file.removeprefix(f"regions/{tree.id}/")
    if origin.layer == "group":
        return Source(f"Grupp ”{tree.groups[str(origin.place.path[0])].title}”", file)
    return Source(LAYER[origin.layer], file)


def resolved(layers: tuple[Layer, ...], field: str, care_level: str) -> Any:
    """What the layers together make of a field."""
    return together(field, [origin.value for origin in reversed(origins(layers, field, care_level))])


def rows_of(layers: tuple[Layer, ...], care_level: str, kind: str, tree: RegionTree) -> Iterator[Row]:
    """A row for each field that has a value and that matters to the kind of case type."""
    for field in _SHOWN:
        found = origins(layers, field, care_level)
        if field == "default_terms" and origins(layers, "terms", care_level):
            continue
        if found and _matters(field, kind, found):
            yield from _rows(field, found, tree)


def _matters(field: str, kind: str, found: list[Origin]) -> bool:
    """A region's promise and cancellation limit reach every case type, but mean something to one kind each."""
    if field == "listing":
        return kind == "listing"
    of_kind = {"promise": "form", "cancellation_limit": "booking"}.get(field, kind)
    return of_kind == kind or found[0].layer != "region"


def _rows(field: str, found: list[Origin], tree: RegionTree) -> Iterable[Row]:
    nearest = found[0]
    if field == "values":
        yield from _values(found, tree)
    elif field in ("answer_forms", "standard_answers"):
        for origin in reversed(found):
            if origin.value:
                yield Row(_label(field), str(len(origin.value)), source_of(origin, tree))
    elif field == "terms":
        terms = tree.terms.get(nearest.value)
        state = f", version {terms.version}" if terms is not None else ""
        yield Row(_label(field), f"{nearest.value}{state}", source_of(nearest, tree))
    else:
        yield Row(_label(field), said(field, nearest.value), source_of(nearest, tree))


_LABEL = {"outlink": "Uthopp till", "listing": "Fast läkarkontakt", "default_terms": "Villkorstext"}


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
        case "limited_selection":
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
