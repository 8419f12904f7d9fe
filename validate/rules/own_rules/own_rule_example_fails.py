"""An own rule that does not do what its own examples say."""

from collections.abc import Iterator

from schema.workspace import Workspace
from validate.facts.own_wordings import look_in, sound
from validate.rule import Finding, Words, found, rule


@rule(
    "error",
    sv=Words(
        title="Exempel som inte stämmer",
        message="Den egna regeln ”{id}” slår {strikes}, men texten är ett exempel på {kind}.",
        reason="Exemplen visar vad regeln är till för. Stämmer de inte gör regeln något annat än den som skrev den "
        "tror.",
        advice="Ändra regelns ord, eller exemplet. Ett ord utan * hittas bara i just den formen, och ett ord som du "
        "skriver med stor bokstav hittas bara så.",
        phrases={
            "strikes": {"yes": "till på texten", "no": "inte till på texten"},
            "kind": {"right": "rätt", "wrong": "fel"},
        },
    ),
    en=Words(
        title="Example that does not hold",
        message="The own rule “{id}” {strikes} the text, but it is an example of {kind}.",
        reason="The examples show what the rule is for. If they do not hold, the rule does something else than its "
        "author believes.",
        advice="Change the rule's words, or the example. A word without * is found in just that form, and a word that "
        "you write with a capital only so.",
        phrases={
            "strikes": {"yes": "strikes at", "no": "does not strike at"},
            "kind": {"right": "what is right", "wrong": "what is wrong"},
        },
    ),
    source="basutbud, konfigurationsformatet",
    good="""
-- rules.yaml --
- id: skriv-mottagning
  severity: warning
  forbid: [klinik, kliniken*]
  title: Skriv mottagning
  message: Skriv mottagning i stället för klinik.
  reason: Invånaren letar efter ordet mottagning på 1177.
  source: Regionens redaktion, exempel
  examples:
    right: [Ring mottagningen., Kliniskt prov.]
    wrong: [Ring kliniken., Klinikens nummer.]
""",
    bad="""
-- rules.yaml --
- id: skriv-mottagning
  severity: warning
  forbid: klini*
  title: Skriv mottagning
  message: Skriv mottagning i stället för klinik.
  reason: Invånaren letar efter ordet mottagning på 1177.
  source: Regionens redaktion, exempel
  examples:
    right:
      - Ring mottagningen.
      - Kliniskt prov.  # <-- own-rule-example-fails
    wrong:
      - Ring kliniken.
      - Ring tandkliniken.  # <-- own-rule-example-fails
""",
    mandatory=True,
)
def own_rule_example_fails(workspace: Workspace) -> Iterator[Finding]:
    for tree in workspace.regions.values():
        for own in sound(tree).values():
            for kind in ("right", "wrong"):
                texts: tuple[str, ...] = getattr(own.examples, kind)
                for number, text in enumerate(texts):
                    present = any(occurrence.owner == own.id for occurrence in look_in(tree)(text))
                    strikes = present != (own.require is not None)
                    if strikes != (kind == "wrong"):
                        place = own.at("examples", kind, number)
                        yield found(place, id=own.id, strikes="yes" if strikes else "no", kind=kind)
