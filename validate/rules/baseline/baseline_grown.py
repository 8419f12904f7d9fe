"""An entry that was added to a baseline, which may only shrink."""

from collections.abc import Iterator

from schema.workspace import Workspace
from validate.baseline import Debt, debts_of
from validate.rule import Finding, Words, found, rule


@rule(
    "error",
    sv=Words(
        title="Listan över gamla fel har vuxit",
        message="Felet ”{rule}” på {object} är tillagt bland de gamla felen.",
        reason="Listan är till för fel som fanns när granskningen infördes. Nya fel ska rättas, "
        "eller undantas med skäl och sista dag.",
        advice="Ta bort raden och rätta felet. Går det inte nu, skriv ett undantag i waivers.yaml.",
    ),
    en=Words(
        title="The baseline has grown",
        message="The fault “{rule}” at {object} was added to the old ones.",
        reason="The baseline is for faults that were there when checking began. New ones are to be mended, "
        "or waived with a reason and a last day.",
        advice="Take the entry away and mend the fault. If that cannot be done now, write a waiver in waivers.yaml.",
    ),
    source="basutbud, konfigurationsformatet",
    good="""
-- units/vc.yaml --
activities: ["1502", "1598"]
-- baseline.yaml (before) --
- rule: activity-code-unknown
  object: units/vc.yaml#activities/1598
  value: a6f03d78161fa3c3
- rule: orphan-group
  object: groups.yaml#tom
  value: a6f03d78161fa3c3
-- baseline.yaml --
- rule: activity-code-unknown
  object: units/vc.yaml#activities/1598
  value: a6f03d78161fa3c3
""",
    bad="""
-- units/vc.yaml --
activities: ["1502", "1598"]
-- baseline.yaml (before) --
- rule: orphan-group
  object: groups.yaml#tom
  value: a6f03d78161fa3c3
-- baseline.yaml --
- rule: activity-code-unknown  # <-- baseline-grown
  object: units/vc.yaml#activities/1598
  value: a6f03d78161fa3c3
""",
    mandatory=True,
)
def baseline_grown(workspace: Workspace) -> Iterator[Finding]:
    for tree in workspace.regions.values():
        former = workspace.former.baselines.get(tree.path("baseline.yaml"))
        if former is None:
            continue
        owed = debts_of(former)
        for entry in tree.baseline:
            debt = Debt(entry.rule, entry.object, entry.value)
            if owed[debt] < entry.times:
                yield found(entry.at("rule"), rule=entry.rule, object=entry.object)
            owed[debt] -= entry.times
