"""A tag, which would make a value something else than it looks."""

from collections.abc import Iterator

from schema.workspace import Workspace
from validate.facts.misfits import misfits_of
from validate.rule import Finding, Words, rule


@rule(
    "error",
    sv=Words(
        title="Tagg (!)",
        message="Taggen ”{text}” får inte användas.",
        reason="En tagg ändrar vad värdet är, så att det som gäller inte är det som står.",
        advice="Ta bort taggen. Ska en text börja med utropstecken: sätt citattecken runt den.",
    ),
    en=Words(
        title="Tag (!)",
        message="The tag “{text}” may not be used.",
        reason="A tag changes what the value is, so that what applies is not what is written.",
        advice="Take the tag away. If a text should begin with an exclamation mark, put quotes around it.",
    ),
    source="basutbud, konfigurationsformatet",
    good="""
-- units/vc.yaml --
municipality: "1380"
""",
    bad="""
-- units/vc.yaml --
municipality: !!str 1380  # <-- tag
""",
    mandatory=True,
)
def tag(workspace: Workspace) -> Iterator[Finding]:
    return misfits_of(workspace, "tag")
