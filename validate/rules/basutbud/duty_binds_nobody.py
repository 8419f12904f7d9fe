"""A row of a decision whose `when` can select no unit whatever."""

from collections.abc import Iterator

from schema.models.decisions import Decision
from schema.models.groups import Selector
from schema.workspace import Workspace
from validate.facts.selectors import decisions_to_come, duties_of
from validate.rule import Finding, Words, found, rule

_SINGLE = ("business_type", "care_level", "governed_by", "municipality", "status")
"""Keys of which every unit has one value."""


@rule(
    "error",
    sv=Words(
        title="Rad i ett beslut som inte kan gälla någon",
        message="Raden för ”{casetype}” kan inte gälla någon mottagning: {problem}.",
        reason="En rad som inte kan gälla någon prövas aldrig, och ingen märker att kravet eller förbudet saknas.",
        advice="Rätta when för {casetype}, eller ta bort when om raden ska gälla alla som beslutet gäller.",
        phrases={
            "problem": {
                "negated": "det som står under not tar bort alla som urvalet väljer",
                "apart": "when och applies_to väljer olika mottagningar",
                "closed": "beslut binder bara aktiva mottagningar (status: active)",
            }
        },
    ),
    en=Words(
        title="A row of a decision that can bind nobody",
        message="The row for “{casetype}” can bind no unit: {problem}.",
        reason="A row that can bind nobody is never tried, and nobody notices that the demand or the ban is not there.",
        advice="Correct the when of {casetype}, or take it away if the row is for all whom the decision applies to.",
        phrases={
            "problem": {
                "negated": "what stands below not takes away all that is selected",
                "apart": "its when and applies_to select different units",
                "closed": "decisions bind active units only (status: active)",
            }
        },
    ),
    source="Egen slutsats: en rad i ett beslut finns för att gälla någon",
    good="""
-- basutbud.yaml --
- id: exempel-2026
  title: "Exempel: basutbud"
  decided: {by: "Exempel, inget verkligt beslut", on: 2026-01-15, reference: Exempel 2026-1}
  valid: {from: 2026-02-01}
  applies_to: {care_level: primary}
  require:
    - casetype: kontakta-mig
      when: {offers: calls-back, not: {business_type: [bvc, rehab]}}
  illustrative: true
""",
    bad="""
-- basutbud.yaml --
- id: exempel-2026
  title: "Exempel: basutbud"
  decided: {by: "Exempel, inget verkligt beslut", on: 2026-01-15, reference: Exempel 2026-1}
  valid: {from: 2026-02-01}
  applies_to: {care_level: primary}
  require:
    - casetype: kontakta-mig
      when: {offers: calls-back, not: {}}  # <-- duty-binds-nobody
  recommend:
    - casetype: kontakta-mig
      when: {care_level: specialist}  # <-- duty-binds-nobody
  illustrative: true
""",
)
def duty_binds_nobody(workspace: Workspace) -> Iterator[Finding]:
    for tree in workspace.regions.values():
        for decision in decisions_to_come(tree):
            for duty, place in duties_of(decision):
                problem = _problem(duty.when, decision) if duty.when is not None else ""
                if problem:
                    casetype = " / ".join(duty.casetype)
                    objects = {"decision": decision.id}
                    yield found(place.at("when").key(), objects=objects, casetype=casetype, problem=problem)


def _problem(when: Selector, decision: Decision) -> str:
    wide = decision.applies_to
    # Where what applies_to itself negates takes away everybody, the decision has a finding of its own.
    narrowed = wide.not_ if wide.not_ is not None and wide.not_.model_fields_set else None
    pairs = ((when, when.not_), (wide, when.not_), (when, narrowed))
    if any(_is_emptied(selector, negated) for selector, negated in pairs):
        return "negated"
    if when.status is not None and "active" not in when.status:
        return "closed"
    for key in _SINGLE:
        wanted, allowed = getattr(when, key), getattr(wide, key)
        if wanted is not None and allowed is not None and not set(wanted) & set(allowed):
            return "apart"
    return ""


def _is_emptied(selector: Selector, negated: Selector | None) -> bool:
    """Whether every unit that has what is selected also has what is negated."""
    if negated is None or negated.not_ is not None:
        return False
    keys = [key for key in negated.model_fields_set if getattr(negated, key) is not None]
    wanted = {key: getattr(selector, key) for key in keys}
    return all(wanted[key] is not None and set(wanted[key]) <= set(getattr(negated, key)) for key in keys)
