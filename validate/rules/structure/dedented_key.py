"""A key that stands on the same level as the key it belongs under."""

from collections.abc import Iterator

from schema.workspace import Workspace
from validate.facts.misfits import misfits_of
from validate.rule import Finding, Words, rule


@rule(
    "error",
    sv=Words(
        title="Nyckel som inte är indragen",
        message="Nyckeln ”{key}” hör till ”{parent}”, men är inte indragen under den.",
        reason="Indraget avgör vad en nyckel hör till. Utan det gäller den inget.",
        advice="Dra in raden två mellanslag mer än ”{parent}”, och likadant med raderna under som också hör dit.",
    ),
    en=Words(
        title="Key that is not indented",
        message="The key “{key}” belongs to “{parent}”, but is not indented under it.",
        reason="The indent decides what a key belongs to. Without it the key applies to nothing.",
        advice="Indent the line two spaces more than “{parent}”, and so the lines below that belong there too.",
    ),
    source="basutbud, konfigurationsformatet",
    good="""
-- units/vc.yaml --
settings:
  reminders:
    staff_after_days: 2
    resident_after_days: 7
""",
    bad="""
-- units/vc.yaml --
settings:
  reminders:
  staff_after_days: 2  # <-- dedented-key
  resident_after_days: 7
""",
    mandatory=True,
)
def dedented_key(workspace: Workspace) -> Iterator[Finding]:
    return misfits_of(workspace, "dedented-key")
