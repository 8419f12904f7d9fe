"""A municipality that lies in another county than the region."""

from collections.abc import Iterator

from schema.codelists import counties, municipalities
from schema.places import Place, Related
from schema.workspace import RegionTree, Workspace
from validate.facts.counties import county_meant
from validate.facts.selectors import alternatives, selectors_of
from validate.rule import Finding, Words, found, rule


@rule(
    "error",
    sv=Words(
        title="Kommun i ett annat län",
        message="Kommunkoden {code} är {municipality}, som hör till {other} och inte till {region}.",
        reason="De två första siffrorna i kommunkoden är länskoden. En mottagning med fel kommun visas på fel ställe "
        "för invånarna, och ett urval med fel kommun väljer ingen.",
        advice="Skriv koden för kommunen i {region}. Är {municipality} rätt hör filen till en annan region. Annars "
        "behövs ett undantag i waivers.yaml.",
    ),
    en=Words(
        title="Municipality in another county",
        message="The municipality code {code} is {municipality}, which belongs to {other} and not to {region}.",
        reason="The first two digits of a municipality code are the county code. A unit with the wrong municipality is "
        "shown in the wrong place to residents, and a selection with the wrong one selects nobody.",
        advice="Write the code of the municipality in {region}. If {municipality} is right the file belongs to another "
        "region, or a waiver is needed in waivers.yaml.",
    ),
    source="Egen slutsats: SCB:s kommunkoder börjar med länskoden, och Inera, krav på kontaktkort, kräver länskod",
    good="""
-- units/vc.yaml --
municipality: "1380"
""",
    bad="""
-- groups.yaml --
i-helsingborg:
  title: Nära Helsingborg
  select:
    municipality: "1283"  # <-- municipality-in-county
-- units/vc.yaml --
municipality: "1280"  # <-- municipality-in-county
""",
)
def municipality_in_county(workspace: Workspace) -> Iterator[Finding]:
    for tree in workspace.regions.values():
        # A wrong county code is told of where it stands.
        own = counties().get(county_meant(tree.region)) if tree.region is not None else None
        if tree.region is None or own is None:
            continue
        for code, place in _named(tree):
            municipality, other = municipalities().get(code), counties().get(code[:2])
            if municipality is not None and other is not None and other is not own:
                yield found(
                    place,
                    Related("set-here", tree.region.at("county")),
                    code=code,
                    municipality=municipality,
                    other=other.region,
                    region=own.region,
                )


def _named(tree: RegionTree) -> Iterator[tuple[str, Place]]:
    """The municipalities of units, and those of selectors where no unit lies."""
    for unit in tree.units.values():
        yield unit.municipality, unit.at("municipality")
    of_units = {unit.municipality for unit in tree.units.values()}
    for selector, at, _ in selectors_of(tree):
        for code, place in alternatives(selector.municipality, at.at("municipality")):
            if code not in of_units:
                yield code, place
