"""An active booking case type on a unit whose booking is not connected yet."""

from collections.abc import Iterator

from schema.places import Related
from schema.workspace import Workspace
from validate.facts.offering import offered_at, offers_met
from validate.rule import Finding, Words, found, rule


@rule(
    "error",
    sv=Words(
        title="Tidbokning före takning",
        message="Tidbokningen ”{casetype}” är aktiv, men {state}.",
        reason="Innan takningen är klar når invånaren inte tidboken och får bara ett felmeddelande.",
        advice="Skriv active: false på {casetype} tills takningen är klar, och sedan takning: done under booking.",
        phrases={
            "state": {
                "missing": "mottagningen har ingen anslutning för tidbokning (booking)",
                "not-ordered": "takningen är inte beställd",
                "ordered": "takningen är beställd men inte klar",
            }
        },
    ),
    en=Words(
        title="Booking before its connection",
        message="The booking “{casetype}” is active, but {state}.",
        reason="Before the connection (takning) is done the resident does not reach the calendar and gets an error.",
        advice="Write active: false for {casetype} until the connection is done, and then takning: done under booking.",
        phrases={
            "state": {
                "missing": "the unit has no connection for booking (booking)",
                "not-ordered": "the connection (takning) has not been ordered",
                "ordered": "the connection (takning) has been ordered but is not done",
            }
        },
    ),
    source="Region Jönköpings län, Stöd vid införande av 1177 e-tjänster (webbtidbok)",
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
booking: {journal_system: Exempeljournal, takning: ordered}
casetypes:
  om-avboka-tid-direkt: {}  # <-- booking-before-takning
""",
)
def booking_before_takning(workspace: Workspace) -> Iterator[Finding]:
    for unit, offer in offers_met(workspace):
        if offer.base.kind != "booking":
            continue
        booking = unit.unit.booking
        state = "missing" if booking is None else booking.takning
        if state != "done":
            at, shared_by = offered_at(unit, offer)
            related = [Related("set-here", unit.unit.at("booking", "takning"))] if booking is not None else []
            yield found(at, *related, unit=shared_by, casetype=offer.id, state=state)
