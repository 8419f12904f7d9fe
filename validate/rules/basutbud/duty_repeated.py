"""A row of a decision that says what another row of it has said."""

from collections.abc import Iterator

from schema.models.decisions import Duty
from schema.places import Place, Related
from schema.workspace import Workspace
from validate.facts.selectors import decisions_to_come
from validate.rule import Finding, Words, found, rule

_KINDS = ("require", "recommend", "forbid")


@rule(
    "warning",
    sv=Words(
        title="Samma rad två gånger i ett beslut",
        message="Raden för ”{casetype}” gäller samma mottagningar som en rad ovanför.",
        reason="En upprepad rad är ofta en rad som skulle ha handlat om något annat.",
        advice="Ta bort raden för {casetype}, eller skriv det som den skulle gälla.",
    ),
    en=Words(
        title="The same row twice in a decision",
        message="The row for “{casetype}” is for the same units as a row above it.",
        reason="A repeated row is often one that should have been about something else.",
        advice="Take the row for {casetype} away, or write what it was to be about.",
    ),
    source="Egen slutsats: varje rad i ett beslut säger något eget",
    good="""
-- basutbud.yaml --
- id: exempel-2026
  title: "Exempel: basutbud"
  decided: {by: "Exempel, inget verkligt beslut", on: 2026-01-15, reference: Exempel 2026-1}
  valid: {from: 2026-02-01}
  require:
    - casetype: kontakta-mig
      when: {offers: calls-back}
    - casetype: kontakta-mig
      when: {business_type: vardcentral}
  illustrative: true
""",
    bad="""
-- basutbud.yaml --
- id: exempel-2026
  title: "Exempel: basutbud"
  decided: {by: "Exempel, inget verkligt beslut", on: 2026-01-15, reference: Exempel 2026-1}
  valid: {from: 2026-02-01}
  require:
    - casetype: kontakta-mig
      when: {offers: calls-back}
    - casetype: kontakta-mig  # <-- duty-repeated
      when: {offers: calls-back}
  illustrative: true
""",
)
def duty_repeated(workspace: Workspace) -> Iterator[Finding]:
    for tree in workspace.regions.values():
        for decision in decisions_to_come(tree):
            for kind in _KINDS:
                rows = [(duty, decision.at(kind, number)) for number, duty in enumerate(getattr(decision, kind))]
                yield from _repeated(rows, decision.id)


def _repeated(rows: list[tuple[Duty, Place]], decision: str) -> Iterator[Finding]:
    seen: list[tuple[frozenset[str], Duty, Place]] = []
    for duty, place in rows:
        wanted = frozenset(duty.casetype)
        first = next((at for known, other, at in seen if known == wanted and other.when == duty.when), None)
        if first is None:
            seen.append((wanted, duty, place))
        else:
            above = Related("first-written-here", first.at("casetype"))
            casetype = " / ".join(duty.casetype)
            yield found(place.at("casetype"), above, objects={"decision": decision}, casetype=casetype)
