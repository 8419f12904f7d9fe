"""Swedish telephone numbers: how one is written, and where a mobile number stands in a text."""

import re
from collections.abc import Iterator

_SHORT = frozenset({"112", "1177", "113 13", "114 14"})
_WRITTEN = re.compile(r"(?:08|0[0-9]{2,3})-[0-9]{2,3}(?: [0-9]{2,3}){1,2}|\+46 ?[1-9][0-9]{6,8}", re.ASCII)
_FEWEST, _MOST = 8, 10
"""Digits of a national number with its 0."""

_GAP = "[ \xa0.-]"
_MOBILE = re.compile(
    r"(?<![0-9+])(?:0|(?:\+|00)46 ?-?(?:\(0\) ?)?)7[02369]"
    rf"(?:{_GAP}?(?:[0-9]{{7}}|[0-9]{{3}}{_GAP}[0-9]{{2}}{_GAP}?[0-9]{{2}}|[0-9]{{2}}{_GAP}[0-9]{{2}}{_GAP}[0-9]{{3}}"
    rf"|[0-9]{{2}}{_GAP}[0-9]{{3}}{_GAP}[0-9]{{2}}|[0-9]{{4}}{_GAP}[0-9]{{3}})"
    rf"| ?[-/] ?[0-9]{{3}} ?[0-9]{{2}} ?[0-9]{{2}}"
    rf"|[0-9]{_GAP}(?:[0-9]{{6}}|[0-9]{{2}}{_GAP}[0-9]{{2}}{_GAP}[0-9]{{2}}))(?![0-9])"
)


def is_phone_number(text: str) -> bool:
    """Whether a text is a number written as Swedish numbers are, such as `031-390 06 00`, or a short number.

    The digits are counted, and their groups are of two or three: how the groups follow one another is left open.
    """
    if text in _SHORT:
        return True
    if not _WRITTEN.fullmatch(text):
        return False
    return text[0] == "+" or _FEWEST <= sum(map(str.isdigit, text)) <= _MOST


def mobile_numbers(text: str) -> Iterator[tuple[int, int]]:
    """The stretches of a text that are a mobile number: 070, 072, 073, 076 or 079 and seven more digits."""
    if "7" in text:
        for match in _MOBILE.finditer(text):
            yield match.span()
