"""A file larger than any text needs to be."""

from collections.abc import Iterator

from schema.workspace import Workspace
from validate.facts.misfits import misfits_of
from validate.rule import Finding, Words, rule


@rule(
    "error",
    sv=Words(
        title="För stor fil",
        message="Filen är minst {size} byte stor. Gränsen är {limit} byte.",
        reason="En så stor fil är nästan alltid något annat än konfiguration, och ingen hinner granska den.",
        advice="Ta bort det som inte hör hit, eller dela upp innehållet på flera filer.",
    ),
    en=Words(
        title="File too large",
        message="The file has at least {size} bytes. The limit is {limit} bytes.",
        reason="So large a file is nearly always something else than configuration, and nobody has time to review it.",
        advice="Take away what does not belong here, or divide it into several files.",
    ),
    source="basutbud, konfigurationsformatet",
    good="""
-- wordlist.txt (700 times) --
provsvar
""",
    bad="""
-- wordlist.txt (120000 times) --  # <-- file-too-large
provsvar
""",
    mandatory=True,
)
def file_too_large(workspace: Workspace) -> Iterator[Finding]:
    return misfits_of(workspace, "file-too-large")
