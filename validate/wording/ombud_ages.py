"""The ages up to which, by a Swedish text, a guardian may act as ombud for a child."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from validate.wording.numerals import number_of
from validate.wording.statements import Statement, statements

_NUMBER = r"(?P<number>[0-9]{1,2}|[a-zåäö]{3,16})(?:\s?-?år(?:en|s(?:dag(?:en)?)?)?)?(?![\w.,:]\w)"
_CHILD = r"(?:barn(?:et)?|hen|han\seller\shon|det)"
_AGE = re.compile(
    r"\b(?:(?P<below>under|yngre\sän|inte\s(?:har\s)?(?:fyllt|fyller))"
    rf"|(?P<until>(?:tills|innan|när|då|till\sdess(?:\satt)?|fram\still(?:\satt|\sden\sdag)?)\s(?:ditt\s)?{_CHILD}\s"
    r"(?:har\s)?(?:fyller|fyllt|blir)|fram\still)"
    r"|(?P<through>till\soch\smed|t\.?o\.?m\.?|högst)|(?P<unclear>upp\still|0\s?(?:–|-|till)))\s?"
    rf"(?:den\s)?{_NUMBER}",
    re.IGNORECASE,
)
_ACTS = re.compile(
    r"\bombud\b|\blogga[rt]?\sin\s(?:\S{1,20}\s){0,3}(?:för(?!\satt\b)|åt)\b|\b(?:ärenden?|e-tjänster(?:na)?)\s(?:för|åt)\b"
    r"|\b(?:dig|mig)\ssjälv\b|\b(?:din|dina|ditt|min|mina|mitt)\seg(?:en|et|na)\b"
    r"|\b(?:sköt|skriv|skick|läs|gör)\w{0,3}\s(?:\S{1,20}\s){0,3}åt\b"
    r"|\b(?:vårdnadshavare|förälder|föräldrar)\b[^.]{0,60}\s(?:sköta|skriva|logga\sin|läsa|skicka)\b",
    re.IGNORECASE,
)
_ACTS_SELF = r"(?:logga|skriva|skicka|sköta|läsa|boka)\b"
_OTHER_MATTER = re.compile(
    r"\b(?:vaccin\w*|bvc|barnavård\w*|barnhälsovård\w*|gratis|avgift\w*|kosta\w*|betala\w*|samtyck\w*|underskri\w*|skriva?\sunder"
    r"|sällskap\w*|med\ssig|följ(?:a|er)\smed|särskil\w*|utöka\w*|förläng\w*|skydda\w*|journal\w*|direktkontakt)\b"
    rf"|\b(?:barn|{_CHILD})\s(?:kan|får|ska)\s(?:själv\s)?{_ACTS_SELF}|\b(?:kan|får|ska)\s{_CHILD}\s(?:själv\s)?{_ACTS_SELF}",
    re.IGNORECASE,
)
"""What has ages of its own: care, fees, company at a visit, the journal, what children do themselves, and those who may
be ombud for longer."""

_NEAR = 80
_YOUNGEST, _YOUNGEST_OF_OMBUD, _OLDEST = 10, 7, 21
"""Ages that anyone could take for the limit, the second where an ombud is named; younger ones are ages of care."""


class OmbudAge(NamedTuple):
    """An age in a text, with its stretch and the birthdays that it can mean as the end of being ombud."""

    start: int
    end: int
    limits: tuple[int, ...]


@cache
def ombud_ages(text: str) -> tuple[OmbudAge, ...]:
    return tuple(age for statement in statements(text) for age in _ages(statement)) if "barn" in text.lower() else ()


def _ages(statement: Statement) -> Iterator[OmbudAge]:
    text, start = statement
    acts = list(_ACTS.finditer(text))
    if not acts or _OTHER_MATTER.search(text):
        return
    youngest = _YOUNGEST_OF_OMBUD if "ombud" in text.lower() else _YOUNGEST
    for match in _AGE.finditer(text):
        number = number_of(match["number"])
        if number is None or not youngest <= number <= _OLDEST or not _is_of_child(text, match):
            continue
        if any(act.end() > match.start() - _NEAR and act.start() < match.end() + _NEAR for act in acts):
            yield OmbudAge(start + match.start("number"), start + match.end(), _limits(match, number))


def _is_of_child(text: str, match: re.Match[str]) -> bool:
    return match["until"] is not None or "barn" in text[max(0, match.start() - _NEAR // 2) : match.start()].lower()


def _limits(match: re.Match[str], number: int) -> tuple[int, ...]:
    """`Upp till 13 år` may take in the year after the birthday or not; the others say which."""
    if match["through"]:
        return (number + 1,)
    return (number, number + 1) if match["unclear"] else (number,)
