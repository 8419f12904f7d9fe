"""A text that ends where its author wrote a number sign."""

import re
from collections.abc import Iterator

from schema.places import Stretch
from schema.positions import Positions
from schema.workspace import Workspace
from validate.rule import Finding, Words, found, rule

# A comment has a blank after its sign; what has none was most likely meant to be read.
_CUT = re.compile(rb"\S[ \t]+#[^\s#]")
_REST = re.compile(r"[ \t]+(#[^\s#][^\r\n]*)")


@rule(
    "error",
    sv=Words(
        title="Texten slutar vid nummertecknet",
        message="Texten slutar före ”{rest}”, som läses som en kommentar.",
        reason="Efter ett blanksteg börjar # en kommentar i YAML. Resten av raden försvinner då ur texten utan att det "
        "syns.",
        advice="Sätt citattecken runt hela texten, eller skriv texten på raderna under med >-. Är det en kommentar: "
        "skriv ett blanksteg efter #.",
    ),
    en=Words(
        title="The text ends at the number sign",
        message="The text ends before “{rest}”, which is read as a comment.",
        reason="After a blank, # begins a comment in YAML. The rest of the line then vanishes from the text unseen.",
        advice="Quote the whole text, or write it on the lines below with >-. For a comment, write a blank after #.",
    ),
    source="basutbud, konfigurationsformatet",
    good="""
-- units/vc.yaml --
settings:
  information: "Ring avdelning #4 om det är bråttom."  # numret byts i mars
""",
    bad="""
-- units/vc.yaml --
settings:
  information: Ring avdelning #4 om det är bråttom.  # <-- text-cut-by-comment
""",
)
def text_cut_by_comment(workspace: Workspace) -> Iterator[Finding]:
    marked = ((path, data) for path, data in workspace.files.items() if b" #" in data or b"\t#" in data)
    suspects = {path for path, data in marked if _CUT.search(data)}
    if not suspects:
        return
    positions = {path: Positions(path, workspace.files[path]) for path in suspects}
    for writing in workspace.writings:
        known = positions.get(writing.place.file)
        if known is not None:
            rest = _REST.match(known.text, known.offsets(writing.place)[1])
            if rest is not None:
                yield found(Stretch(writing.place.file, *rest.span(1)), rest=rest[1])
