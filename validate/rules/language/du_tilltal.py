"""A reader who is spoken to as man, Ni or patienten instead of as du."""

import re
from collections.abc import Iterator
from functools import cache

from schema.places import Place
from schema.workspace import Workspace
from validate.facts.prose import prose_for_residents
from validate.rule import Finding, Words, found, rule
from validate.wording.sentences import sentences

_VERB = (
    "kan|ska|skall|får|måste|bör|vill|behöver|har|är|blir|mår|bokar|avbokar|ombokar|ringer|skriver|skickar|loggar|fyller"
    "|väljer|kommer|går|tar|gör|ser|hittar|söker|betalar|lämnar|hämtar|kontaktar|vänder|anmäler|hör|använder|behåller"
)
_MODAL = "kan|ska|skall|får|måste|bör|vill|behöver|brukar"
_BEFORE_MAN = f"{_MODAL}|gör|bokar|avbokar|ombokar|ringer|skriver|loggar"
_MAN_FIRST = re.compile(
    rf"(?<![\w-])(?P<word>man)(?= (?:inte |alltid |själv |också |gärna |helst )?(?:{_VERB})\b)", re.IGNORECASE
)
_MAN_AFTER = re.compile(
    rf"(?<![\w-])(?:{_BEFORE_MAN}|hur|innan|därför att) (?P<word>man)(?! (?:med|som|på|i|över|under)\b)"
)
_NO_PRONOUN_BEFORE = re.compile(
    r"(?:^|\W)(?:en|den|god|ung|unga|äldre|gammal|annan|gift|vuxen|ensam\w*|som|är|blir|var|vara|varit|och|eller|född|juridisk\w*|min|din"
    r"|sin|hans|hennes|isle of|ingen|varje|någon)\s$",
    re.IGNORECASE,
)
_POLITE = re.compile(r"(?<=[\w,;] )(?P<word>Ni|Er|Ert|Era|Eder|Edra)(?![\w:-])(?!\))")
_NI = re.compile(
    rf"(?<![\w-])(?:(?P<word>ni)(?= (?:{_MODAL}|ringer|bokar|avbokar|kontaktar|skickar|loggar)\b)"
    rf"|(?:{_MODAL}) (?P<after>ni)"
    r"|(?:ringer|kontaktar|skickar|svarar|hjälper|påminner|välkomnar|hör av|vänd|logga|anmäl|boka) (?P<object>er)"
    r"|(?P<eder>eder|edra))(?![\w:-])",
    re.IGNORECASE,
)
_ONE_READER = re.compile(r"(?<![\w-])(?:du|dig|din|ditt|dina|jag|mig|min|mitt|mina)(?![\w-])", re.IGNORECASE)
_SEVERAL = re.compile(
    r"(?<![\w-])(?:barn(?!s? under 13)|familj|föräld|vårdnadshav|par(?:et)?\b|partner|sambo|mak[ae]\b|anhörig|närståe"
    r"|syskon|tvilling|bebis|båda|bägge|två\b|tre\b|flera|gruppe?|alla\b|varandra|tillsammans|överens|välkomna\b|själva"
    r"|deltag|sällskap|skol|lärare|arbetsgivar|personal|företag|mottagning\w* och)",
    re.IGNORECASE,
)
_PATIENT = re.compile(
    r"(?P<word>Patient(?:en|er|erna)|Invånare[n]?)(?= (?:som \w+ \w+ )?(?:ska|skall|bör|måste|får|kan|ombeds)\b)"
)


@rule(
    "advice",
    sv=Words(
        title="Tilltal med du",
        message="”{written}” tilltalar inte läsaren med du.",
        reason="Med du ser läsaren direkt vad hen själv ska göra.",
        advice="Skriv om meningen till du.",
    ),
    en=Words(
        title="Address by du",
        message="“{written}” does not speak to the reader as du.",
        reason="With du the reader sees at once what to do.",
        advice="Write the sentence anew with du.",
    ),
    source="Inera, Språket på 1177.se, och 1177, Riktlinjer för språket",
    good="""
-- units/vc.yaml --
settings:
  information: Kom tidigt om du har ett barn med dig, så att ni hinner vila. En man eller kvinna på plats hjälper dig.
""",
    bad="""
-- units/vc.yaml --
settings:
  information: Här kan man boka tid.  # <-- du-tilltal
  opening_hours: Ring oss så att vi kan hjälpa Er.  # <-- du-tilltal
""",
)
def du_tilltal(workspace: Workspace) -> Iterator[Finding]:
    for prose in prose_for_residents(workspace):
        for start, end in _others(prose.own):
            for place in prose.places:
                if not _is_said_by_resident(place):
                    yield found(place.within(start, end), written=prose.text[start:end])


def _is_said_by_resident(place: Place) -> bool:
    """Whether it is an answer to choose, and so the resident's own words."""
    return "options" in place.path


@cache
def _others(own: str) -> tuple[tuple[int, int], ...]:
    return tuple(sorted(set(_looked_for(own))))


def _looked_for(own: str) -> Iterator[tuple[int, int]]:
    lowered = own.lower()
    if "man " in lowered or " man" in lowered:
        for match in (*_MAN_FIRST.finditer(own), *_MAN_AFTER.finditer(own)):
            start, end = match.span("word")
            if not _NO_PRONOUN_BEFORE.search(own[max(start - 12, 0) : start]):
                yield start, end
    if any(word in own for word in ("Ni", "Er", "Ed")) and not _speaks_of_self(own):
        yield from (match.span("word") for match in _POLITE.finditer(own))
    if any(word in lowered for word in ("ni", "er", "edra")) and not (_ONE_READER.search(own) or _SEVERAL.search(own)):
        yield from (match.span(match.lastgroup or 0) for match in _NI.finditer(own))
    if ("Patient" in own or "Invånare" in own) and not _SEVERAL.search(own):
        people = (_PATIENT.match(own, sentence.start) for sentence in sentences(own))
        yield from (person.span("word") for person in people if person)


def _speaks_of_self(own: str) -> bool:
    return re.search(r"(?<!\w)(?:jag|mig|min|mitt|mina)(?!\w)", own, re.IGNORECASE) is not None
