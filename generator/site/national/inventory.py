"""The nation's inventory: the regions by national template, every unit to filter, and files to download."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from generator.outputs import Nation
from generator.site.inventory.filters import Choice, Filters, filters_of
from generator.site.inventory.semicolons import csv_of
from generator.site.inventory.sheet import RegionStock, Sheet, by_template, coverage_of_nation, units_of_nation
from generator.site.inventory.stock import ACTIVE, Stock
from generator.site.inventory.workbook import xlsx_of
from generator.site.page import Frame, Link, distinct, render
from generator.site.scripts import keep
from generator.site.site import Page
from generator.site.wording.phrases import alphabetical

_MOST_TEMPLATES = 60
"""The templates that the page has in its table of regions; the file to download has the rest."""
_SHOWN_AT_FIRST = 15


@dataclass(frozen=True)
class TemplateLine:
    """A national template, and on how many units of each region it is active."""

    id: str
    template: Link
    regions: tuple[int, ...]
    total: int


@dataclass(frozen=True)
class InventoryPage:
    frame: Frame
    units: int
    filters: Filters
    regions: tuple[Link, ...]
    templates: tuple[TemplateLine, ...]
    left_out: int


@dataclass(frozen=True)
class _Counted:
    """The regions by name, the templates that they use by name, and on how many units each is active."""

    regions: tuple[tuple[str, RegionStock], ...]
    names: dict[str, str]
    active: dict[str, Counter[str]]

    def total(self, template: str) -> int:
        return sum(counts[template] for counts in self.active.values())

    def most_used(self, number: int) -> list[str]:
        """The templates that most units have, by name."""
        names = list(self.names)
        first = sorted(names, key=lambda template: (-self.total(template), names.index(template)))[:number]
        return [template for template in names if template in first]


def pages(nation: Nation) -> Iterator[Page]:
    data, counted = "data/inventory.js", cache(lambda: _counted(nation))
    units = cache(lambda: units_of_nation(_stocks(nation), _names(nation)))
    yield Page("inventory.html", lambda: render("inventory_nation.html.j2", _page(counted())))
    yield Page(data, lambda: keep(data, _data(counted())))
    yield Page("inventory.csv", lambda: csv_of(units()))
    yield Page("inventory.xlsx", lambda: _workbook(units(), nation))


def _names(nation: Nation) -> dict[str, str]:
    return {id: template.name for id, template in nation.templates.items()}


def _stocks(nation: Nation) -> list[RegionStock]:
    ordered = sorted(nation.regions, key=lambda region: (alphabetical(region.name), region.id))
    return [RegionStock(region.name, region.inventory, region.coverage) for region in ordered]


def _workbook(units: Sheet, nation: Nation) -> bytes:
    return xlsx_of("Inventering av regionerna", [units, coverage_of_nation(_stocks(nation))])


def _counted(nation: Nation) -> _Counted:
    ordered = sorted(nation.regions, key=lambda region: (alphabetical(region.name), region.id))
    regions = tuple((each.id, RegionStock(each.name, each.inventory, each.coverage)) for each in ordered)
    named = _names(nation)
    held = {id: Counter[str]() for id, _ in regions}
    known: set[str] = set()
    for id, region in regions:
        for unit in region.stock.units:
            states = by_template(unit, region.stock)
            known |= states.keys()
            held[id].update(template for template, state in states.items() if state == ACTIVE)
    used = sorted(known & named.keys(), key=lambda template: (alphabetical(named[template]), template))
    return _Counted(regions, distinct({template: named[template] for template in used}), held)


def _page(counted: _Counted) -> InventoryPage:
    stocks: list[Stock] = [region.stock for _, region in counted.regions]
    choices = tuple(Choice(template, name) for template, name in counted.names.items())
    shown = counted.most_used(_MOST_TEMPLATES)
    lines = (
        TemplateLine(
            template,
            Link(counted.names[template], f"templates/{template}.html"),
            tuple(counts[template] for counts in counted.active.values()),
            counted.total(template),
        )
        for template in shown
    )
    return InventoryPage(
        Frame(
            "Inventering av regionerna", "", (Link("Alla regioner", "index.html"),), "Inventering", ("inventory.js",)
        ),
        sum(len(stock.units) for stock in stocks),
        filters_of(stocks, choices),
        tuple(Link(region.name, id) for id, region in counted.regions),
        tuple(lines),
        len(counted.names) - len(shown),
    )


def _data(counted: _Counted) -> dict[str, object]:
    first = counted.most_used(_SHOWN_AT_FIRST)
    return {
        "columns": [[template, name] for template, name in counted.names.items()],
        "shown": [place for place, template in enumerate(counted.names) if template in first],
        "regions": [[id, region.name] for id, region in counted.regions],
    }
