"""Personal numbers in a file as it is written, and in the texts that it spells with escapes."""

from collections.abc import Iterator
from typing import NamedTuple

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from schema.places import At, Place, Stretch
from schema.reading.positions import Positions
from schema.reading.strict import BYTE_ORDER_MARK, compose
from validate.masking import Kind, may_hold_personal_number, personal_numbers, starred
from validate.wording.stretches import Stretches


class Hidden(NamedTuple):
    """A number, where it stands, and that stretch of the file's text."""

    kind: Kind
    at: At
    start: int
    end: int


def numbers_in_file(file: str, data: bytes) -> list[Hidden]:
    """Every number in a file; one that an escape keeps from being seen as it stands is at its place in the value."""
    found: list[Hidden] = []
    if may_hold_personal_number(data):
        text = data.removeprefix(BYTE_ORDER_MARK).decode(errors="replace")
        for kind, start, end in personal_numbers(text):
            found.append(Hidden(kind, Stretch(file, start, end), start, end))
    if b"\\" in data and b'"' in data and file.endswith((".yaml", ".yml")):
        seen = Stretches((number.start, number.end) for number in found)
        for escaped in _escaped(file, data):
            if not seen.touch(escaped.start, escaped.end):
                found.append(escaped)
    return sorted(found, key=lambda hidden: (hidden.start, hidden.end))


def masked_text(file: str, data: bytes) -> str:
    """The text of a file without a byte order mark, at the same length, with every number in it starred over."""
    text = data.removeprefix(BYTE_ORDER_MARK).decode(errors="replace")
    stretches: list[tuple[int, int]] = []
    for _, _, start, end in numbers_in_file(file, data):
        stretches.append((max([start, *(stop for _, stop in stretches[-1:])]), end))
    return starred(text, stretches)


def _escaped(file: str, data: bytes) -> Iterator[Hidden]:
    """The numbers in the values and keys that are written with escapes."""
    root = compose(data.removeprefix(BYTE_ORDER_MARK))
    positions = Positions(file, data)
    for node, place in _scalars(root, Place(file)) if root is not None else ():
        if node.style == '"' and "\\" in positions.text[node.start_mark.index : node.end_mark.index]:
            for kind, start, end in personal_numbers(node.value):
                # Only a value has parts; a number in a key is shown as the whole key.
                at = place if place.on == "key" else place.within(start, end)
                yield Hidden(kind, at, *positions.offsets(at))


def _scalars(node: Node, place: Place) -> Iterator[tuple[ScalarNode, Place]]:
    if isinstance(node, ScalarNode):
        yield node, place
    elif isinstance(node, SequenceNode):
        for number, item in enumerate(node.value):
            yield from _scalars(item, place.at(number))
    elif isinstance(node, MappingNode):
        for key, value in node.value:
            if isinstance(key, ScalarNode):
                yield key, place.at(key.value).key()
                yield from _scalars(value, place.at(key.value))
