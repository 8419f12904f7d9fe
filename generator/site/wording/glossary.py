"""The words of the field in plain Swedish, for readers of the site; `docs/glossary.md` has them for readers of code."""

import csv
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import cache
from importlib.resources import files as package_files

from generator.site.wording.phrases import alphabetical


@dataclass(frozen=True)
class Word:
    """A word, what it is called in English and in the files, and the words that belong to it.

    The anchor of a word is the word itself, with its English name where another word has the same: `rad`, `råd`.
    Words of the program are those that only who works with it meets.
    """

    word: str
    anchor: str
    english: str
    key: str
    see: tuple[str, ...]
    of_program: bool
    meaning: str


@cache
def entries() -> tuple[Word, ...]:
    """The words in Swedish alphabetical order."""
    text = package_files("generator.site.wording").joinpath("glossary.csv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(text.splitlines(), delimiter=";"))
    many = Counter(_slug(row["ord"]) for row in rows)
    words = [
        Word(
            row["ord"],
            _slug(row["ord"] if many[_slug(row["ord"])] == 1 else f"{row['ord']} {row['engelska']}"),
            row["engelska"],
            row["nyckel"],
            tuple(filter(None, row["se"].split(", "))),
            bool(row["program"]),
            row["betydelse"],
        )
        for row in rows
    ]
    return tuple(sorted(words, key=lambda word: alphabetical(word.word)))


@cache
def _anchors() -> dict[str, str]:
    return {word.word: word.anchor for word in entries()}


def anchor_of(word: str) -> str:
    """Where on the page of the glossary the word stands. Raises KeyError for a word that it does not have."""
    return _anchors()[word]


def _slug(word: str) -> str:
    """`värde (för platshållare)` -> `varde-for-platshallare`; å, ä and ö would be coded in addresses."""
    bare = unicodedata.normalize("NFD", word.lower()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", bare).strip("-")
