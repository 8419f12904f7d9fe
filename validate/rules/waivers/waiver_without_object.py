"""A waiver that does not say what it is for."""

from collections.abc import Iterator

from schema.workspace import Workspace
from validate.rule import Finding, Words, found, rule
from validate.rulebook import rule_by_id
from validate.waiving import OBJECTS


@rule(
    "error",
    sv=Words(
        title="Undantag som inte säger vad det gäller",
        message="Undantaget från ”{rule}” säger inte vad det gäller.",
        reason="Ett undantag gäller bara det som det nämner, så att det inte gömmer samma fel på andra ställen.",
        advice="Skriv vad undantaget gäller: unit (mottagning), casetype (ärendetyp), terms (villkorstext), "
        "message (meddelandemall) eller decision (beslut).",
    ),
    en=Words(
        title="Waiver that does not say what it is for",
        message="The waiver from “{rule}” does not say what it is for.",
        reason="A waiver holds only for what it names, so that it does not hide the same fault in other places.",
        advice="Write what the waiver is for: unit, casetype, terms, message or decision.",
    ),
    source="basutbud, konfigurationsformatet",
    good="""
-- units/vc.yaml --
activities: ["1502", "1598"]
-- waivers.yaml --
- rule: activity-code-unknown
  unit: vc
  reason: Koden är ny i HSA 2026 och finns inte i kodlistan än.
  owner: Regional administratör
  ticket: EXEMPEL-0001
  last_day: 2026-08-31
""",
    bad="""
-- units/vc.yaml --
activities: ["1502", "1598"]  # <-- activity-code-unknown
-- waivers.yaml --
- rule: activity-code-unknown  # <-- waiver-without-object
  reason: Koden är ny i HSA 2026 och finns inte i kodlistan än.
  owner: Regional administratör
  ticket: EXEMPEL-0001
  last_day: 2026-08-31
""",
    mandatory=True,
)
def waiver_without_object(workspace: Workspace) -> Iterator[Finding]:
    for tree in workspace.regions.values():
        for waiver in tree.waivers:
            named = rule_by_id(waiver.rule)
            refused = named is not None and named.mandatory
            if not refused and all(getattr(waiver, kind) is None for kind in OBJECTS):
                yield found(waiver.at("rule"), rule=waiver.rule)
