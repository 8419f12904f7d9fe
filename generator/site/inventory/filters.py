"""What the inventory can be filtered by: the choices of each list, of what the units have."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.site.inventory.stock import Stock
from generator.site.wording.phrases import alphabetical, capital
from generator.site.wording.words import BUSINESS_TYPE, STATUS


@dataclass(frozen=True)
class Choice:
    value: str
    text: str


@dataclass(frozen=True)
class Choices:
    """Choices under a heading of their own; an empty heading is none."""

    heading: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True)
class Filters:
    statuses: tuple[Choice, ...]
    types: tuple[Choice, ...]
    municipalities: tuple[Choice, ...]
    casetypes: tuple[Choice, ...]
    rows: tuple[Choices, ...]


def filters_of(stocks: Iterable[Stock], casetypes: tuple[Choice, ...], rows: tuple[Choices, ...] = ()) -> Filters:
    units = [unit for stock in stocks for unit in stock.units]
    statuses, types = {unit.status for unit in units}, {unit.business_type for unit in units}
    municipalities = sorted({unit.municipality for unit in units}, key=alphabetical)
    return Filters(
        tuple(Choice(code, capital(words)) for code, words in STATUS.items() if code in statuses),
        tuple(Choice(code, capital(words)) for code, words in BUSINESS_TYPE.items() if code in types),
        tuple(Choice(name, name) for name in municipalities),
        casetypes,
        rows,
    )


def rows_of(stock: Stock) -> tuple[Choices, ...]:
    """The rows of decisions that some unit does not meet."""
    lacked = {place for unit in stock.units for place in unit.lacking}
    headings: dict[str, tuple[str, list[Choice]]] = {}
    for place, row in enumerate(stock.rows):
        if place in lacked:
            _, choices = headings.setdefault(row.decision, (row.title, []))
            choices.append(Choice(f"{row.decision}/{row.number}", row.name))
    return tuple(Choices(title, tuple(choices)) for title, choices in headings.values())
