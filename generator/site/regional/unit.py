"""The page of a unit: what residents can do there, how fast the answer is, what is missing, and why."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, NamedTuple

from markupsafe import Markup

from generator.site.basutbud.checklist import Checklist, checklist_of
from generator.site.basutbud.connections import connections_of
from generator.site.basutbud.standing import Standing
from generator.site.casetypes.definitions import page_id
from generator.site.casetypes.holders import is_seen
from generator.site.casetypes.origins import given_above, own_fields, own_rows, rows_of, within
from generator.site.comparing.changes import ChangesView, changes_view
from generator.site.page import Frame, Link, Row, distinct, environment, page_below, render
from generator.site.site import Page, RegionSite
from generator.site.wording.phrases import alphabetical, capital, counted, joined
from generator.site.wording.settings import SettingRows
from generator.site.wording.words import BUSINESS_TYPE, CAPABILITY, CARE_LEVEL, KIND, ROLE, STATUS
from schema.codelists import activities, municipalities
from schema.models.units import Status, Unit
from schema.offers import Offer, ResolvedUnit

_NOTES = {
    "planned": "Mottagningen är planerad. Invånare kan inte skicka ärenden hit ännu.",
    "closing": "Mottagningen håller på att stänga.",
    "inactive": "Mottagningen är stängd. Invånare kan inte skicka ärenden hit.",
}
_UNSEEN = "Betjäningsområdet är stängt. Inga invånare ser mottagningen."
_CAN = {
    "planned": "Det här ska invånare kunna göra",
    "active": "Det här kan invånare göra",
    "closing": "Det här kan invånare fortfarande göra",
    "inactive": "Det här är aktivt",
}
_ACTIVE_UNSEEN = "Det här är aktivt, men inga invånare ser det"
_NOTHING = frozenset[str]()
_LAST = 1_000_000
"""The place in the list of what has no sort order: after all that have one."""


class OfferHead(NamedTuple):
    """What is said at once of a case type on a unit, often alike on many. `facts` say how it is offered and came
    there."""

    id: str
    page: str
    name: str
    internal_name: str
    active: bool
    facts: str
    terms: Link | None


class OfferView(NamedTuple):
    """A case type on the unit: the HTML of its head and of what the sources above the unit gave it, and between them
    what the unit itself has changed. `anchor` is its place on the page, `preview` what previews it."""

    anchor: str
    name: str
    active: bool
    preview: str
    head: Markup
    own: tuple[Row, ...]
    above: Markup


class PromiseView(NamedTuple):
    """An answer time, what is said of part answers, and the case types that have it; none for the most common time."""

    words: str
    part: str
    names: str


@dataclass(frozen=True)
class UnitPage:
    frame: Frame
    id: str
    name: str
    status: str
    is_active: bool
    note: str
    invented: bool
    kind: str
    facts: tuple[Row, ...]
    can: str
    offers: tuple[OfferView, ...]
    promises: tuple[PromiseView, ...]
    usual: str
    standing: Standing
    decisions: tuple[Markup, ...]
    checklist: Checklist | None
    connections: tuple[Row, ...]
    settings: tuple[Row, ...]
    workings: tuple[Row, ...]
    headings: tuple[str, ...]
    groups: tuple[Link, ...]
    changes: ChangesView
    folder: str
    file: str


def pages(site: RegionSite) -> Iterator[Page]:
    units = Units(site)
    titles = distinct({id: unit.name for id, unit in site.tree.units.items()})

    def make(unit: ResolvedUnit) -> bytes:
        return render("unit.html.j2", units.page(unit, titles[unit.id]))

    for id, unit in site.tree.resolved.items():
        yield Page(f"units/{id}.html", partial(make, unit), (unit.unit.file,))


class Units:
    """Makes the pages of a region's units. What units share is put into words once."""

    def __init__(self, site: RegionSite) -> None:
        self._site = site
        self._made: dict[tuple[str, Any], Markup] = {}
        self._layers: dict[int, tuple[str | int, ...]] = {}
        self._rows: dict[tuple[str | int, ...], dict[str, tuple[Row, ...]]] = {}
        self._above: dict[tuple[tuple[str | int, ...], frozenset[str], frozenset[str]], Markup] = {}
        self._settings = SettingRows()
        self._folder = f"regions/{site.tree.id}/"

    def page(self, unit: ResolvedUnit, title: str) -> UnitPage:
        own, tree, standing = unit.unit, unit.tree, self._site.standings[unit.id]
        offers, seen = in_order(unit), is_seen(unit)
        promises = tuple(_promises(offers))
        usual = promises[0].words if promises else ""
        frame = page_below(tree, own.name, "mottagning", title, ("form.js", "preview.js"))
        return UnitPage(
            replace(frame, above=(*frame.above, Link("Mottagningar", "index.html"))),
            unit.id,
            own.name,
            capital(STATUS[own.status]),
            own.status == "active",
            _note(own.status, seen),
            own.invented,
            capital(BUSINESS_TYPE[own.business_type]),
            tuple(_facts(own)),
            _CAN[own.status] if seen or own.status not in ("active", "closing") else _ACTIVE_UNSEEN,
            tuple(self._offer(offer, standing, usual) for offer in offers),
            promises,
            usual[:1].lower() + usual[1:],
            standing,
            tuple(self._html("standing.html.j2", decision) for decision in standing.decisions),
            checklist_of(unit),
            tuple(connections_of(unit)),
            tuple(self._settings.of(unit)),
            tuple(_workings(own)),
            own.contact_card.headings if own.contact_card is not None else (),
            tuple(Link(tree.groups[id].title, f"../index.html#grupp-{id}") for id in unit.groups),
            changes_view(self._site.verdict.source.history, own.file),
            self._folder.rstrip("/"),
            own.file.removeprefix(self._folder),
        )

    def _offer(self, offer: Offer, standing: Standing, usual: str) -> OfferView:
        name, page = offer.get("name"), page_id(offer)
        said = ". ".join(_said(offer, standing, usual))
        internal_name = offer.get("internal_name") or ""
        head = OfferHead(offer.id, page, name, internal_name, offer.active, said, _terms(offer))
        return OfferView(
            f"arende-{offer.id}",
            name,
            offer.active,
            f"{page}/{offer.unit.file_id}",
            self._html("offer.html.j2", head),
            own_rows(offer),
            self._given_above(offer),
        )

    def _given_above(self, offer: Offer) -> Markup:
        """What the layers above the unit give, which are the same for many bases, but for what the unit replaces."""
        base, own, level = offer.base, own_fields(offer), offer.unit.care_level
        names = offer.entry.values if offer.entry is not None else None
        values = frozenset(f"{{{name}}}" for name in names) if names else _NOTHING
        if id(base) not in self._layers:
            self._layers[id(base)] = level, *(id(layer.node) for layer in base.layers)
        layers = self._layers[id(base)]
        key = layers, own, values
        if key not in self._above:
            if layers not in self._rows:
                self._rows[layers] = rows_of(base.layers, level, base.kind, offer.tree)
            self._above[key] = self._html("given.html.j2", given_above(self._rows[layers], own, values))
        return self._above[key]

    def _html(self, template: str, view: Any) -> Markup:
        """What a template makes of a view, made once for all units that have the same."""
        key = template, view
        if key not in self._made:
            self._made[key] = Markup(environment().get_template(template).render(view=view))
        return self._made[key]


