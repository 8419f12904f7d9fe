"""A region whose organisation number is not that of its county."""

from collections.abc import Iterator

from schema.codelists import counties
from schema.models.regions import Region
from schema.places import Related
from schema.workspace import Workspace
from validate.facts.check_digits import luhn_agrees
from validate.rule import Finding, Words, found, rule


@rule(
    "error",
    sv=Words(
        title="Fel organisationsnummer för regionen",
        message="Organisationsnumret {number} {problem}.{nearest}",
        reason="Organisationsnumret och länskoden ska peka ut samma region. Annars hamnar uppgifterna hos någon annan.",
        advice="Rätta {number}, eller länskoden om det är den som är fel.",
        phrases={
            "problem": {
                "check-digit": "har fel kontrollsiffra",
                "other-region": "hör inte till den region som länskoden pekar ut",
            }
        },
    ),
    en=Words(
        title="Wrong organisation number of the region",
        message="The organisation number {number} {problem}.{nearest}",
        reason="The organisation number and the county code must point out the same region. Otherwise the data ends up "
        "with somebody else.",
        advice="Correct {number}, or the county code if that is what is wrong.",
        phrases={
            "problem": {
                "check-digit": "has a wrong check digit",
                "other-region": "does not belong to the region that the county code points out",
            }
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
""",
)
def region_identity(workspace: Workspace) -> Iterator[Finding]:
    for tree in workspace.regions.values():
        region = tree.region
        if region is None:
            continue
        problem = _problem(region)
        if problem:
            county = counties().get(region.county)
            yield found(
                region.at("organisation_number"),
                *([Related("set-here", region.at("county"))] if problem == "other-region" else []),
                number=region.organisation_number,
                problem=problem,
                nearest=county.organisation_number if county else "",
            )


def _problem(region: Region) -> str:
    county = counties().get(region.county)
    if not luhn_agrees(region.organisation_number.replace("-", "")):
        return "check-digit"
    return "other-region" if county is not None and county.organisation_number != region.organisation_number else ""
