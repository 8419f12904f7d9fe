"""Two decisions in force at the same time that set different answering times for the same units."""

from collections.abc import Iterator
from itertools import combinations

from schema.models.casetypes import Promise
from schema.models.decisions import Decision
from schema.places import Related
from schema.selecting import selects
from schema.workspace import Workspace
from validate.facts.offering import groups_are_known
from validate.facts.selectors import are_in_force_together, decisions_to_come
from validate.rule import Finding, Words, found, rule


@rule(
    "warning",
    sv=Words(
        title="Beslut med olika svarstid",
        message="Beslutet kräver svar inom {milder}, men för samma mottagning kräver ”{other}” svar inom {stricter}.",
        reason="Den strängare svarstiden gäller. Den som bara läser det här beslutet tror att det är gott om tid.",
        advice="Skriv samma svarstid i båda, eller låt besluten gälla olika mottagningar eller olika tid. Är "
        "{stricter} rätt behövs ingen svarstid här för dem som båda gäller.",
    ),
    en=Words(
        title="Decisions with different answering times",
        message="The decision asks for an answer within {milder}, but “{other}” asks the same unit for one within "
        "{stricter}.",
        reason="The stricter answering time counts. Who reads this decision alone believes that there is plenty of "
        "time.",
        advice="Write the same answering time in both, or let the decisions be for different units or different times. "
        "If {stricter} is right no answering time is needed here for those whom both bind.",
    ),
    source="Egen slutsats: en mottagning som binds av två beslut måste hålla båda",
    good="""
-- region.yaml --
promise: {answer_within: 1 working day}
-- basutbud.yaml --
- id: exempel-2026
  title: "Exempel: basutbud"
  decided: {by: "Exempel, inget verkligt beslut", on: 2026-01-15, reference: Exempel 2026-1}
  valid: {from: 2026-02-01, to: 2026-12-31}
  promise: {answer_within: 3 working days}
  illustrative: true
- id: exempel-2027
  title: "Exempel: nästa basutbud"
  decided: {by: "Exempel, inget verkligt beslut", on: 2026-01-15, reference: Exempel 2026-2}
  valid: {from: 2027-01-01}
  promise: {answer_within: 1 working day}
  illustrative: true
""",
    bad="""
-- region.yaml --
promise: {answer_within: 1 working day}
-- basutbud.yaml --
- id: exempel-2026
  title: "Exempel: basutbud"
  decided: {by: "Exempel, inget verkligt beslut", on: 2026-01-15, reference: Exempel 2026-1}
  valid: {from: 2026-02-01}
  promise:
    answer_within: 3 working days  # <-- decisions-promise-differently
  illustrative: true
- id: exempel-2027
  title: "Exempel: nästa basutbud"
  decided: {by: "Exempel, inget verkligt beslut", on: 2026-01-15, reference: Exempel 2026-2}
  valid: {from: 2027-01-01}
  promise: {answer_within: 1 working day}
  illustrative: true
""",
)
def decisions_promise_differently(workspace: Workspace) -> Iterator[Finding]:
    for tree in workspace.regions.values():
        if not groups_are_known(tree):
            continue
        promising = [(decision, decision.promise) for decision in decisions_to_come(tree) if decision.promise]
        for one, other in combinations(promising, 2):
            if one[1].answer_within != other[1].answer_within and are_in_force_together(tree, one[0], other[0]):
                (milder, mild), (stricter, strict) = _by_strictness(one, other)
                for unit in tree.resolved.values():
                    bound = (selects(decision.applies_to, unit.unit, unit.groups) for decision in (milder, stricter))
                    if unit.unit.status == "active" and all(bound):
                        yield found(
                            milder.at("promise", "answer_within"),
                            Related("promised-here", stricter.at("promise", "answer_within")),
                            unit=unit.id,
                            objects={"decision": milder.id},
                            milder=mild.answer_within,
                            stricter=strict.answer_within,
                            other=stricter.title,
                        )


_Promising = tuple[Decision, Promise]


def _by_strictness(one: _Promising, other: _Promising) -> tuple[_Promising, _Promising]:
    """The milder and the stricter; the latter above where weekends decide which is which."""
    is_milder = one[1].answer_within.may_outlast(other[1].answer_within)
    return (one, other) if is_milder and not other[1].answer_within.may_outlast(one[1].answer_within) else (other, one)
