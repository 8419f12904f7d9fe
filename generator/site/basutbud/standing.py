"""How a unit stands to the decisions that bind it, row by row."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple

from generator.site.wording.phrases import alphabetical, day, joined
from generator.site.wording.selection import in_words
from schema.models.decisions import Decision, Duty
from schema.models.waivers import Waiver
from schema.offers import Offer, ResolvedUnit
from schema.selecting import selects
from schema.workspace import RegionTree
from validate.facts.duties import Duties
from validate.waiving import covers

Kind = Literal["require", "recommend", "forbid"]
State = Literal["met", "lacking", "exempt", "elsewhere"]

KINDS: dict[Kind, str] = {"require": "Krav", "recommend": "Rekommendation", "forbid": "Förbud"}
_RULES: dict[Kind, str] = {"require": "required-casetype-missing", "forbid": "forbidden-casetype-offered"}
"""The rules whose waivers exempt a unit from a row of each kind."""


class DutyStanding(NamedTuple):
    """A row of a decision and how the unit stands to it. `casetypes` are those that it names; `reason` is what an
    exemption from it rests on, or what meets it under another name, and `remedy` what to do where it is not
    fulfilled."""

    kind: Kind
    kind_words: str
    name: str
    when: str
    state: State
    words: str
    casetypes: tuple[str, ...]
    reason: str = ""
    remedy: str = ""


class DecisionStanding(NamedTuple):
    """A decision that binds the unit."""

    id: str
    title: str
    illustrative: bool
    reference: str
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

    def met(self, kind: Kind) -> frozenset[str]:
        """The case types of the rows of a kind that the unit fulfils."""
        return self._met[kind]

    @cached_property
    def _met(self) -> dict[Kind, frozenset[str]]:
        return {kind: frozenset(id for row in self.rows(kind, "met") for id in row.casetypes) for kind in KINDS}

    def in_short(self) -> str:
        """`Uppfyllt`, `1 saknas`, `1 finns trots förbud`, `1 undantag`, or nothing where no decision binds."""
        if not self.decisions:
            return ""
        lacking, unwanted = len(self.rows("require", "lacking")), len(self.rows("forbid", "lacking"))
        exempt = len(self.rows("require", "exempt")) + len(self.rows("forbid", "exempt"))
        counts = ((lacking, "saknas"), (unwanted, "finns trots förbud"), (exempt, "undantag"))
        return ", ".join(f"{count} {words}" for count, words in counts if count) or "Uppfyllt"


def standings_of(tree: RegionTree) -> Mapping[str, Standing]:
    """How each unit stands to the decisions that bind it, by the unit's id."""
    duties = Duties(tree)
    return {id: standing_of(unit, duties) for id, unit in tree.resolved.items()}


def standing_of(unit: ResolvedUnit, duties: Duties) -> Standing:
    return Standing(tuple(standing_to(decision, unit) for decision in duties.binding(unit)))


def duties_of(decision: Decision) -> list[tuple[Kind, Duty]]:
    """The rows of a decision, kind by kind."""
    return [(kind, duty) for kind in KINDS for duty in getattr(decision, kind)]


def duty_name(duty: Duty, tree: RegionTree) -> str:
    """What the decision calls the row, or else the names of its case types."""
    return duty.name or joined(dict.fromkeys(casetype_name(id, tree) for id in duty.casetype), "eller")


def casetype_name(id: str, tree: RegionTree) -> str:
    """The name that a case type has in the region, or in the nation where the region has none of its own."""
    casetype = tree.casetypes.get(id)
    own = casetype.name if casetype is not None else None
    template = tree.templates.get(getattr(casetype, "extends", id))
    return own or (template.name if template is not None else id)


def standing_to(decision: Decision, unit: ResolvedUnit) -> DecisionStanding:
    """How a unit that a decision binds stands to each of its rows, kind by kind."""
    rows = [_row(kind, duty, decision, unit) for kind, duty in duties_of(decision)]
    return DecisionStanding(decision.id, decision.title, decision.illustrative, decision.decided.reference, tuple(rows))


