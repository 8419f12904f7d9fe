"""The page of a unit: what residents can do there, how fast the answer is, what is missing, and why."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from generator.site.definitions import page_id
from generator.site.origins import Given, by_source, rows_of, rows_of_offer, within
from generator.site.page import Frame, Link, Row, distinct, page_below, render
from generator.site.phrases import alphabetical, capital, counted, joined
from generator.site.settings import SettingRows
from generator.site.site import Page, RegionSite
from generator.site.standing import Standing
from generator.site.terms import TermsView, terms_view
from generator.site.words import (
    BOOKING_FUNCTION,
    BUSINESS_TYPE,
    CAPABILITY,
    CARE_LEVEL,
    PAS_SUPPORTS,
    ROLE,
    STATUS,
    SUMMONS_FLOW,
    TAKNING,
)
from schema.codelists import activities, municipalities
from schema.models.units import Unit
from schema.offers import Offer, ResolvedUnit
from schema.placeholders import fill, values_of_offer

_NOTES = {
    "planned": "Mottagningen är planerad. Invånare kan inte skicka ärenden hit ännu.",
    "closing": "Mottagningen håller på att stänga.",
    "inactive": "Mottagningen är stängd. Invånare kan inte skicka ärenden hit.",
}
_LAST = 1_000_000
"""The place in the list of what has no sort order: after all that have one."""


@dataclass(frozen=True)
class OfferView:
    """A case type on the unit. `reach` says how it came there."""

    id: str
    page: str
    name: str
    active: bool
    reach: str
    promise: str
    description: str
    terms: TermsView | None
    given: tuple[Given, ...]


@dataclass(frozen=True)
class PromiseView:
    """An answer time, what is said of part answers, and the case types that have it; none for the most common time."""

    words: str
    part: str
    names: str


@dataclass(frozen=True)
class UnitPage:
    frame: Frame
    name: str
    status: str
    is_active: bool
    note: str
    invented: bool
    kind: str
    facts: tuple[Row, ...]
    offers: tuple[OfferView, ...]
    promises: tuple[PromiseView, ...]
    standing: Standing
    settings: tuple[Row, ...]
    workings: tuple[Row, ...]
    groups: tuple[Link, ...]
    folder: str
    file: str


def pages(site: RegionSite) -> Iterator[Page]:
    units = Units()
    titles = distinct({id: unit.name for id, unit in site.tree.units.items()})

    def make(unit: ResolvedUnit) -> bytes:
        return render("unit.html.j2", units.page(unit, site.standings[unit.id], titles[unit.id]))

    for id, unit in site.tree.resolved.items():
        yield Page(f"units/{id}.html", partial(make, unit), (unit.unit.file,))


class Units:
    """Makes the pages of a region's units. What units share is put into words once."""

    def __init__(self) -> None:
        self._shared: dict[int, tuple[dict[str, tuple[Row, ...]], tuple[Given, ...]]] = {}
        self._settings = SettingRows()

    def page(self, unit: ResolvedUnit, standing: Standing, title: str) -> UnitPage:
        own, tree = unit.unit, unit.tree
        offers = in_order(unit)
        return UnitPage(
            page_below(tree, own.name, "mottagning", title),
            own.name,
            capital(STATUS[own.status]),
            own.status == "active",
            _NOTES.get(own.status, ""),
            own.invented,
            capital(BUSINESS_TYPE[own.business_type]),
            tuple(_facts(own)),
            tuple(self._offer(offer, unit) for offer in offers),
            tuple(_promises(offers)),
            standing,
            tuple(self._settings.of(unit)),
            tuple(_workings(own)),
            tuple(Link(tree.groups[id].title, f"../index.html#grupp-{id}") for id in unit.groups),
            f"regions/{tree.id}",
            own.file,
        )

    def _offer(self, offer: Offer, unit: ResolvedUnit) -> OfferView:
        values = values_of_offer(offer, unit)
        terms, promise = offer.terms(), offer.get("promise")
        return OfferView(
            offer.id,
            page_id(offer),
            offer.get("name"),
            offer.active,
            _reach(offer),
            within(promise) if promise is not None and offer.base.kind == "form" else "",
            fill(offer.get("description") or "", values),
            terms_view(terms, offer.get("extra_points") or (), values) if terms is not None else None,
            self._given(offer),
        )

    def _given(self, offer: Offer) -> tuple[Given, ...]:
        base = offer.base
        if id(base) not in self._shared:
            rows = rows_of(base.layers, offer.unit.care_level, base.kind, offer.tree)
            self._shared[id(base)] = rows, by_source(rows)
        shared, given = self._shared[id(base)]
        own = rows_of_offer(offer, shared)
        return given if own is shared else by_source(own)


def in_order(unit: ResolvedUnit) -> list[Offer]:
    """The unit's offers as residents see them: by sort order, then by name."""

    def place(offer: Offer) -> tuple[int, tuple[str, str], str]:
        order = offer.get("sort_order")
        return _LAST if order is None else order, alphabetical(offer.get("name")), offer.id

    return sorted(unit.offers.values(), key=place)


def _reach(offer: Offer) -> str:
    if offer.base.governance == "local":
        return "Mottagningens egen"
    if offer.base.governance == "central":
        return "Styrs av regionen"
    return "Vald av mottagningen" if offer.id in offer.unit.casetypes else "Utdelad av regionen"


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
    if unit.contact_card is not None and unit.contact_card.headings:
        yield Row("Rubriker på kontaktkortet", ", ".join(unit.contact_card.headings))
    counts = [(getattr(unit.roles, role), names) for role, names in ROLE.items()]
    roles = [counted(count, *names) for count, names in counts if count]
    yield Row("Personal med roller", joined(roles) if roles else "ingen")
    if unit.handler_groups:
        yield Row("Handläggargrupper", joined(unit.handler_groups))
    if unit.booking is not None:
        booking = unit.booking
        yield Row("Tidbok", f"{booking.journal_system}, anslutning {TAKNING[booking.takning]}")
        if booking.supports:
            yield Row("Tidboken klarar att", joined(BOOKING_FUNCTION[function] for function in booking.supports))
        if booking.time_types:
            yield Row("Tidstyper", joined(booking.time_types))
    if unit.summons is not None:
        yield Row("Kallelser", SUMMONS_FLOW[unit.summons.flow])
        if unit.summons.pas is not None:
            able = joined(PAS_SUPPORTS[way] for way in unit.summons.pas_supports) if unit.summons.pas_supports else ""
            yield Row("System för kallelser", f"{unit.summons.pas}, klarar {able}" if able else unit.summons.pas)
