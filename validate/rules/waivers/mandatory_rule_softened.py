"""A region that makes a rule milder than the rule lets it."""

from collections.abc import Iterator

from schema.workspace import Workspace
from validate.rule import Finding, Words, found, rule
from validate.rulebook import rule_by_id
from validate.run import is_milder


@rule(
    "error",
    sv=Words(
        title="Tvingande regel mildrad",
        message="Regeln ”{rule}” kan inte göras mildare.",
        reason="Vissa regler skyddar invånare eller gör att paketen alls går att använda. De gäller ändå, och den som "
        "läser raden tror att regeln är mildare.",
        advice="Ta bort raden. Regelns sida finns med: basutbud rule {rule}",
    ),
    en=Words(
        title="Mandatory rule made milder",
        message="The rule “{rule}” cannot be made milder.",
        reason="Some rules protect residents, or make the bundles usable at all. They hold all the same, and whoever "
        "reads the line believes that the rule is milder.",
        advice="Take the line away. The rule's page is shown by: basutbud rule {rule}",
    ),
    source="basutbud, konfigurationsformatet",
    good="""
-- region.yaml --
rules:
  orphan-group: error
""",
    bad="""
-- region.yaml --
rules:
  unknown-key: warning  # <-- mandatory-rule-softened
""",
    mandatory=True,
)
def mandatory_rule_softened(workspace: Workspace) -> Iterator[Finding]:
    for tree in workspace.regions.values():
        region = tree.region
        for id, chosen in region.rules.items() if region is not None else ():
            known = rule_by_id(id)
            if region is not None and known is not None and known.mandatory and is_milder(chosen, known):
                yield found(region.at("rules", id), rule=id)
