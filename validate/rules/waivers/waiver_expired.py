"""A waiver whose last day has passed."""

from collections.abc import Iterator

from schema.workspace import Workspace
from validate.rule import Finding, Words, found, rule


@rule(
    "error",
    sv=Words(
        title="Utgånget undantag",
        message="Undantaget från ”{rule}” gällde till och med {last_day}, och gäller inte längre.",
        reason="Ett undantag har en sista dag för att någon ska pröva det på nytt. Ett som har gått ut ser "
        "giltigt ut för den som läser filen.",
        advice="Ta bort undantaget. Behövs det fortfarande ska ett nytt beslut ge det en ny sista dag.",
    ),
    en=Words(
        title="Expired waiver",
        message="The waiver from “{rule}” held until {last_day}, and holds no longer.",
        reason="A waiver has a last day so that somebody considers it anew. One that has expired looks valid to "
        "whoever reads the file.",
        advice="Take the waiver away. If it is still needed, a new decision has to give it a new last day.",
    ),
    source="Egen slutsats: ett undantag från ett beslut gäller inte längre än det har medgetts",
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
activities: ["1502", "1598"]  # <-- activity-code-unknown
-- waivers.yaml --
- rule: activity-code-unknown
  unit: vc
  reason: Koden är ny i HSA 2026 och finns inte i kodlistan än.
  owner: Regional administratör
  ticket: EXEMPEL-0001
  last_day: 2026-05-31  # <-- waiver-expired
""",
    mandatory=True,
)
def waiver_expired(workspace: Workspace) -> Iterator[Finding]:
    for tree in workspace.regions.values():
        for waiver in tree.waivers:
            if waiver.last_day < workspace.as_of:
                yield found(waiver.at("last_day"), rule=waiver.rule, last_day=waiver.last_day.isoformat())
