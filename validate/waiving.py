"""Waivers laid over findings: which waiver covers what."""

from collections.abc import Mapping

from schema.models.waivers import Waiver
from schema.workspace import RegionTree
from validate.diagnostic import Exemption

OBJECTS = ("unit", "casetype", "terms", "message", "decision")


def waiver_of(tree: RegionTree, rule: str, objects: Mapping[str, str]) -> Waiver | None:
    """The first waiver in force that covers a finding of the rule about the objects."""
    for waiver in tree.once(_in_force).get(rule, ()):
        if covers(waiver, objects):
            return waiver
    return None


def _in_force(tree: RegionTree) -> dict[str, list[Waiver]]:
    """The waivers that have not ended, by the rule that they waive."""
    by_rule: dict[str, list[Waiver]] = {}
    for waiver in tree.waivers:
        if tree.as_of <= waiver.last_day:
            by_rule.setdefault(waiver.rule, []).append(waiver)
    return by_rule


def exemption_by(waiver: Waiver) -> Exemption:
    last_day = waiver.last_day.isoformat()
    return Exemption(waiver.place, waiver.rule, waiver.reason, waiver.owner, waiver.ticket, last_day)


def covers(waiver: Waiver, objects: Mapping[str, str]) -> bool:
    """Whether every object that the waiver names is one that the finding is about; it must name at least one."""
    named = {kind: getattr(waiver, kind) for kind in OBJECTS if getattr(waiver, kind) is not None}
    return bool(named) and all(objects.get(kind) == id for kind, id in named.items())
