"""The page of a region: who it is, what it has decided and promised, and the way to its units and case types."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.site.basutbud.coverage import DecisionCoverage, coverage_of
from generator.site.basutbud.decisions import decision_views
from generator.site.basutbud.standing import Standing, casetype_name
from generator.site.casetypes.definitions import Definition
from generator.site.comparing.changes import ChangesView, changes_view
from generator.site.page import Frame, Link, Row, Support, region_name, render
from generator.site.regional.units import COUNTED, UnitLine, in_alphabet, summary_of_units, unit_lines
from generator.site.site import Page, RegionSite
from generator.site.wording import statements
from generator.site.wording.phrases import alphabetical, capital, counted, day, joined
from generator.site.wording.selection import in_words
from generator.site.wording.settings import written_in
from generator.site.wording.statements import Stated
from generator.site.wording.words import GOVERNANCE, KIND, STATUS
from generator.verdict import Verdict
from schema.models.regions import Region
from schema.workspace import RegionTree
from validate.own_rules import book_for

SHORT = 60
"""Units that the region's page lists itself; of more it says how many they are."""


@dataclass(frozen=True)
class UnitTable:
    """The units of one status; `units` is empty where the list is long and has pages of its own."""

    id: str
    title: str
    caption: str
    number: int
    inventory: str
    units: tuple[UnitLine, ...]


@dataclass(frozen=True)
class DecisionLine:
    """A decision, with how far the units meet it where it is in force or to come."""

    decision: Link
    force: str
    in_force: bool
    facts: tuple[Row, ...]
    support: Support
    coverage: DecisionCoverage | None


@dataclass(frozen=True)
class CaseTypeLine:
    casetype: Link
    internal_name: str
    kind: str
    governance: str
    active: str


@dataclass(frozen=True)
class GroupView:
    id: str
    title: str
    members: str
    how: str


@dataclass(frozen=True)
class WaiverView:
    rule: str
    about: str
    reason: str
    owner: str
    ticket: str
    last_day: str


@dataclass(frozen=True)
class ServiceView:
    name: str
    description: str
    address: str
    source: str


@dataclass(frozen=True)
class RegionPage:
    frame: Frame
    name: str
    as_of: str
    findings: str
    summary: str
    facts: Stated
    promise: Stated | None
    cancellation: Stated | None
    policy: Stated
    login_lock: Stated | None
    defaults: tuple[Row, ...]
    rules: str
    decisions: tuple[DecisionLine, ...]
    units: tuple[UnitTable, ...]
    casetypes: tuple[CaseTypeLine, ...]
    messages: tuple[Link, ...]
    groups: tuple[GroupView, ...]
    waivers: tuple[WaiverView, ...]
    services: tuple[ServiceView, ...]
    changes: ChangesView


def pages(site: RegionSite) -> Iterator[Page]:
    about = ("region.yaml", "basutbud.yaml", "groups.yaml", "waivers.yaml", "rules.yaml", "baseline.yaml", "hsa.csv")
    yield Page("index.html", lambda: render("region.html.j2", _page(site)), tuple(map(site.tree.path, about)))


def _page(site: RegionSite) -> RegionPage:
    tree = site.tree
    assert tree.region is not None, "a region without its file is an error, and is not built"
    region, name = tree.region, region_name(tree)
    messages = sorted(tree.messages.items(), key=lambda item: (alphabetical(item[1].name), item[0]))
    return RegionPage(
        frame=Frame(
            f"{name} – basutbud i 1177 e-tjänster",
            "../",
            (Link("Alla regioner", "../index.html"),),
            name,
            region=Link(name, f"{tree.id}/"),
        ),
        name=name,
        as_of=day(tree.as_of),
        findings=_findings(site.verdict),
        summary=summary_of_units(tree.units),
        facts=statements.identity(region),
        promise=statements.promise(region),
        cancellation=statements.cancellation(region),
        policy=statements.policy(region),
        login_lock=statements.login_lock(region),
        defaults=tuple(written_in(region.defaults)),
        rules=_rules(tree, region),
        decisions=tuple(_decisions(tree)),
        units=tuple(_tables(tree, site.standings)),
        casetypes=tuple(_casetype_line(definition) for definition in site.definitions),
        messages=tuple(Link(message.name, f"messages/{id}.html") for id, message in messages),
        groups=tuple(_groups(tree)),
        waivers=tuple(_waivers(tree)),
        services=tuple(
            ServiceView(each.name, each.description or "", each.address or "", each.source or "")
            for each in region.other_services
        ),
        changes=changes_view(site.verdict.source.history, region.file),
    )


