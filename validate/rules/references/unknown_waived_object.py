"""A waiver for something that does not exist."""

from collections.abc import Iterator

from schema.workspace import Workspace
from validate.facts.waived import unknown_objects
from validate.rule import Finding, Words, found, rule


@rule(
    "error",
    sv=Words(
        title="Undantag för något som inte finns",
        message="{kind} ”{id}” finns inte.{nearest}",
        reason="Ett undantag gäller bara det som det nämner. Nämner det något som inte finns gäller det ingenting.",
        advice="Rätta namnet, eller ta bort undantaget. En mottagning, ärendetyp, text eller mall heter som sin fil "
        "utan ändelse, ett beslut heter som sitt id.",
        phrases={
            "kind": {
                "unit": "Mottagningen",
                "casetype": "Ärendetypen",
                "terms": "Villkorstexten",
                "message": "Meddelandemallen",
                "decision": "Beslutet",
            }
        },
    ),
    en=Words(
        title="Waiver for something that does not exist",
        message="{kind} “{id}” does not exist.{nearest}",
        reason="A waiver holds only for what it names. If it names what does not exist, it holds for nothing.",
        advice="Correct the name, or take the waiver away. A unit, case type, text or template is called as its file "
        "without ending, a decision as its id.",
        phrases={
            "kind": {
                "unit": "The unit",
                "casetype": "The case type",
                "terms": "The terms text",
                "message": "The message template",
                "decision": "The decision",
            }
        },
    ),
    source="basutbud, konfigurationsformatet",
    good="""
-- units/vc.yaml --
activities: ["1502", "1598"]
-- waivers.yaml --
- rule: activity-code-unknown
  unit: vc
  reason: Koden är ny i HSA 2026 och finns inte i kodlistan än.
  owner: Regional administratör
  ticket: EXEMPEL-0001
  last_day: 2026-08-31
""",
    bad="""
-- waivers.yaml --
- rule: activity-code-unknown
  unit: vardcentralen  # <-- unknown-waived-object
  casetype: kontakta-mej  # <-- unknown-waived-object
  reason: Koden är ny i HSA 2026 och finns inte i kodlistan än.
  owner: Regional administratör
  ticket: EXEMPEL-0001
  last_day: 2026-08-31
""",
    mandatory=True,
)
def unknown_waived_object(workspace: Workspace) -> Iterator[Finding]:
    for tree in workspace.regions.values():
        for waiver, kind, id, nearest in unknown_objects(workspace, tree):
            yield found(waiver.at(kind), kind=kind, id=id, nearest=nearest)
