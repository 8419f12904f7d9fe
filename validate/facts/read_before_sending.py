"""What residents read before they send a case: the description, the parts of the terms text and the extra points."""

from collections.abc import Callable, Iterable, Iterator
from typing import Generic, NamedTuple, TypeVar

from schema.models.texts import Terms
from schema.offers import Base, Offer
from schema.places import Place

T = TypeVar("T")
_OWN = frozenset({"description", "extra_points"})


class Read(NamedTuple, Generic[T]):
    """Something that stands in a text which residents read."""

    what: T
    text: str
    place: Place


class FoundBeforeSending(Generic[T]):
    """What a search finds in the texts that offers show.

    A text is looked through once for each set of layers and each terms text, not for each of the units that show it.
    """

    def __init__(self, search: Callable[[str], Iterable[T]]) -> None:
        self._search = search
        # Each value keeps what its key is the id of.
        self._of_base: dict[int, tuple[Base, tuple[Read[T], ...]]] = {}
        self._of_terms: dict[int, tuple[Terms, tuple[Read[T], ...]]] = {}

    def by(self, offer: Offer) -> tuple[Read[T], ...]:
        return self._in_casetype(offer) + self._in_terms(offer.terms())

    def _in_casetype(self, offer: Offer) -> tuple[Read[T], ...]:
        if offer.entry is not None and not offer.entry.model_fields_set.isdisjoint(_OWN):
            return self._found(_texts_of(offer))
        if id(offer.base) not in self._of_base:
            self._of_base[id(offer.base)] = offer.base, self._found(_texts_of(offer))
        return self._of_base[id(offer.base)][1]

    def _in_terms(self, terms: Terms | None) -> tuple[Read[T], ...]:
        if terms is None:
            return ()
        if id(terms) not in self._of_terms:
            texts = ((text, terms.at(*path)) for path, _, text in terms.parts())
            self._of_terms[id(terms)] = terms, self._found(texts)
        return self._of_terms[id(terms)][1]

    def _found(self, texts: Iterator[tuple[str, Place]]) -> tuple[Read[T], ...]:
        return tuple(Read(what, text, place) for text, place in texts for what in self._search(text))


def _texts_of(offer: Offer) -> Iterator[tuple[str, Place]]:
    for described in offer.origins("description")[:1]:
        yield described.value, described.place
    replaced: set[str] = set()
    for origin in offer.origins("extra_points"):
        for number, point in enumerate(origin.value):
            if point.id not in replaced:
                yield point.text, origin.place.at(number, "text")
        replaced.update(point.id for point in origin.value)
