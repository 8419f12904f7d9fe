"""A second YAML document in one file."""

from collections.abc import Iterator

from schema.workspace import Workspace
from validate.facts.misfits import misfits_of
from validate.rule import Finding, Words, rule


@rule(
    "error",
    sv=Words(
        title="Två dokument i samma fil",
        message="Här börjar ett andra dokument i samma fil.",
        reason="Varje fil beskriver en sak, och filens namn är dess id. Det som följer skulle inte höra till något.",
        advice="Flytta det som följer till en egen fil. Hör det till samma sak: ta bort raden med --- eller ...",
    ),
    en=Words(
        title="Two documents in one file",
        message="Here a second document begins in the same file.",
        reason="Each file describes one thing, and the file's name is its id. What follows would belong to nothing.",
        advice="Move what follows to a file of its own. If it is about the same thing, remove the line with --- or ...",
    ),
    source="basutbud, konfigurationsformatet",
    good="""
-- units/vc.yaml --
contact_page: true
""",
    bad="""
-- units/vc.yaml --
contact_page: true
---  # <-- second-document
hsa_id: SE2321000115-PAHITT0002
""",
    mandatory=True,
)
def second_document(workspace: Workspace) -> Iterator[Finding]:
    return misfits_of(workspace, "second-document")
