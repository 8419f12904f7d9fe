"""Two units of one region by one name."""

from collections.abc import Iterator

from schema.models.units import Unit
from schema.places import Related
from schema.workspace import Workspace
from validate.rule import Finding, Words, found, rule


@rule(
    "warning",
    sv=Words(
        title="Två mottagningar med samma namn",
        message="Mottagningen heter ”{name}”, precis som {other}.",
        reason="Invånaren väljer mottagning efter namnet. Ett namn som står två gånger är ofta en fil som har "
        "kopierats.",
        advice="Skriv namnet som det står i HSA, eller ta bort filen om det är samma mottagning som {other}.",
    ),
    en=Words(
        title="Two units of one name",
        message="The unit is called “{name}”, just like {other}.",
        reason="Residents choose a unit by its name. A name that stands twice is often a file that was copied.",
        advice="Write the name as it stands in HSA, or take the file away if it is the same unit as {other}.",
    ),
    source="Egen slutsats: mottagningar i en region ska gå att skilja åt på namnet",
    good="""
-- units/bvc.yaml --
hsa_id: SE2321000115-PAHITT0002
name: Påhittade barnavårdscentralen
status: planned
invented: true
business_type: bvc
care_level: primary
governed_by: forvaltning
municipality: "1380"
phone: 031-390 06 01
""",
    bad="""
-- units/vc-2.yaml --
hsa_id: SE2321000115-PAHITT0002
name: Påhittade vårdcentralen  # <-- unit-name-repeated
status: planned
invented: true
business_type: vardcentral
care_level: primary
governed_by: forvaltning
municipality: "1380"
phone: 031-390 06 01
""",
)
def unit_name_repeated(workspace: Workspace) -> Iterator[Finding]:
    for tree in workspace.regions.values():
        first: dict[str, Unit] = {}
        for unit in sorted(tree.units.values(), key=lambda unit: unit.file_id):
            # A unit that has closed may have a successor of its name.
            if unit.status == "inactive":
                continue
            known = first.setdefault(" ".join(unit.name.split()).casefold(), unit)
            # One HSA-id twice is one unit twice, which has a rule of its own.
            if known is not unit and known.hsa_id.casefold() != unit.hsa_id.casefold():
                yield found(unit.at("name"), Related("other-one", known.at("name")), name=unit.name, other=known.file)
