"""How a unit stands to the decisions that bind it, row by row."""

from dataclasses import dataclass
from typing import Literal

from generator.site.phrases import capital, day, joined
from generator.site.selection import in_words
from schema.models.decisions import Decision, Duty
from schema.resolving import ResolvedUnit
from schema.workspace import RegionTree
from validate.duties import binding, duties
from validate.waiving import covers

Kind = Literal["require", "recommend", "forbid"]
State = Literal["met", "lacking", "exempt", "elsewhere"]

KINDS: dict[Kind, str] = {"require": "Krav", "recommend": "Rekommendation", "forbid": "Förbud"}
_STATES: dict[State, str] = {"met": "Uppfyllt", "lacking": "Saknas", "elsewhere": "Gäller inte"}
_RULES = {"require": "required-casetype-missing", "forbid": "forbidden-casetype-active"}
"""The rules whose waivers exempt a unit from a row of each kind."""


@dataclass(frozen=True)
class DutyStanding:
    """A row of a decision and how the unit stands to it."""

    kind: Kind
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


def standing_of(unit: ResolvedUnit) -> Standing:
    return Standing(tuple(_decision(decision, unit) for decision in binding(unit)))


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
    rows: list[DutyStanding] = []
    for kind in KINDS:
        applying = {bound.place.path[-1] for bound in duties(unit, decision, kind)}
        for number, duty in enumerate(getattr(decision, kind)):
            state, words = _state(kind, duty, decision, unit) if number in applying else ("elsewhere", "Gäller inte")
            when = in_words(duty.when, unit.tree)
            rows.append(DutyStanding(kind, duty_name(duty, unit.tree), capital(when), state, words))
    return DecisionStanding(decision.id, decision.title, decision.illustrative, tuple(rows))


def _state(kind: Kind, duty: Duty, decision: Decision, unit: ResolvedUnit) -> tuple[State, str]:
    if unit.active_lineage.isdisjoint(duty.casetype) == (kind == "forbid"):
        return "met", _STATES["met"]
    for waiver in unit.tree.waivers:
        objects = ({"unit": unit.id, "casetype": id, "decision": decision.id} for id in duty.casetype)
        if (
            waiver.rule == _RULES.get(kind)
            and unit.tree.as_of <= waiver.last_day
            and any(covers(waiver, named) for named in objects)
        ):
            return "exempt", f"Undantag till och med {day(waiver.last_day)}"
    return "lacking", "Finns ändå" if kind == "forbid" else _STATES["lacking"]
