"""A key that must be there and is not."""

from collections.abc import Iterator

from schema.workspace import Workspace
from validate.facts.misfits import misfits_of
from validate.rule import Finding, Words, rule


@rule(
    "error",
    sv=Words(
        title="Nyckel saknas",
        message="Nyckeln ”{key}” saknas här.",
        reason="Utan den är det inte sagt vad som ska gälla, och inget kan gissas.",
        advice="Lägg till ”{key}:” och ett värde.",
    ),
    en=Words(
        title="Missing key",
        message="The key “{key}” is missing here.",
        reason="Without it nothing says what should apply, and nothing can be guessed.",
        advice="Add “{key}:” and a value.",
    ),
    source="basutbud, konfigurationsformatet",
    good="""
-- units/vc.yaml --
settings:
  service_area:
    - {region: "13", municipality: "1380"}
""",
    bad="""
-- units/vc.yaml --
settings:
  service_area:
    - {municipality: "1380"}  # <-- missing-key
""",
    mandatory=True,
)
def missing_key(workspace: Workspace) -> Iterator[Finding]:
    return misfits_of(workspace, "missing-key")
