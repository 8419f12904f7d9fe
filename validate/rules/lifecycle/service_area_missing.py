"""An active unit that no resident sees, as it has neither a service area nor approves residents."""

from collections.abc import Iterator
from itertools import groupby

from schema.offers import ResolvedUnit
from schema.workspace import Workspace
from validate.facts.offering import units_known
from validate.rule import Finding, Words, found, rule


@rule(
    "warning",
    sv=Words(
        title="Aktiv mottagning utan betjäningsområde",
        message="Mottagningen är aktiv men har inget betjäningsområde.",
        reason="Betjäningsområdet avgör vilka invånare som ser mottagningen. Utan det måste varje invånare godkännas "
        "för sig, annars kan ingen skriva.",
        advice="Lägg till service_area under settings, här eller för hela regionen. Ska varje invånare godkännas, "
        "skriv approve_residents: true.",
    ),
    en=Words(
        title="Active unit without a service area",
        message="The unit is active but has no service area.",
        reason="The service area decides which residents see the unit. Without it each resident must be approved one "
        "by one, or nobody can write.",
        advice="Add service_area under settings, here or for the whole region. If each resident is to be approved, "
        "write approve_residents: true.",
    ),
    source="Inera, Inställningar, och Ineras manualsida om Invånare (godkänn invånare)",
    good="""
-- units/vc.yaml --
settings:
  service_area: []
  approve_residents: true
""",
    bad="""
-- region.yaml --
defaults: {}
-- units/vc.yaml --
settings:  # <-- service-area-missing
  link_to_1177: true
""",
)
def service_area_missing(workspace: Workspace) -> Iterator[Finding]:
    for _, units in groupby(units_known(workspace), key=lambda unit: unit.tree.id):
        active = [unit for unit in units if unit.unit.status == "active"]
        unseen = [unit for unit in active if not _is_seen(unit)]
        # What most units of a region lack is what the region was to give them all.
        is_of_region = len(unseen) > max(len(active) / 2, 1)
        for unit in unseen:
            area = unit.setting("service_area")
            above = area.place.key() if area is not None and area.layer != "unit" else None
            if above is None and area is None and is_of_region and unit.tree.region is not None:
                above = unit.tree.region.at("defaults").key()
            yield found(unit.unit.at("settings").key()) if above is None else found(above, unit=unit.id)


def _is_seen(unit: ResolvedUnit) -> bool:
    area = unit.setting("service_area")
    if area is not None and area.value:
        return True
    approves = unit.setting("approve_residents")
    # Where a broken region.yaml may have given the area, nobody knows that there is none.
    return (approves is not None and approves.value) or unit.tree.region is None
