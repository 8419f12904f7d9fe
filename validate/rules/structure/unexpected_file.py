"""A file that nothing would read."""

from collections.abc import Iterator

from schema.workspace import Workspace
from validate.facts.misfits import misfits_of
from validate.rule import Finding, Words, rule


@rule(
    "error",
    sv=Words(
        title="Fil som inte läses",
        message="Filen ”{file}” hör inte till dem som läses.{nearest}",
        reason="En fil med fel namn eller i fel mapp skulle hoppas över, och inte gälla.",
        advice="Rätta filens eller mappens namn, eller ta bort den. Namn skrivs med a till z, siffror och bindestreck. "
        "Dokumentationen har själv namnet index, och för regioner data, rules och templates.",
    ),
    en=Words(
        title="File that is not read",
        message="The file “{file}” is not one of those that are read.{nearest}",
        reason="A file with a wrong name or in a wrong folder would be passed over, and would not count.",
        advice="Correct the name of the file or the folder, or take it away. Names have a to z, digits and hyphens. "
        "The documentation itself has the name index, and among regions data, rules and templates.",
    ),
    source="basutbud, konfigurationsformatet",
    good="""
-- wordlist.txt --
provsvar
""",
    bad="""
-- wordlists.txt --  # <-- unexpected-file
provsvar
""",
    mandatory=True,
)
def unexpected_file(workspace: Workspace) -> Iterator[Finding]:
    return misfits_of(workspace, "unexpected-file")
