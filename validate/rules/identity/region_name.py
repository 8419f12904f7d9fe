"""A region whose name is not that of its county code and its organisation number."""

from collections.abc import Iterator

from schema.codelists import counties
from schema.places import Related
from schema.workspace import Workspace
from validate.facts.counties import is_named
from validate.rule import Finding, Words, found, rule


@rule(
    "warning",
    sv=Words(
        title="Regionen heter något annat",
        message="Regionen heter här ”{name}”, men länskoden och organisationsnumret hör till {region}.",
        reason="Regionens namn står i villkorstexterna. Ett namn som följt med från en annan regions fil visas för "
        "alla invånare.",
        advice="Skriv name: {region}. Har regionen bytt namn, se till att kodlistan över regionerna uppdateras.",
    ),
    en=Words(
        title="A region by another name",
        message="The region is called “{name}” here, but the county code and the organisation number are those of "
        "{region}.",
        reason="The terms texts say the name of the region. A name that came along from another region's file is shown "
        "to every resident.",
        advice="Write name: {region}. If the region has changed its name, let the code list of regions be updated.",
    ),
    source="basutbud, kodlistan över de 21 regionerna",
    good="""
-- region.yaml --
name: Region Halland
""",
    bad="""
-- region.yaml --
name: Region Skåne  # <-- region-name
""",
)
def region_name(workspace: Workspace) -> Iterator[Finding]:
    for tree in workspace.regions.values():
        region = tree.region
        county = counties().get(region.county) if region is not None else None
        if region is None or county is None or county.organisation_number != region.organisation_number:
            continue
        if not is_named(region, region.county):
            set_by = Related("set-here", region.at("county"))
            yield found(region.at("name"), set_by, name=region.name, region=county.region)
