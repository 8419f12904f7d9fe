"""An entry in the baseline that no finding answers to."""

from collections.abc import Iterator

from schema.workspace import Workspace
from validate.baseline import Debt, debts_in
from validate.facts.spelling import is_dormant
from validate.own_rules import book_for
from validate.rule import Finding, Words, found, rule
from validate.run import weigh_part


@rule(
    "warning",
    sv=Words(
        title="Gammalt fel som är rättat",
        message="Raden behövs inte: felet ”{rule}” på {object} är rättat, ändrat, undantaget eller avstängt.",
        reason="En rad som ligger kvar skulle gömma nästa fel av samma slag på samma plats.",
        advice="Kör basutbud baseline, som tar bort rader som inte behövs.",
    ),
    en=Words(
        title="Old fault that has been mended",
        message="The entry is not needed: the fault “{rule}” at {object} is mended, changed, waived or switched off.",
        reason="An entry that stays behind would hide the next fault of the same kind at the same place.",
        advice="Run basutbud baseline, which takes away the entries that are not needed.",
    ),
    source="Egen slutsats: en rad som ligger kvar när felet är rättat gömmer nya fel",
    good="""
-- units/vc.yaml --
activities: ["1502", "1598"]
-- baseline.yaml --
- rule: activity-code-unknown
  object: units/vc.yaml#activities/1598
  value: a6f03d78161fa3c3
""",
    bad="""
-- units/vc.yaml --
activities: ["1502"]
-- baseline.yaml --
- rule: activity-code-unknown  # <-- baseline-entry-unused
  object: units/vc.yaml#activities/1598
  value: a6f03d78161fa3c3
""",
)
def baseline_entry_unused(workspace: Workspace) -> Iterator[Finding]:
    for tree in workspace.regions.values():
        # Where files are missing or did not fit, a rule has not seen all that it might find.
        if not tree.baseline or tree.broken or tree.region is None:
            continue
        named = [known for id in sorted({entry.rule for entry in tree.baseline}) if (known := book_for(tree).get(id))]
        others = [
            known
            for known in named
            if not (known.mandatory or known.check is baseline_entry_unused or is_dormant(known.id, workspace))
        ]
        owed = debts_in(weigh_part(workspace, others), tree.id, workspace.files)
        judged = {known.id for known in others}
        for entry in tree.baseline:
            debt = Debt(entry.rule, entry.object, entry.value)
            if entry.rule in judged and owed[debt] < entry.times:
                yield found(entry.at("rule"), rule=entry.rule, object=entry.object)
            owed[debt] -= entry.times
