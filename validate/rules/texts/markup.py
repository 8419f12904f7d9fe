"""Markup in a text: HTML, Markdown, a list typed by hand or the leftovers of a word processor."""

import re
from collections.abc import Iterable, Iterator
from html.entities import html5

from schema.workspace import Workspace
from validate.rule import Finding, Words, found, rule
from validate.wording.html_tags import HTML_TAG

_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_MARKDOWN = re.compile(
    r"\*\*(?=\S)[^*\n]+\*\*|(?<!\w)__(?=[^\W_])[^_\n]+__(?!\w)|\[[^\[\]\n]+\]\([^()\n]*\)|^#{1,6}(?=[ \t])",
    re.MULTILINE,
)
_LEFTOVER = re.compile(r"\{\\rtf[0-9]*|\bmso-[a-z-]+|\bMso[A-Z][A-Za-z]+")
# In a folded text the lines of a list run on, so what is nothing but a bullet is one anywhere.
_BULLET = re.compile(r"^[ \t]*(?P<first>[·○■]|[–—*-](?=[ \t]))|(?<![ÂÃ])(?P<any>[•●▪◦‣⁃])", re.MULTILINE)
_BULLETS = frozenset("•●▪◦‣⁃")

_KINDS = {
    "html": {"sv": "en HTML-tagg", "en": "an HTML tag"},
    "entity": {"sv": "en HTML-kod", "en": "an HTML code"},
    "markdown": {"sv": "Markdown", "en": "Markdown"},
    "leftover": {"sv": "en rest från ett ordbehandlingsprogram", "en": "a leftover of a word processor"},
    "bullet": {"sv": "ett punkttecken skrivet för hand", "en": "a list bullet typed by hand"},
}


@rule(
    "error",
    sv=Words(
        title="Märkning i texten",
        message="”{written}” är {kind}.",
        reason="Texten är ren text: invånaren ser tecknen som de står. Rester av märkning kan också göra att mallen "
        "slutar fungera i personalverktyget.",
        advice="Ta bort märkningen och skriv ren text. Gör en lista till egna punkter eller till en mening.",
        phrases={"kind": {kind: words["sv"] for kind, words in _KINDS.items()}},
    ),
    en=Words(
        title="Markup in a text",
        message="“{written}” is {kind}.",
        reason="The text is plain: residents see the characters as they stand. Leftovers of markup may also make the "
        "template stop working in personalverktyget.",
        advice="Take the markup away and write plain text. Make a list into points of their own, or into a sentence.",
        phrases={"kind": {kind: words["en"] for kind, words in _KINDS.items()}},
    ),
    source="VGR Vårdgivarwebben, Manualer (osynlig formatering gör att mallen inte fungerar)",
    good="""
-- units/vc.yaml --
settings:
  opening_hours: |-
    Vi svarar när puls < 100 och > 50 & allt annat är bra.
    Måndag–fredag klockan 8–17.
""",
    bad="""
-- units/vc.yaml --
settings:
  information: Ring <b>oss om du vill.  # <-- markup
  opening_hours: |-
    **Öppet** hela veckan.  # <-- markup
    - måndag klockan 8  # <-- markup
    Vi stänger&nbsp;klockan 17.  # <-- markup
casetypes:
  kontakta-mig:
    description: >-
      Ha detta framför dig:
      • din medicin  # <-- markup
""",
)
def markup(workspace: Workspace) -> Iterator[Finding]:
    for text, writings in workspace.texts.items():
        for audience in {writing.reader.audience: None for writing in writings}:
            marked = _apart(_look_for_marks(text, audience == "resident"))
            for writing in writings if marked else ():
                if writing.audience == audience:
                    for start, end, kind in marked:
                        yield found(writing.place.within(start, end), written=text[start:end], kind=kind)


def _apart(marks: Iterable[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """The marks in order, without those that begin inside another."""
    apart: list[tuple[int, int, str]] = []
    for mark in sorted(marks):
        if not apart or mark[0] >= apart[-1][1]:
            apart.append(mark)
    return apart


def _look_for_marks(text: str, for_residents: bool) -> Iterator[tuple[int, int, str]]:
    """Where markup stands, and of which kind; each test has a gate, since nearly all texts pass them all."""
    if "<" in text:
        yield from ((*match.span(), "html") for match in HTML_TAG.finditer(text))
    if "&" in text and ";" in text:
        for match in _ENTITY.finditer(text):
            if match[0][1] == "#" or match[0][1:] in html5:
                yield *match.span(), "entity"
    if "**" in text or "__" in text or "](" in text or "#" in text:
        yield from ((*match.span(), "markdown") for match in _MARKDOWN.finditer(text))
    if "mso-" in text or "Mso" in text or "\\rtf" in text:
        yield from ((*match.span(), "leftover") for match in _LEFTOVER.finditer(text))
    if for_residents and (text[0] in " \t·○■–—*-" or "\n" in text or not (text.isascii() or _BULLETS.isdisjoint(text))):
        yield from ((*match.span(match.lastgroup or 0), "bullet") for match in _BULLET.finditer(text))
