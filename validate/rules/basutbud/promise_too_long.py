"""A promised answering time that is longer than a decision on the basutbud allows."""

from collections.abc import Iterator

from schema.layers import Guard, Origin, origins
from schema.models.casetypes import Promise
from schema.models.decisions import Decision
from schema.offers import Offer, ResolvedUnit
from schema.places import Place, Related
from schema.workspace import Workspace
from validate.facts.duties import Duties
from validate.facts.offering import groups_are_known
from validate.rule import Finding, Words, found, rule


@rule(
    "error",
    sv=Words(
        title="För lång svarstid",
        message="Svarstiden är {promise}. Beslutet ”{decision}” ({reference}) tillåter som längst {limit}.",
        reason="Den svarstid som invånaren läser får inte vara längre än den som är beslutad.",
        advice="Ändra till {limit} eller kortare. Gäller beslutet inte mottagningen, kontrollera vilka det gäller för.",
    ),
    en=Words(
        title="Too long an answering time",
        message="The answering time is {promise}. The decision “{decision}” ({reference}) allows {limit} at most.",
        reason="The answering time that residents read must not be longer than the one that was decided.",
        advice="Change it to {limit} or less. If the decision does not bind the unit, check whom it applies to.",
    ),
    source="Regionens beslut om basutbud, till exempel VGR Vårdgivarwebben, Frågor och svar kring basutbudet",
    good="""
-- basutbud.yaml --
- id: exempel-2026
  title: "Exempel: basutbud"
  decided: {by: "Exempel, inget verkligt beslut", on: 2026-01-15, reference: Exempel 2026-1}
  valid: {from: 2026-02-01}
  promise: {answer_within: 2 working days}
  illustrative: true
-- units/vc.yaml --
casetypes:
  kontakta-mig:
    promise: {answer_within: 2 working days}
""",
    bad="""
-- basutbud.yaml --
- id: exempel-2026
  title: "Exempel: basutbud"
  decided: {by: "Exempel, inget verkligt beslut", on: 2026-01-15, reference: Exempel 2026-1}
  valid: {from: 2026-02-01}
  promise: {answer_within: 2 working days}
  illustrative: true
-- units/vc.yaml --
casetypes:
  kontakta-mig:
    promise: {answer_within: 3 working days}  # <-- promise-too-long
""",
)
def promise_too_long(workspace: Workspace) -> Iterator[Finding]:
    for tree in workspace.regions.values():
        if not groups_are_known(tree):
            continue
        duties = Duties(tree)
        for unit in tree.resolved.values():
            promising = [(decision, decision.promise) for decision in duties.binding(unit) if decision.promise]
            if promising:
                yield from _findings(unit, promising)


def _findings(unit: ResolvedUnit, promising: list[tuple[Decision, Promise]]) -> Iterator[Finding]:
    """One finding for each line that promises too much, however many of the unit's case types it holds for."""
    told: set[tuple[Place, str]] = set()
    for offer in unit.offers.values():
        promise: Promise | None = offer.get("promise") if offer.active else None
        if promise is None:
            continue
        for decision, decided in promising:
            if not promise.answer_within.may_outlast(decided.answer_within):
                continue
            place = offer.origin("promise")
            if (place, decision.id) not in told and not _breaks_guard(offer):
                told.add((place, decision.id))
                yield _finding(offer, place, promise, decision, decided)


def _breaks_guard(offer: Offer) -> bool:
    """Whether the promise may not be what it is, decision or not, as what governs the case type has a rule of its own.

    What a unit promises for a central case type, or in spite of a promise that may only be sharpened.
    """
    own, *above = offer.origins("promise")
    if own.layer == "unit" and offer.base.governance == "central":
        return True
    if not above or "promise" not in offer.base.guarded:
        return False
    milder: bool = own.value.answer_within.may_outlast(above[0].value.answer_within)
    return milder and any(
        guard.field == "promise" and own.place in [other.place for other in _below(offer, guard)]
        for guard in offer.base.guards
    )


def _below(offer: Offer, guard: Guard) -> list[Origin]:
    """What the layers below a guard give the field that it guards."""
    return origins(offer.layers()[guard.depth + 1 :], guard.field, offer.unit.care_level)


def _finding(offer: Offer, place: Place, promise: Promise, decision: Decision, decided: Promise) -> Finding:
    return found(
        place.at("answer_within"),
        Related("promised-here", decision.at("promise", "answer_within")),
        unit=None if place.file == offer.unit.file else offer.unit.file_id,
        objects={"decision": decision.id},
        promise=promise.answer_within,
        limit=decided.answer_within,
        decision=decision.title,
        reference=decision.decided.reference,
    )
