"""Swedish telephone numbers: how one is written, and where a mobile number stands in a text."""

import re
from collections.abc import Iterator

from validate.masking import personal_numbers
from validate.wording.stretches import Stretches

_SHORT = frozenset({"112", "1177", "113 13", "114 14"})
_WRITTEN = re.compile(
    r"(?:08|0(?!900|939|944|99)[1-9][0-9]{1,2})-[0-9]{2,3}(?: [0-9]{2,3}){1,2}"
    r"|\+46 ?(?!900|939|944|99)[1-9][0-9]{6,8}",
    re.ASCII,
)
"""Area codes begin with one 0; 0900, 0939, 0944 and 099 are for services that the caller pays for."""
_FEWEST, _MOST = 8, 10
"""Digits of a national number with its 0."""

_GAP = "[ \xa0./\\-\u2010-\u2015\u2212]"
_MOBILE = re.compile(
    r"(?<![0-9A-Za-zÅÄÖåäö+])(?<![0-9]-)"
    r"(?:\((?:0|\+46 ?)7[02369]\)|(?:0|(?:\+|00)46 ?-?(?:\(0\) ?)?)7[02369])"
    rf"(?:{_GAP}?(?:[0-9]{{7}}|[0-9]{{3}}{_GAP}[0-9]{{2}}{_GAP}?[0-9]{{2}}|[0-9]{{2}}{_GAP}[0-9]{{2}}{_GAP}[0-9]{{3}}"
    rf"|[0-9]{{2}}{_GAP}[0-9]{{3}}{_GAP}[0-9]{{2}}|[0-9]{{4}}{_GAP}[0-9]{{3}}|[0-9]{{3}}{_GAP}[0-9]{{4}})"
    rf"|{_GAP}{{1,3}}[0-9]{{3}}{_GAP}?[0-9]{{2}}{_GAP}?[0-9]{{2}}"
    rf"|[0-9]{_GAP}{{1,3}}(?:[0-9]{{6}}|[0-9]{{3}}{_GAP}[0-9]{{3}}|[0-9]{{2}}{_GAP}[0-9]{{2}}{_GAP}[0-9]{{2}}))"
    r"(?!-?[0-9])"
)

_JOINED_OTHERWISE = re.compile(r"\(?(0[0-9]{1,3})\)?[ /\-\u2010-\u2015\u2212]{1,3}([0-9]{2,3}(?: [0-9]{2,3}){1,2})")


def is_phone_number(text: str) -> bool:
    """Whether a text is a number written as Swedish numbers are, such as `031-390 06 00`, or a short number.

    The digits are counted, and their groups are of two or three: how the groups follow one another is left open.
    """
    if text in _SHORT:
        return True
    if not _WRITTEN.fullmatch(text):
        return False
    return text[0] == "+" or _FEWEST <= sum(map(str.isdigit, text)) <= _MOST


def with_hyphen(text: str) -> str | None:
    """A number that only lacks the hyphen between area code and number, with it; its digits and groups are kept."""
    match = _JOINED_OTHERWISE.fullmatch(text)
    number = f"{match[1]}-{match[2]}" if match else ""
    return number if is_phone_number(number) else None


def mobile_numbers(text: str) -> Iterator[tuple[int, int]]:
    """The stretches of a text that are a mobile number: 070, 072, 073, 076 or 079 and seven more digits.

    One that is a personal number of somebody born in those years is left to the rule about those.
    """
    if "07" in text or "46" in text:
        found = [match.span() for match in _MOBILE.finditer(text)]
        people = Stretches((start, end) for _, start, end in personal_numbers(text)) if found else Stretches(())
        for start, end in found:
            if not people.touch(start, end):
                yield start, end
