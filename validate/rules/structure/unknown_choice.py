"""A value that is not one of those to choose from."""

from collections.abc import Iterator

from schema.places import Misfit
from schema.workspace import Workspace
from validate.facts.misfits import misfits_of
from validate.rule import Finding, Words, rule
from validate.wording.invisible import stripped


@rule(
    "error",
    sv=Words(
        title="Okänt val",
        message="Värdet ”{value}” finns inte att välja här.{nearest}",
        reason="Här finns bara vissa värden att välja på, och varje värde styr något.",
        advice="Välj något av det här: {choices}.",
    ),
    en=Words(
        title="Unknown choice",
        message="The value “{value}” cannot be chosen here.{nearest}",
        reason="Only certain values can be chosen here, and each of them controls something.",
        advice="Choose one of these: {choices}.",
    ),
    source="basutbud, konfigurationsformatet",
    good="""
-- units/vc.yaml --
status: active
offers: [calls-back]
""",
    bad="""
-- units/vc.yaml --
status: aktiv  # <-- unknown-choice
offers: [calls back, "calls-back "]  # <-- unknown-choice, unknown-choice
""",
    mandatory=True,
)
def unknown_choice(workspace: Workspace) -> Iterator[Finding]:
    return misfits_of(workspace, "unknown-choice", mended=_mended)


def _mended(misfit: Misfit) -> str | None:
    bare = stripped(misfit.facts["value"])
    return bare if bare in misfit.facts["choices"].split(", ") else None
