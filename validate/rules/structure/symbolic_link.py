"""A link instead of a file, to somewhere it may not lead."""

from collections.abc import Iterator

from schema.workspace import Workspace
from validate.facts.misfits import misfits_of
from validate.rule import Finding, Words, rule


@rule(
    "error",
    sv=Words(
        title="Länk i stället för fil",
        message="Här ligger en länk som leder {reason}.",
        reason="En länk kan ta in innehåll som ingen har granskat, eller leda till olika saker på olika datorer.",
        advice="Ta bort länken och lägg själva filen här.",
        phrases={
            "reason": {
                "outside": "ut ur konfigurationen",
                "broken": "till något som inte finns",
                "folder": "till en mapp",
            }
        },
    ),
    en=Words(
        title="Link instead of a file",
        message="Here is a link that leads {reason}.",
        reason="A link can bring in what nobody has reviewed, or lead to different things on different computers.",
        advice="Take the link away and put the file itself here.",
        phrases={
            "reason": {
                "outside": "out of the configuration",
                "broken": "to what does not exist",
                "folder": "to a folder",
            }
        },
    ),
    source="basutbud, konfigurationsformatet",
    good="""
-- wordlist.txt --
provsvar
""",
    bad="""
-- wordlist.txt (link outside) --  # <-- symbolic-link
""",
    mandatory=True,
)
def symbolic_link(workspace: Workspace) -> Iterator[Finding]:
    return misfits_of(workspace, "symbolic-link")
