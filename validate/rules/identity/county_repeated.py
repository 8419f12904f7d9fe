"""Two regions with the same county code."""

from collections.abc import Iterator

from schema.codelists import counties
from schema.places import Place, Related
from schema.register import Register
from validate.rule import Finding, Words, found, rule


@rule(
    "error",
    sv=Words(
        title="Samma länskod två gånger",
        message="Länskoden {county} hör till {region} och står redan i {other}.",
        reason="Varje län har en enda region. Två mappar för samma region skulle ge två sanningar.",
        advice="Rätta den länskod som är fel, eller för ihop mapparna om båda är {region}.",
    ),
    en=Words(
        title="The same county code twice",
        message="The county code {county} belongs to {region} and already stands in {other}.",
        reason="Every county has a single region. Two folders for one region would give two truths.",
        advice="Correct the county code that is wrong, or join the folders if both are {region}.",
    ),
    source="basutbud, kodlistan över de 21 regionerna",
    good="""
== regions/grannen/region.yaml ==
name: Region Skåne
county: "12"
organisation_number: 232100-0255
directory: HSA
administration: {name: Förvaltning 1177 e-tjänster}
""",
    bad="""
== regions/grannen/region.yaml ==
name: Region Halland
county: "13"  # <-- county-repeated
organisation_number: 232100-0115
directory: HSA
administration: {name: Förvaltning 1177 e-tjänster}
""",
)
def county_repeated(register: Register) -> Iterator[Finding]:
    first: dict[str, Place] = {}
    for county, place, number in sorted(register.counties, key=lambda entry: entry[1].file.split("/")):
        # A county code that the region's own organisation number speaks against has a rule of its own.
        if county in counties() and counties()[county].organisation_number == number:
            known = first.setdefault(county, place)
            if known is not place:
                region = counties()[county].region
                yield found(place, Related("other-one", known), county=county, region=region, other=known.file)
