"""An own rule that looks for words so short that it would strike nearly everywhere."""

from collections.abc import Iterator

from schema.models.own_rules import OwnRule
from schema.places import Place
from schema.workspace import Workspace
from validate.rule import Finding, Words, found, rule
from validate.wording.wordings import is_too_general


@rule(
    "error",
    sv=Words(
        title="För allmän ordalydelse",
        message="”{wording}” är så kort att den egna regeln ”{id}” skulle slå till nästan överallt.",
        reason="En regel som slår till på vanliga ord får alla att sluta läsa rapporten.",
        advice="Skriv minst två bokstäver, och minst tre i ett ord med *.",
    ),
    en=Words(
        title="Wording that is too general",
        message="“{wording}” is so short that the own rule “{id}” would strike nearly everywhere.",
        reason="A rule that strikes at common words makes everybody stop reading the report.",
        advice="Write two letters at least, and three in a word with *.",
    ),
    source="Egen slutsats: en ordalydelse ska peka ut ett ord",
    good="""
-- rules.yaml --
- id: regionens-namn
  severity: warning
  forbid: [länet*, i länet]
  title: Skriv regionen
  message: Skriv regionen när du menar regionen.
  reason: Länet är ett område, regionen är den som ger vård.
  source: Regionens redaktion, exempel
  examples: {right: [Regionen betalar.], wrong: [Länet betalar.]}
""",
    bad="""
-- rules.yaml --
- id: regionens-namn
  severity: warning
  forbid: [länet*, i lä*]  # <-- own-rule-too-general
  title: Skriv regionen
  message: Skriv regionen när du menar regionen.
  reason: Länet är ett område, regionen är den som ger vård.
  source: Regionens redaktion, exempel
  examples: {right: [Regionen betalar.], wrong: [Länet betalar.]}
""",
    mandatory=True,
)
def own_rule_too_general(workspace: Workspace) -> Iterator[Finding]:
    for tree in workspace.regions.values():
        for own in tree.own_rules:
            for wording, place in _wordings(own):
                if is_too_general(wording):
                    yield found(place, wording=wording, id=own.id)


def _wordings(own: OwnRule) -> Iterator[tuple[str, Place]]:
    steps = {"replace": ("replace", "wording")}
    for demand, wordings in own.demands():
        for number, wording in enumerate(wordings):
            yield wording, own.at(*steps.get(demand, (demand,)), number)
