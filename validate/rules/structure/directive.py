"""A directive, which tells a program how to read the file."""

from collections.abc import Iterator

from schema.workspace import Workspace
from validate.facts.misfits import misfits_of
from validate.rule import Finding, Words, rule


@rule(
    "error",
    sv=Words(
        title="Instruktion till programmet (%)",
        message="Raden ”{text}” är en instruktion till programmet och får inte finnas.",
        reason="Filen ska läsas på samma sätt som alla andra, så att det som står är det som gäller.",
        advice="Ta bort raden. Hör den till en text: dra in den lika mycket som resten av texten.",
    ),
    en=Words(
        title="Directive (%)",
        message="The line “{text}” is an instruction to the program and may not be there.",
        reason="The file should be read like all others, so that what is written is what applies.",
        advice="Take the line away. If it belongs to a text, indent it as much as the rest of the text.",
    ),
    source="basutbud, konfigurationsformatet",
    good="""
== units/vc-tva.yaml ==
---
hsa_id: SE2321000115-PAHITT0002
name: Andra påhittade vårdcentralen
status: planned
invented: true
business_type: vardcentral
care_level: primary
governed_by: forvaltning
municipality: "1380"
phone: 031-390 06 02
""",
    bad="""
== units/vc-tva.yaml ==
%YAML 1.2  # <-- directive
---
hsa_id: SE2321000115-PAHITT0002
name: Andra påhittade vårdcentralen
status: planned
invented: true
business_type: vardcentral
care_level: primary
governed_by: forvaltning
municipality: "1380"
phone: 031-390 06 02
""",
    mandatory=True,
)
def directive(workspace: Workspace) -> Iterator[Finding]:
    return misfits_of(workspace, "directive")
