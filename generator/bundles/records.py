"""Case types, terms texts, messages and decisions as the bundle has them."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from pydantic import BaseModel

from schema.durations import Duration
from schema.layers import Layer, origins, together
from schema.models.casetypes import Promise
from schema.models.decisions import Decision
from schema.models.messages import MOST_RECIPIENTS, Message
from schema.models.texts import Terms
from schema.offers import Offer

CASETYPE_FIELDS = (
    "name",
    "internal_name",
    "category",
    "description",
    "needs",
    "form",
    "functions",
    "outlink",
    "listing",
    "attachments",
    "limited_selection",
    "variables",
    "answer_forms",
    "standard_answers",
)
_EMPTY: dict[str, Any] = {
    "form": [],
    "functions": [],
    "limited_selection": False,
    "variables": {},
    "answer_forms": [],
    "standard_answers": [],
}


def plain(value: Any) -> Any:
    """A model's value as JSON has it."""
    if isinstance(value, BaseModel):
        return {key: plain(item) for key, item in _set_fields(value)}
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, Duration) else value


def _set_fields(node: BaseModel) -> Iterator[tuple[str, Any]]:
    """A node's keys as they are written, without those that have no value."""
    for name, field in type(node).model_fields.items():
        value = getattr(node, name)
        if value is not None:
            yield field.alias or name, value


def casetype_record(id: str, offer: Offer) -> dict[str, Any]:
    layers = tuple(layer for layer in offer.base.layers if layer.name != "group")
    values = {field: _resolved(layers, field, offer) for field in CASETYPE_FIELDS}
    return {
        "id": id,
        "kind": offer.base.kind,
        "governance": offer.base.governance,
        "extends": sorted(offer.base.lineage - {offer.id}),
        "illustrative": any(getattr(layer.node, "illustrative", False) for layer in layers if layer.name != "region"),
        **{field: field_value(field, value) for field, value in values.items()},
    }


def _resolved(layers: tuple[Layer, ...], field: str, offer: Offer) -> Any:
    return together(field, [origin.value for origin in reversed(origins(layers, field, offer.unit.care_level))])


def field_value(field: str, value: Any) -> Any:
    """A case type's field as the bundle has it."""
    if value is None:
        return _EMPTY.get(field)
    if field == "form":
        return [_item(item) for item in value]
    if field in ("answer_forms", "standard_answers"):
        return [{"id": item.id, "name": getattr(item, "name", None), "text": item.text} for item in value]
    if field == "variables":
        return {name: {"type": v.type, "label": v.label, "default": v.default} for name, v in value.items()}
    return plain(value)


def _item(item: Any) -> dict[str, Any]:
    record = {key: value for key, value in _set_fields(item) if key not in ("items", "options", "visible_when")}
    if item.visible_when is not None:
        record["visible_when"] = plain(item.visible_when)
    if hasattr(item, "options"):
        record["options"] = [plain(option) for option in item.options]
    if hasattr(item, "items"):
        record["items"] = [_item(inner) for inner in item.items]
    return record


def terms_record(id: str, terms: Terms) -> dict[str, Any]:
    return {
        "id": id,
        "layout": terms.layout,
        "status": terms.status,
        "version": terms.version,
        "approved": plain(terms.approved),
        "parts": [{"id": part, "text": text} for _, part, text in terms.parts()],
        "illustrative": terms.illustrative,
    }


def message_record(id: str, message: Message) -> dict[str, Any]:
    return {
        "id": id,
        "name": message.name,
        "internal_name": message.internal_name,
        "kind": message.kind,
        "subject": message.subject,
        "text": message.text,
        "questions": [_item(item) for item in message.questions],
        "attachments": message.attachments,
        "maximum_recipients": message.maximum_recipients or MOST_RECIPIENTS,
        "to": list(message.to),
        "illustrative": message.illustrative,
    }


def promise_record(promise: Promise | None) -> dict[str, Any] | None:
    if promise is None:
        return None
    return {
        "answer_within": str(promise.answer_within),
        "in_words": promise.answer_within.words("sv"),
        "partial_answer_counts": bool(promise.partial_answer_counts),
    }


def decision_record(decision: Decision) -> dict[str, Any]:
    record = plain(decision)
    return {
        **{key: record[key] for key in ("id", "title", "decided", "applies_to", "require", "recommend", "forbid")},
        "valid": {"from": record["valid"]["from"], "to": record["valid"].get("to")},
        "promise": promise_record(decision.promise),
        "source": decision.source,
        "illustrative": decision.illustrative,
    }
