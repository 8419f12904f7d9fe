"""An alias, which fetches a value from elsewhere in the file."""

from collections.abc import Iterator

from schema.workspace import Workspace
from validate.facts.misfits import misfits_of
from validate.rule import Finding, Words, rule


@rule(
    "error",
    sv=Words(
        title="Hänvisning (*)",
        message="Hänvisningen ”*{name}” får inte användas.",
        reason="Ett värde som hämtas från en annan rad syns inte där det gäller. Den som granskar kan missa det.",
        advice="Skriv ut värdet i stället för ”*{name}”. Ska en text börja med *: sätt citattecken runt den.",
    ),
    en=Words(
        title="Alias (*)",
        message="The alias “*{name}” may not be used.",
        reason="A value that is fetched from another line is not seen where it applies. A reviewer can miss it.",
        advice="Write the value instead of “*{name}”. If a text should begin with *, put quotes around it.",
    ),
    source="basutbud, konfigurationsformatet",
    good="""
-- units/vc.yaml --
handler_groups: [Recept, Rehab]
settings: {care_types: [Rehab]}
""",
    bad="""
-- units/vc.yaml --
handler_groups: [Recept, &rehab Rehab]  # <-- anchor
settings: {care_types: [*rehab]}  # <-- alias
""",
    mandatory=True,
)
def alias(workspace: Workspace) -> Iterator[Finding]:
    return misfits_of(workspace, "alias")
