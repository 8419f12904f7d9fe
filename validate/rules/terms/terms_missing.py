"""An active case type without any terms text."""

from collections.abc import Iterator

from schema.offers import Offer, ResolvedUnit
from schema.places import Place
from schema.workspace import Workspace
from validate.facts.offering import offers_met
from validate.rule import Finding, Words, found, rule


@rule(
    "error",
    sv=Words(
        title="Villkorstext saknas",
        message="Ärendetypen ”{casetype}” är aktiv men har ingen villkorstext.",
        reason="Invånaren ska läsa och godkänna en villkorstext innan ärendet skickas. Utan den kan ärendetypen inte "
        "användas.",
        advice="Skriv en text i mappen terms och ange den med terms för {casetype}, eller inaktivera ärendetypen tills "
        "texten finns.",
    ),
    en=Words(
        title="Missing terms text",
        message="The case type “{casetype}” is active but has no terms text.",
        reason="The resident must read and accept a terms text before the case is sent. Without it the case type "
        "cannot be used.",
        advice="Write a text in the folder terms and name it with terms for {casetype}, or inactivate the case type "
        "until there is a text.",
    ),
    source="Vårdgivarguiden Stockholm, Inställningar, och VGR Vårdgivarwebben, Manualer",
    good="""
-- casetypes/ring-mig.yaml --
name: Ring mig
category: Kontakt
kind: form
terms: ring-mig
form:
  - {id: arende, question: Vad gäller det?, type: text}
-- terms/ring-mig.yaml --
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
  ring-mig: {}
""",
    bad="""
-- casetypes/ring-mig.yaml --
name: Ring mig  # <-- terms-missing
category: Kontakt
kind: form
form:
  - {id: arende, question: Vad gäller det?, type: text}
-- units/vc.yaml --
casetypes:
  ring-mig: {}
""",
)
def terms_missing(workspace: Workspace) -> Iterator[Finding]:
    for unit, offer in offers_met(workspace):
        if offer.base.values.get("default_terms") is None and offer.get("terms") is None:
            at, shared_by = _place(unit, offer)
            yield found(at, unit=shared_by, objects={"casetype": offer.id}, casetype=offer.id)


def _place(unit: ResolvedUnit, offer: Offer) -> tuple[Place, str | None]:
    """The case type that lacks a text; the unit's own line where the unit uses a template as it is."""
    defined = [layer for layer in offer.base.layers if layer.name in ("casetype", "local")]
    if not defined:
        return offer.place.key(), None
    return defined[-1].place.at("terms").key(), None if defined[-1].name == "local" else unit.id
