"""What the search knows of a region, in data scripts: its pages, with all that they say."""

from collections.abc import Iterator, Sequence
from functools import partial

from generator.site import page_parts
from generator.site.basutbud.standing import KINDS, casetype_name, duties_of
from generator.site.casetypes.definitions import Definition
from generator.site.casetypes.uses import uses_of
from generator.site.page import region_name
from generator.site.regional import manuals
from generator.site.rulebook import own_anchor
from generator.site.search import Entries, Entry, form_texts, pages_of, split
from generator.site.site import Page, RegionSite
from generator.site.wording.phrases import capital, joined
from generator.site.wording.selection import in_words
from generator.site.wording.words import BUSINESS_TYPE, KIND, MESSAGE_KIND, STATUS
from schema.codelists import municipalities
from schema.models.decisions import Decision
from schema.offers import ResolvedUnit
from schema.workspace import RegionTree

_UNITS = 500
_MANUALS = 4
"""Units and manuals in a data script: how many scripts there are is known before any of them is made."""


def pages(site: RegionSite) -> Iterator[Page]:
    shards: list[Entries] = [*split(_texts(site))]
    units = list(site.tree.resolved.values())
    shards += [partial(_units, units[start : start + _UNITS]) for start in range(0, len(units), _UNITS)]
    written = list(manuals.pages(site))
    shards += [partial(_manuals, written[start : start + _MANUALS]) for start in range(0, len(written), _MANUALS)]
    yield from pages_of(f"{site.tree.id}/", shards)


def _texts(site: RegionSite) -> Iterator[Entry]:
    tree = site.tree
    yield from _region(tree)
    names = {definition.page: definition.name for definition in site.definitions}
    for definition in site.definitions:
        yield _casetype(definition)
    uses = tree.once(uses_of)
    for id, terms in tree.terms.items():
        used = [names[page] for page in uses.get(id, ()) if page in names]
        title = f"Villkorstext för {joined(dict.fromkeys(used))}" if used else f"Villkorstexten {id}"
        yield Entry("villkorstext", title, f"terms/{id}.html", id, "", tuple(text for _, _, text in terms.parts()))
    for id, message in tree.messages.items():
        yield Entry(
            "meddelande",
            message.name,
            f"messages/{id}.html",
            "",
            capital(MESSAGE_KIND[message.kind]),
            (message.internal_name or "", message.subject, message.text, *form_texts(message.questions)),
        )
    for decision in tree.decisions:
        yield _decision(decision, tree)
    for own in tree.own_rules:
        texts = own.message, own.reason, own.source, *(wording for _, said in own.demands() for wording in said)
        yield Entry("regel", own.title, f"rules.html#{own_anchor(own.id)}", own.id, "Regionens egen regel", texts)


def _region(tree: RegionTree) -> Iterator[Entry]:
    region = tree.region
    if region is not None:
        services = (text or "" for service in region.other_services for text in (service.name, service.description))
        texts = region.administration.name, *services
        yield Entry("region", region_name(tree), "index.html", tree.id, region.directory, texts)
    for id, group in tree.groups.items():
        how = in_words(group.select, tree) if group.select is not None else ""
        yield Entry("grupp", group.title, f"index.html#grupp-{id}", id, "", (f"Mottagningar som {how}" if how else "",))


def _casetype(definition: Definition) -> Entry:
    place = KIND[definition.kind]
    if definition.governance == "local" and definition.offers:
        place = f"{place}, {definition.offers[0].unit.name}"
    answers = definition.get("answer_forms") or ()
    texts = (
        definition.get("description") or "",
        *form_texts(definition.get("form") or ()),
        *(text for answer in answers for text in (answer.name, answer.text)),
        *(answer.text for answer in definition.get("standard_answers") or ()),
        definition.get("internal_name") or "",
        definition.get("category") or "",
    )
    path = f"casetypes/{definition.page}.html"
    return Entry("arendetyp", definition.name, path, definition.page, capital(place), texts)


def _decision(decision: Decision, tree: RegionTree) -> Entry:
    texts = [decision.decided.by, decision.decided.reference, in_words(decision.applies_to, tree)]
    for kind, duty in duties_of(decision):
        names = joined((casetype_name(id, tree) for id in duty.casetype), "eller")
        texts += [f"{KINDS[kind]}: {names}", duty.name or "", in_words(duty.when, tree), duty.note or ""]
    path = f"decisions/{decision.id}.html"
    return Entry("beslut", decision.title, path, decision.id, decision.decided.by, tuple(texts))


def _units(units: Sequence[ResolvedUnit]) -> Iterator[Entry]:
    """Units by what they are called and what residents can do there; the texts stand with the case types."""
    for unit in units:
        own = unit.unit
        town = municipalities().get(own.municipality, own.municipality)
        status = "" if own.status == "active" else f", {STATUS[own.status]}"
        place = f"{capital(BUSINESS_TYPE[own.business_type])}, {town}{status}"
        active = dict.fromkeys(offer.get("name") for offer in unit.offers.values() if offer.active)
        yield Entry("mottagning", own.name, f"units/{unit.id}.html", own.hsa_id, place, (), tuple(active))


def _manuals(written: Sequence[Page]) -> Iterator[Entry]:
    """Each chapter of a manual by itself, so that a reader comes to where it stands."""
    for page in written:
        parts = page_parts.parts_of(page.make())
        for part in parts:
            title = f"{parts[0].heading} – {part.heading}" if part.anchor else part.heading
            yield Entry("manual", title, f"{page.path}#{part.anchor}".rstrip("#"), "", "", (part.text,))
