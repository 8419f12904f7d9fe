"""Running the rules over a workspace. Pure: the same workspace gives the same diagnostics, in the same order."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from schema.places import Place
from schema.register import Register, register_of
from schema.workspace import RegionTree, Workspace, region_of
from validate.baseline import laid_over
from validate.diagnostic import Diagnostic
from validate.locator import Locator
from validate.own_rules import own_rules
from validate.rule import Check, Finding, Rule, Severity
from validate.waiving import exemption_by, waiver_of


def run(workspace: Workspace, rules: Iterable[Rule]) -> list[Diagnostic]:
    """Every finding of the rules, weighed and with the waivers laid on, ordered by file, place and rule.

    Whatever a region has switched off is left out; whatever a waiver covers is there with its exemption.
    """
    book = tuple(rules)
    parts = [run_part(part, book) for part in workspace.parts()]
    return merge([*parts, run_nationwide(register_of(workspace), book)])


def run_part(workspace: Workspace, rules: Iterable[Rule]) -> list[Diagnostic]:
    """The findings of the rules that look at one region, or at the national files, at a time."""
    book = tuple(rules)
    return with_baselines(weigh_part(workspace, book), workspace, book, Locator(workspace.files))


def weigh_part(workspace: Workspace, rules: Iterable[Rule]) -> list[Diagnostic]:
    """The same without the baseline laid over them."""
    return weigh(((rule, check(workspace)) for rule, check in checks_of(workspace, rules)), workspace)


def checks_of(workspace: Workspace, rules: Iterable[Rule]) -> Iterator[tuple[Rule, Check]]:
    """The rules, and the regions' own, that look at one part at a time, each with its check."""
    own = (rule for tree in workspace.regions.values() for rule in own_rules(tree))
    return ((rule, rule.check) for rule in (*rules, *own) if rule.check)


def weigh(found: Iterable[tuple[Rule, Iterable[Finding]]], workspace: Workspace) -> list[Diagnostic]:
    """What rules found, as it weighs on the workspace's day."""
    return _joined(
        diagnostic
        for rule, findings in found
        for finding in findings
        for diagnostic in _weighed(rule, finding, workspace)
    )


def with_baselines(
    diagnostics: list[Diagnostic], workspace: Workspace, rules: Iterable[Rule], locator: Locator
) -> list[Diagnostic]:
    """The diagnostics with the regions' baselines laid over them."""
    mandatory = frozenset(rule.id for rule in rules if rule.mandatory)
    for tree in workspace.regions.values():
        if tree.baseline:
            diagnostics = list(laid_over(diagnostics, tree, locator, mandatory))
    return diagnostics


def run_nationwide(register: Register, rules: Iterable[Rule]) -> list[Diagnostic]:
    """The findings of the rules that hold regions against each other."""
    return _joined(
        _diagnostic(rule, rule.severity, finding)
        for rule in rules
        if rule.nationwide_check
        for finding in rule.nationwide_check(register)
    )


def merge(parts: Iterable[list[Diagnostic]]) -> list[Diagnostic]:
    """The diagnostics of several runs as one, in order."""
    return sorted(_joined(diagnostic for part in parts for diagnostic in part), key=order)


def _joined(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Those that differ only in the units they concern become one, with the units beside it."""
    first: dict[Any, Diagnostic] = {}
    units: dict[Any, set[str]] = {}
    for diagnostic in diagnostics:
        words = tuple(sorted(diagnostic.words.items(), key=str))
        key = (diagnostic.rule, diagnostic.at, words, diagnostic.exemption, diagnostic.begins)
        first.setdefault(key, diagnostic)
        units.setdefault(key, set()).update(diagnostic.affected)
    return [replace(diagnostic, affected=tuple(sorted(units[key]))) for key, diagnostic in first.items()]


def _weighed(rule: Rule, finding: Finding, workspace: Workspace) -> Iterator[Diagnostic]:
    """The finding with the region's own severity and its waiver; nothing where the region has switched the rule off."""
    tree = workspace.regions.get(region_of(finding.at.file))
    severity = severity_in(tree, rule, workspace.as_of)
    if severity is not None:
        error_from = _announced(tree, rule) if severity != "error" else None
        diagnostic = replace(_diagnostic(rule, severity, finding), error_from=error_from)
        waiver = waiver_of(tree, rule.id, objects_of(finding)) if tree is not None else None
        yield diagnostic if waiver is None else replace(diagnostic, exemption=exemption_by(waiver))


def _diagnostic(rule: Rule, severity: Severity, finding: Finding) -> Diagnostic:
    affected = () if finding.unit is None else (finding.unit,)
    return Diagnostic(
        rule.id, severity, finding.at, finding.words, finding.related, affected, replacement=finding.replacement
    )


def order(diagnostic: Diagnostic) -> tuple[Any, ...]:
    """By file, then by place; a path sorts by its steps, numbers as numbers."""
    at = diagnostic.at
    steps = tuple((isinstance(step, str), str(step).zfill(6)) for step in at.path) if isinstance(at, Place) else ()
    return at.file, steps, str(at), diagnostic.rule, str(sorted(diagnostic.words.items(), key=str))


def severity_in(tree: RegionTree | None, rule: Rule, as_of: date) -> Severity | None:
    """The rule's own severity on a day, or the region's choice: any rule may be made stricter, only some milder."""
    region = tree.region if tree is not None else None
    own: Severity = "error" if _has_come(rule.error_from, as_of) else rule.severity
    if region is None:
        return own
    chosen = "error" if _has_come(region.errors_from.get(rule.id), as_of) else region.rules.get(rule.id)
    if chosen is None or (rule.mandatory and is_milder(chosen, rule)):
        return own
    return None if chosen == "off" else chosen


def _announced(tree: RegionTree | None, rule: Rule) -> date | None:
    """The day from which findings of the rule are errors: the rule's own, unless the region has chosen another."""
    region = tree.region if tree is not None else None
    if region is None:
        return rule.error_from
    own = rule.error_from if rule.id not in region.rules else None
    return min(filter(None, (own, region.errors_from.get(rule.id))), default=None)


def _has_come(day: date | None, as_of: date) -> bool:
    return day is not None and day <= as_of


def is_milder(chosen: str, rule: Rule) -> bool:
    ranks = ("off", "advice", "warning", "error")
    return ranks.index(chosen) < ranks.index(rule.severity)


_FOLDER_OBJECTS = {"units": "unit", "casetypes": "casetype", "terms": "terms", "messages": "message"}


def objects_of(finding: Finding) -> dict[str, str]:
    """Whom the finding is about, as a waiver can name them: what the place itself says, and what the check says."""
    steps = finding.at.file.removesuffix(".yaml").split("/")
    objects = {}
    if len(steps) == 4 and steps[2] in _FOLDER_OBJECTS:
        objects[_FOLDER_OBJECTS[steps[2]]] = steps[3]
    if isinstance(finding.at, Place) and len(finding.at.path) > 1 and finding.at.path[0] == "casetypes":
        objects["casetype"] = str(finding.at.path[1])
    if finding.unit is not None:
        objects["unit"] = finding.unit
    return {**objects, **finding.objects}
