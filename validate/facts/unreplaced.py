"""What a template leaves for each unit to fill in, and somebody forgot: `X arbetsdagar`, `XX-kliniken`, `[namn]`."""

import re
from collections.abc import Iterator

from validate.facts.html_tags import HTML_TAG

_LETTER = r"[^\W\d_]"
_MARKS = ("X", "xx", "NN", "N.N", "[", "__", "<", ".....", "……")
"""One of these stands in every text that something is left in: the cheap test before the exact ones."""

_RUN = re.compile(rf"(?<!{_LETTER})\d*[Xx]{{2,}}(?:[ :./–-]?[Xx]{{2,}})*(?!{_LETTER})(?:[-/]{_LETTER}+)*")
_SINGLE = re.compile(rf"(?<![\w.+-])X(?!\w)(?P<tail>[-/]{_LETTER}+)*")
_OTHERS = re.compile(
    rf"(?<![\w-])(?:NN|N\.N\.?)(?!\w)(?:[-/]{_LETTER}+)*"
    r"|(?<!<!)(?<!<!--)\[[^\[\]\n]*[^\W\d_][^\[\]\n]*\](?!\()"
    r"|(?<!\w)_{2,}(?!\w)"
    r"|\.{5,}|…{2,}"
    rf"|(?<!\w)<{_LETTER}[^<>@:\n]*(?<!\s)>(?!\w)"
)

# What may be numbered with Roman numerals or named by the letter, so that an X after it means itself.
_NUMBERED = re.compile(
    r"\b(?:typ|kromosom(?:en|er|erna|erna?s)?|vitamin|klass|grad|stadium|faktor|fragilt?|syndrom|kranialnerv|nerv"
    r"|generation|kapitel|avsnitt|artikel|del|iphone|os|karl|carl|gustav|malcolm)\s+$",
    re.IGNORECASE,
)
_CROSS = re.compile(
    r"\b(?:ett|sätt|skriv|markera|kryss\w*|bokstaven|tecknet|knappen|symbolen|appen)\s+(?:med\s+)?(?:ett\s+)?[”\"'(]?$",
    re.IGNORECASE,
)
_OTHER_LETTER_AFTER = re.compile(r"\s*(?:,|/|-|och|eller|samt)\s*Y\b")
_OTHER_LETTER_BEFORE = re.compile(r"\b[WY]\s*(?:,|/|och|eller|samt)\s*$")
_TIMES = re.compile(r"\d\s*$")
_TIMES_AFTER = re.compile(r"\s*\d|\s+(?:per|om)\b")
_SPAN_OF_TIME_AFTER = re.compile(r"\s+(?:arbets|var|hel)?(?:dag|dygn|timm|minut|veck|månad)")
_NETWORKS = re.compile(r"facebook|instagram|twitter|linkedin|sociala medier|följ oss", re.IGNORECASE)
_UNIT_TAIL = re.compile(
    r"[-/](?:\w*(?:klinik|mottagning|central|enhet|avdelning|sjukhus|tandvård|vård)\w*|nummer|telefon|namn|dag\w*"
    r"|arbetsdag\w*|timm\w*|bvc|bup|rehab)$",
    re.IGNORECASE,
)
_NEAR = 40


def unreplaced(text: str) -> Iterator[tuple[int, int]]:
    """The stretches of a text that wait to be replaced, in order; none lies inside another."""
    if not any(mark in text for mark in _MARKS):
        return
    spans = [match.span() for match in _OTHERS.finditer(text) if not HTML_TAG.match(match[0])]
    spans += [match.span() for match in _RUN.finditer(text) if not _is_about_chromosomes(text, match)]
    spans += [match.span() for match in _SINGLE.finditer(text) if not _means_itself(text, match)]
    end = 0
    for start, stop in sorted(spans, key=lambda span: (span[0], -span[1])):
        if start >= end:
            yield start, stop
            end = stop


def _is_about_chromosomes(text: str, match: re.Match[str]) -> bool:
    before, after = _around(text, match)
    return (
        "kromosom" in match[0].lower()
        or _NUMBERED.search(before) is not None
        or re.match(r"\s*(?:,|/|-|och|eller)\s*X?Y\b|[ -]kromosom", after) is not None
    )


def _means_itself(text: str, match: re.Match[str]) -> bool:
    """Whether a single X is a Roman ten, a chromosome, a cross, a factor or a name, rather than something left."""
    before, after = _around(text, match)
    if match["tail"]:
        return not _UNIT_TAIL.search(match[0])
    return (
        _NUMBERED.search(before) is not None
        or _CROSS.search(before) is not None
        or _OTHER_LETTER_AFTER.match(after) is not None
        or _OTHER_LETTER_BEFORE.search(before) is not None
        or (before[-1:] in ("”", '"', "'") and after[:1] in ("”", '"', "'"))
        or (_TIMES.search(before) is not None and _TIMES_AFTER.match(after) is not None)
        or (_NETWORKS.search(text) is not None and _SPAN_OF_TIME_AFTER.match(after) is None)
    )


def _around(text: str, match: re.Match[str]) -> tuple[str, str]:
    return text[max(match.start() - _NEAR, 0) : match.start()], text[match.end() : match.end() + _NEAR]
