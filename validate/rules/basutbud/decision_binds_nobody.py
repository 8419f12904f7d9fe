"""A decision that applies to no unit at all."""

from collections.abc import Iterator

from schema.codelists import activities, municipalities
from schema.models.groups import Selector
from schema.selecting import selects
from schema.workspace import RegionTree, Workspace
from validate.facts.offering import groups_are_known
from validate.facts.selectors import decisions_to_come, is_elsewhere
from validate.rule import Finding, Words, found, rule


@rule(
    "warning",
    sv=Words(
        title="Beslut som inte gäller någon",
        message="Beslutet ”{decision}” gäller inte för någon mottagning i regionen.",
        reason="Ett felskrivet urval gör att krav, förbud och svarstid inte prövas på någon mottagning.",
        advice="Kontrollera applies_to i ”{decision}” mot mottagningarnas uppgifter, till exempel business_type.",
    ),
    en=Words(
        title="A decision that binds nobody",
        message="The decision “{decision}” applies to no unit in the region.",
        reason="With a mistyped selector no unit is held to the decision's demands, bans and answering time.",
        advice="Check applies_to of “{decision}” against what the units say, such as their business_type.",
    ),
    source="Egen slutsats: ett beslut fattas för att gälla någon",
    good="""
-- basutbud.yaml --
- id: exempel-2026
  title: "Exempel: basutbud"
  decided: {by: "Exempel, inget verkligt beslut", on: 2026-01-15, reference: Exempel 2026-1}
  valid: {from: 2026-02-01}
  applies_to: {governed_by: forvaltning}
  illustrative: true
""",
    bad="""
-- basutbud.yaml --
- id: exempel-2026
  title: "Exempel: basutbud"
  decided: {by: "Exempel, inget verkligt beslut", on: 2026-01-15, reference: Exempel 2026-1}
  valid: {from: 2026-02-01}
  applies_to: {business_type: bvc}  # <-- decision-binds-nobody
  illustrative: true
""",
)
def decision_binds_nobody(workspace: Workspace) -> Iterator[Finding]:
    for tree in workspace.regions.values():
        if not tree.units or not _units_are_known(tree):
            continue
        for decision in decisions_to_come(tree):
            selector = decision.applies_to
            # Decisions bind active units only.
            is_of_closed = selector.status is not None and "active" not in selector.status
            if _is_known(selector, tree) and (
                is_of_closed or not any(selects(selector, unit.unit, unit.groups) for unit in tree.resolved.values())
            ):
                yield found(decision.at("applies_to").key(), decision=decision.title)


def _units_are_known(tree: RegionTree) -> bool:
    """Whether no unit is missing that the decision could be for."""
    return groups_are_known(tree) and not any(path.startswith(tree.path("units/")) for path in tree.broken)


def _is_known(selector: Selector, tree: RegionTree) -> bool:
    """Whether the selector names what exists, and groups with units; what does not is told of where it stands."""
    governing = {unit.governed_by for unit in tree.units.values()}
    populated = {group for unit in tree.resolved.values() for group in unit.groups}
    return (
        all(group in populated for group in selector.groups or ())
        and all(code in municipalities() for code in selector.municipality or ())
        and all(code in activities() for code in selector.activities or ())
        and not is_elsewhere(tree, selector.municipality)
        and all(value in governing for value in selector.governed_by or ())
        and selector.hsa_id is None
    )
