"""A decision that asks a unit for a case type that another decision forbids it."""

from collections.abc import Iterator

from schema.models.decisions import Decision
from schema.places import Related
from schema.selecting import selects
from schema.workspace import RegionTree, Workspace
from validate.facts.duties import contradictions
from validate.facts.offering import groups_are_known
from validate.facts.selectors import are_in_force_together, decisions_to_come
from validate.rule import Finding, Words, found, rule


@rule(
    "error",
    sv=Words(
        title="Beslut som säger emot varandra",
        message="Beslutet kräver ”{casetype}”, som beslutet ”{other}” förbjuder för samma mottagning ({example}).",
        reason="Ingen mottagning kan följa båda besluten så länge de gäller samtidigt.",
        advice="Avsluta det beslut som inte gäller längre med to under valid, eller ändra applies_to eller when så att "
        "raderna för {casetype} gäller olika mottagningar.",
    ),
    en=Words(
        title="Decisions that contradict each other",
        message="The decision asks for “{casetype}”, which the decision “{other}” forbids for the same unit "
        "({example}).",
        reason="No unit can follow both decisions for as long as both are in force.",
        advice="End the decision that holds no longer with to under valid, or change applies_to or when so that the "
        "rows for {casetype} are for different units.",
    ),
    source="Egen slutsats: ett krav måste gå att uppfylla",
    good="""
-- basutbud.yaml --
- id: exempel-2026
  title: "Exempel: basutbud"
  decided: {by: "Exempel, inget verkligt beslut", on: 2026-01-15, reference: Exempel 2026-1}
  valid: {from: 2026-07-01, to: 2026-12-31}
  require:
    - casetype: kontakta-mig
  illustrative: true
- id: exempel-2027
  title: "Exempel: nästa basutbud"
  decided: {by: "Exempel, inget verkligt beslut", on: 2026-01-15, reference: Exempel 2026-2}
  valid: {from: 2027-01-01}
  promise: {answer_within: 2 working days}
  forbid:
    - casetype: kontakta-mig
  illustrative: true
""",
    bad="""
-- basutbud.yaml --
- id: exempel-2026
  title: "Exempel: basutbud"
  decided: {by: "Exempel, inget verkligt beslut", on: 2026-01-15, reference: Exempel 2026-1}
  valid: {from: 2026-07-01}
  require:
    - casetype: kontakta-mig  # <-- decisions-contradict
  illustrative: true
- id: exempel-2027
  title: "Exempel: nästa basutbud"
  decided: {by: "Exempel, inget verkligt beslut", on: 2026-01-15, reference: Exempel 2026-2}
  valid: {from: 2027-01-01}
  forbid:
    - casetype: kontakta-mig
  illustrative: true
""",
)
def decisions_contradict(workspace: Workspace) -> Iterator[Finding]:
    for tree in workspace.regions.values():
        decisions = list(decisions_to_come(tree)) if groups_are_known(tree) else []
        for decision in decisions if any(decision.forbid for decision in decisions) else ():
            together = [other for other in decisions if are_in_force_together(tree, decision, other)]
            yield from _contradictions(tree, decision, together)


def _contradictions(tree: RegionTree, decision: Decision, together: list[Decision]) -> Iterator[Finding]:
    """One finding for each row that another decision contradicts, with the first unit for which it does."""
    told = set()
    for unit in tree.resolved.values() if decision.require else ():
        if unit.unit.status == "inactive" or not selects(decision.applies_to, unit.unit, unit.groups):
            continue
        binding = [other for other in together if selects(other.applies_to, unit.unit, unit.groups)]
        # What a decision says against itself has a rule of its own.
        told |= {required.place for required, _ in contradictions(unit, decision, [decision])}
        for required, forbidden in contradictions(unit, decision, binding):
            if required.place not in told:
                told.add(required.place)
                yield found(
                    required.place.at("casetype"),
                    Related("forbidden-here", forbidden.place.at("casetype")),
                    objects={"decision": decision.id},
                    casetype=" / ".join(required.duty.casetype),
                    other=forbidden.decision.title,
                    example=unit.id,
                )
