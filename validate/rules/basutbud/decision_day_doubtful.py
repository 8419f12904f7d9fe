"""A decision made on a day to come, or that starts so late that a year must be misspelt."""

from collections.abc import Iterator
from datetime import timedelta

from schema.places import Related
from schema.workspace import Workspace
from validate.rule import Finding, Words, found, rule

_LONGEST_WAIT = timedelta(days=3653)


@rule(
    "warning",
    sv=Words(
        title="Orimlig dag i ett beslut",
        message="Beslutet {problem} {day}.",
        reason="Ett beslut är fattat innan det skrivs in här, och börjar gälla inom några år. Med fel år prövas kraven "
        "inte när de ska.",
        advice="Kontrollera dagen {day} mot beslutet.",
        phrases={
            "problem": {
                "not-yet-made": "är enligt filen fattat en dag som inte har varit än,",
                "far-away": "börjar enligt filen gälla mer än tio år efter att det fattades,",
            }
        },
    ),
    en=Words(
        title="Improbable day in a decision",
        message="According to the file the decision {problem} {day}.",
        reason="A decision has been made before it is written down here, and starts within some years. With the wrong "
        "year its demands are not tried when they should be.",
        advice="Check the day {day} against the decision.",
        phrases={
            "problem": {
                "not-yet-made": "was made on a day that is still to come,",
                "far-away": "starts more than ten years after it was made,",
            }
        },
    ),
    source="Egen slutsats: ett beslut skrivs in när det är fattat",
    good="""
-- basutbud.yaml --
- id: exempel-2026
  title: "Exempel: basutbud"
  decided: {by: "Exempel, inget verkligt beslut", on: 2026-01-15, reference: Exempel 2026-1}
  valid: {from: 2027-02-01}
  illustrative: true
""",
    bad="""
-- basutbud.yaml --
- id: exempel-2026
  title: "Exempel: basutbud"
  decided: {by: "Exempel, inget verkligt beslut", on: 2062-01-15, reference: Exempel 1}  # <-- decision-day-doubtful
  valid: {from: 2026-02-01}
  illustrative: true
- id: exempel-2027
  title: "Exempel: nästa basutbud"
  decided: {by: "Exempel, inget verkligt beslut", on: 2026-01-15, reference: Exempel 2026-2}
  valid: {from: 2072-02-01}  # <-- decision-day-doubtful
  illustrative: true
""",
)
def decision_day_doubtful(workspace: Workspace) -> Iterator[Finding]:
    for tree in workspace.regions.values():
        for decision in tree.decisions:
            made, start = decision.decided.on, decision.valid.start
            if made > workspace.as_of:
                yield found(decision.at("decided", "on"), day=made.isoformat(), problem="not-yet-made")
            elif start - made > _LONGEST_WAIT:
                decided = Related("decided-here", decision.at("decided", "on"))
                yield found(decision.at("valid", "from"), decided, day=start.isoformat(), problem="far-away")