def _row(kind: Kind, duty: Duty, decision: Decision, unit: ResolvedUnit) -> DutyStanding:
    tree, reason, remedy = unit.tree, "", ""
    state: State = "lacking"
    words = "Finns ändå" if kind == "forbid" else "Saknas"
    if duty.when is not None and not selects(duty.when, unit.unit, unit.groups):
        state, words = "elsewhere", "Gäller inte"
    elif unit.active_lineage.isdisjoint(duty.casetype) == (kind == "forbid"):
        state, words = "met", "Uppfyllt"
        reason = _met_by(duty, unit) if kind != "forbid" else ""
    else:
        waivers = _covering(kind, duty, decision, unit)
        if waivers:
            state = "exempt"
            words = f"Undantag till och med {day(min(waiver.last_day for waiver in waivers))}"
            reason = "\n".join(dict.fromkeys(f"{each.reason} ({each.owner}, {each.ticket})" for each in waivers))
        else:
            remedy = remedy_for(kind, duty, unit)
    when = in_words(duty.when, tree)
    return DutyStanding(kind, KINDS[kind], duty_name(duty, tree), when, state, words, duty.casetype, reason, remedy)


def _met_by(duty: Duty, unit: ResolvedUnit) -> str:
    """The case types that meet a row, where they are called otherwise than the row."""
    name = duty_name(duty, unit.tree)
    names = {offer.get("name") for offer in _offered(duty, unit) if offer.active}
    return f"Genom {joined(sorted(names, key=alphabetical))}" if name not in names else ""


def _covering(kind: Kind, duty: Duty, decision: Decision, unit: ResolvedUnit) -> list[Waiver]:
    """The waivers that together cover all that the unit lacks of a row, or has in spite of it: of those that cover the
    same thing the one that holds the longest. Empty when something is not covered."""
    about = [duty.casetype[0]]
    if kind == "forbid":
        about = [offer.id for offer in _offered(duty, unit) if offer.active]
    found = []
    for casetype in about:
        objects = {"unit": unit.id, "casetype": casetype, "decision": decision.id}
        covering = [
            waiver
            for waiver in unit.tree.waivers
            if waiver.rule == _RULES.get(kind) and unit.tree.as_of <= waiver.last_day and covers(waiver, objects)
        ]
        if not covering:
            return []
        found.append(max(covering, key=lambda waiver: waiver.last_day))
    return found


def remedy_for(kind: Kind, duty: Duty, unit: ResolvedUnit) -> str:
    """What to do so that the unit fulfils a row."""
    offers = _offered(duty, unit)
    named = joined([f"”{offer.get('name')}”" for offer in offers] or ["ärendetypen"])
    if kind == "forbid":
        return f"Inaktivera {named}."
    if offers:
        central = any(offer.base.governance == "central" for offer in offers)
        by_region = central and _activated_by_region(unit.tree)
        return f"{named} finns här men är inte aktiv. {_BY_REGION if by_region else 'Aktivera den.'}"
    known = [unit.tree.casetypes[id] for id in duty.casetype if id in unit.tree.casetypes]
    if any(casetype.governance == "central" for casetype in known):
        return "Regionen delar ut ärendetypen. Be regionens förvaltning om den."
    return f"Lägg till {joined(duty.casetype, 'eller')} bland mottagningens ärendetyper och gör den aktiv."


_BY_REGION = "Be regionens förvaltning aktivera den."


def _activated_by_region(tree: RegionTree) -> bool:
    return tree.region is not None and tree.region.policy.central_casetypes_activated_by == "region"


def _offered(duty: Duty, unit: ResolvedUnit) -> list[Offer]:
    """What the unit has of the case types of a row, or of what builds on them."""
    return [offer for offer in unit.offers.values() if not offer.base.lineage.isdisjoint(duty.casetype)]
