"""What the manuals tell of the region itself, worked out when a template asks for it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from generator.site.page import Link, Row, region_name
from generator.site.site import RegionSite
from generator.site.wording import statements
from generator.site.wording.phrases import alphabetical, capital, counted, day
from generator.site.wording.settings import written_in
from generator.site.wording.statements import Stated
from generator.site.wording.words import ROLE, STATUS, SUMMONS_FLOW, TAKNING
from schema.models.decisions import Decision
from schema.models.regions import OtherService, Policy, Region
from schema.models.units import Unit

LONGEST_LIST = 12
"""So many units and case types stand in a manual; the inventory and the region's page have the others."""


@dataclass(frozen=True)
class Some:
    """The first of a list, and how many more there are."""

    links: tuple[Link, ...]
    total: int

    @property
    def more(self) -> int:
        return self.total - len(self.links)


def some(links: Iterable[Link]) -> Some:
    every = sorted(links, key=lambda link: (alphabetical(link.text), link.href))
    return Some(tuple(every[:LONGEST_LIST]), len(every))


@dataclass(frozen=True)
class FlowView:
    """A flow of summons, and the units that use it."""

    id: str
    words: str
    units: Some


@dataclass(frozen=True)
class DecisionLine:
    """A decision in short, and how many of the units that it binds have something to put right."""

    decision: Link
    illustrative: bool
    force: str
    in_force: bool
    by: str
    demands: str
    standing: str


