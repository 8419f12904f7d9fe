"""An invisible character that controls something instead of being text."""

from collections.abc import Iterator

from schema.places import Misfit
from schema.workspace import Workspace
from validate.facts.misfits import misfits_of
from validate.rule import Finding, Words, rule

_FILLERS = ("U+0000", "U+007F", "U+FEFF")
"""NULL, DELETE and a byte order mark say nothing by their standards. The others may stand where a hyphen was lost."""


@rule(
    "error",
    sv=Words(
        title="Styrtecken",
        message="Här står ett osynligt tecken, {name} ({code}).",
        reason="Tecknet syns inte när texten granskas, men kan ge luckor och konstiga radbrytningar för den som läser.",
        advice="Ta bort tecknet. Är texten inklistrad från ett annat program: skriv om stället för hand.",
    ),
    en=Words(
        title="Control character",
        message="Here is an invisible character, {name} ({code}).",
        reason="It is not seen when the text is reviewed, but can make gaps and odd line breaks for those who read.",
        advice="Take the character away. If the text was pasted from another program, write this part again by hand.",
    ),
    source="basutbud, konfigurationsformatet",
    good="""
-- units/vc.yaml --
settings:
  information: Vi finns på plan två. Hissen är till vänster.
""",
    bad=r"""
-- units/vc.yaml (escaped) --
settings:
  information: Vi finns på plan två.\x0bHissen är till vänster.  # <-- control-character
-- messages/brev.yaml (escaped) --
name: Brev\x00  # <-- control-character
kind: information
subject: Hej
text: Här är ett brev från {enhet}.
""",
    mandatory=True,
)
def control_character(workspace: Workspace) -> Iterator[Finding]:
    return misfits_of(workspace, "control-character", mended=_mended)


def _mended(misfit: Misfit) -> str | None:
    return "" if misfit.facts["code"] in _FILLERS else None
