"""An abbreviation in a text for residents."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from schema.places import Place
from schema.workspace import Workspace
from validate.facts.prose import prose_for_residents
from validate.rule import Finding, Words, found, rule

_SPELLED_OUT = {
    r"t ex\.?|t\. ex\.?|tex\.?|t\.ex(?!\.)": "till exempel",
    r"bl\.? ?a\.|bl a": "bland annat",
    r"(?<!\d )m m|m\. ?m\."
    r"|(?:(?<=[^\W\d_] )|(?<=[^\W\d_], ))(?<!\bi )(?<!per )(?<!antal )(?<!några )mm(?:\.|(?=[,;:!?)]|$))": "med mera",
    r"m fl|m\.? ?fl\.": "med flera",
    r"o s v|osv\.?|o\. ?s\. ?v\.": "och så vidare",
    r"etc\.?": "och så vidare",
    r"p g a|pga\.?|p\. ?g\. ?a\.|på g a": "på grund av",
    r"d v s|dvs\.?|d\. ?v\. ?s\.": "det vill säga",
    r"fr o m|fr\.? ?o\.? ?m\.|from(?= (?:den )?\d)": "från och med",
    r"t o m|t\. ?o\. ?m\.|tom(?= (?:den )?\d)": "till och med",
    r"s k|s\. ?k\.": "så kallad",
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
    r"dr\.?": "läkare",
    r"mvh": "vänliga hälsningar",
}
_IN_QUESTIONS = {r"t\.ex\.": "till exempel", r"kl\.?": "klockan", r"nr\.?": "nummer"}


class _Short(NamedTuple):
    start: int
    end: int
    right: str


def _pattern(spelled_out: dict[str, str]) -> tuple[re.Pattern[str], list[str]]:
    forms = "|".join(f"({form})" for form in spelled_out)
    pattern = re.compile(rf"(?<![\w.:/-])(?:{forms})(?![\w/-]|[.:]\w)", re.IGNORECASE | re.MULTILINE)
    return pattern, list(spelled_out.values())


_ANYWHERE = _pattern(_SPELLED_OUT)
_QUESTIONS = _pattern(_IN_QUESTIONS)


@rule(
    "advice",
    sv=Words(
        title="Förkortning",
        message="”{written}” är en förkortning.",
        reason="Alla känner inte till förkortningen, och den kan läsas upp fel.",
        advice="Skriv ut orden: ”{right}”, eller skriv om meningen. ”T.ex.” får stå utanför frågor.",
    ),
    en=Words(
        title="Abbreviation",
        message="“{written}” is an abbreviation.",
        reason="Not all know the abbreviation, and it may be read aloud wrongly.",
        advice="Spell it out: “{right}”, or write the sentence anew. “T.ex.” may stand outside questions.",
    ),
    source="VGR Vårdgivarwebben, Designer (inga förkortningar i frågor; ”t.ex.”, inte ”t ex”), och Språkliga "
    "riktlinjer för invånartjänsterna",
    good="""
-- units/vc.yaml --
settings:
  information: Ta med t.ex. din medicinlista. Såret får vara 5 mm.
""",
    bad="""
-- units/vc.yaml --
settings:
  information: Ta med t ex din medicinlista.  # <-- abbreviation
  opening_hours: Vi har stängt pga semester mm.  # <-- abbreviation, abbreviation
""",
)
def abbreviation(workspace: Workspace) -> Iterator[Finding]:
    for prose in prose_for_residents(workspace):
        anywhere, in_questions = _shortened(prose.own), _in_question(prose.own)
        for place in prose.places if anywhere or in_questions else ():
            if "options" not in place.path:
                for short in anywhere + (in_questions if place.path[-1] == "question" else ()):
                    yield _finding(prose.text, place, _Short(*short))


def _finding(text: str, place: Place, short: _Short) -> Finding:
    return found(place.within(short.start, short.end), written=text[short.start : short.end], right=short.right)


@cache
def _shortened(own: str) -> tuple[_Short, ...]:
    return _look_for(own, *_ANYWHERE)


@cache
def _in_question(own: str) -> tuple[_Short, ...]:
    return _look_for(own, *_QUESTIONS)


def _look_for(own: str, pattern: re.Pattern[str], right: list[str]) -> tuple[_Short, ...]:
    # Three capital letters are the name of something else.
    matches = (match for match in pattern.finditer(own) if not match[0].isupper())
    return tuple(_Short(*match.span(), right[(match.lastindex or 1) - 1]) for match in matches)
