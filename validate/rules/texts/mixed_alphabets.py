"""A word with letters of two alphabets, such as a Cyrillic а in a Swedish word."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from schema.placeholders import placeholders
from schema.places import Place
from schema.workspace import Workspace
from validate.rule import Finding, Words, found, rule
from validate.wording.stretches import Stretches
from validate.wording.twin_letters import with_latin_twins

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_FAR = re.compile("[\u0250-\u1dff\u1f00-\u1fff\u2c00-\U0010ffff]")
"""Outside the blocks of Latin letters and of ordinary signs."""

_SIGNS = frozenset("µμΩΩªº")
"""Micro, ohm and the ordinals, which stand together with Latin letters by right."""

_WITH_ANY = frozenset({"MODIFIER", "SUPERSCRIPT", "CJK", "HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA", "HANGUL"})
"""First words of the names of letters that languages mix with others."""


class _Odd(NamedTuple):
    """A run of letters that are not of the word's alphabet."""

    start: int
    end: int
    alphabet: str
    usual: str
    """The word's alphabet."""


@rule(
    "error",
    sv=Words(
        title="Blandade alfabet",
        message="I ”{word}” är ”{letters}” skrivet med {alphabet} bokstäver.",
        reason="Bokstäverna ser likadana ut men är andra tecken. Sökning hittar inte ordet, skärmläsare läser fel, och "
        "en adress kan leda någon annanstans.",
        advice="Skriv om ordet med tangentbordet.",
        phrases={
            "alphabet": {"CYRILLIC": "kyrilliska", "GREEK": "grekiska", "LATIN": "latinska", "OTHER": "främmande"}
        },
    ),
    en=Words(
        title="Mixed alphabets",
        message="In “{word}”, “{letters}” is written in {alphabet} letters.",
        reason="The letters look the same but are other characters. Searches miss the word, screen readers read it "
        "wrongly, and an address may lead elsewhere.",
        advice="Type the word again on the keyboard.",
        phrases={"alphabet": {"CYRILLIC": "Cyrillic", "GREEK": "Greek", "LATIN": "Latin", "OTHER": "foreign"}},
    ),
    source="Egen slutsats: Unicode Technical Standard 39, Mixed-Script Detection",
    good="""
-- units/vc.yaml --
settings:
  information: Vi ger råd om β₂-agonister och β-blockerare. Provsvar (TNFα, χ²) visas i µg och μmol.
""",
    bad="""
-- units/vc.yaml (escaped) --
settings:
  information: Ring v\\u0430\\u0430rdcentralen om din \\u0435-tjänst.  # <-- mixed-alphabets, mixed-alphabets
""",
)
def mixed_alphabets(workspace: Workspace) -> Iterator[Finding]:
    for text, writings in workspace.texts.items():
        if _FAR.search(text):
            for writing in writings:
                yield from _in_text(text, writing.place)


def _in_text(text: str, place: Place) -> Iterator[Finding]:
    # A placeholder with such a letter in it is unknown, which is told of as that.
    others = Stretches((start, end) for _, start, end in placeholders(text))
    for match in _WORD.finditer(text):
        if _FAR.search(match[0]) and not others.touch(match.start(), match.start() + 1):
            for start, end, alphabet, usual in _odd_runs(match[0]):
                at = place.within(match.start() + start, match.start() + end)
                letters = match[0][start:end]
                latin = with_latin_twins(letters) if usual == "LATIN" else None
                yield found(at, replacement=latin, word=match[0], letters=letters, alphabet=alphabet)


def _odd_runs(word: str) -> Iterator[_Odd]:
    """The runs of letters outside the alphabet that most of the word is written in; the Latin wins a tie."""
    parts = word.split("-")
    counts = Counter(_alphabet(letter) for letter in word if letter != "-")
    del counts[""]
    if len(counts) < 2:
        return
    usual = max(counts, key=lambda alphabet: (counts[alphabet], alphabet == "LATIN"))
    at = 0
    for part in parts:
        for odd in _runs(part, at, usual):
            if not _is_name(part, odd.start - at, odd.end - at):
                yield odd
        at += len(part) + 1


def _is_name(part: str, start: int, end: int) -> bool:
    """Whether a run is a Greek letter that stands for something, as in β₂-agonist and TNFα, and not for a Latin one."""
    around = part[:start] + part[end:]
    return (
        end - start == 1
        and _alphabet(part[start]) == "GREEK"
        and (not around or part[start].islower())
        and not any(letter.islower() and _alphabet(letter) for letter in around)
    )


def _runs(part: str, at: int, usual: str) -> Iterator[_Odd]:
    start = 0
    for number, letter in enumerate(part + " "):
        alphabet = _alphabet(part[start]) if start < len(part) else ""
        if number > start and _alphabet(letter) != alphabet:
            if alphabet not in (usual, ""):
                yield _Odd(at + start, at + number, alphabet, usual)
            start = number


@cache
def _alphabet(letter: str) -> str:
    """`LATIN`, `CYRILLIC`, `GREEK` or `OTHER`; "" for what stands together with any of them."""
    name = unicodedata.name(letter, "").split(" ")[0]
    if letter in _SIGNS or name in _WITH_ANY or not letter.isalpha():
        return ""
    return name if name in ("LATIN", "CYRILLIC", "GREEK") else "OTHER"
