"""The list of a region's units: in alphabetical order, on as many pages as keep each one short."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from generator.site.basutbud.standing import Standing
from generator.site.page import Frame, Link, page_below, region_name, render
from generator.site.site import Page, RegionSite
from generator.site.wording.phrases import alphabetical, capital, counted, joined
from generator.site.wording.words import BUSINESS_TYPE, STATUS
from schema.codelists import municipalities
from schema.models.units import Status, Unit
from schema.offers import ResolvedUnit
from schema.workspace import RegionTree

_MOST = 200
"""Units on a page."""
COUNTED: dict[Status, tuple[str, str]] = {
    "active": ("aktiv", "aktiva"),
    "planned": ("planerad", "planerade"),
    "closing": ("som stänger", "som stänger"),
    "inactive": ("stängd", "stängda"),
}


@dataclass(frozen=True)
class UnitLine:
    unit: Link
    invented: bool
    status: str
    is_active: bool
    kind: str
    municipality: str
    active: int
    standing: str


@dataclass(frozen=True)
class UnitList:
    """A page of the list. `others` are all its pages, with what each begins and ends with; one page has none."""

    frame: Frame
    summary: str
    caption: str
    others: tuple[Link, ...]
    number: int
    units: tuple[UnitLine, ...]


def pages(site: RegionSite) -> Iterator[Page]:
    for number in range(1, _pages_of(site.tree) + 1):
        yield Page(_path(number), partial(_make, site, number))


def _pages_of(tree: RegionTree) -> int:
    return max(1, -(-len(tree.units) // _MOST))


def _path(number: int) -> str:
    return "units/index.html" if number == 1 else f"units/index-{number}.html"


def _make(site: RegionSite, number: int) -> bytes:
    tree, count = site.tree, _pages_of(site.tree)
    ordered = tree.once(in_alphabet)
    title = f"Mottagningar i {region_name(tree)}" if count == 1 else f"Mottagningar, sida {number} av {count}"
    frame = page_below(tree, "Mottagningar", "", title)
    shown = ordered[(number - 1) * _MOST : number * _MOST]
    view = UnitList(
        replace(frame, title=title if count == 1 else f"{title} – {region_name(tree)}"),
        summary_of_units(tree.units),
        f"Mottagningar{f', sida {number} av {count}' if count > 1 else ''}",
        tuple(_ranges(ordered)) if count > 1 else (),
        number,
        unit_lines([tree.resolved[unit.file_id] for unit in shown], site.standings, ""),
    )
    return render("units.html.j2", view)


def in_alphabet(tree: RegionTree) -> Sequence[Unit]:
    return sorted(tree.units.values(), key=lambda unit: (alphabetical(unit.name), unit.file_id))


def summary_of_units(units: Mapping[str, Unit]) -> str:
    """`12 mottagningar: 9 aktiva, 2 planerade och 1 stängd`."""
    counts = Counter(unit.status for unit in units.values())
    parts = [f"{counts[status]} {words[counts[status] > 1]}" for status, words in COUNTED.items() if counts[status]]
    total = capital(counted(len(units), "mottagning", "mottagningar"))
    return f"{total}: {joined(parts)}" if parts else total


def unit_lines(
    units: Sequence[ResolvedUnit], standings: Mapping[str, Standing], folder: str = "units/"
) -> tuple[UnitLine, ...]:
    """The units as lines of a table; `folder` leads to their pages."""
    return tuple(_line(unit, standings[unit.id], folder) for unit in units)


def _line(unit: ResolvedUnit, standing: Standing, folder: str) -> UnitLine:
    own = unit.unit
    return UnitLine(
        Link(own.name, f"{folder}{unit.id}.html"),
        own.invented,
        capital(STATUS[own.status]),
        own.status == "active",
        capital(BUSINESS_TYPE[own.business_type]),
        municipalities().get(own.municipality, own.municipality),
        sum(offer.active for offer in unit.offers.values()),
        standing.in_short(),
    )


def _ranges(ordered: Sequence[Unit]) -> Iterator[Link]:
    """`Abborrens – Björkens`, by the first word of the first and the last name."""
    for number, start in enumerate(range(0, len(ordered), _MOST), 1):
        ends = ordered[start], ordered[min(start + _MOST, len(ordered)) - 1]
        words = [(unit.name.split() or [unit.name])[0] for unit in ends]
        yield Link(" – ".join(words), _path(number).removeprefix("units/"))
