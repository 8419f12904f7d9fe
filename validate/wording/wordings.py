"""Wordings looked for in texts, all of them in one walk through a text."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

_ATOM = re.compile(r"\{\w{1,60}\}|\w[\w:’'‐‑-]*\w|\w|\s+|.", re.DOTALL)
"""A placeholder, a word with what joins its parts, a stretch of blanks, or any other character."""
_REST = 40
"""Letters that a `*` stands for at most; no Swedish word is so long that it matters."""
_ALIKE = str.maketrans("’‐‑", "'--")
"""Signs that join a word's parts, and that no reader can tell apart."""
_FEWEST_LETTERS = 2
_FEWEST_LETTERS_BY_STAR = 3


class Occurrence(NamedTuple):
    """A stretch of a text that is one of an owner's wordings."""

    owner: str
    start: int
    end: int


class _Step:
    """How far into some wordings a walk has come: which words may follow, and whose wordings end here."""

    __slots__ = ("begins", "ends", "owners", "words")

    def __init__(self) -> None:
        self.words: dict[str, _Step] = {}
        self.begins: dict[str, _Step] = {}
        self.ends: dict[str, _Step] = {}
        self.owners: list[str] = []

    def after(self, word: str) -> "Iterator[_Step]":
        lowered = word.lower()
        # What an author wrote without capitals is found with any, what he wrote with capitals only so.
        for form in (word,) if word == lowered else (word, lowered):
            if form in self.words:
                yield self.words[form]
            for length in range(max(1, len(form) - _REST), len(form) + 1):
                if form[:length] in self.begins:
                    yield self.begins[form[:length]]
                if form[-length:] in self.ends:
                    yield self.ends[form[-length:]]


class Wordings:
    """Wordings by whose they are. The time to look through a text does not grow with their number."""

    def __init__(self, owned: Iterable[tuple[str, str]]) -> None:
        self._root = _Step()
        self._first: dict[str, list[_Step]] = {}
        for owner, wording in owned:
            step = self._root
            for kind, word in _atoms_of(wording):
                step = getattr(step, kind).setdefault(word, _Step())
            step.owners.append(owner)

    def find(self, text: str) -> Iterator[Occurrence]:
        """Each occurrence in order; of an owner's that overlap, the first, and of those that of most words."""
        atoms = [(_shape(match[0]), *match.span()) for match in _ATOM.finditer(text)]
        last: dict[str, int] = {}
        for number, (word, start, _) in enumerate(atoms):
            if word not in self._first:
                self._first[word] = list(self._root.after(word))
            ends: dict[str, int] = {}
            steps, position = self._first[word], number
            while steps:
                ends.update((owner, atoms[position][2]) for step in steps for owner in step.owners)
                position += 1
                following = atoms[position][0] if position < len(atoms) else ""
                steps = [after for step in steps for after in step.after(following)]
            for owner, end in ends.items():
                if last.get(owner, 0) <= start:
                    last[owner] = end
                    yield Occurrence(owner, start, end)


def is_too_general(wording: str) -> bool:
    """Whether a wording, or a part of a word in it, is so short that it is found nearly everywhere."""
    letters = sum(map(str.isalnum, wording))
    starred = [sum(map(str.isalnum, word)) for word in wording.split() if "*" in word]
    return letters < _FEWEST_LETTERS or min(starred, default=_FEWEST_LETTERS_BY_STAR) < _FEWEST_LETTERS_BY_STAR


def _atoms_of(wording: str) -> Iterator[tuple[str, str]]:
    """The atoms that a wording is made of, each with how it is looked for."""
    for number, word in enumerate(wording.split()):
        if number:
            yield "words", " "
        atoms = _ATOM.findall(word.strip("*"))
        for place, atom in enumerate(atoms):
            is_first, is_last = place == 0, place == len(atoms) - 1
            kind = "ends" if is_first and word[0] == "*" else "begins" if is_last and word[-1] == "*" else "words"
            yield kind, _shape(atom)


def _shape(atom: str) -> str:
    """An atom as wordings know it: any blanks are one blank, so that a folded text is no other text."""
    return " " if atom.isspace() else atom.translate(_ALIKE)
