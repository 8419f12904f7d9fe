"""A region's decisions on the basutbud, with their rows."""

from collections.abc import Collection
from dataclasses import dataclass

from generator.site.origins import promise_in_words
from generator.site.page import Link, Row, Support, support
from generator.site.phrases import day
from generator.site.selection import in_words
from generator.site.standing import KINDS, casetype_name
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
    """The decisions, those in force first. `pages` are the case types that have a page."""
    views = [_decision(decision, tree, pages) for decision in tree.decisions]
    return tuple(sorted(views, key=lambda view: not view.in_force))


def _decision(decision: Decision, tree: RegionTree, pages: Collection[str]) -> DecisionView:
    start, end = decision.valid.start, decision.valid.end
    if tree.as_of < start:
        force = f"Gäller från och med {day(start)}"
    elif end is not None and end < tree.as_of:
        force = f"Gällde till och med {day(end)}"
    else:
        force = "Gäller"
    until = f"till och med {day(end)}" if end is not None else "tills vidare"
    promise = decision.promise
    facts = [
        Row("Beslutat av", f"{decision.decided.by}, {day(decision.decided.on)}, {decision.decided.reference}"),
        Row("Gäller", f"från och med {day(start)}, {until}"),
        Row("Binder aktiva mottagningar som", in_words(decision.applies_to, tree) or "finns i regionen"),
        *((Row("Svarstid", promise_in_words(promise)),) if promise is not None else ()),
    ]
    duties = tuple(_duty(words, duty, tree, pages) for kind, words in KINDS.items() for duty in getattr(decision, kind))
    return DecisionView(
        decision.id,
        decision.title,
        force == "Gäller",
        force,
        tuple(facts),
        duties,
        support(decision.source, decision.illustrative),
    )


def _duty(kind: str, duty: Duty, tree: RegionTree, pages: Collection[str]) -> DutyView:
    names = [(id, casetype_name(id, tree)) for id in duty.casetype]
    links = tuple(Link(name, f"casetypes/{id}.html" if id in pages else "") for id, name in names)
    own = duty.name if duty.name and duty.name not in [name for _, name in names] else ""
    return DutyView(kind, links, own, in_words(duty.when, tree), duty.note or "")
