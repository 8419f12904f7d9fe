"""A key that the kind of file does not have."""

from collections.abc import Iterator

from schema.workspace import Workspace
from validate.facts.misfits import misfits_of
from validate.rule import Finding, Words, rule


@rule(
    "error",
    sv=Words(
        title="Okänd nyckel",
        message="Nyckeln ”{key}” finns inte här.{nearest}",
        reason="En felstavad nyckel skulle annars hoppas över, och ingen skulle märka att inställningen inte gäller.",
        advice="Rätta stavningen eller ta bort raden. Nycklar som finns här: {known}.",
    ),
    en=Words(
        title="Unknown key",
        message="There is no key “{key}” here.{nearest}",
        reason="A misspelt key would otherwise be passed over, and nobody would see that the setting does not count.",
        advice="Correct the spelling or take the line away. Keys that exist here: {known}.",
    ),
    source="basutbud, konfigurationsformatet",
    good="""
-- units/vc.yaml --
contact_page: true
""",
    bad="""
-- units/vc.yaml --
contact_pages: true  # <-- unknown-key
""",
    mandatory=True,
)
def unknown_key(workspace: Workspace) -> Iterator[Finding]:
    return misfits_of(workspace, "unknown-key")
