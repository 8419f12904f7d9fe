"""How long a part of a booking text becomes on each unit, once its placeholders are filled in."""

from collections.abc import Iterator
from typing import Literal

from schema.models.texts import Terms
from schema.placeholders import fill, placeholders, values_of_offer
from schema.places import Place
from schema.workspace import Workspace
from validate.facts.offering import offers_meant
from validate.facts.terms_texts import terms_texts

Part = Literal["unit_text", "information_to_unit"]


def overlong(workspace: Workspace, part: Part, limit: int) -> Iterator[tuple[Place, str | None]]:
    """Where a part is longer than the limit in characters, with the unit on which it is.

    The place is what stands beyond the limit, or the whole text when only the values make it too long. A text that
    no unit shows is too long when it is so without any values.
    """
    shown: set[int] = set()
    for unit, offer in offers_meant(workspace):
        # Any other kind with such a text has the wrong text, which is told of.
        terms = offer.terms() if offer.base.kind == "booking" else None
        text = getattr(terms, part, None)
        if terms is None or text is None:
            continue
        shown.add(id(terms))
        if "{" in text or len(text) > limit:
            filled = fill(text, values_of_offer(offer, unit)) if "{" in text else text
            if len(filled) > limit:
                yield _beyond(terms, part, text, limit), unit.id
    for terms in terms_texts(workspace):
        text = getattr(terms, part, None)
        if id(terms) not in shown and text is not None and len(text) - _in_placeholders(text) > limit:
            yield _beyond(terms, part, text, limit), None


def _beyond(terms: Terms, part: Part, text: str, limit: int) -> Place:
    place = terms.at(part)
    return place.within(limit, len(text)) if len(text) > limit else place


def _in_placeholders(text: str) -> int:
    return sum(end - start for _, start, end in placeholders(text))
