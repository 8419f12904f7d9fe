"""A row of a decision that none of the units it binds can meet."""

from collections.abc import Iterator

from schema.places import Related
from schema.workspace import RegionTree, Workspace
from validate.facts.beyond_reach import beyond_reach
from validate.rule import Finding, Words, found, rule


@rule(
    "error",
    sv=Words(
        title="Krav som ingen kan uppfylla",
        message="Ingen mottagning som raden gäller kan ha ”{casetype}”: den kräver {needs}, som ingen av dem har under "
        "offers.",
        reason="En ärendetyp får inte vara aktiv där mottagningen inte gör det som den gäller. Då kan ingen följa "
        "beslutet.",
        advice="Ändra when eller applies_to så att raden gäller mottagningar som har {needs}. Gör mottagningarna det "
        "redan, lägg till det under offers i deras filer.",
    ),
    en=Words(
        title="A demand that nobody can meet",
        message="No unit that the row is for can have “{casetype}”: it needs {needs}, which none of them has under "
        "offers.",
        reason="A case type must not be active where the unit does not do what it is for. Nobody can then follow the "
        "decision.",
        advice="Change when or applies_to so that the row is for units that have {needs}. If the units do it already, "
        "add it under offers in their files.",
    ),
    source="Egen slutsats: ett krav måste gå att uppfylla. VGR Vårdgivarwebben, Frågor och svar kring basutbudet "
    "(Förnya recept aktiveras inte där ingen skriver recept)",
    good="""
-- basutbud.yaml --
- id: exempel-2026
  title: "Exempel: basutbud"
  decided: {by: "Exempel, inget verkligt beslut", on: 2026-01-15, reference: Exempel 2026-1}
  valid: {from: 2026-02-01}
  require:
    - casetype: fornya-recept
      when: {offers: prescribes}
  illustrative: true
-- casetype_templates/fornya-recept.yaml --
name: Förnya recept
kind: form
category: Recept
needs: prescribes
form:
  - {id: medicin, question: Vad heter medicinen?, type: text}
""",
    bad="""
-- basutbud.yaml --
- id: exempel-2026
  title: "Exempel: basutbud"
  decided: {by: "Exempel, inget verkligt beslut", on: 2026-01-15, reference: Exempel 2026-1}
  valid: {from: 2026-02-01}
  require:
    - casetype: fornya-recept  # <-- duty-nobody-can-meet
      when: {business_type: vardcentral}
  illustrative: true
-- casetype_templates/fornya-recept.yaml --
name: Förnya recept
kind: form
category: Recept
needs: prescribes
form:
  - {id: medicin, question: Vad heter medicinen?, type: text}
""",
)
def duty_nobody_can_meet(workspace: Workspace) -> Iterator[Finding]:
    for tree in workspace.regions.values():
        for place, row in beyond_reach(tree).items():
            yield found(
                place.at("casetype"),
                *_needed(tree, row.duty.casetype[0]),
                objects={"decision": row.decision.id},
                casetype=" / ".join(row.duty.casetype),
                needs=", ".join(row.needs),
            )


def _needed(tree: RegionTree, casetype: str) -> Iterator[Related]:
    """Where the case type says what it needs."""
    own = tree.casetypes.get(casetype)
    template = tree.templates.get(getattr(own, "extends", casetype))
    if own is not None and own.needs is not None:
        yield Related("needed-here", own.at("needs"))
    elif template is not None and template.needs is not None:
        yield Related("needed-here", template.at("needs"))
