"""An HSA activity code that the code list does not have."""

from collections.abc import Iterator

from schema.codelists import activities
from schema.places import Place
from schema.workspace import RegionTree, Workspace
from validate.facts.selectors import alternatives, selectors_of
from validate.rule import Finding, Words, found, rule


@rule(
    "warning",
    sv=Words(
        title="Okänd verksamhetskod",
        message="Verksamhetskoden {code} finns inte i kodlistan.",
        reason="Invånare hittar mottagningen genom verksamhetskoden. Kodlistan är från 2017, så en kod som saknas kan "
        "också vara nyare.",
        advice="Kontrollera {code} mot HSA:s aktuella verksamhetskoder.",
    ),
    en=Words(
        title="Unknown activity code",
        message="The activity code {code} is not in the code list.",
        reason="Residents find the unit through its activity code. The code list is of 2017, so a code that is missing "
        "may also be newer.",
        advice="Check {code} against HSA's current activity codes.",
    ),
    source="Inera, Övriga HSA-attribut, och kodlistan i statistiktjänstens öppna kod från 2017",
    good="""
-- units/vc.yaml --
activities: ["1502", "1504"]
""",
    bad="""
-- units/vc.yaml --
activities:
  - "1502"
  - "1540"  # <-- activity-code-unknown
""",
)
def activity_code_unknown(workspace: Workspace) -> Iterator[Finding]:
    for tree in workspace.regions.values():
        for code, place in _codes(tree):
            if code not in activities():
                yield found(place, code=code)


def _codes(tree: RegionTree) -> Iterator[tuple[str, Place]]:
    for unit in tree.units.values():
        for number, code in enumerate(unit.activities):
            yield code, unit.at("activities", number)
    for selector, place, _ in selectors_of(tree):
        yield from alternatives(selector.activities, place.at("activities"))
