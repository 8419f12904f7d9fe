"""A booking case type with a function that the unit's journal system does not have."""

from collections.abc import Iterator

from schema.places import Related
from schema.workspace import Workspace
from validate.facts.offering import offered_at, offers_met
from validate.rule import Finding, Words, found, rule


@rule(
    "error",
    sv=Words(
        title="Tidbokning som journalsystemet inte klarar",
        message="Tidbokningen ”{casetype}” låter invånaren {function}, men mottagningens journalsystem klarar inte "
        "det.",
        reason="Alla journalsystem klarar inte både att boka, avboka och omboka. Invånaren får då ett felmeddelande.",
        advice="Inaktivera {casetype}, eller välj en tidbokning med bara det som står under supports. Klarar systemet "
        "att {function}, lägg till det under booking och supports.",
        phrases={"function": {"book": "boka", "cancel": "avboka", "rebook": "omboka"}},
    ),
    en=Words(
        title="Booking that the journal system cannot do",
        message="The booking “{casetype}” lets residents {function}, but the unit's journal system cannot do that.",
        reason="Not every journal system can do all of booking, cancelling and rebooking. The resident then gets an "
        "error.",
        advice="Inactivate {casetype}, or choose a booking with only what stands under supports. If the system can "
        "{function}, add it under booking and supports.",
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
booking: {journal_system: Exempeljournal, takning: done, supports: [cancel]}
casetypes:
  om-avboka-tid-direkt: {}  # <-- booking-function-unsupported
""",
)
def booking_function_unsupported(workspace: Workspace) -> Iterator[Finding]:
    for unit, offer in offers_met(workspace):
        booking = unit.unit.booking
        # Before the connection is done nobody needs to know what it will bear.
        if offer.base.kind != "booking" or booking is None or booking.takning != "done":
            continue
        for function in offer.base.values["functions"]:
            if function not in booking.supports:
                at, shared_by = offered_at(unit, offer)
                declared = Related("declared-here", unit.unit.at("booking", "supports"))
                yield found(at, declared, unit=shared_by, casetype=offer.id, function=function)
