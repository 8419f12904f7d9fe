"""What a template leaves for each unit to fill in, and somebody forgot: `X arbetsdagar`, `XX-kliniken`, `[namn]`."""

import re
from collections.abc import Iterator
from functools import cache

from validate.wording.html_tags import HTML_TAG

_LETTER = r"[^\W\d_]"
_MARKS = ("X", "xx", "NN", "N.N", "[", "__", "<", ".....", "……", "???", "TODO", "FIXME", "=======", ">>>>>>>")
"""One of these stands in every text that something is left in, but for a small x: the cheap test before the others."""
_SMALL = re.compile(rf"(?<!{_LETTER})x")

_RUN = re.compile(
    rf"(?<!{_LETTER})(?:\d*[Xx]{{2,}}(?:[ :./–-]?[Xx]{{2,}})*(?!{_LETTER})(?:[-/]{_LETTER}+)*|X{{2,}}[a-zåäö]{{4,}})"
)
_SINGLE = re.compile(
    rf"(?<![\w.+])(?<!{_LETTER}-)(?P<x>[Xx])(?!\w)(?P<tail>(?:[-–/](?:[XxYy](?!\w)|\d+(?!\w)|{_LETTER}+))*)"
)
_GLUED = re.compile(
    r"(?<!\w)[Xx](?:arbetsdag|veckodag|dagar|dygn|timmar|minuter|veckor|månader|klinik|mottagning|vårdcentral)[a-zåäö]*"
)
_OTHERS = re.compile(
    rf"(?<![\w-])(?:NN|N\.N\.?)(?!\w)(?:[-/]{_LETTER}+)*"
    r"|(?<!<!)(?<!<!--)\[[^\[\]\n]*[^\W\d_][^\[\]\n]*\](?!\()"
    r"|(?<!\w)_{2,}(?!\w)"
    r"|\.{5,}|…{2,}"
    rf"|(?<!\w)<{_LETTER}[^<>@:\n]*(?<!\s)>(?!\w)"
    r"|\b(?:TODO|FIXME)\b|(?<![\w?!])\?{3,}"
    r"|^(?:<{7}|={7}|>{7})(?![<=>])[^\n]*",
    re.MULTILINE,
)

# A measure after it makes an X a number that is missing, whatever stands before it.
_MEASURE_AFTER = re.compile(
    r"(?:\s*(?:,|/|-|–|och|eller|till|samt)\s*[XYZxyz0-9]{1,3})?[”\"']?\s+(?:(?:antal|stycken|st)\s+)?"
    r"(?:(?:arbets|var|hel|vecko)?(?:dag|dygn|timm|minut|veck|månad)|(?:år|kr|kronor|procent|mil|meter|km)\b|%)"
)
_TIMES_A_DAY = re.compile(r"\s+(?:dag|dygn|timme|vecka|månad|år)(?:en|et)?\b")

# What may be numbered with Roman numerals or named by the letter, so that an X after it means itself.
_NUMBERED = re.compile(
    r"\b(?:typ|kromosom(?:en|er|erna|erna?s)?|vitamin|klass|grad|stadium|faktor(?:er|erna)?|fragilt?|syndrom"
    r"|kranialnerv|nerv|generation|kapitel|avsnitt|artikel|del|iphone|os|karl|carl|gustav|malcolm|trippel|triple)"
    r"\s+(?:[IVX]+\s*(?:,|/|-|–|och|eller)\s*)*$",
    re.IGNORECASE,
)
_KARYOTYPE = re.compile(r"\b4[4-9]\s?,\s?$")
_FORM_OF_A_DAY = re.compile(r"(?:mmdd|åmd|\d{6})[-–+ ]?$", re.IGNORECASE)
_SIZE = re.compile(r"[Xx]+-(?:large|small)", re.IGNORECASE)
_FORM_OF_A_NUMBER = re.compile(r"(?:19|20)?[Xx]{6,8}[-–+]?[Xx]{4}")
_CROSS = re.compile(
    r"\b(?:ett|sätt|skriv|markera|kryss\w*|bokstaven|tecknet|knappen|symbolen|appen|(?:tryck|klick)\w*(?:\s+på)?)\s+"
    r"(?:med\s+)?(?:ett\s+)?[”\"'(]?$",
    re.IGNORECASE,
)
_OTHER_LETTER_AFTER = re.compile(r"\s*-?\s*(?:,|/|-|och|eller|samt)\s*(?:en\s+)?Y\b")
_OTHER_LETTER_BEFORE = re.compile(r"\b[WY]\s*(?:,|/|och|eller|samt)\s*$")
_CHROMOSOME_OR_AXIS = re.compile(r"kromosom|axel|axl|koordinat", re.IGNORECASE)
_TIMES = re.compile(r"\d\s*$")
_TIMES_AFTER = re.compile(r"\s*\d|\s+(?:per|om)\b")
_RANGE = re.compile(r"(?<![\w-])\d{1,2}[-–]$")
_NETWORKS = re.compile(r"facebook|instagram|twitter|linkedin|sociala medier|följ oss", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?](?:\s|$)|\n")
_NUMBER_TAIL = re.compile(r"(?:[-–/](?:[XxYy]|\d+))+")
_UNIT_TAIL = re.compile(
    r"[-–/](?:\w*(?:klinik|mottagning|central|enhet|avdelning|sjukhus|tandvård|vård)\w*|nummer|telefon|namn|dag\w*"
    r"|arbetsdag\w*|timm\w*|bvc|bup|rehab|stad\w*|kommun\w*|region\w*)$",
    re.IGNORECASE,
)
_NEAR = 40


