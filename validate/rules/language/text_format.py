"""Layout typed by hand that the texts cannot hold: tables, rules, emphasis and list bullets of odd kinds."""

import re
from collections.abc import Iterator
from functools import cache

from schema.workspace import Workspace
from validate.facts.prose import prose_for_residents
from validate.rule import Finding, Words, found, rule

_LAYOUT = re.compile(
    r"^(?P<table>[^\n|]*\|[^\n|]*\|[^\n]*)$"
    r"|^[ ]*(?P<ruler>[-–—~=+]{3,}|\*{3,})$"
    r"|^[ ]*(?P<bullet>[→➔➜➢➤►▶✓✔☑☐□◆◇★☆»](?= )|[–—*-](?=[A-ZÅÄÖ])|o(?= [A-ZÅÄÖ]))"
    r"|(?<=[^\s.!?:] )(?P<columns> {3,})(?=\S)"
    r"|(?<![\w*])(?P<emphasis>\*[^\s*][^*\n]{0,200}\*)(?![\w*])"
    r"|(?P<code>&nbsp(?!;))",
    re.MULTILINE,
)
_SIGNS = re.compile(r"[|~=+→➔➜➢➤►▶✓✔☑☐□◆◇★☆»–—*_-]|   |&nbsp|^ *o ", re.MULTILINE)

_KINDS = {
    "table": {"sv": "en tabell", "en": "a table"},
    "ruler": {"sv": "en linje", "en": "a line drawn by hand"},
    "bullet": {"sv": "ett punkttecken", "en": "a list bullet"},
    "columns": {"sv": "blanksteg som ska bli kolumner", "en": "blanks that are meant as columns"},
    "emphasis": {"sv": "asterisker som betoning", "en": "asterisks as emphasis"},
    "code": {"sv": "en HTML-kod", "en": "an HTML code"},
}


@rule(
    "warning",
    sv=Words(
        title="Form som texten inte kan ha",
        message="”{written}” är {kind}, skrivet för hand.",
        reason="Texten visas utan tabeller, linjer och betoning. Tecknen står kvar och läses upp som de är.",
        advice="Skriv vanliga meningar. Gör varje led i en lista till en egen punkt.",
        phrases={"kind": {kind: words["sv"] for kind, words in _KINDS.items()}},
    ),
    en=Words(
        title="Layout that a text cannot have",
        message="“{written}” is {kind}, typed by hand.",
        reason="The text is shown without tables, lines and emphasis. The characters stay, and are read aloud.",
        advice="Write ordinary sentences. Make every item of a list a point of its own.",
        phrases={"kind": {kind: words["en"] for kind, words in _KINDS.items()}},
    ),
    source="Region Jönköpings län, Villkorstexter tidsbokning (formaten som är tillåtna)",
    good="""
-- units/vc.yaml --
settings:
  opening_hours: |-
    Måndag klockan 8–17.
    Tisdag klockan 8–12.
""",
    bad="""
-- units/vc.yaml --
settings:
  opening_hours: |-
    | Måndag | 8–17 |  # <-- text-format
    -Tisdag klockan 8  # <-- text-format
    Onsdag      8–12  # <-- text-format
    ------  # <-- text-format
    *Stängt* på fredag.  # <-- text-format
""",
)
def text_format(workspace: Workspace) -> Iterator[Finding]:
    for prose in prose_for_residents(workspace):
        for start, end, kind in _layout(prose.text):
            for place in prose.places:
                yield found(place.within(start, end), written=prose.text[start:end].strip() or "   ", kind=kind)


@cache
def _layout(text: str) -> tuple[tuple[int, int, str], ...]:
    if not _SIGNS.search(text):
        return ()
    matches = _LAYOUT.finditer(text)
    return tuple((*match.span(match.lastgroup or 0), match.lastgroup or "") for match in matches)
