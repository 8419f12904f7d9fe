"""A group that no unit belongs to."""

from collections.abc import Iterator

from schema.workspace import RegionTree, Workspace
from validate.facts.existing import ids_by_folder, suggester
from validate.facts.selectors import is_elsewhere, selectors_of, unseen_group
from validate.rule import Finding, Words, found, rule


@rule(
    "warning",
    sv=Words(
        title="Grupp utan mottagningar",
        message="Ingen mottagning hör till gruppen ”{group}”.",
        reason="Det som delas ut till gruppen når ingen, och dess inställningar gäller ingen.",
        advice="Rätta gruppens urval eller lista, låt en mottagning ange gruppen, eller ta bort gruppen.",
    ),
    en=Words(
        title="Group without units",
        message="No unit belongs to the group “{group}”.",
        reason="What is distributed to the group reaches nobody, and its settings hold for nobody.",
        advice="Correct the group's selection or list, let a unit name the group, or take the group away.",
    ),
    source="Egen slutsats: en grupp utan mottagningar är oftast ett urval som är för snävt",
    good="""
-- groups.yaml --
vardcentraler:
  title: Vårdcentraler
  select: {business_type: vardcentral}
""",
    bad="""
-- groups.yaml --
vardcentraler:  # <-- orphan-group
  title: Vårdcentraler
  select: {business_type: vardcentral, care_level: specialist}
""",
)
def orphan_group(workspace: Workspace) -> Iterator[Finding]:
    for tree in workspace.regions.values():
        if ids_by_folder(tree)[tree.path("units")] - tree.units.keys():
            continue  # A unit that did not fit its model may be the one that belongs to the group.
        populated = {name for unit in tree.resolved.values() for name in unit.groups}
        told = _told(tree)
        for name, group in tree.groups.items():
            above = group.select.groups if group.select else None
            builds_on_none = above is not None and populated.isdisjoint(above)
            if name not in populated and name not in told and not builds_on_none:
                yield found(group.place.key(), group=name)


def _told(tree: RegionTree) -> set[str]:
    """Groups that are empty for a reason that another rule tells.

    The list or the selection names what is not there, or a unit has misspelt the group.
    """
    told = {name for name, group in tree.groups.items() if group.list and _is_told(group.list, tree)}
    suggest = suggester(tree.groups)
    told |= {suggest(named) for unit in tree.units.values() for named in unit.groups if named not in tree.groups}
    hsa_ids = {unit.hsa_id.lower() for unit in tree.units.values()}
    for selector, _, owner in selectors_of(tree):
        names_unseen = any(unseen_group(tree, group, owner) for group in selector.groups or ())
        names_unknown = any(hsa_id.lower() not in hsa_ids for hsa_id in selector.hsa_id or ())
        lies_elsewhere = is_elsewhere(tree, selector.municipality)
        if owner is not None and (names_unseen or names_unknown or lies_elsewhere):
            told.add(owner)
    return told


def _is_told(name: str, tree: RegionTree) -> bool:
    """A list with rows makes no empty group unless all of them are unknown."""
    return name not in tree.lists or bool(tree.lists[name]) or tree.is_broken(f"lists/{name}")