@cache
def unreplaced(text: str) -> tuple[tuple[int, int], ...]:
    """The stretches of a text that wait to be replaced, in order; none lies inside another."""
    # Thousands of units say the same of themselves.
    return tuple(_unreplaced(text))


def _unreplaced(text: str) -> Iterator[tuple[int, int]]:
    if not (any(mark in text for mark in _MARKS) or ("x" in text and _SMALL.search(text))):
        return
    spans = [match.span() for match in _OTHERS.finditer(text) if not HTML_TAG.match(match[0])]
    spans += [match.span() for match in _RUN.finditer(text) if not _is_known_run(text, match)]
    spans += [match.span() for match in _SINGLE.finditer(text) if not _means_itself(text, match)]
    spans += [match.span() for match in _GLUED.finditer(text)]
    end = 0
    for start, stop in sorted(spans, key=lambda span: (span[0], -span[1])):
        if start >= end:
            yield start, stop
            end = stop


def _is_known_run(text: str, match: re.Match[str]) -> bool:
    """Whether it is about chromosomes, a Roman twenty, a size, or how a personal number is written."""
    before, after = _around(text, match)
    if (
        _FORM_OF_A_NUMBER.fullmatch(match[0])
        or _SIZE.fullmatch(match[0])
        or _FORM_OF_A_DAY.search(before)
        or _KARYOTYPE.search(before)
    ):
        return True
    if _MEASURE_AFTER.match(after):
        return False
    return (
        "kromosom" in match[0].lower()
        or _NUMBERED.search(before) is not None
        or re.match(r"\s*(?:,|/|-|och|eller)\s*X?Y\b|[ -]kromosom", after) is not None
    )


def _means_itself(text: str, match: re.Match[str]) -> bool:
    """Whether a single X is a Roman ten, a chromosome, a cross, a factor or a name, rather than something left."""
    before, after = _around(text, match)
    if match["tail"] and not _NUMBER_TAIL.fullmatch(match["tail"]):
        return not _UNIT_TAIL.search(match[0]) or (match["tail"][0] == "/" and _TIMES.search(before) is not None)
    if _TIMES.search(before):
        return match["x"] == "x" or (_TIMES_AFTER.match(after) or _TIMES_A_DAY.match(after)) is not None
    if _MEASURE_AFTER.match(after):
        return False
    if match["x"] == "x" or _KARYOTYPE.search(before):
        return True
    if match["tail"]:
        return _CHROMOSOME_OR_AXIS.search(before + after) is not None
    return not _RANGE.search(before) and _is_named(before, after)


def _is_named(before: str, after: str) -> bool:
    return (
        _NUMBERED.search(before) is not None
        or _CROSS.search(before) is not None
        or _OTHER_LETTER_AFTER.match(after) is not None
        or _OTHER_LETTER_BEFORE.search(before) is not None
        or (before[-1:] in ("”", '"', "'") and after[:1] in ("”", '"', "'"))
        or _NETWORKS.search(_SENTENCE_END.split(before)[-1] + _SENTENCE_END.split(after)[0]) is not None
    )


def _around(text: str, match: re.Match[str]) -> tuple[str, str]:
    return text[max(match.start() - _NEAR, 0) : match.start()], text[match.end() : match.end() + _NEAR]
