"""A unit that is closing, with a case type of its own still active."""

from collections.abc import Iterator

from schema.workspace import Workspace
from validate.facts.offering import offered_at, units_known
from validate.rule import Finding, Words, found, rule


@rule(
    "error",
    sv=Words(
        title="Egen ärendetyp aktiv när mottagningen stänger",
        message="Mottagningen stänger, men dess ärendetyp ”{casetype}” är fortfarande aktiv.",
        reason="När en mottagning stänger ska den inaktivera sina egna ärendetyper, så att inga nya ärenden kommer in "
        "som ingen hinner besvara.",
        advice="Skriv active: false på {casetype}. De centrala ärendetyperna inaktiveras genom regionens förvaltning.",
    ),
    en=Words(
        title="A case type of its own active on a closing unit",
        message="The unit is closing, but its case type “{casetype}” is still active.",
        reason="A unit that closes must inactivate its own case types, so that no new cases come in that nobody has "
        "the time to answer.",
        advice="Write active: false for {casetype}. The central case types are inactivated through the region's "
        "administration.",
    ),
    source="Region Jönköpings län, Stöd vid införande av 1177 e-tjänster (inaktivera enhet)",
    good="""
-- units/vc.yaml --
status: closing
casetypes:
  kontakta-mig: {active: false}
""",
    bad="""
-- units/vc.yaml --
status: closing
casetypes:
  kontakta-mig: {}  # <-- closing-unit-active-local
""",
)
def closing_unit_active_local(workspace: Workspace) -> Iterator[Finding]:
    for unit in units_known(workspace):
        if unit.unit.status == "closing":
            for offer in unit.offers.values():
                # What a unit has chosen from a template is its own as much as what it has made itself.
                if offer.active and offer.base.governance != "central":
                    at, shared_by = offered_at(unit, offer)
                    yield found(at, unit=shared_by, casetype=offer.id)
