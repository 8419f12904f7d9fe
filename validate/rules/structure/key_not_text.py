"""A key that is empty, a list or a mapping."""

from collections.abc import Iterator

from schema.workspace import Workspace
from validate.facts.misfits import misfits_of
from validate.rule import Finding, Words, rule


@rule(
    "error",
    sv=Words(
        title="Nyckel som inte är text",
        message="Här ska en nyckel stå, men det som står är inte text.",
        reason="Bara en nyckel som är text säger vad värdet efter kolonet är.",
        advice="Skriv en nyckel före kolonet. Ska en text börja med {{ eller [: sätt citattecken runt den.",
    ),
    en=Words(
        title="Key that is no text",
        message="A key should stand here, but what stands here is no text.",
        reason="Only a key that is text says what the value after the colon is.",
        advice="Write a key before the colon. If a text should begin with {{ or [, put quotes around it.",
    ),
    source="basutbud, konfigurationsformatet",
    good="""
-- units/vc.yaml --
casetypes:
  kontakta-mig:
    description: "{enhet} ringer upp dig."
""",
    bad="""
-- units/vc.yaml --
casetypes:
  kontakta-mig:
    description: {{enhet}}  # <-- key-not-text
""",
    mandatory=True,
)
def key_not_text(workspace: Workspace) -> Iterator[Finding]:
    return misfits_of(workspace, "key-not-text")
