"""A waiver from a rule that nobody can be let off."""

from collections.abc import Iterator

from schema.workspace import Workspace
from validate.rule import Finding, Words, found, rule
from validate.rulebook import rule_by_id


@rule(
    "error",
    sv=Words(
        title="Undantag som inte kan ges",
        message="Från regeln ”{rule}” kan ingen få undantag.",
        reason="Regeln skyddar personuppgifter, eller gör att det som byggs blir rätt. Ett undantag skulle gömma "
        "felet, inte lösa det.",
        advice="Ta bort undantaget och rätta felet.",
    ),
    en=Words(
        title="Waiver that cannot be given",
        message="Nobody can be let off the rule “{rule}”.",
        reason="The rule protects personal data, or keeps what is built right. A waiver would hide the fault, "
        "not solve it.",
        advice="Take the waiver away and correct the fault.",
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
-- waivers.yaml --
- rule: unknown-terms  # <-- waiver-refused
  unit: vc
  reason: Villkorstexten skrivs till hösten.
  owner: Regional administratör
  ticket: EXEMPEL-0001
  last_day: 2026-08-31
""",
    mandatory=True,
)
def waiver_refused(workspace: Workspace) -> Iterator[Finding]:
    for tree in workspace.regions.values():
        for waiver in tree.waivers:
            named = rule_by_id(waiver.rule)
            if named is not None and named.mandatory:
                yield found(waiver.at("rule"), rule=waiver.rule)
