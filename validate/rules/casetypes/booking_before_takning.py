"""A unit with an active booking case type whose booking is not connected yet."""

from collections.abc import Iterator

from schema.offers import Offer, ResolvedUnit
from schema.places import Place
from schema.workspace import Workspace
from validate.facts.offering import booking_met
from validate.rule import Finding, Words, found, rule


@rule(
    "error",
    sv=Words(
        title="Tidbokning före takning",
        message="{state}, men mottagningen har aktiv tidbokning: {casetype}.",
        reason="Innan takningen är klar når invånaren inte tidboken och får bara ett felmeddelande.",
        advice="Skriv takning: done under booking när takningen är klar. Inaktivera {casetype} till dess. Delas "
        "ärendetypen ut av regionen, be regionen lämna mottagningen utanför gruppen så länge.",
        phrases={
            "state": {
                "missing": "Anslutning för tidbokning (booking) saknas",
                "not-ordered": "Takningen är inte beställd",
                "ordered": "Takningen är beställd men inte klar",
            }
        },
    ),
    en=Words(
        title="Booking before its connection",
        message="{state}, but the unit has active booking: {casetype}.",
        reason="Before the connection (takning) is done the resident does not reach the calendar and gets an error.",
        advice="Write takning: done under booking when the connection is done. Inactivate {casetype} until then. "
        "If the region distributes it, ask the region to leave the unit out of the group for the time.",
        phrases={
            "state": {
                "missing": "There is no connection for booking (booking)",
                "not-ordered": "The connection (takning) has not been ordered",
                "ordered": "The connection (takning) has been ordered but is not done",
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
booking:
  journal_system: Exempeljournal
  takning: ordered  # <-- booking-before-takning
casetypes:
  om-avboka-tid-direkt: {}
""",
)
def booking_before_takning(workspace: Workspace) -> Iterator[Finding]:
    for unit, offers in booking_met(workspace):
        booking = unit.unit.booking
        state = "missing" if booking is None else booking.takning
        if state != "done":
            casetypes = ", ".join(offer.id for offer in offers)
            objects = {"casetype": offers[0].id}
            yield found(_place(unit, offers), objects=objects, casetype=casetypes, state=state)


def _place(unit: ResolvedUnit, offers: list[Offer]) -> Place:
    """The state of the connection; where there is none, the unit's first booking, or all of its case types."""
    if unit.unit.booking is not None:
        return unit.unit.at("booking", "takning")
    listed = [offer for offer in offers if offer.id in unit.unit.casetypes]
    return listed[0].place.key() if listed else unit.unit.at("casetypes").key()
