"""An anchor, which lets a value be used again elsewhere in the file."""

from collections.abc import Iterator

from schema.workspace import Workspace
from validate.facts.misfits import misfits_of
from validate.rule import Finding, Words, rule


@rule(
    "error",
    sv=Words(
        title="Ankare (&)",
        message="Ankaret ”&{name}” får inte användas.",
        reason="Ett värde som hämtas från en annan rad syns inte där det gäller. Den som granskar kan missa det.",
        advice="Skriv ut värdet där det ska stå, utan ”&{name}”. Ska en text börja med &: sätt citattecken runt den.",
    ),
    en=Words(
        title="Anchor (&)",
        message="The anchor “&{name}” may not be used.",
        reason="A value that is fetched from another line is not seen where it applies. A reviewer can miss it.",
        advice="Write the value itself, without “&{name}”. If a text should begin with &, put quotes around it.",
    ),
    source="basutbud, konfigurationsformatet",
    good="""
-- units/vc.yaml --
phone: 031-390 06 00
""",
    bad="""
-- units/vc.yaml --
phone: &telefon 031-390 06 00  # <-- anchor
""",
    mandatory=True,
)
def anchor(workspace: Workspace) -> Iterator[Finding]:
    return misfits_of(workspace, "anchor")
