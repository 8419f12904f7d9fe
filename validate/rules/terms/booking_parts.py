"""A booking text whose parts are none, or not those that its case type has."""

from collections.abc import Iterator

from schema.models.texts import Terms
from schema.places import Related
from schema.workspace import Workspace
from validate.facts.terms_texts import terms_texts
from validate.rule import Finding, Words, found, rule


@rule(
    "error",
    sv=Words(
        title="Delar i tidbokningens text",
        message="{fault}.",
        reason="Tidbokningens text har fyra delar: mottagningens text, bokningen avser, information till vården och "
        "villkor. Bokningen avser finns bara i Boka tid.",
        advice="{remedy}",
        phrases={
            "fault": {
                "empty": "Texten har ingen av de fyra delarna",
                "concerns": "”Bokningen avser” visas bara där en tid kan bokas, och här kan den bara av- eller ombokas",
            },
            "remedy": {
                "empty": "Skriv minst en av unit_text, concerns, information_to_unit och conditions.",
                "concerns": "Flytta det som står här till mottagningens text, eller ge ärendetypen en egen text.",
            },
        },
    ),
    en=Words(
        title="Parts of a booking text",
        message="{fault}.",
        reason="A booking text has four parts: the unit's text, what the booking concerns, information to the unit and "
        "conditions. What it concerns is only there where times can be booked.",
        advice="{remedy}",
        phrases={
            "fault": {
                "empty": "The text has none of the four parts",
                "concerns": "What the booking concerns only shows where a time can be booked, "
                "and here it can only be cancelled or changed",
            },
            "remedy": {
                "empty": "Write at least one of unit_text, concerns, information_to_unit and conditions.",
                "concerns": "Move what stands here into the unit's text, or give the case type a text of its own.",
            },
        },
    ),
    source="RJL, Villkorstexter tidsbokning (fyra delar, Bokningen avser bara i Boka tid)",
    good="""
-- casetype_templates/avboka-tid.yaml --
name: Avboka tid
kind: booking
category: Tider
functions: [cancel]
default_terms:
  layout: booking
  status: approved
  approved: {on: 2026-03-01, by: redaktionen}
  version: 1
  unit_text: Här kan du avboka din tid.
""",
    bad="""
-- casetype_templates/avboka-tid.yaml --
name: Avboka tid
kind: booking
category: Tider
functions: [cancel]
default_terms:
  layout: booking
  status: approved
  approved: {on: 2026-03-01, by: redaktionen}
  version: 1
  concerns: Besök hos läkare.  # <-- booking-parts
-- terms/avboka-tid.yaml --
layout: booking  # <-- booking-parts
status: approved
approved: {on: 2026-03-01, by: redaktionen}
version: 1
""",
)
def booking_parts(workspace: Workspace) -> Iterator[Finding]:
    for terms in terms_texts(workspace):
        if not terms.parts():
            yield found(terms.at("layout"), fault="empty", remedy="empty")
    for template in workspace.templates.values():
        if _concerns_nothing(template.default_terms, getattr(template, "functions", None)):
            yield found(template.at("default_terms", "concerns"), fault="concerns", remedy="concerns")
    for offer in workspace.offers():
        if offer.base.kind == "booking" and offer.get("terms") is not None:
            shown = offer.terms()
            if shown is not None and _concerns_nothing(shown, offer.base.values.get("functions")):
                used, unit = Related("used-here", offer.origin("terms")), offer.unit.file_id
                yield found(shown.at("concerns"), used, unit=unit, fault="concerns", remedy="concerns")


def _concerns_nothing(terms: Terms | None, functions: tuple[str, ...] | None) -> bool:
    """Whether a text says what is booked although nothing can be booked."""
    return functions is not None and "book" not in functions and getattr(terms, "concerns", None) is not None
