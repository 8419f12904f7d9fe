"""A region's decisions on the basutbud, with their rows."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date

from generator.site.basutbud.standing import KINDS, casetype_name, duties_of
from generator.site.casetypes.origins import promise_in_words
from generator.site.page import Link, Row, Support, support
from generator.site.wording.phrases import day
from generator.site.wording.selection import in_words
from schema.models.decisions import Decision, Duty
from schema.workspace import RegionTree


@dataclass(frozen=True)
class DutyView:
    kind: str
    casetypes: tuple[Link, ...]
    name: str
    when: str
    note: str


@dataclass(frozen=True)
class DecisionView:
    id: str
    title: str
    in_force: bool
    force: str
    facts: tuple[Row, ...]
    duties: tuple[DutyView, ...]
    support: Support


def decision_views(tree: RegionTree, pages: Collection[str]) -> tuple[DecisionView, ...]:
    """The decisions, those in force first, for a page in the region's folder. `pages` are the case types that have a
    page."""
    views = [decision_view(decision, tree, pages) for decision in tree.decisions]
    return tuple(sorted(views, key=lambda view: not view.in_force))


def decision_view(decision: Decision, tree: RegionTree, pages: Collection[str], up: str = "") -> DecisionView:
    """A decision in words; `up` leads to the region's folder."""
    start, end = decision.valid.start, decision.valid.end
    force = force_of(decision, tree.as_of)
    until = f"till och med {day(end)}" if end is not None else "tills vidare"
    promise = decision.promise
    facts = [
        Row("Beslutat av", f"{decision.decided.by}, {day(decision.decided.on)}, {decision.decided.reference}"),
        Row("Gäller", f"från och med {day(start)}, {until}"),
        Row("Binder aktiva mottagningar som", in_words(decision.applies_to, tree) or "finns i regionen"),
        *((Row("Svarstid", promise_in_words(promise)),) if promise is not None else ()),
    ]
    duties = [_duty(KINDS[kind], duty, tree, pages) for kind, duty in duties_of(decision)]
    return DecisionView(
        decision.id,
        decision.title,
        force == "Gäller",
        force,
        tuple(facts),
        tuple(_below(duty, up) for duty in duties),
        support(decision.source, decision.illustrative),
    )


def force_of(decision: Decision, today: date) -> str:
    """`Gäller`, or when it will or did."""
    start, end = decision.valid.start, decision.valid.end
    if today < start:
        return f"Gäller från och med {day(start)}"
    return f"Gällde till och med {day(end)}" if end is not None and end < today else "Gäller"


def _below(duty: DutyView, up: str) -> DutyView:
    links = tuple(Link(link.text, f"{up}{link.href}" if link.href else "") for link in duty.casetypes)
    return replace(duty, casetypes=links)


def _duty(kind: str, duty: Duty, tree: RegionTree, pages: Collection[str]) -> DutyView:
    names = [(id, casetype_name(id, tree)) for id in duty.casetype]
    links = tuple(Link(name, _page_of(id, tree, pages)) for id, name in names)
    own = duty.name if duty.name and duty.name not in [name for _, name in names] else ""
    return DutyView(kind, links, own, in_words(duty.when, tree), duty.note or "")


def _page_of(casetype: str, tree: RegionTree, pages: Collection[str]) -> str:
    """The region's page of a case type, or the nation's where the region does not have it."""
    if casetype in pages:
        return f"casetypes/{casetype}.html"
    return f"../templates/{casetype}.html" if casetype in tree.templates else ""
