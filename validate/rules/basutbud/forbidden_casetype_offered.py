"""An active case type that a decision forbids the unit."""

from collections.abc import Iterator

from schema.places import Related
from schema.workspace import Workspace
from validate.facts.duties import Duties
from validate.facts.offering import groups_are_known, offered_at
from validate.rule import Finding, Words, found, rule


@rule(
    "error",
    sv=Words(
        title="Förbjuden ärendetyp",
        message="Ärendetypen ”{casetype}” är aktiv, men beslutet ”{decision}” ({reference}) förbjuder den.",
        reason="Beslutet säger att mottagningen inte får erbjuda ärendetypen till invånare.",
        advice="Inaktivera {casetype} eller ta bort den. Är beslutet fel för mottagningen, ändra vilka det gäller för.",
    ),
    en=Words(
        title="Forbidden case type",
        message="The case type “{casetype}” is active, but the decision “{decision}” ({reference}) forbids it.",
        reason="The decision says that the unit must not offer the case type to residents.",
        advice="Inactivate {casetype} or take it away. If the decision is wrong for the unit, change whom it applies "
        "to.",
    ),
    source="Regionens beslut om basutbud",
    good="""
-- basutbud.yaml --
- id: exempel-2026
  title: "Exempel: basutbud"
  decided: {by: "Exempel, inget verkligt beslut", on: 2026-01-15, reference: Exempel 2026-1}
  valid: {from: 2026-02-01}
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
  valid: {from: 2026-02-01}
  forbid:
    - casetype: kontakta-mig
      when: {business_type: vardcentral}
  illustrative: true
-- units/vc.yaml --
casetypes:
  kontakta-mig: {}  # <-- forbidden-casetype-offered
""",
)
def forbidden_casetype_offered(workspace: Workspace) -> Iterator[Finding]:
    for tree in workspace.regions.values():
        if not any(decision.forbid for decision in tree.decisions_in_force()) or not groups_are_known(tree):
            continue
        duties = Duties(tree)
        for unit in tree.resolved.values():
            for row in duties.forbidding(unit):
                for offer in unit.offers.values():
                    if offer.active and not offer.base.lineage.isdisjoint(row.duty.casetype):
                        at, shared_by = offered_at(unit, offer)
                        yield found(
                            at,
                            Related("forbidden-here", row.place),
                            unit=shared_by,
                            objects={"casetype": offer.id, "decision": row.decision.id},
                            casetype=offer.id,
                            decision=row.decision.title,
                            reference=row.decision.decided.reference,
                        )
