"""A unit that promises no answering time, though a decision on the basutbud sets one."""

from collections.abc import Iterator

from schema.offers import Offer
from schema.places import Related
from schema.workspace import Workspace
from validate.facts.duties import Duties
from validate.facts.offering import groups_are_known
from validate.facts.shown import ShownBy
from validate.rule import Finding, Words, found, rule


@rule(
    "error",
    sv=Words(
        title="Svarstid saknas",
        message="Ingen svarstid är utlovad. Beslutet ”{decision}” ({reference}) kräver svar inom {limit}.",
        reason="Utan svarstid vet varken invånaren eller mottagningen när ett ärende ska vara besvarat.",
        advice="Lägg till promise: {{answer_within: ...}} i region.yaml, eller på ärendetypen, med {limit} eller "
        "kortare.",
    ),
    en=Words(
        title="Missing answering time",
        message="No answering time is promised. The decision “{decision}” ({reference}) asks for an answer within "
        "{limit}.",
        reason="Without an answering time neither the resident nor the unit knows when a case is to be answered.",
        advice="Add promise: {{answer_within: ...}} in region.yaml, or on the case type, with {limit} or less.",
    ),
    source="Regionens beslut om basutbud, till exempel VGR Vårdgivarwebben, Frågor och svar kring basutbudet",
    good="""
-- region.yaml --
promise: {answer_within: 1 working day}
-- basutbud.yaml --
- id: exempel-2026
  title: "Exempel: basutbud"
  decided: {by: "Exempel, inget verkligt beslut", on: 2026-01-15, reference: Exempel 2026-1}
  valid: {from: 2026-02-01}
  promise: {answer_within: 2 working days}
  illustrative: true
""",
    bad="""
-- casetype_templates/kontakta-mig.yaml --
default_terms:
  layout: points
  status: approved
  approved: {on: 2026-03-01, by: redaktionen}
  version: 1
  points:
    - id: om
      text: Här kan du be {enhet} att kontakta dig.
== region.yaml ==
name: Region Halland  # <-- promise-missing
county: "13"
organisation_number: 232100-0115
directory: HSA
administration: {name: Förvaltning 1177 e-tjänster}
defaults: {service_area: [{region: whole-country}]}
-- basutbud.yaml --
- id: exempel-2026
  title: "Exempel: basutbud"
  decided: {by: "Exempel, inget verkligt beslut", on: 2026-01-15, reference: Exempel 2026-1}
  valid: {from: 2026-02-01}
  promise: {answer_within: 2 working days}
  illustrative: true
""",
)
def promise_missing(workspace: Workspace) -> Iterator[Finding]:
    shown_by = workspace.once(ShownBy)
    for tree in workspace.regions.values():
        if tree.region is None or tree.region.promise is not None or not groups_are_known(tree):
            continue
        duties = Duties(tree)
        for unit in tree.resolved.values():
            if any(_lacks_promise(offer, shown_by) for offer in unit.offers.values()):
                for decision in duties.binding(unit):
                    if decision.promise is not None:
                        yield found(
                            tree.region.at("promise").key(),
                            Related("promised-here", decision.at("promise", "answer_within")),
                            unit=unit.id,
                            objects={"decision": decision.id},
                            limit=decision.promise.answer_within,
                            decision=decision.title,
                            reference=decision.decided.reference,
                        )


def _lacks_promise(offer: Offer, shown_by: ShownBy) -> bool:
    """Whether a case type leaves residents without an answering time.

    Direct booking, outlinks and listing are answered at once, or by somebody else. A text that has a placeholder for
    the promise already has a finding for its lack.
    """
    return (
        offer.active
        and offer.base.kind == "form"
        and offer.get("promise") is None
        and "svarstid" not in shown_by.texts(offer).uses
    )
