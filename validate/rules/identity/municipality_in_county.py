"""A municipality that lies in another county than the region."""

from collections.abc import Iterator

from schema.codelists import counties, municipalities
from schema.places import Related
from schema.workspace import Workspace
from validate.rule import Finding, Words, found, rule


@rule(
    "error",
    sv=Words(
        title="Kommun i ett annat län",
        message="Kommunkoden {code} är {municipality}, som hör till {other} och inte till {region}.",
        reason="De två första siffrorna i kommunkoden är länskoden. En mottagning med fel kommun visas på fel ställe "
        "för invånarna.",
        advice="Skriv koden för kommunen i {region}. Är {municipality} rätt hör filen till en annan region. Annars "
        "behövs ett undantag i waivers.yaml.",
    ),
    en=Words(
        title="Municipality in another county",
        message="The municipality code {code} is {municipality}, which belongs to {other} and not to {region}.",
        reason="The first two digits of a municipality code are the county code. A unit with the wrong municipality is "
        "shown in the wrong place to residents.",
        advice="Write the code of the municipality in {region}. If {municipality} is right the file belongs to another "
        "region, or a waiver is needed in waivers.yaml.",
    ),
    source="Egen slutsats: SCB:s kommunkoder börjar med länskoden, och Inera, krav på kontaktkort, kräver länskod",
    good="""
-- units/vc.yaml --
municipality: "1380"
""",
    bad="""
-- units/vc.yaml --
municipality: "1280"  # <-- municipality-in-county
""",
)
def municipality_in_county(workspace: Workspace) -> Iterator[Finding]:
    for tree in workspace.regions.values():
        own = counties().get(tree.region.county) if tree.region is not None else None
        if tree.region is None or own is None:
            continue
        for unit in tree.units.values():
            municipality, other = municipalities().get(unit.municipality), counties().get(unit.municipality[:2])
            if municipality is not None and other is not None and other is not own:
                yield found(
                    unit.at("municipality"),
                    Related("set-here", tree.region.at("county")),
                    code=unit.municipality,
                    municipality=municipality,
                    other=other.region,
                    region=own.region,
                )
