"""A group that changes a case type which none of its units has."""

from collections.abc import Iterator

from schema.workspace import RegionTree, Workspace
from validate.facts.existing import ids_by_folder
from validate.facts.offering import offers_are_known
from validate.rule import Finding, Words, found, rule


@rule(
    "warning",
    sv=Words(
        title="Gruppen ändrar en ärendetyp som ingen har",
        message="Gruppen ”{group}” ändrar ”{casetype}”, men ingen av gruppens mottagningar har den.",
        reason="En grupp ändrar bara det som mottagningarna redan har, och delar inte ut något. Ändringen når ingen.",
        advice="Dela ut {casetype} till gruppen med distribute, eller ta bort ändringen.",
    ),
    en=Words(
        title="The group changes a case type that nobody has",
        message="The group “{group}” changes “{casetype}”, but none of the group's units has it.",
        reason="A group changes only what its units have already, and distributes nothing. The change reaches nobody.",
        advice="Distribute {casetype} to the group with distribute, or take the change away.",
    ),
    source="basutbud, konfigurationsformatet",
    good="""
-- groups.yaml --
vardcentraler:
  title: Vårdcentraler
  select: {business_type: vardcentral}
  casetypes:
    kontakta-mig: {sort_order: 5}
""",
    bad="""
-- casetypes/ring-mig.yaml --
extends: kontakta-mig
name: Ring mig
-- groups.yaml --
vardcentraler:
  title: Vårdcentraler
  select: {business_type: vardcentral}
  casetypes:
    ring-mig: {sort_order: 5}  # <-- group-casetype-unoffered
""",
)
def group_casetype_unoffered(workspace: Workspace) -> Iterator[Finding]:
    for tree in workspace.regions.values():
        if not any(group.casetypes for group in tree.groups.values()) or not _offers_are_known(tree):
            continue
        had: dict[str, set[str]] = {}
        for unit in tree.resolved.values():
            for name in unit.groups:
                if tree.groups[name].casetypes:
                    had.setdefault(name, set()).update(unit.offers, unit.unresolved)
        known = {*ids_by_folder(tree)[tree.path("casetypes")], *tree.templates}
        for name, group in tree.groups.items():
            for id in group.casetypes if name in had else ():
                # A case type that does not exist, or that is but one unit's, is no matter of distribution.
                if id in known and id not in had[name]:
                    yield found(group.at("casetypes", id).key(), objects={"casetype": id}, group=name, casetype=id)


def _offers_are_known(tree: RegionTree) -> bool:
    """Whether no unit is missing that the group could change the case type of."""
    return offers_are_known(tree) and not ids_by_folder(tree)[tree.path("units")] - tree.units.keys()
