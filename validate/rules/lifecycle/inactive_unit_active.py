"""An inactive unit that still has an active case type or a service area."""

from collections.abc import Iterator

from schema.offers import ResolvedUnit
from schema.workspace import Workspace
from validate.facts.offering import offered_at, units_known
from validate.rule import Finding, Words, found, rule


@rule(
    "error",
    sv=Words(
        title="Stängd mottagning som är öppen",
        message="Mottagningen är stängd (status: inactive) men har kvar {kind} ”{name}”.",
        reason="Invånare får inte kunna skriva till en mottagning där ingen svarar.",
        advice="Inaktivera eller ta bort ”{name}”. Delas den ut från regionen ska gruppen inte ta med stängda "
        "mottagningar. Är mottagningen öppen ska status vara active.",
        phrases={"kind": {"casetype": "den aktiva ärendetypen", "service-area": "betjäningsområdet"}},
    ),
    en=Words(
        title="Inactive unit that is open",
        message="The unit is closed (status: inactive) but still has {kind} “{name}”.",
        reason="Residents must not be able to write to a unit where nobody answers.",
        advice="Inactivate or take away “{name}”. If the region distributes it, the group must not take in closed "
        "units. If the unit is open its status must be active.",
        phrases={"kind": {"casetype": "the active case type", "service-area": "the service area"}},
    ),
    source="Region Jönköpings län, Stöd vid införande av 1177 e-tjänster (inaktivera enhet)",
    good="""
-- units/vc.yaml --
status: inactive
casetypes:
  kontakta-mig: {active: false}
""",
    bad="""
-- units/vc.yaml --
status: inactive
settings:
  service_area:  # <-- inactive-unit-active
    - region: "13"
casetypes:
  kontakta-mig: {}  # <-- inactive-unit-active
""",
)
def inactive_unit_active(workspace: Workspace) -> Iterator[Finding]:
    for unit in units_known(workspace):
        if unit.unit.status == "inactive":
            yield from _open(unit)


def _open(unit: ResolvedUnit) -> Iterator[Finding]:
    # An area that the region gives to all its units says nothing of this one.
    if unit.unit.settings.service_area:
        yield found(unit.unit.at("settings", "service_area").key(), kind="service-area", name="service_area")
    for offer in unit.offers.values():
        if offer.active:
            at, shared_by = offered_at(unit, offer)
            yield found(at, unit=shared_by, kind="casetype", name=offer.id)
