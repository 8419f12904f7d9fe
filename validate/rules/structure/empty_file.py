"""A file with nothing in it but comments."""

from collections.abc import Iterator

from schema.workspace import Workspace
from validate.facts.misfits import misfits_of
from validate.rule import Finding, Words, rule


@rule(
    "error",
    sv=Words(
        title="Tom fil",
        message="Filen har inget innehåll.",
        reason="Det går inte att se om innehållet har försvunnit eller om filen inte ska finnas.",
        advice="Skriv det som ska stå i filen, eller ta bort den.",
    ),
    en=Words(
        title="Empty file",
        message="The file has no content.",
        reason="It cannot be seen whether the content was lost or whether the file should not exist.",
        advice="Write what should stand in the file, or take it away.",
    ),
    source="basutbud, konfigurationsformatet",
    good="""
== groups.yaml ==
# Grupper av mottagningar
vardcentraler:
  title: Vårdcentraler
  select: {business_type: vardcentral}
""",
    bad="""
== groups.yaml ==
# Grupper av mottagningar  # <-- empty-file
""",
    mandatory=True,
)
def empty_file(workspace: Workspace) -> Iterator[Finding]:
    return misfits_of(workspace, "empty-file")
