"""A waiver that would hold for more than a year."""

from collections.abc import Iterator
from datetime import timedelta

from schema.workspace import Workspace
from validate.rule import Finding, Words, found, rule

_LONGEST = timedelta(days=366)
"""A year, be it a leap year."""


@rule(
    "error",
    sv=Words(
        title="För långt undantag",
        message="Undantaget gäller till och med {last_day}, mer än ett år framåt.",
        reason="Ett undantag ska prövas på nytt minst en gång om året. Annars blir det i praktiken en regel som "
        "ingen har beslutat.",
        advice="Skriv en sista dag som infaller senast {latest}.",
    ),
    en=Words(
        title="Waiver that is too long",
        message="The waiver holds until {last_day}, more than a year from now.",
        reason="A waiver has to be considered anew at least once a year. Otherwise it becomes a rule that nobody "
        "has decided.",
        advice="Write a last day that is {latest} at the latest.",
    ),
    source="Egen slutsats: ett undantag prövas på nytt minst en gång om året",
    good="""
-- units/vc.yaml --
activities: ["1502", "1598"]
-- waivers.yaml --
- rule: activity-code-unknown
  unit: vc
  reason: Koden är ny i HSA 2026 och finns inte i kodlistan än.
  owner: Regional administratör
  ticket: EXEMPEL-0001
  last_day: 2027-05-31
""",
    bad="""
-- units/vc.yaml --
activities: ["1502", "1598"]
-- waivers.yaml --
- rule: activity-code-unknown
  unit: vc
  reason: Koden är ny i HSA 2026 och finns inte i kodlistan än.
  owner: Regional administratör
  ticket: EXEMPEL-0001
  last_day: 2028-12-31  # <-- waiver-too-long
""",
    mandatory=True,
)
def waiver_too_long(workspace: Workspace) -> Iterator[Finding]:
    latest = workspace.as_of + _LONGEST
    for tree in workspace.regions.values():
        for waiver in tree.waivers:
            if waiver.last_day > latest:
                last_day = waiver.last_day.isoformat()
                yield found(waiver.at("last_day"), last_day=last_day, latest=latest.isoformat())
