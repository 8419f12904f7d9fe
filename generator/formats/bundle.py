"""The deployable bundle of a region: a tree of canonical JSON, and one archive of it."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from typing import Any

from pydantic import BaseModel

from generator.bundles.archive import archive
from generator.bundles.models import FORMAT_VERSION, MODELS
from generator.files import Files, below, canonical, digest
from generator.verdict import Verdict
from schema.codelists import municipalities
from schema.durations import Duration
from schema.models.casetypes import Promise
from schema.models.decisions import Decision
from schema.models.messages import Message
from schema.models.texts import Terms
from schema.placeholders import placeholders, values_of_offer
from schema.resolving import Layer, Offer, ResolvedUnit, origins, together
from schema.version import VERSION
from schema.workspace import RegionTree

FOLDER = "bundles"
MOST_RECIPIENTS = 250
"""Recipients of one send-out that the platform allows (VGR Vårdgivarwebben, Manualer)."""

_OF_CASETYPE = (
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


def build(tree: RegionTree, verdict: Verdict) -> Files:
    """The region's bundle, `<region>/...`, and its archive, `<region>.tar`."""
    bundle = _Bundle(tree)
    for unit in tree.resolved.values():
        bundle.put("unit", f"units/{unit.unit.hsa_id}.json", _unit(unit, bundle))
    for id, terms in tree.terms.items():
        bundle.refer("terms", id, partial(_terms, id, terms))
    for id, message in tree.messages.items():
        bundle.put("message", f"messages/{id}.json", _message(id, message))
    bundle.put("basutbud", "basutbud.json", {"decisions": [_decision(decision) for decision in tree.decisions]})
    bundle.files["manifest.json"] = _manifest(tree, verdict, bundle.files)
    return {**below(tree.id, bundle.files), f"{tree.id}.tar": archive(below(tree.id, bundle.files))}


class _Bundle:
    """The files of a bundle as they come together; each is held to its model on the way in."""

    def __init__(self, tree: RegionTree) -> None:
        self.tree = tree
        self.files: Files = {}
        self._references: dict[tuple[str, str], dict[str, str]] = {}
        self._definitions: dict[str, dict[str, Any]] = {}
        self._placeholders: dict[tuple[str, int], frozenset[str]] = {}

    def put(self, kind: str, path: str, value: dict[str, Any]) -> bytes:
        MODELS[kind].model_validate(value)
        self.files[path] = canonical(value)
        return self.files[path]

    def refer(self, kind: str, id: str, make: Callable[[], dict[str, Any]]) -> dict[str, str]:
        """Put a case type or a terms text where it stands once, and refer to it."""
        if (kind, id) not in self._references:
            folder = {"casetype": "casetypes", "terms": "terms"}[kind]
            data = self.put(kind, f"{folder}/{id}.json", make())
            self._references[kind, id] = {"id": id, "digest": digest(data)}
        return self._references[kind, id]

    def definition(self, offer: Offer) -> dict[str, Any]:
        """The case type that an offer builds on, without what groups and the unit change; made once a case type."""
        id = _casetype_id(offer)
        if id not in self._definitions:
            self._definitions[id] = _casetype(id, offer)
        return self._definitions[id]

    def placeholders_of(self, offer: Offer) -> frozenset[str]:
        """The placeholders in an offer's texts, apart from the points that groups and the unit add."""
        terms, definition = offer.terms(), self.definition(offer)
        key = (definition["id"], id(terms))
        if key not in self._placeholders:
            texts = [text for _, _, text in terms.parts()] if terms is not None else []
            texts += [answer["text"] for kind in ("answer_forms", "standard_answers") for answer in definition[kind]]
            texts.append(definition["description"] or "")
            self._placeholders[key] = frozenset(found.name for text in texts for found in placeholders(text))
        return self._placeholders[key]

    def terms_of(self, offer: Offer) -> dict[str, str] | None:
        """A reference to the terms text that an offer shows: one of the region's, or the nation's with the template."""
        terms = offer.terms()
        if terms is None:
            return None
        name = offer.get("terms") or f"{terms.file_id}@national"
        return self.refer("terms", name, lambda: _terms(name, terms))


def _casetype_id(offer: Offer) -> str:
    return f"{offer.id}@{offer.unit.file_id}" if offer.base.governance == "local" else offer.id


def _plain(value: Any) -> Any:
    """A model's value as JSON has it."""
    if isinstance(value, BaseModel):
        return {key: _plain(item) for key, item in _set_fields(value)}
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, Duration) else value


def _set_fields(node: BaseModel) -> Iterator[tuple[str, Any]]:
    """A node's keys as they are written, without those that have no value."""
    for name, field in type(node).model_fields.items():
        value = getattr(node, name)
        if value is not None:
            yield field.alias or name, value


def _casetype(id: str, offer: Offer) -> dict[str, Any]:
    layers = tuple(layer for layer in offer.base.layers if layer.name != "group")
    values = {field: _resolved(layers, field, offer) for field in _OF_CASETYPE}
    return {
        "id": id,
        "kind": offer.base.kind,
        "governance": offer.base.governance,
        "extends": sorted(offer.base.lineage - {offer.id}),
        "illustrative": any(getattr(layer.node, "illustrative", False) for layer in layers if layer.name != "region"),
        **{field: _field(field, value) for field, value in values.items()},
    }


def _resolved(layers: tuple[Layer, ...], field: str, offer: Offer) -> Any:
    return together(field, [origin.value for origin in reversed(origins(layers, field, offer.unit.care_level))])


