"""How a unit stands to the decisions that bind it, row by row."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from generator.site.phrases import day, joined
from generator.site.selection import in_words
from schema.models.decisions import Decision, Duty
from schema.offers import ResolvedUnit
from schema.selecting import selects
from schema.workspace import RegionTree
from validate.facts.duties import Duties
from validate.waiving import covers

Kind = Literal["require", "recommend", "forbid"]
State = Literal["met", "lacking", "exempt", "elsewhere"]

KINDS: dict[Kind, str] = {"require": "Krav", "recommend": "Rekommendation", "forbid": "Förbud"}
_RULES: dict[Kind, str] = {"require": "required-casetype-missing", "forbid": "forbidden-casetype-offered"}
"""The rules whose waivers exempt a unit from a row of each kind."""


@dataclass(frozen=True)
class DutyStanding:
    """A row of a decision and how the unit stands to it."""

    kind: Kind
    kind_words: str
    name: str
    when: str
    state: State
    words: str


@dataclass(frozen=True)
class DecisionStanding:
    """A decision that binds the unit."""

    id: str
    title: str
    illustrative: bool
    rows: tuple[DutyStanding, ...]


@dataclass(frozen=True)
class Standing:
    """All decisions that bind a unit."""

    decisions: tuple[DecisionStanding, ...]

    def rows(self, kind: Kind, *states: State) -> list[DutyStanding]:
        return [
            row
            for decision in self.decisions
            for row in decision.rows
            if row.kind == kind and (not states or row.state in states)
        ]

    def in_short(self) -> str:
        """`Uppfyllt`, `1 saknas`, `1 undantag`, or nothing where no decision binds."""
        demands = [*self.rows("require"), *self.rows("forbid")]
        lacking = sum(row.state == "lacking" for row in demands)
        exempt = sum(row.state == "exempt" for row in demands)
        if not self.decisions:
            return ""
        short = [f"{lacking} saknas"] if lacking else []
        return ", ".join([*short, *([f"{exempt} undantag"] if exempt else [])]) or "Uppfyllt"


def standing_of(unit: ResolvedUnit, duties: Duties) -> Standing:
    return Standing(tuple(_decision(decision, unit) for decision in duties.binding(unit)))


def duty_name(duty: Duty, tree: RegionTree) -> str:
    """What the decision calls the row, or else the names of its case types."""
    return duty.name or joined(dict.fromkeys(casetype_name(id, tree) for id in duty.casetype), "eller")


def casetype_name(id: str, tree: RegionTree) -> str:
    """The name that a case type has in the region, or in the nation where the region has none of its own."""
    casetype = tree.casetypes.get(id)
    own = casetype.name if casetype is not None else None
    template = tree.templates.get(getattr(casetype, "extends", id))
    return own or (template.name if template is not None else id)


def _decision(decision: Decision, unit: ResolvedUnit) -> DecisionStanding:
    rows = [_row(kind, duty, decision, unit) for kind in KINDS for duty in getattr(decision, kind)]
    return DecisionStanding(decision.id, decision.title, decision.illustrative, tuple(rows))


def _row(kind: Kind, duty: Duty, decision: Decision, unit: ResolvedUnit) -> DutyStanding:
    state: State = "lacking"
    words = "Finns ändå" if kind == "forbid" else "Saknas"
    if duty.when is not None and not selects(duty.when, unit.unit, unit.groups):
        state, words = "elsewhere", "Gäller inte"
    elif unit.active_lineage.isdisjoint(duty.casetype) == (kind == "forbid"):
        state, words = "met", "Uppfyllt"
    else:
        last_day = _exempt_until(kind, duty, decision, unit)
        if last_day is not None:
            state, words = "exempt", f"Undantag till och med {day(last_day)}"
    tree = unit.tree
    return DutyStanding(kind, KINDS[kind], duty_name(duty, tree), in_words(duty.when, tree), state, words)


def _exempt_until(kind: Kind, duty: Duty, decision: Decision, unit: ResolvedUnit) -> date | None:
    """The last day on which waivers cover all that the unit lacks of a row, or has in spite of it."""
    about = [duty.casetype[0]]
    if kind == "forbid":
        offers = unit.offers.values()
        about = [offer.id for offer in offers if offer.active and not offer.base.lineage.isdisjoint(duty.casetype)]
    days = []
    for casetype in about:
        objects = {"unit": unit.id, "casetype": casetype, "decision": decision.id}
        covering = [
            waiver.last_day
            for waiver in unit.tree.waivers
            if waiver.rule == _RULES.get(kind) and unit.tree.as_of <= waiver.last_day and covers(waiver, objects)
        ]
        if not covering:
            return None
        days.append(max(covering))
    return min(days)
