"""Two versions of a file that nobody has joined."""

from collections.abc import Iterator

from schema.workspace import Workspace
from validate.facts.misfits import misfits_of
from validate.rule import Finding, Words, rule


@rule(
    "error",
    sv=Words(
        title="Två versioner i samma fil",
        message="Märket ”{text}” visar att två versioner av filen inte har förts ihop.",
        reason="Filen innehåller båda versionerna, och ingen har valt vilken som ska gälla.",
        advice="Behåll det som ska gälla av de två versionerna. Ta bort det andra och alla rader som börjar med "
        "<<<<<<<, ======= eller >>>>>>>.",
    ),
    en=Words(
        title="Two versions in one file",
        message="The mark “{text}” shows that two versions of the file have not been joined.",
        reason="The file holds both versions, and nobody has chosen which of them should apply.",
        advice="Keep what should apply of the two versions. Remove the rest, and every line that begins with <<<<<<<, "
        "======= or >>>>>>>.",
    ),
    source="basutbud, konfigurationsformatet",
    good="""
-- units/vc.yaml --
phone: 031-390 06 00
""",
    bad="""
-- units/vc.yaml --
<<<<<<< HEAD  # <-- merge-conflict
phone: 031-390 06 00
=======
phone: 031-390 06 01
>>>>>>> nytt-telefonnummer
""",
    mandatory=True,
)
def merge_conflict(workspace: Workspace) -> Iterator[Finding]:
    return misfits_of(workspace, "merge-conflict")
