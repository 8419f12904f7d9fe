"""What a region has: its units, the case types that they have, and the rows of decisions that they do not meet."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import NamedTuple

from generator.site.basutbud.standing import Kind, Standing, casetype_name, duties_of, duty_name, standings_of
from generator.site.casetypes.definitions import Definition, definitions, page_id
from generator.site.page import distinct
from generator.site.wording.phrases import alphabetical
from schema.codelists import municipalities
from schema.layers import Layer
from schema.offers import ResolvedUnit
from schema.workspace import RegionTree

ACTIVE, INACTIVE, ABSENT = "1", "0", "-"
"""How a unit has a case type: one letter of its `states` for each of the region's case types."""
_SHOWN_AT_FIRST = 15


class CaseTypeColumn(NamedTuple):
    """A case type that units of the region share. `template` is the national one that it is or builds on, if any."""

    id: str
    name: str
    template: str
    has_page: bool


class DecisionRow(NamedTuple):
    """A row of a decision in force; `number` counts all of the decision's rows from 1."""

    decision: str
    number: int
    title: str
    kind: Kind
    name: str


class OwnCaseType(NamedTuple):
    """A case type that only one unit has."""

    page: str
    name: str
    template: str
    state: str


class UnitStock(NamedTuple):
    """A unit with what it has. `meets` has a letter for each thing that is true of it: `m`, all that binding decisions
    require and forbid is met; `l`, something is lacking; `e`, a waiver exempts it from something; empty when no
    decision binds it. `lacking` has the places of rows in the region's `rows`."""

    id: str
    name: str
    hsa_id: str
    status: str
    business_type: str
    municipality: str
    meets: str
    standing: str
    lacking: tuple[int, ...]
    states: str
    own: tuple[OwnCaseType, ...]


class Stock(NamedTuple):
    """A region's inventory. `shown` are the places of the columns that a page shows at first."""

    columns: tuple[CaseTypeColumn, ...]
    shown: tuple[int, ...]
    rows: tuple[DecisionRow, ...]
    units: tuple[UnitStock, ...]


NOTHING = Stock((), (), (), ())


def stock_of(tree: RegionTree) -> Stock:
    return tree.once(_stock_of)


def _stock_of(tree: RegionTree) -> Stock:
    every = definitions(tree)
    shared = [definition for definition in every if definition.governance != "local"]
    asked = {id for decision in tree.decisions_in_force() for _, duty in duties_of(decision) for id in duty.casetype}
    names = _told_apart(shared)
    columns = [CaseTypeColumn(each.page, names[each.page], _template(each.layers), True) for each in shared]
    columns += _missing(asked, every, tree)
    columns.sort(key=lambda column: (alphabetical(column.name), column.id))
    places = {column.id: place for place, column in enumerate(columns)}
    rows = tuple(_rows(tree))
    row_places = {(row.decision, row.number): place for place, row in enumerate(rows)}
    standings = tree.once(standings_of)
    ordered = sorted(tree.resolved.values(), key=lambda unit: (alphabetical(unit.unit.name), unit.id))
    units = tuple(_unit(unit, places, standings[unit.id], row_places) for unit in ordered)
    first = _most_important(columns, asked, {each.page: _lineage(each) for each in shared}, units)
    return Stock(tuple(columns), tuple(sorted(first[:_SHOWN_AT_FIRST])), rows, units)


def _most_important(
    columns: Sequence[CaseTypeColumn],
    asked: Collection[str],
    lineages: Mapping[str, frozenset[str]],
    units: Iterable[UnitStock],
) -> list[int]:
    """The places of the columns: first what decisions name, then what is made of that, then what most units have."""
    held = held_of(columns, units)

    def rank(place: int) -> tuple[bool, bool, int, int]:
        id = columns[place].id
        return id not in asked, lineages.get(id, frozenset()).isdisjoint(asked), -sum(held[place]), place

    return sorted(range(len(columns)), key=rank)


def held_of(columns: Sequence[CaseTypeColumn], units: Iterable[UnitStock]) -> list[tuple[int, int]]:
    """How many units have the case type of each column active, and how many have it inactive."""
    states = list(zip_longest(*(unit.states for unit in units), fillvalue=ABSENT))
    held = [(column.count(ACTIVE), column.count(INACTIVE)) for column in states]
    return held + [(0, 0)] * (len(columns) - len(held))


def _told_apart(shared: list[Definition]) -> dict[str, str]:
    """The names of case types; where several have the same, with the internal name, or else the id, after it."""
    many = Counter(each.name for each in shared)
    internal = {each.page: each.get("internal_name") for each in shared if many[each.name] > 1}
    names = {each.page: each.name for each in shared}
    return distinct(
        {page: f"{name} ({internal[page]})" if internal.get(page) else name for page, name in names.items()}
    )


def _missing(asked: Iterable[str], every: list[Definition], tree: RegionTree) -> Iterator[CaseTypeColumn]:
    """What decisions ask for, and no unit has."""
    known = frozenset().union(*(_lineage(each) for each in every))
    for id in asked:
        if id not in known:
            yield CaseTypeColumn(id, casetype_name(id, tree), id if id in tree.templates else "", False)


def _lineage(definition: Definition) -> frozenset[str]:
    extended = (getattr(layer.node, "extends", None) for layer in definition.layers)
    # The page of a local case type is named after its unit as well.
    return frozenset({definition.page.partition("@")[0], *(id for id in extended if id is not None)})


def _template(layers: Iterable[Layer]) -> str:
    return next((layer.node.file_id for layer in layers if layer.name == "national"), "")


def _rows(tree: RegionTree) -> Iterator[DecisionRow]:
    for decision in tree.decisions_in_force():
        for number, (kind, duty) in enumerate(duties_of(decision), 1):
            yield DecisionRow(decision.id, number, decision.title, kind, duty_name(duty, tree))


def _unit(
    unit: ResolvedUnit, places: dict[str, int], standing: Standing, row_places: dict[tuple[str, int], int]
) -> UnitStock:
    own = unit.unit
    states = [ABSENT] * len(places)
    locals_: list[OwnCaseType] = []
    for offer in unit.offers.values():
        state = ACTIVE if offer.active else INACTIVE
        if offer.base.governance == "local":
            locals_.append(OwnCaseType(page_id(offer), offer.get("name"), _template(offer.base.layers), state))
        else:
            states[places[offer.id]] = state
    lacking = (
        row_places[decision.id, number]
        for decision in standing.decisions
        for number, row in enumerate(decision.rows, 1)
        if row.state == "lacking"
    )
    return UnitStock(
        unit.id,
        own.name,
        own.hsa_id,
        own.status,
        own.business_type,
        municipalities().get(own.municipality, own.municipality),
        _meets(standing),
        standing.in_short(),
        tuple(lacking),
        "".join(states).rstrip(ABSENT),
        tuple(locals_),
    )


def _meets(standing: Standing) -> str:
    states = {row.state for kind in ("require", "forbid") for row in standing.rows(kind)}
    if not standing.decisions:
        return ""
    return "".join(letter for letter, state in (("l", "lacking"), ("e", "exempt")) if state in states) or "m"
