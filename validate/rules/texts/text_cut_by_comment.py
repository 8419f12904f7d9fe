"""A text that ends where its author wrote a number sign."""

import re
from collections.abc import Iterator

from schema.places import Place, Stretch
from schema.reading.positions import Positions
from schema.workspace import Workspace
from validate.rule import Finding, Words, found, rule

# A comment has a blank after its sign; what has none was most likely meant to be read.
_CUT = re.compile(rb"\S(?:[ \t]+|[ \t]*\r?\n[ \t]+)#[^\s#]")
_REST = re.compile(r"(?:[ \t]+|[ \t]*\r?\n(?P<indent>[ \t]+))(?P<rest>#[^\s#][^\r\n]*)")
_BEFORE_KEY = re.compile(r"[ \t]*(?:- +)*")


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
  opening_hours: Öppet hela veckan.
  #care_types: [Besök]
""",
    bad="""
-- units/vc.yaml --
settings:
  information: Ring avdelning #4 om det är bråttom.  # <-- text-cut-by-comment
  opening_hours: Öppet hela veckan. Ring avdelning
    #4 om du vill komma senare.  # <-- text-cut-by-comment
""",
)
def text_cut_by_comment(workspace: Workspace) -> Iterator[Finding]:
    marked = ((path, data) for path, data in workspace.files.items() if b" #" in data or b"\t#" in data)
    suspects = {path for path, data in marked if _CUT.search(data)}
    if not suspects:
        return
    positions = {path: Positions(path, workspace.files[path]) for path in suspects}
    for writing in workspace.writings:
        known = positions.get(writing.file)
        if known is not None:
            rest = _REST.match(known.text, known.offsets(writing.place)[1])
            if rest is not None and (rest["indent"] is None or len(rest["indent"]) > _indent(known, writing.place)):
                yield found(Stretch(writing.place.file, *rest.span("rest")), rest=rest["rest"])


def _indent(positions: Positions, place: Place) -> int:
    """How far in the key of a text stands, or the hyphen of a text in a list: what is further in goes on with it."""
    key = positions.offsets(place.key())[0]
    line = positions.text.rfind("\n", 0, key) + 1
    if isinstance(place.path[-1], str):
        before = _BEFORE_KEY.match(positions.text, line)
        return before.end() - line if before else 0
    return positions.text.rfind("-", line, key) - line
