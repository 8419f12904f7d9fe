"""The placeholders in the texts that an offer shows, found once for all units that share the texts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from pydantic import BaseModel

from schema.models.forms import Item
from schema.models.texts import Terms
from schema.placeholders import placeholders
from schema.places import Place
from schema.resolving import Base, Offer

_OF_ENTRY = frozenset({"description", "extra_points", "standard_answers", "terms"})
"""The fields by which a unit's own entry changes the texts."""


class Shown(NamedTuple):
    """A text, and where it stands."""

    text: str
    place: Place


@dataclass(frozen=True)
class ShownTexts:
    """The texts with a brace in them of one or more offers; the others hold no placeholder."""

    base: Base
    texts: tuple[Shown, ...]

    @cached_property
    def uses(self) -> Mapping[str, Place]:
        """Each placeholder, by name, and where it is used first."""
        first: dict[str, Place] = {}
        for text, place in self.texts:
            for name, start, end in placeholders(text):
                first.setdefault(name, place.within(start, end))
        return first


class ShownBy:
    """The texts that offers show, put together once for each base and terms text."""

    def __init__(self) -> None:
        self._made: dict[tuple[int, str | None], ShownTexts] = {}

    def texts(self, offer: Offer) -> ShownTexts:
        changed = offer.entry.model_fields_set & _OF_ENTRY if offer.entry is not None else frozenset()
        if not changed <= {"terms"}:
            return ShownTexts(offer.base, tuple(_texts_of(offer)))
        key = (id(offer.base), offer.entry.terms if changed and offer.entry is not None else None)
        if key not in self._made:
            self._made[key] = ShownTexts(offer.base, tuple(_texts_of(offer)))
        return self._made[key]


def _texts_of(offer: Offer) -> Iterator[Shown]:
    """An item of a list counts by its id, and any other field as a whole: the lowest layer that has it is shown."""
    seen: set[tuple[str, str]] = set()
    for layer in reversed(offer.layers()):
        if layer.name == "region":
            continue
        shown = list(_of_layer(layer.node, layer.place))
        yield from (text for key, text in shown if key not in seen and _has_brace(text.text))
        seen.update(key for key, _ in shown)
    terms = offer.terms()
    if terms is not None:
        yield from texts_of_terms(terms)


def texts_of_terms(terms: Terms) -> Iterator[Shown]:
    """The parts with a brace in them, and those of the translations."""
    for path, _, text in terms.parts():
        if _has_brace(text):
            yield Shown(text, terms.at(*path))
    for language, translation in terms.translations.items():
        for part, text in translation.texts.items():
            if _has_brace(text):
                yield Shown(text, terms.at("translations", language, "texts", part))


def _of_layer(node: BaseModel, place: Place) -> Iterator[tuple[tuple[str, str], Shown]]:
    description = getattr(node, "description", None)
    if description is not None:
        yield ("description", ""), Shown(description, place.at("description"))
    for field in ("extra_points", "answer_forms", "standard_answers"):
        for number, item in enumerate(getattr(node, field, None) or ()):
            yield (field, item.id), Shown(item.text, place.at(field, number, "text"))
    for number, item in enumerate(getattr(node, "form", None) or ()):
        yield from ((("form", ""), shown) for shown in _of_item(item, place.at("form", number)))


def _of_item(item: Item, place: Place) -> Iterator[Shown]:
    yield Shown(item.question, place.at("question"))
    if item.help is not None:
        yield Shown(item.help, place.at("help"))
    for number, option in enumerate(getattr(item, "options", ())):
        yield Shown(option.text, place.at("options", number, "text"))
    for number, inner in enumerate(getattr(item, "items", ())):
        yield from _of_item(inner, place.at("items", number))


def _has_brace(text: str) -> bool:
    return "{" in text or "}" in text


def placeholders_of(casetype: BaseModel, terms: Terms | None) -> set[str]:
    """The placeholders that a case type's own texts and a terms text use."""
    shown = [text for _, text in _of_layer(casetype, Place(""))]
    shown += texts_of_terms(terms) if terms is not None else ()
    return {placeholder.name for text, _ in shown for placeholder in placeholders(text)}
