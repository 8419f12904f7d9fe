"""Text that was read in the wrong encoding at some time: `VÃ¥rd` that should be `Vård`."""

import re
from collections.abc import Iterator
from typing import NamedTuple
from unicodedata import normalize

_OF_CP1252 = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_LATER = f"[\x80-\xbf{_OF_CP1252}]"

# Only first bytes of what Swedish texts are made of: Ö and ” next to each other are UTF-8 as well, but mean themselves.
_SEQUENCE = re.compile(f"[ÂÃ]{_LATER}|Ì[\x80\x81\x88\x8a€ˆŠ]|â{_LATER}{{2}}|ð{_LATER}{{3}}")
_WORD = re.compile(f"(?:[^\\W_]|{_LATER})+")
"""A word of letters and digits, with what stands for letters where it is garbled: a sequence lies in one word."""

_USUAL = frozenset("åäöÅÄÖéÉèÈêëàáâüÜæÆøØñçíîïóôú–—‘’“”„…•€§°½¼¾²³´·«»")
"""What Swedish texts are made of besides ASCII: anything else may have been meant as it stands."""


class Mojibake(NamedTuple):
    """A garbled word, where it stands, and what it should be."""

    start: int
    end: int
    right: str


def mojibake(text: str) -> Iterator[Mojibake]:
    """Every word with UTF-8 in it that was once read as Latin-1 or Windows-1252."""
    if not may_be_garbled(text):
        return
    for word in _WORD.finditer(text):
        right = _SEQUENCE.sub(_repaired, word[0])
        if right != word[0]:
            yield Mojibake(*word.span(), normalize("NFC", right))


def is_certain(written: str, right: str) -> bool:
    """Whether a garbled word can only have been what it was decoded as, with nothing lost."""
    return _USUAL.issuperset(set(right) - set(written)) and not set(right) & set("ÃÂÌð") and not any(mojibake(right))


def may_be_garbled(text: str) -> bool:
    return "Ã" in text or "Â" in text or "â" in text or "ð" in text or "Ì" in text


def _repaired(sequence: re.Match[str]) -> str:
    try:
        return b"".join(map(_byte, sequence[0])).decode()
    except UnicodeError:
        return sequence[0]


def _byte(character: str) -> bytes:
    return character.encode("latin-1" if ord(character) < 0x100 else "cp1252")
