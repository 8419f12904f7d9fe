"""Every form of a workspace, and its items in the order that a resident meets them."""

from collections.abc import Iterator
from typing import Any

from schema.models.forms import Form, GroupItem, Item
from schema.places import Place
from schema.workspace import RegionTree, Workspace
from validate.facts.written import definitions


def forms(workspace: Workspace) -> Iterator[tuple[Form, Place]]:
    for template in workspace.templates.values():
        yield from _form_of(template, template.place)
    for tree in workspace.regions.values():
        yield from _forms_of(tree)


def _forms_of(tree: RegionTree) -> Iterator[tuple[Form, Place]]:
    for casetype, place in definitions(tree):
        yield from _form_of(casetype, place)
    for message in tree.messages.values():
        yield message.questions, message.at("questions")


def _form_of(casetype: Any, place: Place) -> Iterator[tuple[Form, Place]]:
    form: Form | None = getattr(casetype, "form", None)
    if form is not None:
        yield form, place.at("form")


def items_of(form: Form, place: Place) -> Iterator[tuple[Item, Place]]:
    """Every item, a group before what stands in it."""
    for number, item in enumerate(form):
        yield item, place.at(number)
        if isinstance(item, GroupItem):
            yield from items_of(item.items, place.at(number, "items"))
