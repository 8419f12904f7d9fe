"""An id that two things of the same list share."""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from schema.models.groups import Group
from schema.models.units import Unit
from schema.places import Place, Related
from schema.workspace import RegionTree, Workspace
from validate.rule import Finding, Words, found, rule

Ids = tuple[str, list[tuple[str, Place]]]
"""What the things are, and the id of each with its place."""


@rule(
    "error",
    sv=Words(
        title="Upprepat id",
        message="Id ”{id}” används redan för {among}.",
        reason="Id är det som översättningar, villkor och jämförelser mellan versioner känner igen saken på.",
        advice="Ge den här ett eget id, eller ta bort den ena av de två som heter ”{id}”.",
        phrases={
            "among": {
                "points": "en annan punkt i texten",
                "extra_points": "en annan extra punkt",
                "questions": "en annan fråga i formuläret",
                "options": "ett annat alternativ i frågan",
                "answer_forms": "ett annat svarsformulär",
                "standard_answers": "ett annat standardsvar",
                "decisions": "ett annat beslut",
            }
        },
    ),
    en=Words(
        title="Repeated id",
        message="The id “{id}” is already used for {among}.",
        reason="The id is what translations, conditions and comparisons between versions know the thing by.",
        advice="Give this one an id of its own, or take away one of the two that are called “{id}”.",
        phrases={
            "among": {
                "points": "another point of the text",
                "extra_points": "another extra point",
                "questions": "another question of the form",
                "options": "another option of the question",
                "answer_forms": "another answer form",
                "standard_answers": "another standard answer",
                "decisions": "another decision",
            }
        },
    ),
    source="basutbud, konfigurationsformatet",
    good="""
-- units/vc.yaml --
casetypes:
  kontakta-mig:
    extra_points:
      - id: parkering
        text: Du kan parkera på baksidan av huset.
      - id: cykel
        text: Du kan ställa cykeln vid entrén.
""",
    bad="""
-- units/vc.yaml --
casetypes:
  kontakta-mig:
    extra_points:
      - id: parkering
        text: Du kan parkera på baksidan av huset.
      - id: parkering  # <-- repeated-id
        text: Du kan ställa cykeln vid entrén.
""",
    mandatory=True,
)
def repeated_id(workspace: Workspace) -> Iterator[Finding]:
    national = chain.from_iterable(_of_casetype(template, template.place) for template in workspace.templates.values())
    for among, ids in chain(national, *map(_of_region, workspace.regions.values())):
        first: dict[str, Place] = {}
        for id, place in ids:
            known = first.setdefault(id, place)
            if known is not place:
                yield found(place, Related("first-written-here", known), id=id, among=among)


def _of_region(tree: RegionTree) -> Iterator[Ids]:
    yield "decisions", [(decision.id, decision.at("id")) for decision in tree.decisions]
    for casetype in tree.casetypes.values():
        yield from _of_casetype(casetype, casetype.place)
    for terms in tree.terms.values():
        yield from _of_fields(terms, terms.place, "points")
    for message in tree.messages.values():
        yield from _of_form(message.questions, message.at("questions"))
    nodes: Iterable[Group | Unit] = chain(tree.groups.values(), tree.units.values())
    for node in nodes:
        for id, entry in node.casetypes.items():
            # Most of 150,000 entries set none of these.
            if entry is None or entry.model_fields_set.isdisjoint(("extra_points", "standard_answers", "local")):
                continue
            place = node.at("casetypes", id)
            yield from _of_fields(entry, place, "extra_points", "standard_answers")
            yield from _of_casetype(getattr(entry, "local", None), place.at("local"))


def _of_casetype(casetype: Any, place: Place) -> Iterator[Ids]:
    yield from _of_fields(casetype, place, "answer_forms", "standard_answers")
    yield from _of_fields(getattr(casetype, "default_terms", None), place.at("default_terms"), "points")
    yield from _of_form(getattr(casetype, "form", None) or (), place.at("form"))


def _of_fields(node: Any, place: Place, *fields: str) -> Iterator[Ids]:
    for field in fields:
        items = getattr(node, field, None) or ()
        yield field, [(item.id, place.at(field, number, "id")) for number, item in enumerate(items)]


def _of_form(form: tuple[Any, ...], place: Place) -> Iterator[Ids]:
    """The questions of a form, with those of its groups among them, and the options of each question."""
    items = list(_items(form, place))
    yield "questions", [(item.id, at.at("id")) for item, at in items]
    for item, at in items:
        yield from _of_fields(item, at, "options")


def _items(form: tuple[Any, ...], place: Place) -> Iterator[tuple[Any, Place]]:
    for number, item in enumerate(form):
        yield item, place.at(number)
        yield from _items(getattr(item, "items", ()), place.at(number, "items"))