def _field(field: str, value: Any) -> Any:
    """A case type's field as the bundle has it."""
    if value is None:
        return _EMPTY.get(field)
    if field == "form":
        return [_item(item) for item in value]
    if field in ("answer_forms", "standard_answers"):
        return [{"id": item.id, "name": getattr(item, "name", None), "text": item.text} for item in value]
    if field == "variables":
        return {name: {"type": v.type, "label": v.label, "default": v.default} for name, v in value.items()}
    return _plain(value)


def _item(item: Any) -> dict[str, Any]:
    plain = {key: value for key, value in _set_fields(item) if key not in ("items", "options", "visible_when")}
    if item.visible_when is not None:
        plain["visible_when"] = _plain(item.visible_when)
    if hasattr(item, "options"):
        plain["options"] = [_plain(option) for option in item.options]
    if hasattr(item, "items"):
        plain["items"] = [_item(inner) for inner in item.items]
    return plain


def _terms(id: str, terms: Terms) -> dict[str, Any]:
    return {
        "id": id,
        "layout": terms.layout,
        "status": terms.status,
        "version": terms.version,
        "approved": _plain(terms.approved),
        "parts": [{"id": part, "text": text} for _, part, text in terms.parts()],
        "illustrative": terms.illustrative,
    }


def _message(id: str, message: Message) -> dict[str, Any]:
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


def _promise(promise: Promise | None) -> dict[str, Any] | None:
    if promise is None:
        return None
    return {
        "answer_within": str(promise.answer_within),
        "in_words": promise.answer_within.words("sv"),
        "partial_answer_counts": bool(promise.partial_answer_counts),
    }


def _decision(decision: Decision) -> dict[str, Any]:
    plain = _plain(decision)
    return {
        **{key: plain[key] for key in ("id", "title", "decided", "applies_to", "require", "recommend", "forbid")},
        "valid": {"from": plain["valid"]["from"], "to": plain["valid"].get("to")},
        "promise": _promise(decision.promise),
        "source": decision.source,
        "illustrative": decision.illustrative,
    }


def _unit(unit: ResolvedUnit, bundle: _Bundle) -> dict[str, Any]:
    own = unit.unit
    settings: dict[str, Any] = {}
    for path in SETTINGS:
        origin = unit.setting(*path)
        if origin is not None:
            settings["_".join(path)] = _plain(origin.value)
    return {
        "id": unit.id,
        "hsa_id": own.hsa_id,
        "name": own.name,
        "status": own.status,
        "invented": own.invented,
        "business_type": own.business_type,
        "activities": list(own.activities),
        "care_level": own.care_level,
        "governed_by": own.governed_by,
        "municipality": {"code": own.municipality, "name": municipalities()[own.municipality]},
        "phone": own.phone,
        "capabilities": sorted(own.offers),
        "groups": list(unit.groups),
        "contact_page": own.contact_page,
        "roles": _plain(own.roles),
        "handler_groups": list(own.handler_groups),
        "settings": settings,
        "booking": _plain(own.booking),
        "summons": _plain(own.summons),
        "casetypes": [_offer(offer, unit, bundle) for offer in unit.offers.values()],
    }


def _offer(offer: Offer, unit: ResolvedUnit, bundle: _Bundle) -> dict[str, Any]:
    definition = bundle.definition(offer)
    extra = offer.get("extra_points") or ()
    limit = offer.get("cancellation_limit")
    values = values_of_offer(offer, unit)
    used = bundle.placeholders_of(offer).union(p.name for point in extra for p in placeholders(point.text))
    changed = {field: _field(field, offer.get(field)) for field in _OF_CASETYPE if field in _overridden(offer)}
    return {
        "casetype": bundle.refer("casetype", definition["id"], lambda: definition),
        "active": offer.active,
        "sort_order": offer.get("sort_order"),
        "terms": bundle.terms_of(offer),
        "extra_points": [{"id": point.id, "text": point.text} for point in extra],
        "promise": _promise(offer.get("promise")),
        "cancellation_limit": str(limit) if limit is not None else None,
        "placeholders": {name: values[name] for name in sorted(used) if name in values},
        "changes": {field: value for field, value in changed.items() if value != definition[field]},
    }


def _overridden(offer: Offer) -> set[str]:
    """The fields that groups or the unit set."""
    nodes = [layer.node for layer in offer.layers() if layer.name in ("group", "unit")]
    return set().union(*(node.model_fields_set for node in nodes))


def _manifest(tree: RegionTree, verdict: Verdict, files: Files) -> bytes:
    assert tree.region is not None, "a region without its file is an error, and is not built"
    manifest: dict[str, Any] = {
        "format": "basutbud-bundle",
        "format_version": FORMAT_VERSION,
        "tool": {"name": "basutbud", "version": VERSION},
        "region": {"id": tree.id, "name": tree.region.name, "county": tree.region.county},
        "source": {"commit": verdict.source.commit, "dirty": verdict.source.dirty},
        "findings": dict(verdict.counts),
        "waivers": [
            {
                "rule": waiver.rule,
                "reason": waiver.reason,
                "owner": waiver.owner,
                "ticket": waiver.ticket,
                "last_day": waiver.last_day,
                "findings": count,
            }
            for waiver, count in verdict.waivers
        ],
        "files": [
            {"path": path, "sha256": digest(data).removeprefix("sha256:"), "size": len(data)}
            for path, data in sorted(files.items())
        ],
    }
    manifest["revision"] = digest(canonical(manifest))
    MODELS["manifest"].model_validate(manifest)
    return canonical(manifest)
