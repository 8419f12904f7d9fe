"""Amounts of time in Swedish prose, `två arbetsdagar` or `1–2 veckor`, whatever is said of them."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from schema.durations import Duration, Unit
from validate.wording.numerals import number_of

_NUMBER = r"[0-9]{1,3}|[a-zåäö]{2,16}"
_NOUN = (
    r"(?:arbets|var|kalender)?dag(?:ar(?:na)?|en)?|dygn(?:en)?|tim(?:m(?:e|ar(?:na)?))?|h|veck(?:a|or(?:na)?)"
    r"|månad(?:er(?:na)?)?"
)
_COUNTED = re.compile(
    r"(?<![\w.,:/+-])(?<!klockan )(?<!kl )(?<!kl\. )(?:mellan\s|(?:ett|några)\s(?=par\s|antal\s|få\s))?"
    rf"(?:(?P<low>{_NUMBER})(?P<to>\s?[-–—−]\s?|\s(?:till|eller|och|à)\s))?"
    rf"(?P<high>{_NUMBER})(?:\s?\(\s?[0-9]{{1,3}}\s?\))?\s{{0,2}}"
    rf"(?:(?P<kind>hela|hel|helt|fulla|helgfria|helgfri|vanliga)\s)?(?P<noun>{_NOUN})s?(?![\w]|-\w)",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"(?<![\w-])(?:(?P<same>samma\s(?:arbetsdag|vardag|dag))"
    r"|(?:nästa|nästkommande|nästföljande|påföljande|(?:närmast\s)?följande)\s(?:arbetsdag|vardag))(?!\w|-\w)",
    re.IGNORECASE,
)
_FEW = {"någon": 1, "några": 2, "flera": 2, "par": 2, "få": 2, "antal": 2}
_UNITS: dict[str, Unit] = {
    "dag": "days",
    "dyg": "days",
    "kal": "days",
    "tim": "h",
    "h": "h",
    "vec": "weeks",
    "mån": "months",
}
_EXPLAINS = re.compile(
    r"\s?(?:\(|,?\s(?:det vill säga|dvs\.?|alltså|motsvarande)\s)\s?(?:(?:det vill säga|dvs\.?|alltså)\s)?"
)


class Amount(NamedTuple):
    """An amount of time, and where it stands. Several durations are one amount, said in several ways.

    A vague one, `några dagar`, has the least that it can be. A named one, `nästa vardag`, is a time without an `inom`.
    """

    start: int
    end: int
    durations: tuple[Duration, ...]
    is_vague: bool = False
    is_named: bool = False


def amounts(text: str) -> list[Amount]:
    """The amounts of a text in order; what explains one in a parenthesis is part of it, though not of its stretch."""
    found: list[Amount] = []
    end = 0
    for amount in sorted((*_counted(text), *_named(text))):
        if found and _EXPLAINS.fullmatch(text, end, amount.start):
            found[-1] = found[-1]._replace(durations=found[-1].durations + amount.durations)
        else:
            found.append(amount)
        end = amount.end
    return found


def _named(text: str) -> Iterator[Amount]:
    for match in _NAMED.finditer(text):
        yield Amount(*match.span(), (Duration(0 if match["same"] else 1, "working days"),), is_named=True)


def _counted(text: str) -> Iterator[Amount]:
    for match in _COUNTED.finditer(text):
        high = match["high"].lower()
        number = number_of(high) or _FEW.get(high)
        if number:
            amount = Amount(match.start(), match.end(), (Duration(number, _unit(match)),), is_vague=high in _FEW)
            yield amount if _is_range(match) else amount._replace(start=match.start("high"))


def _is_range(match: re.Match[str]) -> bool:
    """Whether what stands before the number belongs to it; in `mejla och två dagar` it does not."""
    if match["low"] is None:
        return True
    joined_by_and = match["to"].strip().lower() == "och"
    return number_of(match["low"]) is not None and joined_by_and == (match.start() != match.start("low"))


def _unit(match: re.Match[str]) -> Unit:
    noun, kind = match["noun"].lower(), (match["kind"] or "").lower()
    if noun.startswith(("arbetsdag", "vardag")) or (noun.startswith("dag") and kind.startswith("helgfri")):
        return "working days"
    return _UNITS[noun[:3]]