def in_order(unit: ResolvedUnit) -> list[Offer]:
    """The unit's offers as residents see them: by sort order, then by name."""

    def place(offer: Offer) -> tuple[int, tuple[str, str], str]:
        order = offer.get("sort_order")
        return _LAST if order is None else order, alphabetical(offer.get("name")), offer.id

    return sorted(unit.offers.values(), key=place)


def _note(status: Status, seen: bool) -> str:
    """What a reader must know before all else."""
    said = [] if status == "active" else [_NOTES[status]]
    if not seen and status in ("active", "closing"):
        said.append(_UNSEEN)
    return " ".join(said)


def _said(offer: Offer, standing: Standing, usual: str) -> Iterator[str]:
    """`Svar inom två arbetsdagar` unless that is what is `usual`, `Vald av mottagningen`, `Krävs i basutbudet`."""
    promise, limit = offer.get("promise"), offer.get("cancellation_limit")
    if offer.base.kind != "form":
        yield capital(KIND[offer.base.kind])
    elif promise is not None and capital(within(promise)) != usual:
        yield f"Svar {within(promise)}"
    if limit is not None and offer.base.kind == "booking":
        yield f"Avbokas senast {limit.words('sv')} före"
    if offer.get("limited_selection"):
        yield "Bara för utvalda invånare"
    yield _reach(offer)
    if offer.active and not standing.met("require").isdisjoint(offer.base.lineage):
        yield "Krävs i basutbudet"
    elif offer.active and not standing.met("recommend").isdisjoint(offer.base.lineage):
        yield "Rekommenderas i basutbudet"


