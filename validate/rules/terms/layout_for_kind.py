"""A terms text whose layout is not that of its case type's kind."""

from collections.abc import Iterator

from schema.places import Related
from schema.workspace import Workspace
from validate.rule import Finding, Words, found, rule


@rule(
    "error",
    sv=Words(
        title="Fel form på villkorstexten",
        message="Villkorstexten är {layout}, men ärendetypen är av slaget {kind}.",
        reason="Tidbokningens text har fyra egna fält. Andra ärendetyper har en text i punkter. Den ena går inte att "
        "föra in där den andra ska stå.",
        advice="Välj en text med layout: {right}, eller skriv om texten i den formen.",
        phrases={
            "layout": {"points": "skriven i punkter", "booking": "skriven för tidbokning"},
            "kind": {
                "form": "formulär",
                "booking": "tidbokning",
                "outlink": "uthoppstjänst",
                "listing": "listning",
            },
        },
    ),
    en=Words(
        title="Wrong layout of the terms text",
        message="The terms text is {layout}, but the case type is of the kind {kind}.",
        reason="A booking text has four fields of its own. Other case types have a text in points. The one cannot be "
        "entered where the other belongs.",
        advice="Choose a text with layout: {right}, or write the text anew in that layout.",
        phrases={
            "layout": {"points": "written in points", "booking": "written for bookings"},
            "kind": {
                "form": "form",
                "booking": "booking",
                "outlink": "outlink",
                "listing": "listing",
            },
        },
    ),
    source="RJL, Villkorstexter tidsbokning; Vårdgivarguiden, Inställningar",
    good="""
-- terms/kontakta-mig.yaml --
layout: points
status: approved
approved: {on: 2026-03-01, by: redaktionen}
version: 1
points:
  - id: om
    text: Här kan du be {enhet} att ringa dig.
  - id: svarstid
    text: Du får svar inom {svarstid}.
-- units/vc.yaml --
casetypes:
  kontakta-mig: {terms: kontakta-mig}
""",
    bad="""
-- terms/kontakta-mig.yaml --
layout: booking
status: approved
approved: {on: 2026-03-01, by: redaktionen}
version: 1
unit_text: Här kan du be {enhet} att ringa dig. Du får svar inom {svarstid}.
-- units/vc.yaml --
casetypes:
  kontakta-mig:
    terms: kontakta-mig  # <-- layout-for-kind
""",
    mandatory=True,
)
def layout_for_kind(workspace: Workspace) -> Iterator[Finding]:
    for template in workspace.templates.values():
        terms = template.default_terms
        if terms is not None and terms.layout != _right(template.kind):
            yield found(terms.at("layout"), layout=terms.layout, kind=template.kind, right=_right(template.kind))
    for offer in workspace.offers():
        named = offer.get("terms")
        terms = offer.tree.terms.get(named) if named is not None else None
        if terms is not None and terms.layout != _right(offer.base.kind):
            kind, set_here = offer.base.kind, Related("set-here", terms.at("layout"))
            at = offer.origin("terms")
            unit = offer.unit.file_id if at.file != offer.unit.file else None
            yield found(at, set_here, unit=unit, layout=terms.layout, kind=kind, right=_right(kind))


def _right(kind: str) -> str:
    return "booking" if kind == "booking" else "points"
