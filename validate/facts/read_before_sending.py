"""What residents read before they send a case: the description, the parts of the terms text and the extra points."""

from collections.abc import Callable, Iterable, Iterator
from typing import Generic, NamedTuple, TypeVar

from schema.models.texts import Point, Terms
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

    def by(self, offer: Offer, terms: Terms | None) -> tuple[Read[T], ...]:
        """What is found in the offer's own texts, and in the terms text that it shows."""
        own, shared = self._in_casetype(offer), self._in_terms(terms)
        return own + shared if own and shared else own or shared

    def _in_casetype(self, offer: Offer) -> tuple[Read[T], ...]:
        if offer.entry is not None and not offer.entry.model_fields_set.isdisjoint(_OWN):
            return tuple(self._of_offer(offer))
        known = self._of_base.get(id(offer.base))
        if known is None:
            known = self._of_base[id(offer.base)] = offer.base, tuple(self._of_offer(offer))
        return known[1]

    def _in_terms(self, terms: Terms | None) -> tuple[Read[T], ...]:
        if terms is None:
            return ()
        known = self._of_terms.get(id(terms))
        if known is None:
            read = (Read(what, text, terms.at(*path)) for path, _, text in terms.parts() for what in self._search(text))
            known = self._of_terms[id(terms)] = terms, tuple(read)
        return known[1]

    def _of_offer(self, offer: Offer) -> Iterator[Read[T]]:
        description = offer.get("description") or ""
        for what in self._search(description):
            yield Read(what, description, offer.origin("description"))
        for point in offer.get("extra_points") or ():
            for what in self._search(point.text):
                yield Read(what, point.text, _place_of(offer, point))


def _place_of(offer: Offer, point: Point) -> Place:
    """The lowest layer that has an extra point is the one whose words are shown."""
    return next(
        origin.place.at(number, "text")
        for origin in offer.origins("extra_points")
        for number, other in enumerate(origin.value)
        if other.id == point.id
    )
