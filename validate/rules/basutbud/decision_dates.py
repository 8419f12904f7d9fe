"""A decision that ends before it starts."""

from collections.abc import Iterator

from schema.places import Related
from schema.workspace import Workspace
from validate.rule import Finding, Words, found, rule


@rule(
    "error",
    sv=Words(
        title="Beslut som slutar innan det börjar",
        message="Beslutet gäller till och med {end}, men börjar gälla först {start}.",
        reason="Ett sådant beslut gäller aldrig, och kraven i det skulle falla bort utan att någon märkte det.",
        advice="Rätta from eller to. Gäller beslutet tills vidare, ta bort to: {end}.",
    ),
    en=Words(
        title="A decision that ends before it starts",
        message="The decision holds until {end}, but starts only on {start}.",
        reason="Such a decision never holds, and what it asks for would fall away without anybody noticing.",
        advice="Correct from or to. If the decision holds until further notice, take to: {end} away.",
    ),
    source="basutbud, konfigurationsformatet",
    good="""
-- basutbud.yaml --
- id: exempel-2026
  title: "Exempel: basutbud"
  decided: {by: "Exempel, inget verkligt beslut", on: 2026-03-15, reference: Exempel 2026-1}
  valid: {from: 2026-02-01, to: 2026-02-01}
  illustrative: true
""",
    bad="""
-- basutbud.yaml --
- id: exempel-2026
  title: "Exempel: basutbud"
  decided: {by: "Exempel, inget verkligt beslut", on: 2026-01-15, reference: Exempel 2026-1}
  valid:
    from: 2026-02-01
    to: 2026-01-31  # <-- decision-dates
  illustrative: true
""",
    mandatory=True,
)
def decision_dates(workspace: Workspace) -> Iterator[Finding]:
    for tree in workspace.regions.values():
        for decision in tree.decisions:
            start, end = decision.valid.start, decision.valid.end
            if end is not None and end < start:
                began = Related("set-here", decision.at("valid", "from"))
                yield found(decision.at("valid", "to"), began, start=start.isoformat(), end=end.isoformat())
