"""A region with a county code that no region has."""

from collections.abc import Iterator

from schema.codelists import counties
from schema.fitting import nearest
from schema.workspace import Workspace
from validate.rule import Finding, Words, found, rule


@rule(
    "error",
    sv=Words(
        title="Okänd länskod",
        message="Ingen region har länskoden {county}.{nearest}",
        reason="Länskoden säger vilken av de 21 regionerna det är, och vilka kommuner som hör dit.",
        advice="Skriv regionens länskod i stället för {county}. Koderna 02, 11, 15 och 16 används inte längre.",
    ),
    en=Words(
        title="Unknown county code",
        message="No region has the county code {county}.{nearest}",
        reason="The county code says which of the 21 regions it is, and which municipalities belong to it.",
        advice="Write the region's county code instead of {county}. The codes 02, 11, 15 and 16 are no longer in use.",
    ),
    source="basutbud, kodlistan över de 21 regionerna",
    good="""
-- region.yaml --
county: "13"
""",
    bad="""
-- region.yaml --
county: "15"  # <-- county-unknown
""",
)
def county_unknown(workspace: Workspace) -> Iterator[Finding]:
    for tree in workspace.regions.values():
        region = tree.region
        if region is not None and region.county not in counties():
            yield found(region.at("county"), county=region.county, nearest=_county_of(region.name))


def _county_of(name: str) -> str:
    """The county code of the region whose name is most like this one."""
    codes = {county.region.lower(): county.code for county in counties().values()}
    return codes.get(nearest(name, list(codes)), "")
