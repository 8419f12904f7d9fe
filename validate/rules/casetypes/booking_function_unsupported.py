"""A unit with a booking case type that has a function which the unit's journal system does not have."""

from collections.abc import Iterator
from typing import get_args

from schema.models.casetypes import BookingFunction
from schema.places import Related
from schema.workspace import Workspace
from validate.facts.offering import booking_met
from validate.rule import Finding, Words, found, rule


@rule(
    "error",
    sv=Words(
        title="Tidbokning som journalsystemet inte klarar",
        message="Journalsystemet klarar enligt supports inte att {function}, men mottagningen låter invånaren göra det "
        "med {casetype}.",
        reason="Alla journalsystem klarar inte både att boka, avboka och omboka. Invånaren får då ett felmeddelande.",
        advice="Klarar systemet att {function}, lägg till det under supports. Annars ska {casetype} vara inaktiv. "
        "Delas den ut från regionen, be regionen lämna mottagningen utanför gruppen.",
        phrases={"function": {"book": "boka", "cancel": "avboka", "rebook": "omboka"}},
    ),
    en=Words(
        title="Booking that the journal system cannot do",
        message="By its supports the journal system cannot {function}, but the unit lets residents do so with "
        "{casetype}.",
        reason="Not every journal system can do all of booking, cancelling and rebooking. The resident then gets an "
        "error.",
        advice="If the system can {function}, add it under supports. Otherwise {casetype} must be inactive. If the "
        "region distributes it, ask the region to leave the unit out of the group.",
        phrases={"function": {"book": "book", "cancel": "cancel", "rebook": "rebook"}},
    ),
    source="Vårdgivarguiden, Webbtidbok",
    good="""
-- casetypes/om-avboka-tid-direkt.yaml --
name: Om- och avboka tid direkt
category: Tidbokning
kind: booking
functions: [cancel, rebook]
terms: tidbokning
-- terms/tidbokning.yaml --
layout: booking
status: approved
approved: {on: 2026-03-01, by: redaktionen}
version: 1
unit_text: Här ser du tiderna som du har bokat hos {enhet}.
-- units/vc.yaml --
booking: {journal_system: Exempeljournal, takning: done, supports: [cancel, rebook]}
casetypes:
  om-avboka-tid-direkt: {}
""",
    bad="""
-- casetypes/om-avboka-tid-direkt.yaml --
name: Om- och avboka tid direkt
category: Tidbokning
kind: booking
functions: [cancel, rebook]
terms: tidbokning
-- terms/tidbokning.yaml --
layout: booking
status: approved
approved: {on: 2026-03-01, by: redaktionen}
version: 1
unit_text: Här ser du tiderna som du har bokat hos {enhet}.
-- units/vc.yaml --
booking: {journal_system: Exempeljournal, takning: done, supports: [cancel]}  # <-- booking-function-unsupported
casetypes:
  om-avboka-tid-direkt: {}
""",
)
def booking_function_unsupported(workspace: Workspace) -> Iterator[Finding]:
    for unit, offers in booking_met(workspace):
        booking = unit.unit.booking
        # Before the connection is done nobody needs to know what it will bear.
        if booking is None or booking.takning != "done":
            continue
        for function in get_args(BookingFunction):
            letting = [offer for offer in offers if function in offer.base.values["functions"]]
            if letting and function not in booking.supports:
                yield found(
                    unit.unit.at("booking", "supports"),
                    Related("set-here", letting[0].origin("functions")),
                    objects={"casetype": letting[0].id},
                    casetype=", ".join(offer.id for offer in letting),
                    function=function,
                )
