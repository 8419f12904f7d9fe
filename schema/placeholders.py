"""Placeholders `{so}` in texts, and their plain substitution: a text is data and can never run anything."""

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from schema.codelists import municipalities

if TYPE_CHECKING:
    from schema.offers import Offer, ResolvedUnit

OF_UNIT = ("enhet", "telefon", "kommun", "region")
"""Placeholders that every unit has a value for."""

OF_OFFER = (*OF_UNIT, "svarstid", "avbokningsgrans")
"""Placeholders that every offer may use: the resolved promise and cancellation limit in words come on top."""

_PLACEHOLDER = re.compile(r"\{([^{}\n]*)\}")


class Placeholder(NamedTuple):
    """A placeholder in a text; the offsets take in its braces."""

    name: str
    start: int
    end: int


def placeholders(text: str) -> Iterator[Placeholder]:
    """Each `{...}` of a text, whatever stands between the braces."""
    if "{" in text:
        for match in _PLACEHOLDER.finditer(text):
            yield Placeholder(match[1], match.start(), match.end())


def loose_braces(text: str) -> Iterator[tuple[int, int]]:
    """Braces that belong to no placeholder."""
    if "{" in text or "}" in text:
        bare = _PLACEHOLDER.sub(lambda match: " " * len(match[0]), text)
        for match in re.finditer(r"[{}]", bare):
            yield match.span()


def fill(text: str, values: Mapping[str, str]) -> str:
    """The text with its placeholders filled in; one without a value stays as it was written."""
    return _PLACEHOLDER.sub(lambda match: values.get(match[1], match[0]), text)


def values_of_unit(unit: "ResolvedUnit") -> dict[str, str]:
    """The values of the placeholders in `OF_UNIT`."""
    region = unit.tree.region
    return {
        "enhet": unit.unit.name,
        "telefon": unit.unit.phone,
        "kommun": municipalities().get(unit.unit.municipality, unit.unit.municipality),
        "region": region.name if region is not None else unit.tree.id,
    }


def values_of_offer(offer: "Offer", unit: "ResolvedUnit") -> dict[str, str]:
    """Every placeholder that the texts of an offer may use and that has a value, in Swedish words."""
    values = values_of_unit(unit)
    promise, limit = offer.get("promise"), offer.get("cancellation_limit")
    if promise is not None:
        values["svarstid"] = promise.answer_within.words("sv")
    if limit is not None:
        values["avbokningsgrans"] = limit.words("sv")
    for name, variable in (offer.get("variables") or {}).items():
        if variable.default is not None:
            values[name] = variable.default
    return {**values, **(offer.get("values") or {})}
