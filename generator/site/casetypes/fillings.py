"""What fills the placeholders of texts: the configuration, or each unit."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.site.wording.words import PLACEHOLDER, VARIABLE_TYPE
from schema.models.casetypes import Variable
from schema.models.texts import Terms
from schema.offers import Offer
from schema.placeholders import placeholders

_GIVEN_BY = {
    "enhet": "mottagningens namn i konfigurationen",
    "telefon": "mottagningens telefonnummer i konfigurationen",
    "kommun": "mottagningens kommun i konfigurationen",
    "region": "regionens namn i konfigurationen",
    "svarstid": "svarstiden som gäller för mottagningen",
    "avbokningsgrans": "avbokningsgränsen som gäller för mottagningen",
}


@dataclass(frozen=True)
class Filling:
    """A placeholder, what it means, and what takes its place."""

    name: str
    meaning: str
    filled: str


def fillings(texts: Iterable[str], variables: Mapping[str, Variable], offers: Sequence[Offer]) -> Iterator[Filling]:
    """The placeholders of texts, and those that a case type declares, for the units that have it."""
    used = {found.name for text in texts for found in placeholders(text)}
    for name in sorted(used | set(variables)):
        variable = variables.get(name)
        if variable is None:
            yield Filling(name, PLACEHOLDER.get(name, "okänd"), _GIVEN_BY.get(name, "ingenting"))
            continue
        filled = f"mottagningen, annars ”{variable.default}”" if variable.default else "mottagningen"
        own = sum(name in (offer.get("values") or {}) for offer in offers)
        count = f" ({own} av {len(offers)} har ett eget värde)" if offers else ""
        yield Filling(name, f"{variable.label} ({VARIABLE_TYPE[variable.type]})", filled + count)


def texts_of(terms: Terms | None) -> list[str]:
    return [text for _, _, text in terms.parts()] if terms is not None else []
