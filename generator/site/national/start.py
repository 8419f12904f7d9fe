"""The first page of the site: the regions."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from generator.outputs import Nation, Summary
from generator.site.page import Frame, render
from generator.site.phrases import alphabetical, day
from generator.site.site import Page


@dataclass(frozen=True)
class RegionLine:
    name: str
    href: str
    units: int
    active_units: int
    casetypes: int
    as_of: str


@dataclass(frozen=True)
class StartPage:
    frame: Frame
    regions: tuple[RegionLine, ...]
    units: int
    active_units: int


def pages(nation: Nation) -> Iterator[Page]:
    yield Page("index.html", lambda: render("nation.html.j2", _page(nation.regions)))


def _page(summaries: Sequence[Summary]) -> StartPage:
    lines = [
        RegionLine(
            summary.name,
            f"{summary.id}/index.html",
            summary.units,
            summary.active_units,
            summary.casetypes,
            day(date.fromisoformat(summary.as_of)),
        )
        for summary in summaries
    ]
    return StartPage(
        Frame("Basutbud i 1177 e-tjänster", "", (), "Alla regioner"),
        tuple(sorted(lines, key=lambda line: (alphabetical(line.name), line.href))),
        sum(line.units for line in lines),
        sum(line.active_units for line in lines),
    )
