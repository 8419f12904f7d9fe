"""The first page of the site: the regions of the country, those in the configuration and those that are not."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.outputs import Nation, Summary
from generator.site.basutbud.coverage import DecisionCoverage
from generator.site.page import Frame, render
from generator.site.site import Page
from generator.site.wording.phrases import alphabetical, capital, counted, day
from generator.verdict import Source
from schema.codelists import counties


@dataclass(frozen=True)
class DecisionLine:
    href: str
    title: str
    illustrative: bool
    coverage: DecisionCoverage
    said: str


@dataclass(frozen=True)
class RegionLine:
    """What is said of a region; `as_of` is its day, where that is not the day of all."""

    name: str
    href: str
    units: int
    active_units: int
    casetypes: int
    as_of: str
    decisions: tuple[DecisionLine, ...]


@dataclass(frozen=True)
class StartPage:
    """`outside` are the regions of the country that the configuration does not have, `origin` is what it stands at."""

    frame: Frame
    regions: tuple[RegionLine, ...]
    outside: tuple[str, ...]
    summary: str
    as_of: str
    origin: str


def pages(nation: Nation) -> Iterator[Page]:
    yield Page("index.html", lambda: render("nation.html.j2", _page(nation)))


def _page(nation: Nation) -> StartPage:
    lines = [_line(summary, nation.as_of) for summary in nation.regions]
    here = {summary.county for summary in nation.regions}
    return StartPage(
        Frame("Basutbud i 1177 e-tjänster", "", (), "Alla regioner"),
        tuple(sorted(lines, key=lambda line: (alphabetical(line.name), line.href))),
        tuple(sorted((each.region for code, each in counties().items() if code not in here), key=alphabetical)),
        _summary(lines),
        day(nation.as_of),
        _origin(nation.source),
    )


def _summary(lines: list[RegionLine]) -> str:
    units, active = sum(line.units for line in lines), sum(line.active_units for line in lines)
    regions = capital(counted(len(lines), "region", "regioner"))
    of_all = f"{regions} av landets {len(counties())} finns i konfigurationen"
    return f"{of_all}, med {counted(units, 'mottagning', 'mottagningar')}. {active or 'Inga'} av dem är aktiva."


def _line(summary: Summary, as_of: date) -> RegionLine:
    of_region = date.fromisoformat(summary.as_of)
    return RegionLine(
        summary.name,
        f"{summary.id}/index.html",
        summary.units,
        summary.active_units,
        summary.casetypes,
        "" if of_region == as_of else day(of_region),
        tuple(
            DecisionLine(f"{summary.id}/decisions/{each.id}.html", each.title, each.illustrative, each, _said(each))
            for each in summary.coverage
            if each.in_force
        ),
    )


def _said(decision: DecisionCoverage) -> str:
    """`Alla krav är uppfyllda`, `98 av 100 krav är uppfyllda, 1 har undantag, 1 saknas`; each unit has its own.

    What is forbidden counts as a demand as well, and is told apart where it is there all the same.
    """
    demands = decision.demands
    wanted = demands.met + demands.exempt + demands.lacking
    if not decision.units:
        return "Binder ingen mottagning"
    if all(row.kind == "recommend" for row in decision.rows):
        return "Rekommenderar, men kräver inget"
    if not wanted:
        return "Inget krav berör någon mottagning"
    if demands.met == wanted:
        return "Alla krav är uppfyllda"
    unwanted = sum(row.lacking for row in decision.rows if row.kind == "forbid")
    counts = (
        (demands.exempt, "har undantag"),
        (demands.lacking - unwanted, "saknas"),
        (unwanted, "finns trots förbud"),
    )
    said = [f"{demands.met} av {wanted} krav är uppfyllda", *(f"{count} {words}" for count, words in counts if count)]
    return ", ".join(said)


def _origin(source: Source) -> str:
    if source.commit is None:
        return ""
    changed = ", med ändringar som inte är sparade i git" if source.dirty else ""
    return f"{source.commit[:12]}{changed}"
