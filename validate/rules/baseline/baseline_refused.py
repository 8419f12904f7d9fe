"""An entry in a baseline for a rule that nobody can be let off."""

from collections.abc import Iterator

from schema.workspace import Workspace
from validate.rule import Finding, Words, found, rule
from validate.rulebook import rule_by_id


@rule(
    "error",
    sv=Words(
        title="Gammalt fel som måste rättas",
        message="Ett fel mot regeln ”{rule}” kan inte sparas som gammalt.",
        reason="Regeln skyddar personuppgifter, eller gör att det som byggs blir rätt. Felet stoppar "
        "bygget hur gammalt det än är.",
        advice="Ta bort raden och rätta felet.",
    ),
    en=Words(
        title="Old fault that must be mended",
        message="A fault against the rule “{rule}” cannot be kept as an old one.",
        reason="The rule protects personal data, or keeps what is built right. The fault stops "
        "the build however old it is.",
        advice="Take the entry away and mend the fault.",
    ),
    source="basutbud, konfigurationsformatet",
    good="""
-- units/vc.yaml --
activities: ["1502", "1598"]
-- baseline.yaml --
- rule: activity-code-unknown
  object: units/vc.yaml#activities/1598
  value: a6f03d78161fa3c3
""",
    bad="""
-- baseline.yaml --
- rule: unknown-terms  # <-- baseline-refused
  object: units/vc.yaml#casetypes/kontakta-mig/terms
  value: a6f03d78161fa3c3
""",
    mandatory=True,
)
def baseline_refused(workspace: Workspace) -> Iterator[Finding]:
    for tree in workspace.regions.values():
        for entry in tree.baseline:
            named = rule_by_id(entry.rule)
            if named is not None and named.mandatory:
                yield found(entry.at("rule"), rule=entry.rule)
