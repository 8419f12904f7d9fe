"""A key or a list item with nothing behind it."""

from collections.abc import Iterator

from schema.workspace import Workspace
from validate.facts.misfits import misfits_of
from validate.rule import Finding, Words, rule


@rule(
    "error",
    sv=Words(
        title="Tomt värde",
        message="Det saknas ett värde i ”{key}”.",
        reason="Det går inte att se om värdet glömdes bort eller om det inte ska finnas något.",
        advice="Skriv ett värde efter kolonet eller strecket, eller ta bort raden.",
    ),
    en=Words(
        title="Empty value",
        message="A value is missing in “{key}”.",
        reason="It cannot be seen whether the value was forgotten or whether there should be none.",
        advice="Write a value after the colon or the dash, or take the line away.",
    ),
    source="basutbud, konfigurationsformatet",
    good="""
-- units/vc.yaml --
activities:
  - "1502"
casetypes:
  kontakta-mig:
    sort_order: 10
""",
    bad="""
-- units/vc.yaml --
activities:
  - "1502"
  -  # <-- empty-value
casetypes:
  kontakta-mig:
    sort_order:  # <-- empty-value
""",
    mandatory=True,
)
def empty_value(workspace: Workspace) -> Iterator[Finding]:
    return misfits_of(workspace, "empty-value")
