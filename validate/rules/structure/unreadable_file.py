"""A file or a folder that could not be read."""

from collections.abc import Iterator

from schema.workspace import Workspace
from validate.facts.misfits import misfits_of
from validate.rule import Finding, Words, rule


@rule(
    "error",
    sv=Words(
        title="Oläslig fil",
        message="Det går inte att läsa filen eller mappen: {reason}.",
        reason="Det som inte går att läsa går inte heller att granska, och det som står där skulle inte gälla.",
        advice="Se till att det är en vanlig fil eller mapp som du får läsa, och försök igen.",
        phrases={
            "reason": {
                "Permission denied": "du får inte läsa den",
                "not a plain file": "det är ingen vanlig fil",
                "not a folder": "det är en fil där det ska vara en mapp",
                "No such device or address": "det är ingen vanlig fil",
                "?": "okänt varför",
            }
        },
    ),
    en=Words(
        title="Unreadable file",
        message="The file or folder cannot be read: {reason}.",
        reason="What cannot be read cannot be checked, and what it says would not count.",
        advice="See to it that it is a plain file or folder that you may read, and try again.",
        phrases={
            "reason": {
                "Permission denied": "you may not read it",
                "not a plain file": "it is no plain file",
                "not a folder": "it is a file where a folder must be",
                "No such device or address": "it is no plain file",
                "?": "unknown why",
            }
        },
    ),
    source="basutbud, konfigurationsformatet",
    good="""
-- wordlist.txt --
provsvar
""",
    bad="""
-- wordlist.txt (unreadable) --  # <-- unreadable-file
""",
    mandatory=True,
)
def unreadable_file(workspace: Workspace) -> Iterator[Finding]:
    return misfits_of(workspace, "unreadable-file")
