"""Names that 1177 or a region no longer has, in Swedish prose."""

import re
from functools import cache
from typing import Literal, NamedTuple

_BRAND = re.compile(
    r"(?:\b1177(?:\s+|-))?\bVårdguidens?\b(?:\s+e-tjänster(?:na)?\b)?"
    r"|\b(?-i:Mina|MINA)\s+vårdkontakter(?:na)?s?\b"
    r"|\bminavardkontakter(?:\.se\b)?"
    r"|\bMVK(?::?s)?\b(?:\.se\b)?",
    re.IGNORECASE,
)
_BRANDS = ("vårdguiden", "vårdkontakter", "minavardkontakter", "mvk")
# Streets keep their names.
_COUNCIL = re.compile(
    r"\b\w*landsting(?!s(?:gata|gränd|väg|torg|park|allé|back|stig|plats|plan)(?:e?n|e?t)?\b)\w*", re.IGNORECASE
)
_WHEN_IT_WAS_SO = re.compile(r"(?<![\d-])(?:19\d\d|20(?:0\d|1[0-8]))(?![\d-])")
"""A year when there were county councils: what is told of it is history."""
_NEAR = 60


class FormerName(NamedTuple):
    """A former name in a text, and what stands for it now."""

    start: int
    end: int
    now: Literal["services", "1177", "council"]


@cache
def former_names(text: str) -> tuple[FormerName, ...]:
    lowered = text.lower()
    names: list[FormerName] = []
    if any(brand in lowered for brand in _BRANDS):
        for match in _BRAND.finditer(text):
            of_services = match[0].lower().endswith(("tjänster", "tjänsterna"))
            names.append(FormerName(*match.span(), "services" if of_services else "1177"))
    for match in _COUNCIL.finditer(text) if "landsting" in lowered else ():
        if not _WHEN_IT_WAS_SO.search(text, max(0, match.start() - _NEAR), match.end() + _NEAR):
            names.append(FormerName(*match.span(), "council"))
    return tuple(names)
