"""A unit's booking and its summons in words: what is connected, and what that means for residents."""

from collections.abc import Iterator

from generator.site.page import Row
from generator.site.wording.phrases import joined
from generator.site.wording.words import BOOKING_FUNCTION, PAS_SUPPORTS, TAKNING
from schema.models.units import Booking, Summons
from schema.offers import Offer, ResolvedUnit

_BEFORE = "Tills den är klar når invånaren inte tidboken, och bokningen ska inte vara aktiv."

_FLOW = {
    "0": "Flöde 0, genomgång. Kallelsen går vidare utan att mottagningen ser den. Invånarens val följs, och att en "
    "kallelse är skickad registreras.",
    "1": "Flöde 1, blint. Mottagningen behöver inte se den färdiga kallelsen. Den görs och skickas så som invånaren "
    "har valt, och registreras.",
    "2": "Flöde {flow}, full kontroll. Mottagningen ser kallelsen och invånarens val innan den skickas, och kan "
    "komplettera texten.",
    "3": "Flöde 3, manuellt. Mottagningen skriver kallelsen från början till slut.",
}
"""What Region Skåne and Inera tell of the flows (Användarforum 1177 e-tjänster, hösten 2022)."""


def connections_of(unit: ResolvedUnit) -> Iterator[Row]:
    bookings = [offer for offer in unit.offers.values() if offer.base.kind == "booking"]
    booking, summons = unit.unit.booking, unit.unit.summons
    if booking is not None:
        yield from _booking(booking, bookings)
    else:
        active = _names(bookings)
        waiting = f" Ändå är {active} aktiv, och invånaren får ett felmeddelande." if active else ""
        yield Row("Tidbok", f"Ingen tidbok är ansluten. Invånare kan inte boka direkt i den.{waiting}")
    if summons is not None:
        yield from _summons(summons)
    else:
        yield Row("Kallelser", "Kallelser skickas inte härifrån.")


def _names(bookings: list[Offer]) -> str:
    return joined(offer.get("name") for offer in bookings if offer.active)


def _booking(booking: Booking, bookings: list[Offer]) -> Iterator[Row]:
    active = _names(bookings)
    if booking.takning == "done":
        reached = f"Invånaren når tidboken genom {active}." if active else "Ingen bokning är aktiv ännu."
        said = f"Anslutningen (takningen) är klar. {reached}"
    else:
        said = f"Anslutningen (takningen) är {TAKNING[booking.takning]}. {_BEFORE}"
    yield Row("Tidbok", f"{booking.journal_system}. {said}")
    if booking.supports:
        yield Row("Tidboken klarar att", joined(BOOKING_FUNCTION[function] for function in booking.supports))
    if booking.time_types:
        yield Row("Tider som kan bokas", joined(booking.time_types))


def _summons(summons: Summons) -> Iterator[Row]:
    yield Row("Kallelser", _FLOW[summons.flow[0]].format(flow=summons.flow))
    if summons.pas is not None:
        able = f", klarar {joined(PAS_SUPPORTS[way] for way in summons.pas_supports)}" if summons.pas_supports else ""
        yield Row("Patientadministrativt system", f"{summons.pas}{able}")
    elif summons.flow.startswith("2"):
        yield Row("Patientadministrativt system", "Inget är angivet. Flödet kräver ett.")