def _reach(offer: Offer) -> str:
    if offer.base.governance == "local":
        return "Mottagningens egen"
    if offer.base.governance == "central":
        return "Styrs av regionen"
    return "Vald av mottagningen" if offer.id in offer.unit.casetypes else "Utdelad av regionen"


def _terms(offer: Offer) -> Link | None:
    """The version of the terms text that residents read, with the way to it."""
    terms, named = offer.terms(), offer.get("terms")
    if terms is None:
        return None
    draft = ", utkast" if terms.status == "draft" else ""
    if named is not None:
        return Link(f"{named}, version {terms.version}{draft}", f"../terms/{named}.html")
    template = terms.file.rpartition("/")[2].removesuffix(".yaml")
    return Link(f"mallens egen, version {terms.version}{draft}", f"../../templates/{template}.html")


def _promises(offers: list[Offer]) -> Iterator[PromiseView]:
    """The answer times of the active forms, the most common first."""
    names: dict[tuple[str, str], list[str]] = {}
    for offer in offers:
        promise = offer.get("promise")
        if offer.active and offer.base.kind == "form" and promise is not None:
            part = "Ett delsvar räknas." if promise.partial_answer_counts else ""
            names.setdefault((capital(within(promise)), part), []).append(offer.get("name"))
    ordered = sorted(names.items(), key=lambda item: (-len(item[1]), item[0]))
    for number, ((words, part), having) in enumerate(ordered):
        yield PromiseView(words, part, joined(having) if number else "")


def _facts(unit: Unit) -> Iterator[Row]:
    yield Row("Telefon", unit.phone)
    yield Row("Kommun", municipalities().get(unit.municipality, unit.municipality))
    yield Row("Vårdnivå", capital(CARE_LEVEL[unit.care_level]))
    yield Row("HSA-id", unit.hsa_id)


def _workings(unit: Unit) -> Iterator[Row]:
    """What is known of the unit besides its settings."""
    if unit.offers:
        yield Row("Vad mottagningen gör", joined(CAPABILITY[capability] for capability in sorted(unit.offers)))
    yield Row("Styrs av", unit.governed_by)
    if unit.activities:
        known = activities()
        yield Row("Verksamhetskoder", "\n".join(f"{code} {known.get(code, '')}".strip() for code in unit.activities))
    yield Row("Kontaktsida på 1177.se", "finns" if unit.contact_page else "finns inte")
    counts = [(getattr(unit.roles, role), names) for role, names in ROLE.items()]
    roles = [counted(count, *names) for count, names in counts if count]
    yield Row("Personal med roller", joined(roles) if roles else "ingen")
    if unit.handler_groups:
        yield Row("Handläggargrupper", joined(unit.handler_groups))
