"""The page of a region's rules: what it has chosen of the rule book, its own rules, waivers and old findings."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.site.basutbud.standing import casetype_name
from generator.site.page import Frame, Link, page_in, render
from generator.site.rulebook import own_anchor, rule_link
from generator.site.site import Page, RegionSite
from generator.site.wording.phrases import alphabetical, capital, counted, day, joined
from generator.site.wording.words import SEVERITY, TEXT_FIELD
from schema.models.own_rules import Demand, OwnRule
from schema.models.waivers import Waiver
from schema.workspace import RegionTree
from validate.own_rules import book_for
from validate.report import SEVERITIES

_DEMAND: dict[Demand, str] = {
    "forbid": "Får inte stå i texten",
    "require": "Något av det här måste stå i texten",
    "replace": "Bör skrivas på ett annat sätt",
}
_RANKS = ("off", "advice", "warning", "error")
_FOLDERS = ("units", "casetypes", "terms", "messages", "decisions")


@dataclass(frozen=True)
class ChoiceLine:
    """What the region has chosen of a rule, beside what the rule says itself."""

    rule: Link
    id: str
    chosen: str
    otherwise: str


@dataclass(frozen=True)
class OwnRuleView:
    anchor: str
    id: str
    title: str
    severity: str
    kind: str
    message: str
    reason: str
    source: str
    demand: str
    wordings: tuple[str, ...]
    instead: str
    fields: str
    casetypes: str
    right: tuple[str, ...]
    wrong: tuple[str, ...]


@dataclass(frozen=True)
class WaiverLine:
    rule: Link
    about: tuple[Link, ...]
    covers: str
    reason: str
    owner: str
    ticket: str
    last_day: str


@dataclass(frozen=True)
class OldLine:
    where: Link
    path: str
    times: str


@dataclass(frozen=True)
class OldRule:
    """The old findings of a rule."""

    rule: Link
    count: str
    lines: tuple[OldLine, ...]


@dataclass(frozen=True)
class RegionRulesPage:
    frame: Frame
    name: str
    choices: tuple[ChoiceLine, ...]
    own: tuple[OwnRuleView, ...]
    waivers: tuple[WaiverLine, ...]
    old: tuple[OldRule, ...]
    old_count: str
    folder: str


def pages(site: RegionSite) -> Iterator[Page]:
    about = map(site.tree.path, ("region.yaml", "rules.yaml", "waivers.yaml", "baseline.yaml"))
    yield Page("rules.html", lambda: render("choices.html.j2", _page(site)), tuple(about))


def _page(site: RegionSite) -> RegionRulesPage:
    tree = site.tree
    frame = page_in(tree, "Regler", "Regler")
    findings = sum(old.times for old in tree.baseline)
    return RegionRulesPage(
        frame,
        frame.above[-1].text,
        tuple(_choices(tree)),
        tuple(_own(own, tree) for own in tree.own_rules),
        tuple(_waivers(site)),
        tuple(_old(tree, _with_page(site))),
        counted(findings, "gammalt fynd", "gamla fynd"),
        f"regions/{tree.id}",
    )


def _choices(tree: RegionTree) -> Iterator[ChoiceLine]:
    """The rules that the region has made stricter, milder or an error from a day, or has switched off."""
    if tree.region is None:
        return
    chosen, from_days = tree.region.rules, tree.region.errors_from
    for id in _alphabetical({*chosen, *from_days}, tree):
        rule = book_for(tree).get(id)
        own = rule.severity if rule is not None else None
        says = [SEVERITY[chosen[id]]] if id in chosen else []
        if id in chosen and own is not None and chosen[id] != own:
            is_stricter = _RANKS.index(chosen[id]) > _RANKS.index(own)
            says[0] += f" ({'strängare' if is_stricter else 'mildare'})" if chosen[id] != "off" else ""
        says += [f"fel från och med {day(from_days[id])}"] if id in from_days else []
        otherwise = SEVERITIES["sv"][own] if own is not None else "okänd regel"
        yield ChoiceLine(rule_link(id, tree), id, capital(joined(says)), capital(otherwise))


def _alphabetical(ids: Iterable[str], tree: RegionTree) -> Sequence[str]:
    """The ids of rules by what the rules are called."""
    return [id for _, id in sorted((alphabetical(rule_link(id, tree).text), id) for id in ids)]


def _own(own: OwnRule, tree: RegionTree) -> OwnRuleView:
    demand, wordings = next(iter(own.demands()), ("forbid", ()))
    casetypes = [casetype_name(id, tree) for id in own.casetypes or ()]
    return OwnRuleView(
        own_anchor(own.id),
        own.id,
        own.title,
        SEVERITIES["sv"][own.severity],
        {"error": "fel", "warning": "varna", "advice": "dov"}[own.severity],
        own.message,
        own.reason,
        own.source,
        _DEMAND[demand],
        wordings,
        own.replace.by if own.replace is not None else "",
        joined(TEXT_FIELD[field] for field in own.fields) if own.fields else "alla texter för invånare",
        joined(casetypes),
        own.examples.right,
        own.examples.wrong,
    )


def _waivers(site: RegionSite) -> Iterator[WaiverLine]:
    """The waivers that have not ended, the one that ends first on top."""
    tree = site.tree
    covered = {exemption.place: count for exemption, count in site.verdict.waivers}
    known = _with_page(site)
    in_force = [waiver for waiver in tree.waivers if tree.as_of <= waiver.last_day]
    for waiver in sorted(in_force, key=lambda waiver: (waiver.last_day, waiver.rule, waiver.ticket)):
        yield WaiverLine(
            rule_link(waiver.rule, tree),
            tuple(_objects(waiver, tree, known)),
            counted(covered.get(waiver.place, 0), "fynd", "fynd"),
            waiver.reason,
            waiver.owner,
            waiver.ticket,
            day(waiver.last_day),
        )


def _objects(waiver: Waiver, tree: RegionTree, known: Collection[str]) -> Iterator[Link]:
    """What a waiver is about, by name."""
    names: Mapping[str, tuple[str | None, Mapping[str, str]]] = {
        "units": (waiver.unit, {id: unit.name for id, unit in tree.units.items()}),
        "casetypes": (waiver.casetype, {id: casetype_name(id, tree) for id in (waiver.casetype,) if id}),
        "terms": (waiver.terms, {}),
        "messages": (waiver.message, {id: message.name for id, message in tree.messages.items()}),
        "decisions": (waiver.decision, {decision.id: decision.title for decision in tree.decisions}),
    }
    for folder, (id, named) in names.items():
        if id is not None:
            page = f"{folder}/{id}.html"
            yield Link(named.get(id, id), page if page in known else "")


def _with_page(site: RegionSite) -> frozenset[str]:
    """The region's units, case types, terms texts, messages and decisions, by their pages."""
    tree = site.tree
    ids = (
        tree.units,
        (definition.page for definition in site.definitions),
        tree.terms,
        tree.messages,
        (decision.id for decision in tree.decisions),
    )
    return frozenset(f"{folder}/{id}.html" for folder, each in zip(_FOLDERS, ids, strict=True) for id in each)


def _old(tree: RegionTree, known: Collection[str]) -> Iterator[OldRule]:
    """The old findings one by one, under their rules."""
    by_rule: dict[str, list[OldLine]] = defaultdict(list)
    count: dict[str, int] = defaultdict(int)
    for old in sorted(tree.baseline, key=lambda old: (old.rule, old.object, old.value)):
        file, _, path = old.object.partition("#")
        page = file.removesuffix(".yaml") + ".html"
        link = Link(file, page if page in known else "")
        by_rule[old.rule].append(OldLine(link, path, f"{old.times} gånger" if old.times > 1 else ""))
        count[old.rule] += old.times
    for id in _alphabetical(by_rule, tree):
        yield OldRule(rule_link(id, tree), str(count[id]), tuple(by_rule[id]))
