"""Abbreviations in Swedish prose, and what they are short for."""

import re
from functools import cache
from typing import NamedTuple

_SPELLED_OUT = {
    r"t ex\.?|t\. ex\.?|tex\.?|t\.ex(?!\.)": "till exempel",
    r"bl\. ?a\.?|bla\.|bl a\.?": "bland annat",
    r"(?<!\d )m m|m\. ?m\."
    r"|(?:(?<=[^\W\d_] )|(?<=[^\W\d_], ))(?<!\bi )(?<!per )(?<!antal )(?<!några )mm(?:\.|(?=[,;:!?)]|$))": "med mera",
    r"m fl|m\.? ?fl\.": "med flera",
    r"o s v|osv\.?|o\. ?s\. ?v\.?": "och så vidare",
    r"etc\.?": "och så vidare",
    r"p g a|pga\.?|p\. ?g\. ?a\.?|på g a": "på grund av",
    r"d v s|dvs\.?|d\. ?v\. ?s\.?": "det vill säga",
    r"fr o m|fr\.? ?o\.? ?m\.|from(?= (?:den )?\d)": "från och med",
    r"t o m|t\. ?o\. ?m\.|tom(?= (?:den )?\d)": "till och med",
    r"s k|s\. ?k\.": "så kallad",
    r"f d|f\. ?d\.": "före detta",
    r"f n|f\. ?n\.": "för närvarande",
    r"m\.? ?a\.? ?o\.": "med andra ord",
    r"o\.? ?dyl\.?|o\. ?d\.": "och liknande",
    r"resp\.?(?= [^\W\d])": "respektive",
    r"ggr": "gånger",
    r"c:a|ca\.?": "cirka",
    r"inkl\.?": "inklusive",
    r"exkl\.?": "exklusive",
    r"ang\.?": "angående",
    r"tel(?:\.|(?=:? [\d+(_]))|tfn\.?|tel\.?nr\.?": "telefon",
    r"ev\.?": "kanske",
    r"mott\.?": "mottagning",
    r"pat\.?": "patient",
    r"usk": "undersköterska",
    r"ssk": "sjuksköterska",
    r"dr\.?": "doktor",
    r"mvh": "vänliga hälsningar",
}
_IN_QUESTIONS = {r"t\.ex\.": "till exempel", r"kl\.?": "klockan", r"nr\.?": "nummer"}


class Short(NamedTuple):
    """An abbreviation, where it stands, and the words it is short for."""

    start: int
    end: int
    right: str


def _pattern(spelled_out: dict[str, str]) -> tuple[re.Pattern[str], list[str]]:
    forms = "|".join(f"({form})" for form in spelled_out)
    pattern = re.compile(rf"(?<![\w.:/-])(?:{forms})(?![\w/-]|[.:]\w)", re.IGNORECASE | re.MULTILINE)
    return pattern, list(spelled_out.values())


_ANYWHERE = _pattern(_SPELLED_OUT)
_QUESTIONS = _pattern(_IN_QUESTIONS)


@cache
def shortened(own: str) -> tuple[Short, ...]:
    return _look_for(own, *_ANYWHERE)


@cache
def shortened_in_question(own: str) -> tuple[Short, ...]:
    return _look_for(own, *_QUESTIONS)


def _look_for(own: str, pattern: re.Pattern[str], right: list[str]) -> tuple[Short, ...]:
    # Three capital letters are the name of something else.
    matches = (match for match in pattern.finditer(own) if not match[0].isupper())
    return tuple(Short(*match.span(), right[(match.lastindex or 1) - 1]) for match in matches)
