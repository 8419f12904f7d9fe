"""The inventory as tables of text for a spreadsheet: a row for each unit, and the coverage of each decision."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from generator.site.basutbud.coverage import DecisionCoverage
from generator.site.basutbud.standing import KINDS
from generator.site.inventory.stock import ABSENT, ACTIVE, INACTIVE, Stock, UnitStock
from generator.site.page import distinct
from generator.site.wording.phrases import alphabetical, capital
from generator.site.wording.texts import visible
from generator.site.wording.words import BUSINESS_TYPE, STATUS

STATE = {ACTIVE: "Aktiv", INACTIVE: "Inte aktiv", ABSENT: ""}
LONGEST_CELL = 32_767
"""What a cell of a spreadsheet holds, in UTF-16 units."""
_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r]")
"""What a spreadsheet may take for a formula, with and without blanks before it."""

Cells = tuple[str | int, ...]


@dataclass(frozen=True)
class Sheet:
    """A table of a spreadsheet: its name, its heads, and its rows."""

    name: str
    heads: tuple[str, ...]
    rows: Sequence[Cells]


@dataclass(frozen=True)
class RegionStock:
    """A region with what it has."""

    name: str
    stock: Stock
    coverage: tuple[DecisionCoverage, ...]


@lru_cache(maxsize=8192)
def looks_like_formula(text: str) -> bool:
    return _FORMULA.match(text) is not None


@lru_cache(maxsize=8192)
def fitting(text: str) -> str:
    """The text as a cell can hold it: hidden signs by their code, and cut where it is too long."""
    text = visible(text)
    if len(text) * 2 <= LONGEST_CELL or len(text.encode("utf-16-le", "replace")) // 2 <= LONGEST_CELL:
        return text
    return text.encode("utf-16-le", "replace")[: 2 * (LONGEST_CELL - 1)].decode("utf-16-le", "ignore") + "…"


def units_of_region(region: RegionStock) -> Sheet:
    """A row for each unit, with a column for each case type."""
    columns = region.stock.columns
    names = distinct({column.id: column.name for column in columns})
    heads = (*_HEADS, *(names[column.id] for column in columns), "Mottagningens egna ärendetyper")
    rows = [
        (*_about(unit, region.stock), *_states(unit, len(columns)), _own((each.name, each.state) for each in unit.own))
        for unit in region.stock.units
    ]
    return Sheet("Mottagningar", heads, rows)


def units_of_nation(regions: Sequence[RegionStock], templates: Mapping[str, str]) -> Sheet:
    """A row for each unit of every region, with a column for each national template that any region uses."""
    used = {column.template for region in regions for column in region.stock.columns}
    used |= {own.template for region in regions for unit in region.stock.units for own in unit.own}
    ids = sorted(used & templates.keys(), key=lambda template: (alphabetical(templates[template]), template))
    names = distinct({id: templates[id] for id in ids})
    places = {id: place for place, id in enumerate(ids)}
    heads = ("Region", *_HEADS, *(names[id] for id in ids), "Regionens och mottagningens egna ärendetyper")
    rows = [
        (region.name, *_about(unit, region.stock), *_by_template(unit, region.stock, places, templates))
        for region in regions
        for unit in region.stock.units
    ]
    return Sheet("Mottagningar", heads, rows)


def coverage_of_region(coverage: Iterable[DecisionCoverage]) -> Sheet:
    return Sheet("Täckning av beslut", _COVERAGE_HEADS, list(_coverage(coverage)))


def coverage_of_nation(regions: Iterable[RegionStock]) -> Sheet:
    rows: list[Cells] = [(region.name, *cells) for region in regions for cells in _coverage(region.coverage)]
    return Sheet("Täckning av beslut", ("Region", *_COVERAGE_HEADS), rows)


_HEADS = ("Mottagning", "HSA-id", "Status", "Verksamhet", "Kommun", "Basutbud", "Uppfyller inte")
_COVERAGE_HEADS = (
    "Beslut",
    "Läge",
    "Slag",
    "Rad i beslutet",
    "Uppfyllt",
    "Undantag",
    "Saknas, eller finns trots förbud",
    "Berörs inte",
)


def _coverage(coverage: Iterable[DecisionCoverage]) -> Iterator[Cells]:
    for decision in coverage:
        for row in decision.rows:
            numbers = (row.met, row.exempt, row.lacking, row.elsewhere)
            yield (decision.title, decision.force, row.kind_words, row.name, *numbers)


def _about(unit: UnitStock, stock: Stock) -> Cells:
    lacking = "; ".join(f"{KINDS[row.kind]}: {row.name}" for row in (stock.rows[place] for place in unit.lacking))
    kind = capital(BUSINESS_TYPE[unit.business_type])
    return (unit.name, unit.hsa_id, capital(STATUS[unit.status]), kind, unit.municipality, unit.standing, lacking)


def _states(unit: UnitStock, columns: int) -> Cells:
    return *map(STATE.__getitem__, unit.states), *("",) * (columns - len(unit.states))


def _own(held: Iterable[tuple[str, str]]) -> str:
    return "; ".join(name if state == ACTIVE else f"{name} (inte aktiv)" for name, state in held)


def by_template(unit: UnitStock, stock: Stock) -> dict[str, str]:
    """The best state that the unit has of anything made of each national template."""
    best: dict[str, str] = {}
    for _, template, state in _held(unit, stock):
        if template and best.get(template) != ACTIVE:
            best[template] = state
    return best


def _held(unit: UnitStock, stock: Stock) -> Iterator[tuple[str, str, str]]:
    """The name, the template and the state of each case type that the unit has."""
    for place, state in enumerate(unit.states):
        if state != ABSENT:
            yield stock.columns[place].name, stock.columns[place].template, state
    yield from ((own.name, own.template, own.state) for own in unit.own)


def _by_template(unit: UnitStock, stock: Stock, places: Mapping[str, int], templates: Mapping[str, str]) -> Cells:
    """A cell for each template, with what is made of it where that has another name, and what the unit has that is made
    of none of them."""
    cells, others = [""] * len(places), []
    made: dict[str, dict[str, set[str]]] = {}
    for name, template, state in _held(unit, stock):
        if template in places:
            made.setdefault(template, {}).setdefault(state, set()).add(name)
        else:
            others.append((name, state))
    for template, names in made.items():
        state = ACTIVE if ACTIVE in names else INACTIVE
        called = "" if templates[template] in names[state] else f": {', '.join(sorted(names[state], key=alphabetical))}"
        cells[places[template]] = f"{STATE[state]}{called}"
    return (*cells, _own(others))
