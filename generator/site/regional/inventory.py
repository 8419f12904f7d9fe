"""The region's inventory: which units have which case types, as a page to filter and as files to download."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.site.basutbud.coverage import coverage_of
from generator.site.inventory.filters import Choice, Filters, filters_of, rows_of
from generator.site.inventory.semicolons import csv_of
from generator.site.inventory.sheet import RegionStock, Sheet, coverage_of_region, units_of_region
from generator.site.inventory.stock import ACTIVE, Stock, held_of, stock_of
from generator.site.inventory.workbook import xlsx_of
from generator.site.page import Frame, Link, distinct, page_in, region_name, render
from generator.site.scripts import keep
from generator.site.site import Page, RegionSite
from schema.workspace import RegionTree


@dataclass(frozen=True)
class CaseTypeLine:
    """A case type and how many units have it."""

    id: str
    casetype: Link
    units: int
    active: int
    inactive: int


@dataclass(frozen=True)
class InventoryPage:
    frame: Frame
    region: str
    folder: str
    units: int
    filters: Filters
    casetypes: tuple[CaseTypeLine, ...]
    own: CaseTypeLine


def pages(site: RegionSite) -> Iterator[Page]:
    tree = site.tree
    data = "data/inventory.js"
    yield Page("inventory.html", lambda: render("inventory.html.j2", _page(tree)))
    yield Page(data, lambda: keep(f"{tree.id}/{data}", stock_of(tree)._asdict()))
    yield Page("inventory.csv", lambda: csv_of(tree.once(_units)))
    yield Page("inventory.xlsx", lambda: _workbook(tree))


def _units(tree: RegionTree) -> Sheet:
    return units_of_region(RegionStock(region_name(tree), stock_of(tree), coverage_of(tree)))


def _workbook(tree: RegionTree) -> bytes:
    sheets = [tree.once(_units), coverage_of_region(coverage_of(tree))]
    return xlsx_of(f"Inventering av {region_name(tree)}", sheets)


def _page(tree: RegionTree) -> InventoryPage:
    stock = stock_of(tree)
    names = distinct({column.id: column.name for column in stock.columns})
    choices = tuple(Choice(column.id, names[column.id]) for column in stock.columns)
    return InventoryPage(
        page_in(tree, "Inventering", "Inventering", ("inventory.js",)),
        region_name(tree),
        tree.id,
        len(stock.units),
        filters_of([stock], choices, rows_of(stock)),
        tuple(_lines(stock, names)),
        _own(stock),
    )


def _lines(stock: Stock, names: dict[str, str]) -> Iterator[CaseTypeLine]:
    for column, (active, inactive) in zip(stock.columns, held_of(stock.columns, stock.units), strict=True):
        href = f"casetypes/{column.id}.html" if column.has_page else ""
        yield CaseTypeLine(column.id, Link(names[column.id], href), active + inactive, active, inactive)


def _own(stock: Stock) -> CaseTypeLine:
    """All that only one unit has, on one line."""
    active = sum(own.state == ACTIVE for unit in stock.units for own in unit.own)
    every = sum(len(unit.own) for unit in stock.units)
    return CaseTypeLine("", Link("Mottagningarnas egna ärendetyper"), every, active, every - active)
