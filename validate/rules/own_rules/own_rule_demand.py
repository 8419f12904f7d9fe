"""An own rule that demands nothing, or several things at once, or a wording in every text there is."""

from collections.abc import Iterator

from schema.models.own_rules import OwnRule
from schema.workspace import Workspace
from validate.facts.own_wordings import says_one_thing
from validate.rule import Finding, Words, found, rule


@rule(
    "error",
    sv=Words(
        title="Egen regel som inte säger en sak",
        message="Den egna regeln ”{id}” {problem}.",
        reason="En regel som säger en enda sak går att pröva, att förstå och att göra undantag från.",
        advice="{remedy}",
        phrases={
            "problem": {
                "nothing": "har varken forbid, require eller replace",
                "several": "har mer än ett av forbid, require och replace",
                "everywhere": "kräver sina ord i varje text som finns",
            },
            "remedy": {
                "nothing": "Skriv forbid (får inte stå), require (måste stå) eller replace (bör skrivas annorlunda).",
                "several": "Dela upp den i flera regler, var och en med ett id.",
                "everywhere": "Skriv fields med de texter som orden måste stå i, till exempel fields: terms.",
            },
        },
    ),
    en=Words(
        title="Own rule that does not say one thing",
        message="The own rule “{id}” {problem}.",
        reason="A rule that says one thing can be tried, understood and waived.",
        advice="{remedy}",
        phrases={
            "problem": {
                "nothing": "has neither forbid, require nor replace",
                "several": "has more than one of forbid, require and replace",
                "everywhere": "demands its words in every text there is",
            },
            "remedy": {
                "nothing": "Write forbid (may not stand), require (must stand) or replace (should be put otherwise).",
                "several": "Divide it into several rules, each with an id.",
                "everywhere": "Write fields with the texts that must have the words, such as fields: terms.",
            },
        },
    ),
    source="basutbud, konfigurationsformatet",
    good="""
-- rules.yaml --
- id: akutnummer
  severity: error
  require: [ring 112, ring 1177]
  fields: information
  title: Säg vart man ringer
  message: Texten säger inte vart man ringer när det är akut.
  reason: Den som är sjuk ska inte behöva leta efter numret.
  source: Regionens redaktion, exempel
  examples:
    right: [Ring 112 om det är akut.]
    wrong: [Kontakta oss om det är akut.]
""",
    bad="""
-- rules.yaml --
- id: akutnummer  # <-- own-rule-demand
  severity: error
  require: [ring 112, ring 1177]
  title: Säg vart man ringer
  message: Texten säger inte vart man ringer när det är akut.
  reason: Den som är sjuk ska inte behöva leta efter numret.
  source: Regionens redaktion, exempel
  examples:
    right: [Ring 112 om det är akut.]
    wrong: [Kontakta oss om det är akut.]
""",
    mandatory=True,
)
def own_rule_demand(workspace: Workspace) -> Iterator[Finding]:
    for tree in workspace.regions.values():
        for own in tree.own_rules:
            if not says_one_thing(own):
                problem = _problem(own)
                yield found(own.at("id"), id=own.id, problem=problem, remedy=problem)


def _problem(own: OwnRule) -> str:
    demands = own.demands()
    return "nothing" if not demands else "several" if len(demands) > 1 else "everywhere"
