"""Swedish sentences and words in a text, and how hard they are to read."""

import re
from functools import cache
from typing import NamedTuple

_END = re.compile(r"(?<![.!?…])[.!?…]++[”\"’»)\]]*+(?=\s|\Z)|\n++")
_SHORT = "ang avd bl.a ca d.v.s dr dvs ev exkl f.d fr.o.m inkl jfr kl nr prof resp s.k t.ex t.o.m tel tex tfn"
_NEVER_LAST = frozenset(_SHORT.split())
"""Abbreviations that something always follows, so that the full stop after one ends no sentence."""
_LONGEST_SHORT_WORD = 6
_LONGEST_BEFORE = 12
_AROUND = " .,:;!?…”“\"'’»«()[]–—-"


class Sentence(NamedTuple):
    """A stretch of a text, and how many words it has; a line break ends a sentence as a full stop does."""

    start: int
    end: int
    words: int
    long_words: int


@cache
def sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of a text, in order."""
    found: list[Sentence] = []
    start = 0
    for match in _END.finditer(text):
        if match[0][0] == "\n" or _ends(text, start, match):
            found.append(_sentence(text, start, match.end()))
            start = match.end()
    found.append(_sentence(text, start, len(text)))
    return tuple(sentence for sentence in found if sentence.words)


def lix(parts: list[Sentence]) -> int:
    """Words in a sentence, and long words in a hundred."""
    words = sum(part.words for part in parts)
    long_words = sum(part.long_words for part in parts)
    return round(words / len(parts) + 100 * long_words / words)


def _ends(text: str, start: int, match: re.Match[str]) -> bool:
    if match[0][0] in "!?":
        return True
    after = text[match.end() : match.end() + _LONGEST_BEFORE].lstrip(' "”“(»«')
    if after[:1].islower():
        return False
    word = text[max(start, match.start() - _LONGEST_BEFORE) : match.start()].rpartition(" ")[2].lstrip(_AROUND)
    is_number_in_list = word.isdigit() and not text[start : match.start()].strip(_AROUND + "\n").strip("0123456789")
    is_initial = len(word) == 1 and word.isupper()
    return not (word.lower() in _NEVER_LAST or is_initial or is_number_in_list)


def _sentence(text: str, start: int, end: int) -> Sentence:
    body = text[start:end]
    start += len(body) - len(body.lstrip())
    words = [word for word in (token.strip(_AROUND) for token in body.split()) if any(map(str.isalnum, word))]
    return Sentence(start, start + len(body.strip()), len(words), sum(map(_is_long, words)))


def _is_long(word: str) -> bool:
    """Whether it counts as a long word; an address and a placeholder are no words to spell through."""
    return len(word) > _LONGEST_SHORT_WORD and not any(sign in word for sign in ".@/{}")
