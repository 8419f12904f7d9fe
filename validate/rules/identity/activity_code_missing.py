"""An open unit with a contact page that has no activity code."""

from collections.abc import Iterator

from schema.workspace import Workspace
from validate.rule import Finding, Words, found, rule


@rule(
    "warning",
    sv=Words(
        title="Verksamhetskod saknas",
        message="Mottagningen är öppen och har en kontaktsida, men ingen verksamhetskod.",
        reason="Utan verksamhetskod i HSA kommer mottagningen inte med när invånaren söker i Hitta vård.",
        advice='Lägg till koden från HSA under activities, till exempel activities: ["1502"] för allmänmedicin.',
    ),
    en=Words(
        title="Missing activity code",
        message="The unit is open and has a contact page, but no activity code.",
        reason="Without an activity code in HSA the unit is left out when residents search in Hitta vård.",
        advice='Add the code from HSA under activities, such as activities: ["1502"] for general medicine.',
    ),
    source="Inera, Övriga HSA-attribut (verksamhetskod är obligatorisk för sökningen i Hitta vård)",
    good="""
-- units/vc.yaml --
activities: ["1502"]
""",
    bad="""
-- units/vc.yaml --
activities: []  # <-- activity-code-missing
""",
)
def activity_code_missing(workspace: Workspace) -> Iterator[Finding]:
    for tree in workspace.regions.values():
        for unit in tree.units.values():
            if unit.status == "active" and unit.contact_page and not unit.activities:
                yield found(unit.at("activities").key())
