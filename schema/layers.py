"""The layers that an offer is made of, and how the values they give a field become one."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Literal, NamedTuple

from schema.places import Place

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


SETTINGS = (
    ("notifications", "emails"),
    ("reminders", "staff_after_days"),
    ("reminders", "resident_after_days"),
    ("archive_export_every_months",),
    ("service_area",),
    ("approve_residents",),
    ("care_types",),
    ("journal_notification",),
    ("listing_requests",),
    ("link_to_1177",),
    ("opening_hours",),
    ("information",),
)
"""The paths of a unit's settings, in the order they are shown; each resolves on its own."""


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


def origins(layers: tuple[Layer, ...], field: str, care_level: str) -> list[Origin]:
    """Each layer's value of a field, the lowest layer first."""
    found = []
    for layer in reversed(layers):
        value = _value_in(layer, field, care_level)
        if value is not None:
            found.append(Origin(layer.name, layer.place.at(*_steps_to(field, layer, care_level)), value))
    return found


def resolved_values(layers: Iterable[Layer], care_level: str) -> dict[str, Any]:
    """Every field that some layer gives a value, with what the layers make of it together."""
    fields: dict[str, list[Any]] = {}
    for layer in layers:
        for field in _fields_set(layer):
            value = _value_in(layer, field, care_level)
            if value is not None:
                fields.setdefault(field, []).append(value)
    return {field: together(field, values) for field, values in fields.items()}


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


def guards_in(layers: Sequence[Layer]) -> Iterator[Guard]:
    kinds: tuple[Literal["locked", "stricter_only"], ...] = ("locked", "stricter_only")
    for depth, (_, node, place) in enumerate(layers):
        for kind in kinds:
            if kind in node.model_fields_set:
                for number, field in enumerate(getattr(node, kind)):
                    yield Guard(kind, field, place.at(kind, number), depth)
