"""Characters that cannot be seen, that only look like an ordinary blank, or that stand for one that was lost."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple
from unicodedata import bidirectional, normalize

_KINDS = {
    "tab": "\t",
    "carriage-return": "\r",
    "line-tabulation": "\v",
    "no-break-space": "\xa0",
    "soft-hyphen": "\xad",
    "odd-space": "\u1680\u2000-\u200a\u202f\u205f\u3000",
    "zero-width-space": "\u200b",
    "zero-width-joiner": "\u200c\u200d",
    "direction": "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069",
    "line-separator": "\u2028",
    "paragraph-separator": "\u2029",
    "word-joiner": "\u2060",
    "byte-order-mark": "\ufeff",
    "filler": "\u034f\u115f\u1160\u180e\u2800\u2061-\u2065\u206a-\u206f\u3164\uffa0\ufff0-\ufffb\U000e0000-\U000e00ff",
    "private-use": "\ue000-\uf8ff\U000f0000-\U0010fffd",
    "lost": "\ufffc\ufffd",
    "control": "\0-\x08\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff",
}
INVISIBLE = re.compile(f"([{''.join(_KINDS.values())}])\\1*|ï¿½")
"""A run of one such character, or a replacement character that was read in the wrong encoding."""

_KIND = {name: re.compile(f"[{characters}]") for name, characters in _KINDS.items()}
_BLANKS = frozenset({"tab", "no-break-space", "odd-space"})
_WITHOUT_WIDTH = frozenset({"zero-width-space", "zero-width-joiner", "word-joiner", "byte-order-mark", "direction"})
_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN", "RLE", "RLO", "RLI"})
_NOTHING = re.compile("[\u200b-\u200e\u202a\u202c\u202d\u2060\u2066\u2068\u2069\ufeff]+")
"""Signs without width that leave the letters of an id in their order."""
_BLANK = re.compile(f"[ {''.join(_KINDS[kind] for kind in ('tab', 'no-break-space', 'odd-space'))}]+")
_PICTURE = re.compile("[\u2190-\u2bff\ufe0f\U0001f000-\U0001faff]")


class Invisible(NamedTuple):
    """A run of an invisible character, and its kind and code."""

    start: int
    end: int
    kind: str
    code: str


def invisible(text: str) -> Iterator[Invisible]:
    """Every run of such characters, but for those that join pictures into one."""
    for match in INVISIBLE.finditer(text):
        if match[1] is None:
            yield Invisible(*match.span(), "lost", "U+FFFD")
        elif not _joins_pictures(text, match):
            kind = next(name for name, characters in _KIND.items() if characters.match(match[1]))
            yield Invisible(*match.span(), kind, f"U+{ord(match[1]):04X}")


def mended(text: str, run: Invisible) -> str | None:
    """What may stand in the place of a run in a Swedish text; None where a person must say what was meant."""
    if run.kind in _BLANKS:
        return blank_for(text, run)
    before, after = text[max(run.start - 2, 0) : run.start], text[run.end : run.end + 2]
    if run.kind == "soft-hyphen":
        # Next to digits, capitals and blanks it is often all that is left of a hyphen, as in 2-3 dagar.
        return "" if len(before) == len(after) == 2 and _is_lower(before + after) else None
    if run.kind not in _WITHOUT_WIDTH or (before[-1:].isdigit() and after[:1].isdigit()):
        return None
    if run.kind == "direction":
        return "" if _runs_one_way(text) else None
    return None if _PICTURE.match(before[-1:]) or _PICTURE.match(after) else ""


def blank_for(text: str, run: Invisible) -> str | None:
    """An ordinary blank for an odd one, or nothing where a blank, the end of the line or the end of the text is."""
    if run.kind not in _BLANKS:
        return None
    beside = text[run.start - 1 : run.start], text[run.end : run.end + 1]
    return "" if any(character in ("", " ", "\n") for character in beside) else " "


def stripped(text: str) -> str:
    """A value that is no prose, without white space around it and without what has no width in it."""
    return _NOTHING.sub("", text).strip()


def as_seen(text: str) -> str:
    """The text as it meets the eye: ordinary blanks, letters in one piece, and nothing without width."""
    lines = normalize("NFC", _NOTHING.sub("", text).replace("\xad", "")).split("\n")
    return "\n".join(_BLANK.sub(" ", line).strip() for line in lines)


@cache
def _runs_one_way(text: str) -> bool:
    return _RIGHT_TO_LEFT.isdisjoint(map(bidirectional, text))


def _is_lower(text: str) -> bool:
    return all(map(str.islower, text))


def _joins_pictures(text: str, match: re.Match[str]) -> bool:
    around = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    return match[0] == "\u200d" and all(_PICTURE.match(beside) for beside in around)
