"""A unit list that no group names."""

from collections.abc import Iterator

from schema.places import Place
from schema.workspace import Workspace
from validate.facts.lists import missing_lists
from validate.rule import Finding, Words, found, rule


@rule(
    "warning",
    sv=Words(
        title="Lista som ingen grupp använder",
        message="Ingen grupp använder listan ”{list}”.",
        reason="En lista har bara betydelse när en grupp pekar på den. Den som ändrar i listan tror att något händer.",
        advice="Skriv ”list: {list}” på en grupp i groups.yaml, eller ta bort filen.",
    ),
    en=Words(
        title="List that no group uses",
        message="No group uses the list “{list}”.",
        reason="A list means something only when a group names it. Whoever edits the list believes that it matters.",
        advice="Write “list: {list}” on a group in groups.yaml, or take the file away.",
    ),
    source="Egen slutsats: en lista som ingen grupp pekar på är kvarglömd eller väntar på sin grupp",
    good="""
-- groups.yaml --
piloter:
  title: Mottagningar som provar först
  list: piloter.txt
-- lists/piloter.txt --
SE2321000115-PAHITT0001
""",
    bad="""
-- groups.yaml --
piloter:
  title: Mottagningar som provar först
  select: {business_type: vardcentral}
-- lists/piloter.txt --
SE2321000115-PAHITT0001  # <-- unused-list
""",
)
def unused_list(workspace: Workspace) -> Iterator[Finding]:
    for tree in workspace.regions.values():
        if not tree.lists or tree.is_broken("groups.yaml"):
            continue
        named = {group.list for group in tree.groups.values()}
        # A list that a group has misspelt is told of there.
        misspelt = {nearest for _, _, nearest in missing_lists(tree)}
        for name in sorted(tree.lists.keys() - named - misspelt):
            yield found(Place(tree.path(f"lists/{name}")), list=name)
