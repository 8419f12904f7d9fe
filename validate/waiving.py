"""Waivers laid over findings: what is exempt, and what is wrong with the waivers themselves."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from schema.models.waivers import Waiver
from schema.workspace import Workspace
from validate.diagnostic import Diagnostic, Exemption

OBJECTS = ("unit", "casetype", "terms", "message", "decision")


def waive(workspace: Workspace, found: list[tuple[Diagnostic, dict[str, str]]]) -> Iterator[Diagnostic]:
    """The diagnostics, those that a waiver in force covers with their exemption."""
    for diagnostic, objects in found:
        yield _weighed(workspace, diagnostic, objects)


def _weighed(workspace: Workspace, diagnostic: Diagnostic, objects: Mapping[str, str]) -> Diagnostic:
    tree = workspace.regions.get(diagnostic.region)
    for waiver in tree.waivers if tree is not None else ():
        if waiver.rule == diagnostic.rule and workspace.as_of <= waiver.last_day and covers(waiver, objects):
            exemption = Exemption(
                waiver.place, waiver.rule, waiver.reason, waiver.owner, waiver.ticket, waiver.last_day.isoformat()
            )
            return replace(diagnostic, exemption=exemption)
    return diagnostic


def covers(waiver: Waiver, objects: Mapping[str, str]) -> bool:
    """Whether every object that the waiver names is one that the finding is about; it must name at least one."""
    named = {kind: getattr(waiver, kind) for kind in OBJECTS if getattr(waiver, kind) is not None}
    return bool(named) and all(objects.get(kind) == id for kind, id in named.items())
