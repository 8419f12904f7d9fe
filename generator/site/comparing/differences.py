"""What differs between two texts, word by word, as a reader can see it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

from schema.models.texts import Terms

_MOST_WORDS = 1500
"""Words of a text that are compared one by one; a longer one is shown as taken away and put in whole."""
_GAP = 1
"""Words alike between two changes that are told as one, since one word alone does not help anybody."""
_NEAREST = 12
"""Words that are shown on each side of a difference."""
_PART = {
    "unit_text": "Mottagningens text",
    "concerns": "Bokningen avser",
    "information_to_unit": "Information till vården",
    "conditions": "Villkor",
}


class Piece(NamedTuple):
    """Words that stand in both texts, or in one of them."""

    kind: Literal["same", "old", "new"]
    text: str


@dataclass(frozen=True)
class Difference:
    """A part of a text that is not what it was: its name, what became of it, and its words."""

    part: str
    note: str
    pieces: tuple[Piece, ...]


def pieces_of(old: str, new: str) -> tuple[Piece, ...]:
    """Both texts in one; blanks and line breaks do not count as differences."""
    before, after = old.split(), new.split()
    pieces = list(_pieces(before, after))
    return tuple(Piece(kind, " ".join(words)) for kind, words in pieces if words)


def _pieces(before: list[str], after: list[str]) -> Iterator[tuple[Literal["same", "old", "new"], list[str]]]:
    for same, (start, end), (first, last) in _stretches(before, after):
        if same:
            yield "same", after[first:last]
        else:
            yield "old", before[start:end]
            yield "new", after[first:last]


def _stretches(before: list[str], after: list[str]) -> list[tuple[bool, tuple[int, int], tuple[int, int]]]:
    """Stretches of the two that are alike or not, by turns; what is alike is long enough to help a reader."""
    if max(len(before), len(after)) > _MOST_WORDS:
        return [(before == after, (0, len(before)), (0, len(after)))]
    found: list[tuple[bool, tuple[int, int], tuple[int, int]]] = []
    blocks = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    for place, (tag, start, end, first, last) in enumerate(blocks):
        inside = 0 < place < len(blocks) - 1
        same = tag == "equal" and not (inside and end - start <= _GAP)
        if found and not same and not found[-1][0]:
            _, (opened, _), (begun, _) = found.pop()
            found.append((False, (opened, end), (begun, last)))
        else:
            found.append((same, (start, end), (first, last)))
    return found


def differences_of(old: Terms, new: Terms, old_point: str = "Punkt {} förut") -> tuple[Difference, ...]:
    """The parts of a terms text that are not what they were. `old_point` names a point that is no longer there."""
    before, after = ({id: text for _, id, text in terms.parts()} for terms in (old, new))
    return differences(before, after, {**_names(old, old_point), **_names(new, "Punkt {}")})


def differences(
    before: Mapping[str, str], after: Mapping[str, str], names: Mapping[str, str]
) -> tuple[Difference, ...]:
    """What was put in, taken away, moved or worded otherwise, by id and in the new order."""
    moved = _moved(list(before), list(after))
    return tuple(_differences(before, after, names, moved))


def _differences(
    before: Mapping[str, str], after: Mapping[str, str], names: Mapping[str, str], moved: set[str]
) -> Iterator[Difference]:
    for id, text in after.items():
        if id not in before:
            yield Difference(names[id], "tillagd", pieces_of("", text))
        elif before[id].split() != text.split():
            note = "flyttad och ändrad" if id in moved else "ändrad"
            yield Difference(names[id], note, _shortened(pieces_of(before[id], text)))
        elif id in moved:
            yield Difference(names[id], "flyttad", _shortened(pieces_of(text, text)))
    for id, text in before.items():
        if id not in after:
            yield Difference(names[id], "borttagen", pieces_of(text, ""))


def _names(terms: Terms, point: str) -> dict[str, str]:
    """What a reader calls each part: by its number, or by its own name."""
    ids = [id for _, id, _ in terms.parts()]
    return {id: _PART[id] if terms.layout == "booking" else point.format(n) for n, id in enumerate(ids, 1)}


def _moved(before: Sequence[str], after: Sequence[str]) -> set[str]:
    """The parts that are in both, and not in the same order as the rest."""
    shared = set(before) & set(after)
    old, new = ([id for id in ids if id in shared] for ids in (before, after))
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    return shared - {old[block.a + step] for block in blocks for step in range(block.size)}


def _shortened(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """The pieces with what is alike cut down to the words nearest to a difference."""
    shown = []
    for place, piece in enumerate(pieces):
        words = piece.text.split()
        is_long = piece.kind == "same" and len(words) > 2 * _NEAREST
        head = words[:_NEAREST] if place or len(pieces) == 1 else []
        tail = words[-_NEAREST:] if place < len(pieces) - 1 else []
        shown.append(Piece("same", " ".join([*head, "…", *tail])) if is_long else piece)
    return tuple(shown)
