"""A word that 1177 has a plainer one for."""

import re
from collections.abc import Iterator
from functools import cache

from schema.workspace import Workspace
from validate.facts.prose import prose_for_residents
from validate.rule import Finding, Words, found, rule

_SIGNS = ("webben", "internet", "konto", "bank")
_EID = r"(?:mobilt[ ]bank-?id|bank-?id|freja(?:[ ]e-?id)?(?:[ ]?\+|[ ]plus)?|foreign[ ]e-?id|siths)"
_WORDS = re.compile(
    r"(?<![\w-])(?:"
    r"(?P<net>webbens?|internets?(?! explorer))"
    r"|(?P<account>invånarkonto(?:t|n|na)?s?"
    r"|skaffa(?:r|t|de)? (?:dig )?(?:ett )?konto(?! (?:hos|i|på) (?!1177|nätet|e-tjänst|_)))"
    rf"|(?P<eid>{_EID}(?:(?:,? (?:eller|och|samt) |, |/){_EID}){{1,4}})"
    r")(?![\w-])",
    re.IGNORECASE,
)
_EXPLAINED = re.compile(r"e-legitimation[^.!?\n]{0,60}$", re.IGNORECASE)
"""Before the kinds of e-legitimation when they are named to explain the word."""
_RIGHT = {"net": "nätet", "account": "logga in", "eid": "e-legitimation"}


@rule(
    "warning",
    sv=Words(
        title="Ord att undvika",
        message="1177 skriver ”{right}” i stället för ”{written}”.",
        reason="När alla skriver samma enkla ord känner invånaren igen sig och förstår fortare.",
        advice="Skriv om meningen med ”{right}”.",
    ),
    en=Words(
        title="Word to avoid",
        message="1177 writes “{right}” instead of “{written}”.",
        reason="When all write the same plain words, residents know where they are and understand sooner.",
        advice="Write the sentence anew with “{right}”.",
    ),
    source="1177, Kommunikationsriktlinjer när du skriver för invånare och för vårdpersonal",
    good="""
-- units/vc.yaml --
settings:
  information: Du hittar oss på nätet. Logga in på 1177.se med e-legitimation.
""",
    bad="""
-- units/vc.yaml --
settings:
  information: Du hittar oss på webben.  # <-- word-to-avoid
  opening_hours: Skaffa konto på 1177 för att boka tid.  # <-- word-to-avoid
""",
)
def word_to_avoid(workspace: Workspace) -> Iterator[Finding]:
    for prose in prose_for_residents(workspace):
        for start, end, right in _to_avoid(prose.own):
            for place in prose.places:
                yield found(place.within(start, end), written=prose.text[start:end], right=right)


@cache
def _to_avoid(text: str) -> tuple[tuple[int, int, str], ...]:
    lowered = text.lower()
    if not any(sign in lowered for sign in _SIGNS):
        return ()
    return tuple(
        (*match.span(), _RIGHT[match.lastgroup or ""])
        for match in _WORDS.finditer(text)
        if not (match["eid"] and _EXPLAINED.search(text, max(0, match.start() - 80), match.start()))
    )
