"""Direct booking on a unit where residents cannot cancel directly."""

from collections.abc import Iterator

from schema.offers import Offer, ResolvedUnit
from schema.places import Related
from schema.workspace import Workspace
from validate.facts.offering import offered_at, offers_are_known, offers_met
from validate.rule import Finding, Words, found, rule


@rule(
    "error",
    sv=Words(
        title="Boka utan att kunna avboka",
        message="Invånaren kan boka tid med ”{casetype}” men inte avboka den direkt på mottagningen.",
        reason="Den som har bokat en tid på nätet ser den bland sina bokade tider, men får ett felmeddelande vid "
        "avbokning.",
        advice="Aktivera också en tidbokning med cancel (avboka) för samma invånare, eller inaktivera {casetype}.",
    ),
    en=Words(
        title="Booking without cancelling",
        message="Residents can book a time with “{casetype}” but not cancel it directly at the unit.",
        reason="Who has booked a time sees it among the booked times, but gets an error when cancelling.",
        advice="Activate a booking with cancel for the same residents too, or inactivate {casetype}.",
    ),
    source="Egen slutsats: den som kan boka direkt ska kunna avboka direkt. Inera, Vilka tider visas i Bokade tider?",
    good="""
-- casetypes/boka-tid.yaml --
name: Boka tid
category: Tidbokning
kind: booking
functions: [book, cancel]
terms: tidbokning
-- terms/tidbokning.yaml --
layout: booking
status: approved
approved: {on: 2026-03-01, by: redaktionen}
version: 1
unit_text: Här kan du boka tid hos {enhet}.
-- units/vc.yaml --
booking: {journal_system: Exempeljournal, takning: done, supports: [book, cancel]}
casetypes:
  boka-tid: {}
""",
    bad="""
-- casetypes/boka-tid.yaml --
name: Boka tid
category: Tidbokning
kind: booking
functions: [book]
terms: tidbokning
-- terms/tidbokning.yaml --
layout: booking
status: approved
approved: {on: 2026-03-01, by: redaktionen}
version: 1
unit_text: Här kan du boka tid hos {enhet}.
-- units/vc.yaml --
booking: {journal_system: Exempeljournal, takning: done, supports: [book, cancel]}
casetypes:
  boka-tid: {}  # <-- book-without-cancel
""",
)
def book_without_cancel(workspace: Workspace) -> Iterator[Finding]:
    for unit, offer in offers_met(workspace):
        if _lets(offer, "book") and _is_done(unit, offer) and not _may_cancel(unit, offer):
            at, shared_by = offered_at(unit, offer)
            limited = [other for other in unit.offers.values() if other.active and _lets(other, "cancel")]
            for_some = [Related("set-here", other.origin("limited_selection")) for other in limited[:1]]
            yield found(at, *for_some, unit=shared_by, casetype=offer.id)


def _lets(offer: Offer, function: str) -> bool:
    return offer.base.kind == "booking" and function in offer.base.values["functions"]


def _is_done(unit: ResolvedUnit, booking: Offer) -> bool:
    """Whether the unit does what is booked; where it does not, a rule of its own tells of it."""
    return booking.get("needs") in (None, *unit.unit.offers)


def _may_cancel(unit: ResolvedUnit, booking: Offer) -> bool:
    """Whether all who can book can cancel, or may do so by a case type that could not be resolved."""
    is_for_some = bool(booking.get("limited_selection"))
    for offer in unit.offers.values():
        if offer.active and _lets(offer, "cancel") and (is_for_some or not _is_limited(offer)):
            return True
    return bool(unit.unresolved) or not offers_are_known(unit.tree)


def _is_limited(offer: Offer) -> bool:
    """Whether only some residents can use it; a unit that says so of a central one is told of by a rule of its own."""
    if not offer.get("limited_selection"):
        return False
    return offer.base.governance != "central" or offer.origin("limited_selection").file != offer.unit.file
