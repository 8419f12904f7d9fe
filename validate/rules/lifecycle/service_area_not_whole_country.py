"""An active unit that is not open to the whole country, though its region's policy asks for that."""

from collections.abc import Iterator

from schema.places import Related
from schema.workspace import Workspace
from validate.facts.offering import groups_are_known
from validate.rule import Finding, Words, found, rule


@rule(
    "error",
    sv=Words(
        title="Betjäningsområde som inte är hela landet",
        message="Betjäningsområdet är {area}, men regionen kräver hela landet.",
        reason="Den som är folkbokförd någon annanstans ser annars inte mottagningen, trots att hon eller han är "
        "patient där.",
        advice="Lägg till raden region: whole-country bredvid {area}.",
    ),
    en=Words(
        title="Service area that is not the whole country",
        message="The service area is {area}, but the region asks for the whole country.",
        reason="Otherwise somebody who is registered elsewhere does not see the unit, though being its patient.",
        advice="Add the row region: whole-country beside {area}.",
    ),
    source="Regionens policy. VGR Vårdgivarwebben, Manualer, och Region Jönköpings län, Stöd vid införande av 1177 "
    "e-tjänster",
    good="""
-- region.yaml --
policy: {service_area: whole-country}
-- units/vc.yaml --
settings:
  service_area:
    - {region: whole-country, age_from: 18}
""",
    bad="""
-- region.yaml --
policy: {service_area: whole-country}
-- units/vc.yaml --
settings:
  service_area:  # <-- service-area-not-whole-country
    - {region: "13"}
""",
)
def service_area_not_whole_country(workspace: Workspace) -> Iterator[Finding]:
    for tree in workspace.regions.values():
        if tree.region is None or tree.region.policy.service_area != "whole-country" or not groups_are_known(tree):
            continue
        required = Related("required-here", tree.region.at("policy", "service_area"))
        for unit in tree.resolved.values():
            area = unit.setting("service_area") if unit.unit.status == "active" else None
            if area is not None and area.value and all(row.region != "whole-country" for row in area.value):
                regions = ", ".join(dict.fromkeys(row.region for row in area.value))
                shared_by = None if area.layer == "unit" else unit.id
                yield found(area.place.key(), required, unit=shared_by, area=regions)
