"""The deployable bundle of a region: a tree of canonical JSON, and one archive of it."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from generator.bundles.archive import archive
from generator.bundles.models import FORMAT_VERSION, MODELS
from generator.bundles.records import (
    CASETYPE_FIELDS,
    casetype_record,
    decision_record,
    field_value,
    message_record,
    plain,
    promise_record,
    terms_record,
)
from generator.files import Files, below, canonical, digest
from generator.verdict import Source, Verdict
from schema.codelists import municipalities
from schema.layers import SETTINGS
from schema.offers import Offer, ResolvedUnit
from schema.placeholders import placeholders, values_of_offer
from schema.version import VERSION
from schema.workspace import RegionTree

FOLDER = "bundles"


def jobs(tree: RegionTree, verdict: Verdict) -> Sequence[Callable[[], Files]]:
    return [partial(build, tree, verdict)]


def build(tree: RegionTree, verdict: Verdict) -> Files:
    """The region's bundle, `<region>/...`, and its archive, `<region>.tar`."""
    bundle = _Bundle(tree)
    for unit in tree.resolved.values():
        bundle.put("unit", f"units/{unit.unit.hsa_id}.json", _unit(unit, bundle))
    for id, terms in tree.terms.items():
        bundle.refer("terms", id, partial(terms_record, id, terms))
    for id, message in tree.messages.items():
        bundle.put("message", f"messages/{id}.json", message_record(id, message))
    bundle.put("basutbud", "basutbud.json", {"decisions": [decision_record(decision) for decision in tree.decisions]})
    bundle.files["manifest.json"] = _manifest(tree, verdict, bundle.files)
    return {**below(tree.id, bundle.files), f"{tree.id}.tar": archive(below(tree.id, bundle.files))}


def beyond(source: Source, region: str) -> object:
    """The manifest names the commit, and whether the region was changed since."""
    return source.commit, sorted(source.history.of(region).uncommitted)


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
            self._definitions[id] = casetype_record(id, offer)
        return self._definitions[id]

    def placeholders_of(self, offer: Offer) -> frozenset[str]:
        """The placeholders in an offer's texts, apart from the points that groups and the unit add."""
        terms, definition = offer.terms(), self.definition(offer)
        key = (definition["id"], id(terms))
        if key not in self._placeholders:
            texts = [text for _, _, text in terms.parts()] if terms is not None else []
            self._placeholders[key] = _used_in(texts + _texts_of(definition))
        return self._placeholders[key]

    def terms_of(self, offer: Offer) -> dict[str, str] | None:
        """A reference to the terms text that an offer shows: one of the region's, or the nation's with the template."""
        terms = offer.terms()
        if terms is None:
            return None
        name = offer.get("terms") or f"{terms.file_id}@national"
        return self.refer("terms", name, lambda: terms_record(name, terms))


def _casetype_id(offer: Offer) -> str:
    return f"{offer.id}@{offer.unit.file_id}" if offer.base.governance == "local" else offer.id


def _unit(unit: ResolvedUnit, bundle: _Bundle) -> dict[str, Any]:
    own = unit.unit
    settings: dict[str, Any] = {}
    for path in SETTINGS:
        origin = unit.setting(*path)
        if origin is not None:
            settings["_".join(path)] = plain(origin.value)
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
        "municipality": {"code": own.municipality, "name": municipalities().get(own.municipality, "")},
        "phone": own.phone,
        "offers": sorted(own.offers),
        "groups": list(unit.groups),
        "contact_page": own.contact_page,
        "contact_card_headings": list(own.contact_card.headings) if own.contact_card is not None else [],
        "roles": plain(own.roles),
        "handler_groups": list(own.handler_groups),
        "settings": settings,
        "booking": plain(own.booking),
        "summons": plain(own.summons),
        "casetypes": [_offer(offer, unit, bundle) for offer in unit.offers.values()],
    }


def _offer(offer: Offer, unit: ResolvedUnit, bundle: _Bundle) -> dict[str, Any]:
    definition = bundle.definition(offer)
    extra = offer.get("extra_points") or ()
    limit = offer.get("cancellation_limit")
    values = values_of_offer(offer, unit)
    changed = {field: field_value(field, offer.get(field)) for field in CASETYPE_FIELDS if field in _overridden(offer)}
    used = bundle.placeholders_of(offer) | _used_in([*(point.text for point in extra), *_texts_of(changed)])
    return {
        "casetype": bundle.refer("casetype", definition["id"], lambda: definition),
        "active": offer.active,
        "sort_order": offer.get("sort_order"),
        "terms": bundle.terms_of(offer),
        "extra_points": [{"id": point.id, "text": point.text} for point in extra],
        "promise": promise_record(offer.get("promise")),
        "cancellation_limit": str(limit) if limit is not None else None,
        "placeholders": {name: values[name] for name in sorted(used) if name in values},
        "changes": {field: value for field, value in changed.items() if value != definition[field]},
    }


def _texts_of(casetype: dict[str, Any]) -> list[str]:
    """The texts of a case type's record, or of what a unit changes in one, that may hold placeholders."""
    answers = [answer["text"] for kind in ("answer_forms", "standard_answers") for answer in casetype.get(kind, ())]
    return [*answers, casetype.get("description") or ""]


def _used_in(texts: list[str]) -> frozenset[str]:
    return frozenset(found.name for text in texts for found in placeholders(text))


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
