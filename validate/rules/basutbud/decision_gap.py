"""A decision that has ended, or soon ends, with no other that binds its units."""

from collections.abc import Iterator
from datetime import date, timedelta

from schema.models.decisions import Decision
from schema.selecting import selects
from schema.workspace import RegionTree, Workspace
from validate.facts.offering import groups_are_known
from validate.facts.selectors import is_in_force
from validate.rule import Finding, Words, found, rule

_NOTICE = timedelta(days=92)
"""How long before the end it is told: three months."""


@rule(
    "warning",
    sv=Words(
        title="Inget beslut tar vid",
        message="{state} {day} finns inget beslut med krav eller svarstid för de mottagningar som ”{decision}” gäller "
        "för.",
        reason="När ett beslut tar slut utan att ett annat tar vid prövas inga krav längre, och ingen märker det.",
        advice="Lägg till beslutet som gäller från {day}, ändra to om ”{decision}” är förlängt, eller ta bort det ur "
        "filen om inget ska gälla efter det.",
        phrases={"state": {"coming": "Från och med", "past": "Sedan"}},
    ),
    en=Words(
        title="No decision takes over",
        message="{state} {day} no decision with demands or an answering time binds units that “{decision}” is for.",
        reason="When a decision ends without another taking over no demands are tried any longer, and nobody notices.",
        advice="Add the decision that is in force from {day}, change to if “{decision}” has been prolonged, or take it "
        "out of the file if nothing is to hold after it.",
        phrases={"state": {"coming": "From", "past": "Since"}},
    ),
    source="Egen slutsats: ett beslut ersätts av ett annat, eller tas bort när det inte ska gälla mer",
    good="""
-- basutbud.yaml --
- id: exempel-2026
  title: "Exempel: basutbud"
  decided: {by: "Exempel, inget verkligt beslut", on: 2026-01-15, reference: Exempel 2026-1}
  valid: {from: 2026-02-01, to: 2026-06-30}
  require: [{casetype: kontakta-mig}]
  illustrative: true
- id: exempel-2026-host
  title: "Exempel: höstens basutbud"
  decided: {by: "Exempel, inget verkligt beslut", on: 2026-01-15, reference: Exempel 2026-2}
  valid: {from: 2026-07-01}
  require: [{casetype: kontakta-mig}]
  illustrative: true
""",
    bad="""
-- basutbud.yaml --
- id: exempel-2026
  title: "Exempel: basutbud"
  decided: {by: "Exempel, inget verkligt beslut", on: 2026-01-15, reference: Exempel 2026-1}
  valid:
    from: 2026-02-01
    to: 2026-06-30  # <-- decision-gap
  require: [{casetype: kontakta-mig}]
  illustrative: true
- id: exempel-2026-host
  title: "Exempel: höstens basutbud"
  decided: {by: "Exempel, inget verkligt beslut", on: 2026-01-15, reference: Exempel 2026-2}
  valid: {from: 2026-08-01}
  require: [{casetype: kontakta-mig}]
  illustrative: true
""",
)
def decision_gap(workspace: Workspace) -> Iterator[Finding]:
    for tree in workspace.regions.values():
        # A decision that could not be read may be the one that takes over.
        if groups_are_known(tree) and not tree.is_broken("basutbud.yaml"):
            for decision in tree.decisions:
                end = decision.valid.end
                if end is not None and decision.valid.start <= end <= tree.as_of + _NOTICE and _asks(decision):
                    yield from _left_alone(tree, decision, end + timedelta(days=1))


def _asks(decision: Decision) -> bool:
    """Whether a decision asks anything of units: one that only recommends or forbids takes no other's place."""
    return bool(decision.require) or decision.promise is not None


def _left_alone(tree: RegionTree, ended: Decision, day: date) -> Iterator[Finding]:
    """The open units that no decision binds from the day, or from today if that is later."""
    looked_at = max(day, tree.as_of)
    following = [decision for decision in tree.decisions if is_in_force(decision, looked_at) and _asks(decision)]
    for unit in tree.resolved.values():
        if unit.unit.status != "active" or not selects(ended.applies_to, unit.unit, unit.groups):
            continue
        if not any(selects(decision.applies_to, unit.unit, unit.groups) for decision in following):
            yield found(
                ended.at("valid", "to"),
                unit=unit.id,
                objects={"decision": ended.id},
                decision=ended.title,
                day=day.isoformat(),
                state="past" if day <= tree.as_of else "coming",
            )
