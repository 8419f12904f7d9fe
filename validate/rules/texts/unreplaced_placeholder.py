"""A gap from a template, such as `X arbetsdagar` or `XX-kliniken`, that nobody has filled in."""

from collections.abc import Iterator

from schema.workspace import Workspace
from validate.rule import Finding, Words, found, rule
from validate.wording.unreplaced import unreplaced


@rule(
    "error",
    sv=Words(
        title="Ofylld lucka",
        message="”{written}” är en lucka som ingen har fyllt i.",
        reason="Invånaren ser texten som den står, och får varken veta tid, nummer eller mottagning.",
        advice="Skriv det som gäller i stället, eller en platshållare som {{enhet}} eller {{svarstid}} i texter där "
        "sådana fylls i.",
    ),
    en=Words(
        title="Unfilled gap",
        message="“{written}” is a gap that nobody has filled in.",
        reason="Residents see the text as it stands, and learn neither time, number nor unit.",
        advice="Write what holds instead, or a placeholder such as {{enhet}} or {{svarstid}} in texts where those are "
        "filled in.",
    ),
    source="Vårdgivarguiden, Inställningar (byt ut X mot mottagningens uppgifter); RJL, Villkorstexter e-tjänster "
    "(XX-kliniken/vårdcentralen)",
    good="""
-- terms/kontakta-mig.yaml --
layout: points
status: approved
approved: {on: 2026-03-01, by: redaktionen}
version: 1
points:
  - id: om
    text: Här kan du be {enhet} att kontakta dig om din röntgen, X-kromosom eller faktor X.
  - id: svarstid
    text: Du får svar inom {svarstid}.
-- units/vc.yaml --
casetypes:
  kontakta-mig: {terms: kontakta-mig}
""",
    bad="""
-- terms/kontakta-mig.yaml --
layout: points
status: approved
approved: {on: 2026-03-01, by: redaktionen}
version: 1
points:
  - id: om
    text: Här kan du be XX-kliniken/vårdcentralen att kontakta dig.  # <-- unreplaced-placeholder
  - id: svarstid
    text: Du får svar inom {svarstid}. Har X arbetsdagar gått kan du ringa.  # <-- unreplaced-placeholder
  - id: telefon
    text: Ring [mottagningens nummer] om det är bråttom.  # <-- unreplaced-placeholder
-- units/vc.yaml --
casetypes:
  kontakta-mig: {terms: kontakta-mig}
""",
)
def unreplaced_placeholder(workspace: Workspace) -> Iterator[Finding]:
    for text, writings in workspace.texts.items():
        for start, end in unreplaced(text):
            for writing in writings:
                # The name that staff see is sent out with the case type, too.
                if writing.audience == "resident" or writing.path[-1] == "internal_name":
                    yield found(writing.place.within(start, end), written=text[start:end])