def _rules(tree: RegionTree, region: Region) -> str:
    """How much the region has chosen of the rule book, and added to it."""
    chosen, own = len({*region.rules, *region.errors_from}), len(tree.own_rules)
    said = [
        *([f"ändrat {counted(chosen, 'regel', 'regler')}"] if chosen else ()),
        *([f"lagt till {counted(own, 'egen regel', 'egna regler')}"] if own else ()),
    ]
    return f"Regionen har {joined(said)}." if said else "Regionen följer regelboken som den är."


def _decisions(tree: RegionTree) -> Iterator[DecisionLine]:
    """The decisions, those in force first."""
    covered = {coverage.id: coverage for coverage in coverage_of(tree)}
    for view in decision_views(tree, ()):
        link = Link(view.title, f"decisions/{view.id}.html")
        yield DecisionLine(link, view.force, view.in_force, view.facts, view.support, covered.get(view.id))


def _findings(verdict: Verdict) -> str:
    counts = verdict.counts
    parts = [
        counted(counts["warning"], "varning", "varningar"),
        counted(counts["advice"], "råd", "råd"),
        counted(counts["waived"], "undantag från ett fel", "undantag från fel"),
        *([counted(counts["old"], "gammalt fel", "gamla fel")] if counts["old"] else ()),
    ]
    return f"{', '.join(parts[:-1])} och {parts[-1]}"


def _tables(tree: RegionTree, standings: Mapping[str, Standing]) -> Iterator[UnitTable]:
    ordered = tree.once(in_alphabet)
    for status, (_, many) in COUNTED.items():
        having = [tree.resolved[unit.file_id] for unit in ordered if unit.status == status]
        if having:
            yield UnitTable(
                f"status-{status}",
                capital(many),
                f"Mottagningar med status {STATUS[status]}",
                len(having),
                f"inventory.html#unit-status={status}",
                unit_lines(having, standings) if len(ordered) <= SHORT else (),
            )


def _casetype_line(definition: Definition) -> CaseTypeLine:
    active = sum(offer.active for offer in definition.offers)
    return CaseTypeLine(
        Link(definition.name, f"casetypes/{definition.page}.html"),
        definition.get("internal_name") or "",
        capital(KIND[definition.kind]),
        capital(GOVERNANCE[definition.governance]),
        f"{active} av {len(definition.offers)}",
    )


def _groups(tree: RegionTree) -> Iterator[GroupView]:
    sizes = Counter(id for unit in tree.resolved.values() for id in unit.groups)
    for id, group in tree.groups.items():
        how = [in_words(group.select, tree) or "finns i regionen"] if group.select is not None else []
        if group.list is not None:
            how.append(f"står i listan {group.list}")
        how.append("själva anger gruppen")
        yield GroupView(id, group.title, counted(sizes[id], "mottagning", "mottagningar"), joined(how, "eller"))


def _waivers(tree: RegionTree) -> Iterator[WaiverView]:
    kinds = {
        "unit": {id: unit.name for id, unit in tree.units.items()},
        "casetype": {id: casetype_name(id, tree) for id in (*tree.templates, *tree.casetypes)},
        "terms": {},
        "message": {id: message.name for id, message in tree.messages.items()},
        "decision": {decision.id: decision.title for decision in tree.decisions},
    }
    in_force = [waiver for waiver in tree.waivers if tree.as_of <= waiver.last_day]
    for waiver in sorted(in_force, key=lambda waiver: (waiver.last_day, waiver.rule, waiver.ticket)):
        about = [(getattr(waiver, kind), names) for kind, names in kinds.items()]
        yield WaiverView(
            _rule_title(waiver.rule, tree),
            "\n".join(names.get(id, id) for id, names in about if id is not None),
            waiver.reason,
            waiver.owner,
            waiver.ticket,
            day(waiver.last_day),
        )


def _rule_title(id: str, tree: RegionTree) -> str:
    """What a rule is called; one that the tool does not have is shown by its id."""
    rule = book_for(tree).get(id)
    return rule.sv.title if rule is not None else id
