"""A letter that is written in parts, such as a and a loose ring for å."""

import re
from collections.abc import Iterator
from unicodedata import is_normalized, normalize

from schema.workspace import Workspace
from validate.rule import Finding, Words, found, rule
from validate.wording.invisible import INVISIBLE

_MARKS = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff"
_CLUSTER = re.compile(f"[^{_MARKS}][{_MARKS}]*")


@rule(
    "error",
    sv=Words(
        title="Bokstav i delar",
        message="”{right}” är inte skrivet som ett vanligt tecken. Antal sådana i texten: {count}.",
        reason="Bokstaven ser rätt ut men är sammansatt av flera tecken. Sökning hittar den inte, och den kan visas "
        "som två tecken.",
        advice="Skriv om texten med tangentbordet. Felet uppstår oftast när man kopierar ur en PDF.",
    ),
    en=Words(
        title="Letter in parts",
        message="“{right}” is not written as one ordinary character. Such letters in the text: {count}.",
        reason="The letter looks right but is put together of several characters. Searches miss it, and it may show as "
        "two characters.",
        advice="Type the text again on the keyboard. It mostly comes from copying out of a PDF.",
    ),
    source="Egen slutsats: Unicode, normalform C. VGR Vårdgivarwebben, Manualer (inklistrad text gör att mallen inte "
    "fungerar)",
    good="""
-- units/vc.yaml --
settings:
  information: Vi har öppet på lördagar. Ring André Café.
""",
    bad="""
-- units/vc.yaml (escaped) --
settings:
  information: Vi har o\\u0308ppet pa\\u030a lördagar.  # <-- not-normalised
""",
)
def not_normalised(workspace: Workspace) -> Iterator[Finding]:
    for text, writings in workspace.texts.items():
        if is_normalized("NFC", text):
            continue
        clusters = [match for match in _CLUSTER.finditer(text) if not _is_normal(match[0])]
        for writing in writings if clusters else ():
            start, end = clusters[0].start(), clusters[-1].end()
            yield found(
                writing.place.within(start, end),
                replacement=_CLUSTER.sub(_normal, text[start:end]),
                right=normalize("NFC", clusters[0][0]),
                count=len(clusters),
            )


def _normal(cluster: re.Match[str]) -> str:
    return cluster[0] if _is_normal(cluster[0]) else normalize("NFC", cluster[0])


def _is_normal(cluster: str) -> bool:
    """Also of an odd blank, which other blanks stand for: it is told of as what cannot be seen."""
    return is_normalized("NFC", cluster) or INVISIBLE.match(cluster) is not None
