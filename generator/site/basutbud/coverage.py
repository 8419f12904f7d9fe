"""How far the units that a decision binds meet each of its rows, as numbers and as a picture of them."""

from collections import Counter
from collections.abc import Mapping
from typing import Literal, NamedTuple

from generator.site.basutbud.decisions import force_of
from generator.site.basutbud.standing import (
    KINDS,
    DecisionStanding,
    Kind,
    State,
    duties_of,
    duty_name,
    standing_to,
    standings_of,
)
from schema.models.decisions import Decision
from schema.selecting import selects
from schema.workspace import RegionTree

_STATES: tuple[State, ...] = ("met", "exempt", "lacking", "elsewhere")
_THINNEST = 1.5
"""Percent of a bar: what few units lack must be seen beside what thousands have."""
_ROOM_FOR_A_NUMBER = 2.5
"""Percent of a bar for each digit of a number that stands in it, on a narrow screen."""


class Part(NamedTuple):
    """A part of a bar, from `x` and `width` wide in percent; `number` is written in it where there is room."""

    state: State
    x: float
    width: float
    middle: float
    number: str


class RowCoverage(NamedTuple):
    """How many of the units that a decision binds meet one of its rows, are exempt from it, lack what it asks for (or
    have what it forbids), and are not concerned by it."""

    name: str
    kind: Kind | Literal["demands"]
    met: int
    exempt: int
    lacking: int
    elsewhere: int

    @property
    def kind_words(self) -> str:
        return KINDS[self.kind] if self.kind != "demands" else "Krav och förbud"

    @property
    def parts(self) -> tuple[Part, ...]:
        """The row as a bar, whose parts are as wide as their numbers are large."""
        counts = [(state, count) for state in _STATES if (count := getattr(self, state))]
        total = sum(count for _, count in counts)
        wanted = [max(100 * count / total, _THINNEST) for _, count in counts]
        parts, x = [], 0.0
        for (state, count), share in zip(counts, wanted, strict=True):
            width = 100 * share / sum(wanted)
            number = str(count) if width > _ROOM_FOR_A_NUMBER * (len(str(count)) + 1) else ""
            parts.append(Part(state, round(x, 2), round(width, 2), round(x + width / 2, 2), number))
            x += width
        return tuple(parts)

    @property
    def in_words(self) -> str:
        """`8 uppfyller, 1 har undantag, 2 saknar, 3 berörs inte`."""
        lacking = {"forbid": "har den ändå", "demands": "uppfyller inte"}.get(self.kind, "saknar")
        verbs = {"met": "uppfyller", "exempt": "har undantag", "lacking": lacking, "elsewhere": "berörs inte"}
        return ", ".join(f"{getattr(self, state)} {verb}" for state, verb in verbs.items() if getattr(self, state))


class DecisionCoverage(NamedTuple):
    """The rows of a decision in force, or of one to come as if it were in force on the day that is looked at."""

    id: str
    title: str
    illustrative: bool
    force: str
    in_force: bool
    units: int
    rows: tuple[RowCoverage, ...]

    @property
    def demands(self) -> RowCoverage:
        """All that it requires and forbids, as one row: each unit is counted once for each of those rows."""
        rows = [row for row in self.rows if row.kind != "recommend"]
        met, exempt, lacking, elsewhere = (sum(getattr(row, state) for row in rows) for state in _STATES)
        kinds = {row.kind for row in rows}
        return RowCoverage(self.title, kinds.pop() if len(kinds) == 1 else "demands", met, exempt, lacking, elsewhere)


def coverage_of(tree: RegionTree) -> tuple[DecisionCoverage, ...]:
    """The coverage of every decision in force and to come, those in force first."""
    return tree.once(_coverage_of)


def standings_to(decision: Decision, tree: RegionTree) -> Mapping[str, DecisionStanding]:
    """How the units stand to a decision that binds them, by the unit's id; to one to come, as if it were in force."""
    if decision in tree.decisions_in_force():
        found = ((id, each) for id, standing in tree.once(standings_of).items() for each in standing.decisions)
        return {id: each for id, each in found if each.id == decision.id}
    return {
        id: standing_to(decision, unit)
        for id, unit in tree.resolved.items()
        if unit.unit.status == "active" and selects(decision.applies_to, unit.unit, unit.groups)
    }


def _coverage_of(tree: RegionTree) -> tuple[DecisionCoverage, ...]:
    found = [_of(decision, tree) for decision in tree.decisions if not _is_over(decision, tree)]
    return tuple(sorted(found, key=lambda coverage: not coverage.in_force))


def _is_over(decision: Decision, tree: RegionTree) -> bool:
    return decision.valid.end is not None and decision.valid.end < tree.as_of


def _of(decision: Decision, tree: RegionTree) -> DecisionCoverage:
    standings = list(standings_to(decision, tree).values())
    states = [Counter(row.state for row in rows) for rows in zip(*(each.rows for each in standings), strict=True)]
    duties = [(kind, duty_name(duty, tree)) for kind, duty in duties_of(decision)]
    rows = (
        RowCoverage(name, kind, count["met"], count["exempt"], count["lacking"], count["elsewhere"])
        for (kind, name), count in zip(duties, states or [Counter()] * len(duties), strict=True)
    )
    said = force_of(decision, tree.as_of)
    return DecisionCoverage(
        decision.id, decision.title, decision.illustrative, said, said == "Gäller", len(standings), tuple(rows)
    )