class Facts:
    """The region's own facts, as rows, words and bounded lists."""

    def __init__(self, site: RegionSite) -> None:
        region = site.tree.region
        assert region is not None, "a region without its file is an error, and is not built"
        self._site, self._region = site, region
        self.id, self.name = site.tree.id, region_name(site.tree)
        self.folder = f"regions/{self.id}"
        self.directory = region.directory
        self.policy: Policy = region.policy
        self.services: tuple[OtherService, ...] = region.other_services

    @property
    def administration(self) -> tuple[Row, ...]:
        return administration(self._region)

    @property
    def promise(self) -> Stated | None:
        return statements.promise(self._region)

    @property
    def partial_answer_counts(self) -> bool:
        promise = self._region.promise
        return promise is not None and bool(promise.partial_answer_counts)

    @property
    def cancellation(self) -> Stated | None:
        return statements.cancellation(self._region)

    @property
    def policy_rows(self) -> Stated:
        return statements.policy(self._region)

    @property
    def login_lock(self) -> Stated | None:
        return statements.login_lock(self._region)

    @property
    def defaults(self) -> tuple[Row, ...]:
        return tuple(written_in(self._region.defaults))

    def default(self, *labels: str) -> tuple[Row, ...]:
        """The settings that every unit starts from, of those with these labels."""
        return tuple(row for row in self.defaults if row.label in labels)

    @property
    def stated(self) -> dict[str, str]:
        """What each part of the region's file rests on, as the region says."""
        region = self._region
        said = {
            "policy": _rests_on(region.policy.source, region.policy.illustrative),
            "cancellation_limit": _rests_on(region.cancellation_limit.source, region.cancellation_limit.illustrative),
        }
        if region.promise is not None:
            said["promise"] = _rests_on(region.promise.source, region.promise.illustrative)
        if region.login_lock is not None:
            said["login_lock"] = _rests_on(region.login_lock.source, region.login_lock.illustrative)
        return said

    @cached_property
    def _units(self) -> list[tuple[str, Unit]]:
        """The units that are not closed for good."""
        return [(id, unit) for id, unit in self._site.tree.units.items() if unit.status != "inactive"]

    def _links(self, units: Iterable[tuple[str, Unit]]) -> Some:
        return some(Link(unit.name, f"../units/{id}.html") for id, unit in units)

    @cached_property
    def statuses(self) -> tuple[Row, ...]:
        counts: Counter[str] = Counter(unit.status for unit in self._site.tree.units.values())
        return tuple(Row(capital(words), str(counts[status])) for status, words in STATUS.items())

    def units(self, status: str) -> Some:
        """The units of a status."""
        return self._links((id, unit) for id, unit in self._site.tree.units.items() if unit.status == status)

    def units_with(self, role: str) -> str:
        """`3 av 8 aktiva mottagningar`: how many have somebody in the role."""
        active = [unit for _, unit in self._units if unit.status == "active"]
        return f"{sum(getattr(unit.roles, role) > 0 for unit in active)} av {len(active)} aktiva mottagningar"

    def units_without(self, role: str) -> Some:
        """The active units that have nobody in the role."""
        return self._links(
            (id, unit) for id, unit in self._units if unit.status == "active" and not getattr(unit.roles, role)
        )

    @property
    def roles(self) -> tuple[Row, ...]:
        """How many active units have somebody in each role."""
        return tuple(Row(capital(many), self.units_with(role)) for role, (_, many) in ROLE.items())

    @property
    def flows(self) -> tuple[FlowView, ...]:
        """Every flow of summons with the units that use it."""
        return tuple(
            FlowView(
                flow,
                words,
                self._links((id, unit) for id, unit in self._units if unit.summons and unit.summons.flow == flow),
            )
            for flow, words in SUMMONS_FLOW.items()
        )

    @property
    def without_flow(self) -> str:
        count = sum(unit.summons is None for _, unit in self._units)
        return counted(count, "mottagning", "mottagningar")

    @property
    def takning(self) -> tuple[Row, ...]:
        """How many units have their journal system connected for booking, and how many wait."""
        counts: Counter[str] = Counter(unit.booking.takning for _, unit in self._units if unit.booking is not None)
        return tuple(
            Row(f"Takning {words}", counted(counts[id], "mottagning", "mottagningar"))
            for id, words in TAKNING.items()
            if counts[id]
        )

    def casetypes(self, governance: str) -> Some:
        """The region's case types that are decided over in this way."""
        return some(
            Link(definition.name, f"../casetypes/{definition.page}.html")
            for definition in self._site.definitions
            if definition.governance == governance
        )

    @property
    def messages(self) -> Some:
        return some(Link(each.name, f"../messages/{id}.html") for id, each in self._site.tree.messages.items())

    @property
    def groups(self) -> str:
        return counted(len(self._site.tree.groups), "grupp", "grupper")

    @property
    def own_rules(self) -> bool:
        return bool(self._site.tree.own_rules)

    @property
    def waivers(self) -> str:
        tree = self._site.tree
        in_force = sum(tree.as_of <= waiver.last_day for waiver in tree.waivers)
        return counted(in_force, "undantag", "undantag")

    @property
    def example(self) -> tuple[str, str] | None:
        """A unit and a case type of its, for showing a command."""
        resolved = self._site.tree.resolved
        return next(((id, next(iter(unit.offers))) for id, unit in sorted(resolved.items()) if unit.offers), None)

    @property
    def decisions(self) -> tuple[DecisionLine, ...]:
        """The region's decisions, those in force first."""
        lines = map(self._decision, self._site.tree.decisions)
        return tuple(sorted(lines, key=lambda line: not line.in_force))

    def _decision(self, decision: Decision) -> DecisionLine:
        standings = self._site.standings.values()
        bound = [each for standing in standings for each in standing.decisions if each.id == decision.id]
        lacking = sum(any(row.state == "lacking" and row.kind != "recommend" for row in each.rows) for each in bound)
        demands = (
            counted(len(decision.require), "krav", "krav"),
            counted(len(decision.recommend), "rekommendation", "rekommendationer"),
            counted(len(decision.forbid), "förbud", "förbud"),
        )
        force = _force(decision, self._site.tree.as_of)
        return DecisionLine(
            Link(decision.title, f"../decisions/{decision.id}.html"),
            decision.illustrative,
            force,
            force == "Gäller",
            f"{decision.decided.by}, {day(decision.decided.on)}",
            capital(", ".join(demands)),
            f"{counted(len(bound), 'mottagning', 'mottagningar')}, {lacking or 'ingen'} har något att rätta"
            if bound
            else "inga",
        )


def administration(region: Region) -> tuple[Row, ...]:
    """Whom to ask in the region."""
    office = region.administration
    rows = (("Förvaltning", office.name), ("E-post", office.email), ("Telefon", office.phone))
    return tuple(Row(label, value) for label, value in rows if value)


def _rests_on(source: str | None, illustrative: bool) -> str:
    told = f"Regionens källa: {source.rstrip('.')}." if source else ""
    if illustrative:
        return f"Exempel. {told}" if told else "Exempel utan källa."
    return told or "Regionen anger ingen källa."


def _force(decision: Decision, day_of: date) -> str:
    if day_of < decision.valid.start:
        return f"Gäller från och med {day(decision.valid.start)}"
    end = decision.valid.end
    return f"Gällde till och med {day(end)}" if end is not None and end < day_of else "Gäller"
