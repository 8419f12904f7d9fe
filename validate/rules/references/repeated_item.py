"""An item that stands twice in one list of words."""

from collections.abc import Iterator, Sequence
from typing import Any

from pydantic import BaseModel

from schema.models.base import FileNode
from schema.places import Place, Related
from schema.workspace import RegionTree, Workspace
from validate.rule import Finding, Words, found, rule

_OF_UNIT = ("activities", "offers", "groups", "handler_groups")
_OF_BOOKING = ("supports", "time_types")


@rule(
    "warning",
    sv=Words(
        title="Samma sak två gånger i en lista",
        message="”{item}” står redan i listan {list}.",
        reason="Något som upprepas är ofta något där en annan sak skulle ha stått.",
        advice="Ta bort ”{item}”, eller skriv det som skulle ha stått där.",
    ),
    en=Words(
        title="The same item twice in a list",
        message="“{item}” stands in the list {list} already.",
        reason="A repeated item is often one where another should have stood.",
        advice="Take “{item}” away, or write what should have stood there.",
    ),
    source="Egen slutsats: varje sak i en sådan lista räknas en gång",
    good="""
-- units/vc.yaml --
activities: ["1502", "1504"]
offers: [calls-back, books-visits]
""",
    bad="""
-- units/vc.yaml --
activities: ["1502", "1502"]  # <-- repeated-item
offers:
  - calls-back
  - books-visits
  - calls-back  # <-- repeated-item
""",
)
def repeated_item(workspace: Workspace) -> Iterator[Finding]:
    for template in workspace.templates.values():
        yield from _within(template, template.place, "functions", "locked", "stricter_only")
    for tree in workspace.regions.values():
        for node, place, names in _holders(tree):
            yield from _within(node, place, *names)


def _holders(tree: RegionTree) -> Iterator[tuple[BaseModel, Place, Sequence[str]]]:
    """What has lists of words, where it stands, and the keys of those lists."""
    for unit in tree.units.values():
        yield unit, unit.place, _OF_UNIT
        if unit.booking is not None:
            yield unit.booking, unit.at("booking"), _OF_BOOKING
    for casetype in tree.casetypes.values():
        yield casetype, casetype.place, ("functions", "locked", "stricter_only")
        if casetype.distribute is not None:
            yield casetype.distribute, casetype.at("distribute"), ("to",)
    for message in tree.messages.values():
        yield message, message.place, ("to",)


def _within(node: BaseModel | FileNode, place: Place, *names: str) -> Iterator[Finding]:
    for name in names:
        items: Sequence[Any] = getattr(node, name, None) or ()
        if len(set(items)) == len(items):
            continue
        first: dict[Any, int] = {}
        for number, item in enumerate(items):
            known = first.setdefault(item, number)
            if known != number:
                at, above = place.at(name, number), place.at(name, known)
                yield found(at, Related("first-written-here", above), item=str(item), list=name)
