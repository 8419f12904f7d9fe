"""The placeholders in the texts that an offer shows, found once for all that share a text."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, NamedTuple

from pydantic import BaseModel

from schema.layers import Layer
from schema.models.texts import Terms
from schema.offers import Base, Offer
from schema.placeholders import Placeholder, loose_braces, placeholders
from schema.places import Path, Place
from schema.workspace import RegionTree, Workspace

_OWN = frozenset({"description", "extra_points", "standard_answers"})
_CHANGING = _OWN | {"terms"}
"""The fields by which a unit's own entry changes the texts: `_OWN` ones hold them, `terms` names another."""

Key = tuple[str, str]
"""What a lower layer replaces as a whole: a field, or an item of a list by its id."""


class Shown(NamedTuple):
    """A text with braces in it, where it stands, and what the braces hold."""

    text: str
    place: Place
    placeholders: tuple[Placeholder, ...]
    loose: tuple[tuple[int, int], ...]


class Texts:
    """The texts with braces in them that belong together, and the placeholders that they use."""

    def __init__(self, texts: Iterable[Shown]) -> None:
        self.texts = tuple(texts)
        self.names = frozenset(placeholder.name for text in self.texts for placeholder in text.placeholders)
        self._names_with: dict[int, tuple[Texts, frozenset[str]]] = {}

    def names_with(self, other: "Texts") -> frozenset[str]:
        """The names of both, put together once."""
        if id(other) not in self._names_with:
            self._names_with[id(other)] = other, self.names | other.names
        return self._names_with[id(other)][1]


class ShownTexts(NamedTuple):
    """What an offer shows: the texts of its case type, and those of its terms text."""

    of_casetype: Texts
    of_terms: Texts

    @property
    def uses(self) -> frozenset[str]:
        """The names of the placeholders in use."""
        return self.of_casetype.names_with(self.of_terms)

    def first(self, name: str) -> Place:
        """Where a placeholder that is in use stands first."""
        return next(
            text.place.within(placeholder.start, placeholder.end)
            for texts in self
            for text in texts.texts
            for placeholder in text.placeholders
            if placeholder.name == name
        )


class _Part(NamedTuple):
    """The texts of one layer: those with braces, and the keys of all."""

    texts: tuple[tuple[Key, Shown], ...]
    keys: frozenset[Key]


class ShownBy:
    """The texts that offers show, put together once for each set of layers and each terms text.

    Rules share it: `workspace.once(ShownBy)`.
    """

    def __init__(self, workspace: Workspace) -> None:
        del workspace  # which is only what it is kept with
        # Each value keeps what its key is the id of.
        self._parts: dict[int, tuple[Layer, _Part]] = {}
        self._of_layers: dict[tuple[int, ...], Texts] = {}
        self._of_base: dict[int, tuple[Base, Texts]] = {}
        self._of_terms: dict[int, tuple[Terms, Texts]] = {}
        self._distinct: dict[str, tuple[tuple[Offer, ShownTexts], ...]] = {}

    def texts(self, offer: Offer) -> ShownTexts:
        entry = offer.entry
        if entry is not None and not entry.model_fields_set.isdisjoint(_OWN):
            return ShownTexts(self._texts_of(offer.layers()), self._terms(offer))
        known = self._of_base.get(id(offer.base))
        if known is None:
            known = self._of_base[id(offer.base)] = offer.base, self._texts_of(offer.base.layers)
        return ShownTexts(known[1], self._terms(offer))

    def distinct(self, tree: RegionTree) -> tuple[tuple[Offer, ShownTexts], ...]:
        """Each base of a region with its texts, and each offer that changes them."""
        if tree.id not in self._distinct:
            self._distinct[tree.id] = tuple(self._look_through(tree))
        return self._distinct[tree.id]

    def _look_through(self, tree: RegionTree) -> Iterator[tuple[Offer, ShownTexts]]:
        seen: set[int] = set()
        for offer in tree.offers():
            entry = offer.entry
            if entry is None or entry.model_fields_set.isdisjoint(_CHANGING):
                if id(offer.base) in seen:
                    continue
                seen.add(id(offer.base))
            yield offer, self.texts(offer)

    def _texts_of(self, layers: tuple[Layer, ...]) -> Texts:
        own = [layer for layer in layers if layer.name != "region"]
        key = tuple(id(layer.node) for layer in own)
        if key not in self._of_layers:
            self._of_layers[key] = Texts(self._shown(own))
        return self._of_layers[key]

    def _shown(self, layers: list[Layer]) -> Iterator[Shown]:
        hidden: frozenset[Key] = frozenset()
        for layer in reversed(layers):
            if id(layer.node) not in self._parts:
                self._parts[id(layer.node)] = layer, _part(layer)
            texts, keys = self._parts[id(layer.node)][1]
            yield from (text for key, text in texts if key not in hidden)
            hidden |= keys

    def _terms(self, offer: Offer) -> Texts:
        terms = offer.terms()
        if terms is None:
            return _NONE
        if id(terms) not in self._of_terms:
            texts = [shown(text, terms.at(*path)) for text, path in _of_terms(terms) if _has_brace(text)]
            self._of_terms[id(terms)] = terms, Texts(texts)
        return self._of_terms[id(terms)][1]


_NONE = Texts(())


def _part(layer: Layer) -> _Part:
    texts = list(_of_layer(layer.node))
    braced = tuple((key, shown(text, layer.place.at(*path))) for key, text, path in texts if _has_brace(text))
    return _Part(braced, frozenset(key for key, _, _ in texts))


def placeholders_of(casetype: BaseModel, terms: Terms | None) -> set[str]:
    """The placeholders that a case type's own texts and a terms text use."""
    texts = [text for _, text, _ in _of_layer(casetype)]
    texts += [text for text, _ in _of_terms(terms)] if terms is not None else ()
    return {placeholder.name for text in texts for placeholder in placeholders(text)}


def _has_brace(text: str) -> bool:
    return "{" in text or "}" in text


def shown(text: str, place: Place) -> Shown:
    return Shown(text, place, *_braces(text))


@cache
def _braces(text: str) -> tuple[tuple[Placeholder, ...], tuple[tuple[int, int], ...]]:
    """What stands in a text's braces, and the loose ones; a national text is met again in every region."""
    return tuple(placeholders(text)), tuple(loose_braces(text))


def _of_terms(terms: Terms) -> Iterator[tuple[str, Path]]:
    """The parts, and those of the translations."""
    for path, _, text in terms.parts():
        yield text, path
    for language, translation in terms.translations.items():
        for part, text in translation.texts.items():
            yield text, ("translations", language, "texts", part)


def _of_layer(node: Any) -> Iterator[tuple[Key, str, Path]]:
    # Asking a model for a field that its kind does not have is slow.
    given = node.model_fields_set
    if "description" in given:
        yield ("description", ""), node.description, ("description",)
    for field in ("extra_points", "answer_forms", "standard_answers"):
        for number, item in enumerate(getattr(node, field) if field in given else ()):
            yield (field, item.id), item.text, (field, number, "text")
