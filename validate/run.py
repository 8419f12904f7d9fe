"""Running the rules over a workspace. Pure: the same workspace gives the same diagnostics, in the same order."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from schema.places import Place
from schema.register import Register, register_of
from schema.workspace import RegionTree, Workspace
from validate.diagnostic import Diagnostic
from validate.rule import Finding, Rule, Severity
from validate.waiving import waive


def run(workspace: Workspace, rules: Iterable[Rule]) -> list[Diagnostic]:
    """Every finding of the rules, weighed and with the waivers laid on, ordered by file, place and rule.

    Whatever a region has switched off is left out; whatever a waiver covers is there with its exemption.
    """
    book = tuple(rules)
    parts = [run_part(part, book) for part in workspace.parts()]
    return merge([*parts, run_nationwide(register_of(workspace), book)])


def run_part(workspace: Workspace, rules: Iterable[Rule]) -> list[Diagnostic]:
    """The findings of the rules that look at one region, or at the national files, at a time."""
    diagnostics: list[tuple[Diagnostic, dict[str, str]]] = []
    for rule in rules:
        for finding, affected in _merged(rule.check(workspace)) if rule.check else ():
            severity = _severity(rule, finding, workspace)
            if severity is not None:
                diagnostic = Diagnostic(rule.id, severity, finding.at, finding.words, finding.related, affected)
                diagnostics.append((diagnostic, objects_of(finding)))
    return list(waive(workspace, diagnostics))


def run_nationwide(register: Register, rules: Iterable[Rule]) -> list[Diagnostic]:
    """The findings of the rules that hold regions against each other."""
    return [
        Diagnostic(rule.id, rule.severity, finding.at, finding.words, finding.related, affected)
        for rule in rules
        if rule.nationwide_check
        for finding, affected in _merged(rule.nationwide_check(register))
    ]


def merge(parts: Iterable[list[Diagnostic]]) -> list[Diagnostic]:
    """The diagnostics of several runs as one: what differs only in the units it concerns stands once."""
    first: dict[Any, Diagnostic] = {}
    for diagnostic in (diagnostic for part in parts for diagnostic in part):
        key = (diagnostic.rule, diagnostic.at, tuple(sorted(diagnostic.words.items(), key=str)))
        known = first.setdefault(key, diagnostic)
        if known is not diagnostic:
            first[key] = replace(known, affected=tuple(sorted({*known.affected, *diagnostic.affected})))
    return sorted(first.values(), key=order)


def order(diagnostic: Diagnostic) -> tuple[Any, ...]:
    """By file, then by place; a path sorts by its steps, numbers as numbers."""
    at = diagnostic.at
    steps = tuple((isinstance(step, str), str(step).zfill(6)) for step in at.path) if isinstance(at, Place) else ()
    return at.file, steps, str(at), diagnostic.rule, str(sorted(diagnostic.words.items(), key=str))


def _merged(findings: Iterable[Finding]) -> Iterator[tuple[Finding, tuple[str, ...]]]:
    """Findings that differ only in the unit they concern become one, with the units beside it."""
    first: dict[Any, Finding] = {}
    units: dict[Any, set[str]] = {}
    for finding in findings:
        key = (finding.at, tuple(sorted(finding.words.items(), key=str)))
        first.setdefault(key, finding)
        if finding.unit is not None:
            units.setdefault(key, set()).add(finding.unit)
    for key, finding in first.items():
        yield finding, tuple(sorted(units.get(key, ())))


def _severity(rule: Rule, finding: Finding, workspace: Workspace) -> Severity | None:
    """The rule's own severity, or the region's choice: any rule may be made stricter, only some milder."""
    tree = _tree(finding, workspace)
    chosen = tree.region.rules.get(rule.id) if tree is not None and tree.region is not None else None
    if chosen is None:
        return rule.severity
    ranks = ("off", "advice", "warning", "error")
    if rule.mandatory and ranks.index(chosen) < ranks.index(rule.severity):
        return rule.severity
    return None if chosen == "off" else chosen


def _tree(finding: Finding, workspace: Workspace) -> RegionTree | None:
    steps = finding.at.file.split("/")
    return workspace.regions.get(steps[1]) if steps[0] == "regions" and len(steps) > 1 else None


_FOLDER_OBJECTS = {"units": "unit", "casetypes": "casetype", "terms": "terms", "messages": "message"}


def objects_of(finding: Finding) -> dict[str, str]:
    """Whom the finding is about, as a waiver can name them: what the place itself says, and what the check says."""
    steps = finding.at.file.removesuffix(".yaml").split("/")
    objects = {}
    if len(steps) == 4 and steps[2] in _FOLDER_OBJECTS:
        objects[_FOLDER_OBJECTS[steps[2]]] = steps[3]
    if isinstance(finding.at, Place) and len(finding.at.path) > 1 and finding.at.path[0] == "casetypes":
        objects["casetype"] = str(finding.at.path[1])
    return {**objects, **finding.objects}
