"""A group that is named, but that does not exist where it is named."""

from collections.abc import Iterator

from schema.places import Place, Related
from schema.workspace import RegionTree, Workspace
from validate.facts.existing import suggester
from validate.facts.selectors import alternatives, selectors_of, unseen_group
from validate.rule import Finding, Words, found, rule


@rule(
    "error",
    sv=Words(
        title="Okänd grupp",
        message="Gruppen ”{group}” {problem}.{nearest}",
        reason="Den som delar ut till en grupp som inte finns delar ut till ingen, och ett urval kan bara bygga på "
        "grupper som redan är klara.",
        advice="{remedy}",
        phrases={
            "problem": {
                "nothing": "finns inte",
                "below": "står längre ner i filen, och är ännu inte klar när det här urvalet görs",
                "itself": "är den grupp som urvalet gäller, och kan inte välja ut sig själv",
            },
            "remedy": {
                "nothing": "Rätta stavningen, eller lägg till gruppen i groups.yaml.",
                "below": "Flytta den nämnda gruppen, så att den står ovanför den grupp som bygger på den.",
                "itself": "Ta bort gruppen ur urvalet. En mottagning som själv anger gruppen är redan med.",
            },
        },
    ),
    en=Words(
        title="Unknown group",
        message="The group “{group}” {problem}.{nearest}",
        reason="Distributing to a group that does not exist reaches nobody, and a selection can only build on groups "
        "that are complete already.",
        advice="{remedy}",
        phrases={
            "problem": {
                "nothing": "does not exist",
                "below": "stands further down in the file, and is not complete when this selection is made",
                "itself": "is the group that is being selected, and cannot select itself",
            },
            "remedy": {
                "nothing": "Correct the spelling, or add the group in groups.yaml.",
                "below": "Move the named group, so that it stands above the group that builds on it.",
                "itself": "Take the group out of the selection. A unit that names the group is in it already.",
            },
        },
    ),
    source="basutbud, konfigurationsformatet",
    good="""
-- groups.yaml --
nara-vard:
  title: Nära vård
  select: {care_level: primary}
i-halmstad:
  title: Nära vård i Halmstad
  select:
    municipality: "1380"
    groups: nara-vard
-- units/vc.yaml --
groups: [nara-vard]
""",
    bad="""
-- groups.yaml --
i-halmstad:
  title: Nära vård i Halmstad
  select:
    municipality: "1380"
    groups: nara-vard  # <-- unknown-group
nara-vard:
  title: Nära vård
  select: {care_level: primary}
-- units/vc.yaml --
groups: [naravard]  # <-- unknown-group
""",
    mandatory=True,
)
def unknown_group(workspace: Workspace) -> Iterator[Finding]:
    for tree in workspace.regions.values():
        if tree.is_broken("groups.yaml"):
            continue
        suggest = suggester(tree.groups)
        for group, place in _named(tree):
            if group not in tree.groups:
                yield found(place, group=group, problem="nothing", remedy="nothing", nearest=suggest(group))
        for selector, at, owner in selectors_of(tree):
            for group, place in alternatives(selector.groups, at.at("groups")):
                problem = unseen_group(tree, group, owner)
                if problem is not None:
                    nearest = suggest(group) if problem == "nothing" else ""
                    below = [Related("declared-here", tree.groups[group].place.key())] if problem == "below" else []
                    yield found(place, *below, group=group, problem=problem, remedy=problem, nearest=nearest)


def _named(tree: RegionTree) -> Iterator[tuple[str, Place]]:
    """The groups that units name, and those that case types and message templates go to."""
    for unit in tree.units.values():
        for number, group in enumerate(unit.groups):
            yield group, unit.at("groups", number)
    for casetype in tree.casetypes.values():
        for number, group in enumerate(casetype.distribute.to if casetype.distribute else ()):
            yield group, casetype.at("distribute", "to", number)
    for message in tree.messages.values():
        for number, group in enumerate(message.to):
            yield group, message.at("to", number)
