"""A rule that a region or a waiver names, but that does not exist."""

from collections.abc import Iterator

from schema.places import Place
from schema.workspace import RegionTree, Workspace
from validate.facts.existing import suggester
from validate.rule import Finding, Words, found, rule
from validate.rulebook import rules


@rule(
    "error",
    sv=Words(
        title="Okänd regel",
        message="Det finns ingen regel som heter ”{rule}”.{nearest}",
        reason="En inställning eller ett undantag för en regel som inte finns har ingen verkan.",
        advice="Skriv regelns namn så som det står inom hakparentes i rapporten.",
    ),
    en=Words(
        title="Unknown rule",
        message="There is no rule “{rule}”.{nearest}",
        reason="A setting or a waiver for a rule that does not exist has no effect.",
        advice="Write the name of the rule as it stands in brackets in the report.",
    ),
    source="basutbud, konfigurationsformatet",
    good="""
-- region.yaml --
rules: {orphan-group: advice}
""",
    bad="""
-- region.yaml --
rules: {orphan-groups: advice}  # <-- unknown-rule
-- waivers.yaml --
- rule: tomma-grupper  # <-- unknown-rule
  unit: vc
  reason: Gruppen är tom till dess att nästa mottagning öppnar.
  owner: Regional administratör
  ticket: EXEMPEL-0001
  last_day: 2026-12-31
""",
    mandatory=True,
)
def unknown_rule(workspace: Workspace) -> Iterator[Finding]:
    for tree in workspace.regions.values():
        # One of the region's own that did not fit its model is no unknown one.
        if tree.is_broken("rules.yaml"):
            continue
        known = {*(known.id for known in rules()), *(own.id for own in tree.own_rules)}
        suggest = suggester(known)
        for named, place in _named(tree):
            if named not in known:
                yield found(place, rule=named, nearest=suggest(named))


def _named(tree: RegionTree) -> Iterator[tuple[str, Place]]:
    if tree.region is not None:
        for key, chosen in (("rules", tree.region.rules), ("errors_from", tree.region.errors_from)):
            for rule in chosen:
                yield rule, tree.region.at(key, rule).key()
    for waiver in tree.waivers:
        yield waiver.rule, waiver.at("rule")
    for entry in tree.baseline:
        yield entry.rule, entry.at("rule")
