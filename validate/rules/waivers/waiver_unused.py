"""A waiver in force that nothing needs."""

from collections.abc import Iterator

from schema.models.waivers import Waiver
from schema.workspace import RegionTree, Workspace, region_of
from validate.facts.spelling import is_dormant
from validate.facts.waived import objects_of_waiver, unknown_objects
from validate.own_rules import book_for
from validate.rule import Finding, Words, found, rule
from validate.run import objects_of
from validate.waiving import covers

_HIDING = (
    "decision-binds-nobody",
    "decision-dates",
    "decision-day-doubtful",
    "governed-by-unmatched",
    "unknown-casetype",
    "unknown-group",
    "unknown-list",
    "unknown-template",
    "unknown-unit",
)
"""Rules whose findings can be why another rule finds nothing."""


@rule(
    "warning",
    sv=Words(
        title="Undantag som inte behövs",
        message="Undantaget behövs inte: regeln ”{rule}” hittar inget fel i det som undantaget gäller.",
        reason="Ett undantag som ligger kvar gömmer nästa fel av samma slag.",
        advice="Ta bort undantaget, eller rätta vad det gäller.",
    ),
    en=Words(
        title="Waiver that is not needed",
        message="The waiver is not needed: the rule “{rule}” finds no fault in what the waiver is for.",
        reason="A waiver that stays behind hides the next fault of the same kind.",
        advice="Take the waiver away, or correct what it is for.",
    ),
    source="Egen slutsats: undantag som ligger kvar när felet är rättat gömmer nya fel",
    good="""
-- units/vc.yaml --
activities: ["1502", "1598"]
-- waivers.yaml --
- rule: activity-code-unknown
  unit: vc
  reason: Koden är ny i HSA 2026 och finns inte i kodlistan än.
  owner: Regional administratör
  ticket: EXEMPEL-0001
  last_day: 2026-08-31
""",
    bad="""
-- units/vc.yaml --
activities: ["1502"]
-- waivers.yaml --
- rule: activity-code-unknown  # <-- waiver-unused
  unit: vc
  reason: Koden är ny i HSA 2026 och finns inte i kodlistan än.
  owner: Regional administratör
  ticket: EXEMPEL-0001
  last_day: 2026-08-31
""",
)
def waiver_unused(workspace: Workspace) -> Iterator[Finding]:
    for tree in workspace.regions.values():
        # Where files are missing or did not fit, a rule has not seen all that it might find.
        if not tree.waivers or tree.broken or tree.region is None:
            continue
        unused = list(_unused(workspace, tree))
        if unused and not any(_objects(id, workspace, tree) for id in _HIDING):
            yield from (found(waiver.at("rule"), rule=waiver.rule) for waiver in unused)


def _unused(workspace: Workspace, tree: RegionTree) -> Iterator[Waiver]:
    unknown = {waiver.place for waiver, *_ in unknown_objects(workspace, tree)}
    findings: dict[str, list[dict[str, str]]] = {}
    for waiver in tree.waivers:
        if waiver.place in unknown or not _is_in_force(waiver, tree) or is_dormant(waiver.rule, workspace):
            continue
        if waiver.rule not in findings:
            findings[waiver.rule] = _objects(waiver.rule, workspace, tree)
        if not any(covers(waiver, objects) for objects in findings[waiver.rule]):
            yield waiver


def _is_in_force(waiver: Waiver, tree: RegionTree) -> bool:
    """Whether it could cover anything: that one has expired, or cannot be given, is told by rules of its own."""
    named = book_for(tree).get(waiver.rule)
    names_something = any(objects_of_waiver(waiver))
    return named is not None and not named.mandatory and names_something and tree.as_of <= waiver.last_day


def _objects(id: str, workspace: Workspace, tree: RegionTree) -> list[dict[str, str]]:
    """Whom a rule finds something about; nobody where the region has switched it off."""
    named = book_for(tree).get(id)
    is_off = tree.region is not None and tree.region.rules.get(id) == "off"
    # This rule would have to know its own findings first.
    if named is None or named.check is None or named.check is waiver_unused or is_off:
        return []
    return [objects_of(finding) for finding in named.check(workspace) if region_of(finding.at.file) == tree.id]
