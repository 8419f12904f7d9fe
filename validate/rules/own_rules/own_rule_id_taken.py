"""An own rule with an id that another rule has."""

from collections.abc import Iterator

from schema.places import Place, Related
from schema.workspace import Workspace
from validate.rule import Finding, Words, found, rule
from validate.rulebook import rules


@rule(
    "error",
    sv=Words(
        title="Egen regel med upptaget id",
        message="Id ”{id}” är redan namnet på {taken_by}.",
        reason="Id står i rapporten, i undantag och i regionens inställningar. Två regler med samma id går inte att "
        "skilja åt där.",
        advice="Ge den egna regeln ett annat id än ”{id}”.",
        phrases={"taken_by": {"book": "en regel i regelboken", "own": "en annan av regionens egna regler"}},
    ),
    en=Words(
        title="Own rule with a taken id",
        message="The id “{id}” is already the name of {taken_by}.",
        reason="The id stands in the report, in waivers and in the region's settings. Two rules of one id cannot be "
        "told apart there.",
        advice="Give the own rule another id than “{id}”.",
        phrases={"taken_by": {"book": "a rule in the rule book", "own": "another of the region's own rules"}},
    ),
    source="basutbud, konfigurationsformatet",
    good="""
-- rules.yaml --
- id: regionens-namn
  severity: warning
  forbid: länet*
  title: Skriv regionen
  message: Skriv regionen när du menar regionen.
  reason: Länet är ett område, regionen är den som ger vård.
  source: Regionens redaktion, exempel
  examples: {right: [Regionen betalar.], wrong: [Länet betalar.]}
""",
    bad="""
-- rules.yaml --
- id: legacy-brand  # <-- own-rule-id-taken
  severity: warning
  forbid: länet*
  title: Skriv regionen
  message: Skriv regionen när du menar regionen.
  reason: Länet är ett område, regionen är den som ger vård.
  source: Regionens redaktion, exempel
  examples: {right: [Regionen betalar.], wrong: [Länet betalar.]}
""",
    mandatory=True,
)
def own_rule_id_taken(workspace: Workspace) -> Iterator[Finding]:
    book = {known.id for known in rules()}
    for tree in workspace.regions.values():
        first: dict[str, Place] = {}
        for own in tree.own_rules:
            place = own.at("id")
            known = first.setdefault(own.id, place)
            if own.id in book:
                yield found(place, id=own.id, taken_by="book")
            elif known is not place:
                yield found(place, Related("first-written-here", known), id=own.id, taken_by="own")
