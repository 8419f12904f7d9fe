"""The page of the glossary: the words of the field, and the codes of the files."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from generator.outputs import Nation
from generator.site.page import Frame, Link, render
from generator.site.site import Page
from generator.site.wording import words
from generator.site.wording.glossary import Word, anchor_of, entries

_CODES: Mapping[str, Mapping[str, str]] = {
    "mottagningens status": words.STATUS,
    "verksamhetstyp": words.BUSINESS_TYPE,
    "vårdnivå": words.CARE_LEVEL,
    "vad mottagningen gör": words.CAPABILITY,
    "ärendetypens slag": words.KIND,
    "vem som bestämmer": words.GOVERNANCE,
    "lager": words.LAYER,
    "tidbokens funktioner": words.BOOKING_FUNCTION,
    "takning": words.TAKNING,
    "kallelse": words.SUMMONS_FLOW,
    "vad PAS stöder": words.PAS_SUPPORTS,
    "frågans typ": words.QUESTION_TYPE,
    "platshållarens typ": words.VARIABLE_TYPE,
    "villkorstextens form": words.LAYOUT,
    "villkorstextens status": words.TERMS_STATUS,
    "villkorstextens ändring": words.CHANGE,
    "mallens slag": words.MESSAGE_KIND,
    "kön": words.SEX,
    "policy: betjäningsområde": words.SERVICE_AREA_POLICY,
    "policy: centrala ärendetyper": words.ACTIVATED_BY,
    "policy: avisering": words.NOTIFICATION_ADDRESS,
    "policy: digitalt utbud": words.DIGITAL_OFFER,
    "policy: akuta behov": words.EMERGENCY_REFERRAL,
    "allvar": words.SEVERITY,
}


@dataclass(frozen=True)
class WordView:
    word: Word
    see: tuple[Link, ...]


@dataclass(frozen=True)
class Letter:
    id: str
    letter: str
    words: tuple[WordView, ...]


@dataclass(frozen=True)
class Code:
    about: str
    code: str
    words: str


@dataclass(frozen=True)
class GlossaryPage:
    frame: Frame
    letters: tuple[Letter, ...]
    of_program: tuple[WordView, ...]
    codes: tuple[Code, ...]


def pages(nation: Nation) -> Iterator[Page]:
    del nation
    yield Page("glossary.html", lambda: render("glossary.html.j2", _page()))


def _page() -> GlossaryPage:
    of_field = [word for word in entries() if not word.of_program]
    letters = [
        Letter(_id(letter), letter, tuple(map(_view, found)))
        for letter, found in groupby(of_field, key=lambda word: word.word[0].upper())
    ]
    of_program = tuple(_view(word) for word in entries() if word.of_program)
    codes = tuple(Code(about, code, said) for about, table in _CODES.items() for code, said in table.items())
    frame = Frame("Ordlista", "", (Link("Alla regioner", "index.html"),), "Ordlista")
    return GlossaryPage(frame, tuple(letters), of_program, codes)


def _id(letter: str) -> str:
    return f"bokstav-{ {'Å': 'aa', 'Ä': 'ae', 'Ö': 'oe'}.get(letter, letter.lower()) }"


def _view(word: Word) -> WordView:
    return WordView(word, tuple(Link(other, f"#{anchor_of(other)}") for other in word.see))
