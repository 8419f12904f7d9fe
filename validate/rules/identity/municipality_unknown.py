"""A municipality code that no municipality has."""

from collections.abc import Iterator

from schema.codelists import municipalities
from schema.places import Place
from schema.workspace import RegionTree, Workspace
from validate.facts.selectors import alternatives, selectors_of
from validate.rule import Finding, Words, found, rule


@rule(
    "error",
    sv=Words(
        title="Okänd kommunkod",
        message="Ingen kommun har koden {code}.",
        reason="Kommunkoden styr vad som står i texterna och vilka mottagningar som väljs ut. En kod som inte finns "
        "väljer ut ingen alls.",
        advice="Skriv kommunens kod i stället för {code}. De två första siffrorna är länskoden.",
    ),
    en=Words(
        title="Unknown municipality code",
        message="No municipality has the code {code}.",
        reason="The municipality code decides what the texts say and which units are selected. A code that does not "
        "exist selects none at all.",
        advice="Write the municipality's code instead of {code}. The first two digits are the county code.",
    ),
    source="SCB, kommunkoder (de 290 kommunerna)",
    good="""
-- units/vc.yaml --
municipality: "1381"
""",
    bad="""
-- units/vc.yaml --
municipality: "1379"  # <-- municipality-unknown
""",
    mandatory=True,
)
def municipality_unknown(workspace: Workspace) -> Iterator[Finding]:
    for tree in workspace.regions.values():
        for code, place in _codes(tree):
            if code not in municipalities():
                yield found(place, code=code)


def _codes(tree: RegionTree) -> Iterator[tuple[str, Place]]:
    for unit in tree.units.values():
        yield unit.municipality, unit.at("municipality")
    for selector, place, _ in selectors_of(tree):
        yield from alternatives(selector.municipality, place.at("municipality"))
