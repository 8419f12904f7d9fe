"""Edits of a file's own text on exact stretches of it, and the proof that a file says the same but for them."""

import copy
import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any

from schema.places import Path, Place, Stretch
from schema.reading.lines import read_lines
from schema.reading.positions import Positions
from schema.reading.strict import BYTE_ORDER_MARK, read
from validate.diagnostic import Diagnostic

Edit = tuple[int, int, str]
"""A stretch of a text in code points, and what is written there instead."""

_BREAK = re.compile(r"[\r\n]")
_PIECES = re.compile(r"(\s+)")


class Document:
    """A file whose text can be mended in the places of findings."""

    def __init__(self, file: str, data: bytes) -> None:
        self.file = file
        self.data = data
        self.positions = Positions(file, data)
        self._edits: dict[int, list[Edit] | None] = {}

    def is_legible(self) -> bool:
        """Whether it can be read, whatever may be said of its content."""
        if _is_list(self.file):
            return not read_lines(self.file, self.data)[1]
        return read(self.file, self.data)[0] is not None

    def written(self, found: Diagnostic) -> str:
        """The text at a finding's place, as a value."""
        if isinstance(found.at, Stretch):
            return self.positions.text[slice(*self.positions.offsets(found.at))]
        value = _found_at(self._value, found.at.path)
        start, end = _part(found.at, value)
        return value[start:end] if isinstance(value, str) else ""

    def cleared(self, diagnostics: Iterable[Diagnostic]) -> bytes:
        """The bytes with replacements of what keeps a file from being read; as they are, if they are no UTF-8."""
        if self.positions.text.encode() != self.data.removeprefix(BYTE_ORDER_MARK):
            return self.data
        stretches = [(*self.positions.offsets(found.at), found.replacement or "") for found in diagnostics]
        # Offsets count without a byte order mark, so that taking one away is to write nothing in no stretch.
        return self._with(stretches, keeps_mark=(0, 0, "") not in stretches)

    def mended(self, diagnostics: Iterable[Diagnostic]) -> bytes | None:
        """The bytes with the replacements of values, or None where the file would not say just that."""
        edits: list[Edit] = []
        for found in diagnostics:
            own = self.edits(found)
            if own is None:
                return None
            edits += own
        data = self._with(edits, keeps_mark=True)
        return data if self._says_the_same(data, diagnostics) else None

    def sound(self, diagnostics: list[Diagnostic]) -> list[Diagnostic]:
        """Those after which the file says the same but for them; of what keeps it from being read, all or none."""
        blocking = [found for found in diagnostics if isinstance(found.at, Stretch)]
        clears = blocking and Document(self.file, self.cleared(blocking)).is_legible()
        values = [found for found in diagnostics if isinstance(found.at, Place)]
        return [*(blocking if clears else ()), *self._sound(values)]

    def _sound(self, values: list[Diagnostic]) -> list[Diagnostic]:
        """Found by trying them all, then each half."""
        if not values or self.mended(values) is not None:
            return values
        half = len(values) // 2
        return [*self._sound(values[:half]), *self._sound(values[half:])] if half else []

    @cached_property
    def _value(self) -> Any:
        return _value_of(self.file, self.data)

    def _with(self, edits: Iterable[Edit], keeps_mark: bool) -> bytes:
        mark = BYTE_ORDER_MARK if keeps_mark and self.data.startswith(BYTE_ORDER_MARK) else b""
        return mark + _edited(self.positions.text, edits).encode()

    def edits(self, found: Diagnostic) -> list[Edit] | None:
        """A replacement as edits of the text, in the way that its scalar is written; None where it goes over lines."""
        if id(found) not in self._edits:
            self._edits[id(found)] = self._made(found)
        return self._edits[id(found)]

    def _made(self, found: Diagnostic) -> list[Edit] | None:
        at, new = found.at, found.replacement
        if not isinstance(at, Place) or at.on == "key" or not at.path or new is None:
            return None
        value = _found_at(self._value, at.path)
        if not isinstance(value, str):
            return None
        text, (first, last) = self.positions.text, _part(at, value)
        opening = self.positions.offsets(Place(at.file, at.path))[0]
        quote = "" if _is_list(self.file) else text[max(opening - 1, 0) : opening]
        edits = []
        for start, end, piece in _changes(value[first:last], new):
            stretch = self.positions.offsets(at.within(first + start, first + end))
            if _BREAK.search(text, *stretch) or _BREAK.search(piece):
                return None
            edits.append((*stretch, _escaped(piece, quote)))
        return edits

    def _says_the_same(self, data: bytes, diagnostics: Iterable[Diagnostic]) -> bool:
        expected, value = copy.deepcopy(self._value), _value_of(self.file, data)
        edits: dict[Path, list[Edit]] = {}
        for found in diagnostics:
            if isinstance(found.at, Place):
                part = _part(found.at, _found_at(expected, found.at.path))
                edits.setdefault(found.at.path, []).append((*part, found.replacement or ""))
        for path, own in edits.items():
            text = _edited(_found_at(expected, path), own)
            bare = text.strip(" ")
            # YAML drops the blanks around a plain value, where they mean nothing.
            _put(expected, path, bare if _found_at(value, path) == bare else text)
        return bool(expected == value)


def _value_of(file: str, data: bytes) -> Any:
    return read_lines(file, data)[0] if _is_list(file) else read(file, data)[0]


def _is_list(file: str) -> bool:
    return file.lower().endswith((".csv", ".txt"))


def _edited(text: str, edits: Iterable[Edit]) -> str:
    end, pieces = 0, list[str]()
    for start, stop, new in sorted(edits):
        pieces += [text[end:start], new]
        end = stop
    return "".join([*pieces, text[end:]])


def _part(at: Place, value: Any) -> tuple[int, int]:
    return at.part or (0, len(value) if isinstance(value, str) else 0)


def _found_at(value: Any, path: Path) -> Any:
    """What stands at a path; None where there is no such place."""
    for step in path:
        if step == 0 and isinstance(value, str):
            continue  # one value where a list of alternatives may stand
        try:
            value = value[step]
        except (LookupError, TypeError):
            return None
    return value


def _put(value: Any, path: Path, text: str) -> None:
    *above, last = path
    holder = _found_at(value, tuple(above))
    if isinstance(holder, str):
        _put(value, tuple(above), text)
    else:
        holder[last] = text


def _changes(old: str, new: str) -> Iterator[Edit]:
    """Where a text changes, word by word if it can be, so that its lines are left as they were laid."""
    words, others = _PIECES.split(old), _PIECES.split(new)
    if len(words) != len(others):
        words, others = [old], [new]
    at = 0
    for word, other in zip(words, others, strict=True):
        if word != other:
            start = shared_start(word, other)
            end = shared_start(word[start:][::-1], other[start:][::-1])
            yield at + start, at + len(word) - end, other[start : len(other) - end]
        at += len(word)


def shared_start(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    length = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        length += 1
    return length


def _escaped(text: str, quote: str) -> str:
    if quote == '"':
        return text.replace("\\", "\\\\").replace('"', '\\"')
    return text.replace("'", "''") if quote == "'" else text
