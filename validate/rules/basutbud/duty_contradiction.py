"""A decision that asks a unit for a case type and forbids it."""

from collections.abc import Iterator

from schema.models.decisions import Decision
from schema.places import Related
from schema.selecting import selects
from schema.workspace import RegionTree, Workspace
from validate.facts.duties import contradictions
from validate.facts.offering import groups_are_known
from validate.facts.selectors import decisions_to_come
from validate.rule import Finding, Words, found, rule


@rule(
    "error",
    sv=Words(
        title="Beslut som säger emot sig självt",
        message="Beslutet kräver ”{casetype}” och förbjuder den för samma mottagning ({example}).",
        reason="Ingen mottagning kan följa båda raderna.",
        advice="Ändra raderna för {casetype} så att when väljer ut olika mottagningar, eller ta bort den ena.",
    ),
    en=Words(
        title="A decision that contradicts itself",
        message="The decision asks for “{casetype}” and forbids it for the same unit ({example}).",
        reason="No unit can follow both rows.",
        advice="Change the rows for {casetype} so that their when selects different units, or take one of them away.",
    ),
    source="Egen slutsats: ett krav måste gå att uppfylla",
    good="""
-- basutbud.yaml --
- id: exempel-2026
  title: "Exempel: basutbud"
  decided: {by: "Exempel, inget verkligt beslut", on: 2026-01-15, reference: Exempel 2026-1}
  valid: {from: 2026-07-01}
  require:
    - casetype: kontakta-mig
      when: {business_type: vardcentral}
  forbid:
    - casetype: kontakta-mig
      when: {business_type: tandvard}
  illustrative: true
""",
    bad="""
-- basutbud.yaml --
- id: exempel-2026
  title: "Exempel: basutbud"
  decided: {by: "Exempel, inget verkligt beslut", on: 2026-01-15, reference: Exempel 2026-1}
  valid: {from: 2026-07-01}
  require:
    - casetype: kontakta-mig  # <-- duty-contradiction
      when: {business_type: vardcentral}
  forbid:
    - casetype: kontakta-mig
      when: {offers: calls-back}
  illustrative: true
""",
)
def duty_contradiction(workspace: Workspace) -> Iterator[Finding]:
    for tree in workspace.regions.values():
        for decision in decisions_to_come(tree) if groups_are_known(tree) else ():
            if decision.require and decision.forbid:
                yield from _contradictions(tree, decision)


def _contradictions(tree: RegionTree, decision: Decision) -> Iterator[Finding]:
    """One finding for each row that is contradicted, with the first unit for which it is."""
    told = set()
    for unit in tree.resolved.values():
        if selects(decision.applies_to, unit.unit, unit.groups):
            for required, forbidden in contradictions(unit, decision, [decision]):
                if required.place not in told:
                    told.add(required.place)
                    yield found(
                        required.place.at("casetype"),
                        Related("forbidden-here", forbidden.place.at("casetype")),
                        objects={"decision": decision.id},
                        casetype=" / ".join(required.duty.casetype),
                        example=unit.id,
                    )
