"""A unit that stands twice in the same list."""

from collections.abc import Iterator

from schema.places import Place, Related
from schema.workspace import Workspace
from validate.rule import Finding, Words, found, rule


@rule(
    "warning",
    sv=Words(
        title="Samma mottagning två gånger i en lista",
        message="Mottagningen ”{hsa_id}” står redan i listan.",
        reason="En rad som upprepas är ofta en rad där en annan mottagning skulle ha stått.",
        advice="Ta bort raden, eller byt HSA-id om en annan mottagning var menad.",
    ),
    en=Words(
        title="The same unit twice in a list",
        message="The unit “{hsa_id}” stands in the list already.",
        reason="A repeated line is often one where another unit should have stood.",
        advice="Take the line away, or change the HSA-id if another unit was meant.",
    ),
    source="Egen slutsats: listan klistras in i tjänsten med ett HSA-id per rad, så som Ineras handbok för "
    "uthoppstjänster beskriver",
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
  list: piloter.txt
-- lists/piloter.txt --
SE2321000115-PAHITT0001
se2321000115-pahitt0001  # <-- repeated-list-entry
""",
)
def repeated_list_entry(workspace: Workspace) -> Iterator[Finding]:
    for tree in workspace.regions.values():
        for _, rows in sorted(tree.lists.items()):
            first: dict[str, Place] = {}
            for row in rows:
                place = first.setdefault(row.hsa_id.lower(), row.place)
                if place is not row.place:
                    yield found(row.place, Related("first-written-here", place), hsa_id=row.hsa_id)
