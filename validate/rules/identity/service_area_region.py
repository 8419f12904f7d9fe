"""A row of a service area that points out no place or no age."""

from collections.abc import Iterator

from schema.codelists import counties, municipalities
from schema.models.units import ServiceArea
from schema.places import Place, Related
from schema.workspace import Workspace
from validate.facts.written import settings
from validate.rule import Finding, Words, found, rule


@rule(
    "error",
    sv=Words(
        title="Betjäningsområde som inte finns",
        message="Betjäningsområdet {field} {value}, {problem}.",
        reason="Betjäningsområdet avgör vilka invånare som ser mottagningen. En rad som inte stämmer stänger ute alla "
        "som den skulle ha släppt in.",
        advice="Rätta {value}, eller ta bort raden om den inte ska gälla.",
        phrases={
            "field": {"region": "har länskoden", "municipality": "har kommunkoden", "age_to": "slutar vid åldern"},
            "problem": {
                "no-county": "som ingen region har",
                "no-municipality": "som ingen kommun har",
                "other-county": "som hör till ett annat län än det på raden",
                "whole-country": "men raden gäller hela landet",
                "ages": "som är lägre än den ålder där det börjar",
            },
        },
    ),
    en=Words(
        title="Service area that does not exist",
        message="The service area {field} {value}, {problem}.",
        reason="The service area decides which residents see the unit. A row that does not hold shuts out everybody "
        "whom it was to let in.",
        advice="Correct {value}, or take the row away if it is not meant to hold.",
        phrases={
            "field": {
                "region": "has the county code",
                "municipality": "has the municipality code",
                "age_to": "ends at the age",
            },
            "problem": {
                "no-county": "which no region has",
                "no-municipality": "which no municipality has",
                "other-county": "which belongs to another county than the one of the row",
                "whole-country": "but the row is for the whole country",
                "ages": "which is lower than the age where it starts",
            },
        },
    ),
    source="Inera, Inställningar (betjäningsområde: region, kommun, kön och ålder)",
    good="""
-- units/vc.yaml --
settings:
  service_area:
    - region: "13"
      municipality: "1380"
      age_from: 18
      age_to: 64
""",
    bad="""
-- units/vc.yaml --
settings:
  service_area:
    - region: "13"
      municipality: "1280"  # <-- service-area-region
      age_from: 18
      age_to: 6  # <-- service-area-region
""",
)
def service_area_region(workspace: Workspace) -> Iterator[Finding]:
    for tree in workspace.regions.values():
        for written, place in settings(tree):
            for number, row in enumerate(written.service_area or ()):
                yield from _faults(row, place.at("service_area", number))


def _faults(row: ServiceArea, place: Place) -> Iterator[Finding]:
    if row.region != "whole-country" and row.region not in counties():
        yield found(place.at("region"), field="region", value=row.region, problem="no-county")
    if row.municipality is not None:
        problem = _problem_of(row.municipality, row.region)
        if problem:
            related = () if problem == "no-municipality" else (Related("set-here", place.at("region")),)
            at = place.at("municipality")
            yield found(at, *related, field="municipality", value=row.municipality, problem=problem)
    if row.age_from is not None and row.age_to is not None and row.age_to < row.age_from:
        start = Related("set-here", place.at("age_from"))
        yield found(place.at("age_to"), start, field="age_to", value=row.age_to, problem="ages")


def _problem_of(municipality: str, region: str) -> str:
    if municipality not in municipalities():
        return "no-municipality"
    if region == "whole-country":
        return "whole-country"
    # A county that does not exist has been told of on its own line.
    return "other-county" if region in counties() and municipality[:2] != region else ""
