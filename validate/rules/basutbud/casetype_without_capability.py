"""An active case type for something that the unit does not do."""

from collections.abc import Iterator

from schema.places import Related
from schema.workspace import Workspace
from validate.facts.offering import offered_at, offers_meant
from validate.rule import Finding, Words, found, rule


@rule(
    "error",
    sv=Words(
        title="Ärendetyp för något som mottagningen inte gör",
        message="Ärendetypen ”{casetype}” kräver {needs}, som mottagningen inte har under offers.",
        reason="En ärendetyp ska inte vara aktiv om mottagningen inte gör det som den gäller, till exempel Förnya "
        "recept där ingen skriver recept.",
        advice="Inaktivera {casetype}, eller lägg till {needs} under offers om mottagningen gör det.",
    ),
    en=Words(
        title="A case type for what the unit does not do",
        message="The case type “{casetype}” needs {needs}, which the unit does not have under offers.",
        reason="A case type must not be active if the unit does not do what it is for, such as renewing prescriptions "
        "where nobody prescribes.",
        advice="Inactivate {casetype}, or add {needs} under offers if the unit does it.",
    ),
    source="VGR Vårdgivarwebben, Frågor och svar kring basutbudet",
    good="""
-- units/vc.yaml --
offers: [calls-back]
""",
    bad="""
-- units/vc.yaml --
offers: [books-visits]
casetypes:
  kontakta-mig: {}  # <-- casetype-without-capability
""",
)
def casetype_without_capability(workspace: Workspace) -> Iterator[Finding]:
    for unit, offer in offers_meant(workspace):
        needs = offer.base.values.get("needs")
        if needs is not None and needs not in unit.unit.offers:
            at, shared_by = offered_at(unit, offer)
            needed = Related("needed-here", offer.origin("needs"))
            yield found(at, needed, unit=shared_by, objects={"casetype": offer.id}, casetype=offer.id, needs=needs)
