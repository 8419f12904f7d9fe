"""What a region has made otherwise than the national template that its case type builds on."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.site.casetypes.definitions import Definition
from generator.site.casetypes.forms import Question, questions_of
from generator.site.casetypes.origins import resolved, said
from generator.site.comparing.differences import Difference, Piece, differences, pieces_of
from generator.site.page import Link
from generator.site.wording.phrases import capital
from generator.site.wording.words import FIELD, VARIABLE_TYPE
from schema.layers import FIELDS

_TEXTS = ("name", "internal_name", "description")
_LISTED = ("form", "answer_forms", "standard_answers", "variables")
_APART = ("terms", "default_terms", "values", "extra_points")
_COMPARED = frozenset(FIELDS) - frozenset(_APART)
"""The terms text stands on a page of its own, and values and points are given by groups and units."""


@dataclass(frozen=True)
class Departure:
    """A field that is not as in the template: its two values, or for texts what differs between them."""

    label: str
    national: str
    regional: str
    pieces: tuple[Piece, ...] = ()
    differences: tuple[Difference, ...] = ()
    link: Link | None = None


def departures(definition: Definition) -> tuple[Departure, ...]:
    """The fields that the layers below the national template have changed; none where there is no template."""
    layers = tuple(layer for layer in definition.layers if layer.name != "region")
    if not layers or layers[0].name != "national" or len(layers) == 1:
        return ()
    national = {field: resolved(layers[:1], field, definition.care_level) for field in FIELDS if field in _COMPARED}
    ours = {field: resolved(layers, field, definition.care_level) for field in national}
    changed = [field for field in national if national[field] != ours[field]]
    return (*_terms(definition), *(_departure(field, national[field], ours[field]) for field in changed))


def _departure(field: str, national: Any, ours: Any) -> Departure:
    label = capital(FIELD.get(field, {"outlink": "uthopp", "listing": "listning"}.get(field, field)))
    if field in _LISTED:
        (before, names), (after, more) = _listed(field, national), _listed(field, ours)
        return Departure(label, "", "", differences=differences(before, after, {**names, **more}))
    if field in _TEXTS and national and ours:
        return Departure(label, "", "", pieces_of(national, ours))
    return Departure(label, _said(field, national), _said(field, ours))


def _said(field: str, value: Any) -> str:
    if value is None:
        return "anges inte"
    return str(value) if field in _TEXTS else said(field, value)


def _listed(field: str, value: Any) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """The text and the name of each item that a field lists, by the item's id."""
    if field == "form":
        asked = [question for each in questions_of(value or ()) for question in _all(each)]
        return {each.id: _question(each) for each in asked}, {each.id: f"”{each.text.strip()}”" for each in asked}
    if field == "variables":
        found: Mapping[str, Any] = value or {}
        texts = {id: f"{each.label} ({VARIABLE_TYPE[each.type]}) {each.default or ''}" for id, each in found.items()}
        return texts, {id: f"{{{id}}}" for id in found}
    answers: Sequence[Any] = value or ()
    names = {each.id: getattr(each, "name", f"Standardsvar {n}") for n, each in enumerate(answers, 1)}
    return {each.id: each.text for each in answers}, names


def _all(question: Question) -> Iterator[Question]:
    yield question
    for each in question.items:
        yield from _all(each)


def _question(question: Question) -> str:
    """All that a resident reads of a question."""
    options = " / ".join(option.text for option in question.options)
    required = "" if question.type in ("display", "group") else "måste besvaras" if question.required else "frivillig"
    parts = (question.text, question.help, question.hint, f"Svar: {options}." if options else "", question.condition)
    return " ".join(part.strip() for part in (*parts, f"({required})" if required else "") if part)


def _terms(definition: Definition) -> Iterator[Departure]:
    """The region's own terms text in place of the template's."""
    named, default = definition.get("terms"), definition.get("default_terms")
    if named is not None:
        national = f"version {default.version}" if default is not None else "ingen text"
        terms = definition.terms()
        version = f", version {terms.version}" if terms is not None else ""
        yield Departure(
            "Villkorstext", national, f"en egen text{version}", link=Link("Jämför texterna", f"../terms/{named}.html")
        )
