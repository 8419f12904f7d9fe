"""A key that stands twice in one mapping."""

from collections.abc import Iterator

from schema.workspace import Workspace
from validate.facts.misfits import misfits_of
from validate.rule import Finding, Words, rule


@rule(
    "error",
    sv=Words(
        title="Upprepad nyckel",
        message="Nyckeln ”{key}” står redan på samma nivå.",
        reason="Bara den ena kan gälla, och den som läser kan inte veta vilken.",
        advice="Ta bort den ena, eller för ihop dem till en.",
    ),
    en=Words(
        title="Repeated key",
        message="The key “{key}” already stands on the same level.",
        reason="Only one of them can count, and a reader cannot know which.",
        advice="Take one of them away, or bring them together in one.",
    ),
    source="basutbud, konfigurationsformatet",
    good="""
-- units/vc.yaml --
phone: 031-390 06 00
name: Påhittade vårdcentralen
""",
    bad="""
-- units/vc.yaml --
phone: 031-390 06 00
name: Påhittade vårdcentralen
phone: 031-390 06 01  # <-- repeated-key
""",
    mandatory=True,
)
def repeated_key(workspace: Workspace) -> Iterator[Finding]:
    return misfits_of(workspace, "repeated-key")
