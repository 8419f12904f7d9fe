"""The page of a decision: what was decided, by whom and for how long, and which units do not meet it yet."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from generator.site.basutbud.coverage import DecisionCoverage, RowCoverage, coverage_of, standings_to
from generator.site.basutbud.decisions import DecisionView, DutyView, decision_view
from generator.site.page import Frame, Link, distinct, page_below, render
from generator.site.site import Page, RegionSite
from generator.site.wording.phrases import alphabetical
from schema.models.decisions import Decision

_MOST_UNITS = 20
"""The units that a row names; the inventory has the rest."""


@dataclass(frozen=True)
class Exempt:
    """A unit that a waiver exempts, until when and why."""

    unit: Link
    until: str
    reason: str


@dataclass(frozen=True)
class RowView:
    """A row of the decision, with the units that do not meet it: the first of them, and how many more there are."""

    id: str
    duty: DutyView
    coverage: RowCoverage | None
    lacking: tuple[Link, ...]
    more_lacking: int
    inventory: str
    exempt: tuple[Exempt, ...]
    more_exempt: int


@dataclass(frozen=True)
class DecisionPage:
    frame: Frame
    decision: DecisionView
    coverage: DecisionCoverage | None
    rows: tuple[RowView, ...]


_LIST = Link("Beslut om basutbud", "../index.html#basutbud")


def pages(site: RegionSite) -> Iterator[Page]:
    titles = distinct({decision.id: decision.title for decision in site.tree.decisions})
    about = tuple(map(site.tree.path, ("basutbud.yaml", "waivers.yaml")))
    for decision in site.tree.decisions:
        yield Page(f"decisions/{decision.id}.html", partial(_make, decision, titles[decision.id], site), about)


def _make(decision: Decision, title: str, site: RegionSite) -> bytes:
    known = {definition.page for definition in site.definitions}
    view = decision_view(decision, site.tree, known, "../")
    coverage = next((each for each in coverage_of(site.tree) if each.id == decision.id), None)
    page = DecisionPage(
        page_below(site.tree, decision.title, "beslut", title, (), _LIST),
        view,
        coverage,
        tuple(_rows(decision, view.duties, coverage, site)),
    )
    return render("decision.html.j2", page)


def _rows(
    decision: Decision, duties: Sequence[DutyView], coverage: DecisionCoverage | None, site: RegionSite
) -> Iterator[RowView]:
    if coverage is None:
        yield from (RowView(f"rad-{n}", duty, None, (), 0, "", (), 0) for n, duty in enumerate(duties, 1))
        return
    names = {id: unit.name for id, unit in site.tree.units.items()}
    standings = sorted(
        standings_to(decision, site.tree).items(), key=lambda item: (alphabetical(names[item[0]]), item[0])
    )
    for number, (duty, row) in enumerate(zip(duties, coverage.rows, strict=True)):
        found = [(Link(names[id], f"../units/{id}.html"), each.rows[number]) for id, each in standings]
        lacking = [unit for unit, standing in found if standing.state == "lacking"]
        exempt = [Exempt(unit, each.words, each.reason) for unit, each in found if each.state == "exempt"]
        yield RowView(
            f"rad-{number + 1}",
            duty,
            row,
            tuple(lacking[:_MOST_UNITS]),
            len(lacking[_MOST_UNITS:]),
            f"../inventory.html#row={decision.id}/{number + 1}",
            tuple(exempt[:_MOST_UNITS]),
            len(exempt[_MOST_UNITS:]),
        )
