"""A group whose unit list does not exist."""

from collections.abc import Iterator

from schema.workspace import Workspace
from validate.facts.lists import missing_lists
from validate.rule import Finding, Words, found, rule


@rule(
    "error",
    sv=Words(
        title="Okänd lista",
        message="Listan ”{list}” finns inte i mappen lists.{nearest}",
        reason="En grupp vars lista saknas blir tom, och mottagningarna får inte det som delas ut till gruppen.",
        advice="Rätta filens namn, eller lägg en fil med det namnet i regionens mapp lists.",
    ),
    en=Words(
        title="Unknown list",
        message="There is no list “{list}” in the folder lists.{nearest}",
        reason="A group whose list is missing is empty, and its units do not get what is distributed to the group.",
        advice="Correct the name of the file, or put a file of that name in the region's folder lists.",
    ),
    source="basutbud, konfigurationsformatet",
    good="""
-- groups.yaml --
piloter:
  title: Mottagningar som provar först
  list: piloter.csv
-- lists/piloter.csv --
hsa-id;namn
SE2321000115-PAHITT0001;Påhittade vårdcentralen
""",
    bad="""
-- groups.yaml --
piloter:
  title: Mottagningar som provar först
  list: piloter.txt  # <-- unknown-list
-- lists/piloter.csv --
hsa-id;namn
SE2321000115-PAHITT0001;Påhittade vårdcentralen
""",
    mandatory=True,
)
def unknown_list(workspace: Workspace) -> Iterator[Finding]:
    for tree in workspace.regions.values():
        for group, name, nearest in missing_lists(tree):
            yield found(group.at("list"), list=name, nearest=nearest)
