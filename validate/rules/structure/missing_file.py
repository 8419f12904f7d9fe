"""A file that must be there and is not."""

from collections.abc import Iterator

from schema.workspace import Workspace
from validate.facts.misfits import misfits_of
from validate.rule import Finding, Words, rule


@rule(
    "error",
    sv=Words(
        title="Fil saknas",
        message="Filen ”{file}” saknas.",
        reason="Utan den vet ingen vilken region det gäller eller vilka val regionen har gjort.",
        advice="Skapa filen, eller ta bort mappen om regionen inte ska vara med.",
    ),
    en=Words(
        title="Missing file",
        message="The file “{file}” is missing.",
        reason="Without it nobody knows which region it is or what the region has chosen.",
        advice="Make the file, or take the folder away if the region should not be there.",
    ),
    source="basutbud, konfigurationsformatet",
    good="""
-- region.yaml --
directory: HSA
""",
    bad="""
== region.yaml (absent) ==  # <-- missing-file
""",
    mandatory=True,
)
def missing_file(workspace: Workspace) -> Iterator[Finding]:
    return misfits_of(workspace, "missing-file")
