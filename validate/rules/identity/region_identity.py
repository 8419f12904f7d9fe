"""A region whose organisation number and county code are not of one region."""

from collections.abc import Iterator

from schema.codelists import counties
from schema.models.regions import Region
from schema.places import Related
from schema.workspace import Workspace
from validate.facts.counties import county_meant
from validate.rule import Finding, Words, found, rule
from validate.wording.check_digits import luhn_agrees


@rule(
    "error",
    sv=Words(
        title="Fel organisationsnummer eller länskod för regionen",
        message="{field} {number} {problem}.{nearest}",
        reason="Organisationsnumret och länskoden ska peka ut samma region. Annars hamnar uppgifterna hos någon annan.",
        advice="Rätta {number}, eller den andra uppgiften om det är den som är fel.",
        phrases={
            "field": {"organisation_number": "Organisationsnumret", "county": "Länskoden"},
            "problem": {
                "check-digit": "har fel kontrollsiffra",
                "other-region": "hör inte till den region som länskoden pekar ut",
                "other-county": "hör inte till den region som namnet och organisationsnumret pekar ut",
            },
        },
    ),
    en=Words(
        title="Wrong organisation number or county code of the region",
        message="The {field} {number} {problem}.{nearest}",
        reason="The organisation number and the county code must point out the same region. Otherwise the data ends up "
        "with somebody else.",
        advice="Correct {number}, or the other one if that is what is wrong.",
        phrases={
            "field": {"organisation_number": "organisation number", "county": "county code"},
            "problem": {
                "check-digit": "has a wrong check digit",
                "other-region": "does not belong to the region that the county code points out",
                "other-county": "does not belong to the region that the name and the organisation number point out",
            },
        },
    ),
    source="basutbud, kodlistan över de 21 regionerna",
    good="""
-- region.yaml --
organisation_number: 232100-0115
""",
    bad="""
-- region.yaml --
organisation_number: 232100-0131  # <-- region-identity
== regions/grannen/region.yaml ==
name: Region Skåne
county: "14"  # <-- region-identity
organisation_number: 232100-0255
directory: HSA
administration: {name: Förvaltning 1177 e-tjänster}
""",
)
def region_identity(workspace: Workspace) -> Iterator[Finding]:
    for tree in workspace.regions.values():
        region = tree.region
        if region is None:
            continue
        # A county code that no region has is told of by a rule of its own.
        if region.county in counties() and region.county != county_meant(region):
            yield _county_is_wrong(region)
            continue
        problem = _problem(region)
        if problem:
            county = counties().get(region.county)
            yield found(
                region.at("organisation_number"),
                *([Related("set-here", region.at("county"))] if problem == "other-region" else []),
                field="organisation_number",
                number=region.organisation_number,
                problem=problem,
                nearest=county.organisation_number if county else "",
            )


def _county_is_wrong(region: Region) -> Finding:
    return found(
        region.at("county"),
        Related("set-here", region.at("organisation_number")),
        field="county",
        number=region.county,
        problem="other-county",
        nearest=county_meant(region),
    )


def _problem(region: Region) -> str:
    county = counties().get(region.county)
    if not luhn_agrees(region.organisation_number.replace("-", "")):
        return "check-digit"
    return "other-region" if county is not None and county.organisation_number != region.organisation_number else ""
