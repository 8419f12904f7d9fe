"""Exact lines and columns, worked out from a file's bytes only for what is reported."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from schema.places import At, Path, Place, Span, Step, Stretch
from schema.reading.scalars import Extent, align
from schema.reading.strict import BYTE_ORDER_MARK, compose

_BREAK = re.compile(r"\r\n|\r|\n")


def locate(data: bytes, at: At) -> Span:
    """Where a place is in its file; never an exception, whatever the bytes and the place."""
    return Positions(at.file, data).span(at)


@dataclass(frozen=True)
class Positions:
    """The positions of one file, for several findings in it.

    Offsets count code points of the text without a byte order mark; bytes that are not UTF-8 count as one each or so,
    so that something can be shown of any file. A path that does not exist is shown at its longest prefix that does.
    """

    file: str
    data: bytes

    def span(self, at: At) -> Span:
        start, end = self.offsets(at)
        return Span(*self._line_and_column(start), *self._line_and_column(end))

    def offsets(self, at: At) -> Extent:
        """Start and end of a place in the text, in code points; (0, 0) in a file that cannot be read."""
        if isinstance(at, Stretch):
            start, end = at.start, at.end
        elif self.file.lower().endswith((".csv", ".txt")):
            start, end = self._in_lines(at)
        else:
            start, end = self._in_nodes(at)
        start = min(max(start, 0), len(self.text))
        return start, min(max(start, end), len(self.text))

    @cached_property
    def text(self) -> str:
        """The file as text without a byte order mark, which is what offsets count in."""
        return self.data.removeprefix(BYTE_ORDER_MARK).decode(errors="replace")

    @cached_property
    def _lines(self) -> list[int]:
        return [0, *(match.end() for match in _BREAK.finditer(self.text))]

    @cached_property
    def root(self) -> Node | None:
        return compose(self.data.removeprefix(BYTE_ORDER_MARK))

    def _line_and_column(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._lines, offset)
        return line, offset - self._lines[line - 1] + 1

    def _in_lines(self, place: Place) -> Extent:
        """A unit list has lines only: the path is the line's number from 0."""
        if not place.path:
            return 0, 0
        number = place.path[0]
        if not isinstance(number, int) or not 0 <= number < len(self._lines):
            return len(self.text), len(self.text)
        start = self._lines[number]
        end = self._line_end(start)
        if place.part:
            return tuple(min(max(start, start + offset), end) for offset in place.part)  # type: ignore[return-value]
        line = self.text[start:end]
        return start + len(line) - len(line.lstrip()), start + len(line.rstrip())

    def _line_end(self, offset: int) -> int:
        match = _BREAK.search(self.text, offset)
        return match.start() if match else len(self.text)

    def _in_nodes(self, place: Place) -> Extent:
        if self.root is None:
            return 0, 0
        node, key, exists = self._find(self.root, place.path)
        if not exists and node is self.root and isinstance(node, MappingNode) and node.value:
            return self._scalar(node.value[0][0], None)
        if key is not None and (place.on == "key" or not exists):
            return self._extent(key, None)
        if place.part and exists and isinstance(node, ScalarNode):
            return self._part(node, key, place.part)
        return self._extent(node, key)

    @staticmethod
    def _find(root: Node, path: Path) -> tuple[Node, Node | None, bool]:
        """The node at the longest prefix that exists, its key if it has one, and whether that is the whole path."""
        node, key = root, None
        for step in path:
            if step == 0 and isinstance(node, ScalarNode):
                continue  # one value where a list of alternatives may stand
            child = _child(node, step)
            if child is None:
                return node, key, False
            key, node = child
        return node, key, True

    def _extent(self, node: Node, key: Node | None) -> Extent:
        if isinstance(node, ScalarNode):
            return self._scalar(node, key)
        start, end = _marks(node)
        if getattr(node, "flow_style", False):
            return start, start + len(self.text[start:end].rstrip())
        end = self._line_end(start)
        return start, start + len(self.text[start:end].rstrip())

    def _scalar(self, node: Node, key: Node | None) -> Extent:
        start, end = _marks(node)
        style = getattr(node, "style", "")
        if style in ("'", '"'):
            return start + 1, end - 1
        if style in ("|", ">"):
            return self._block(node)
        if start < end:
            return start, end
        if key is not None:
            return self._extent(key, None)
        return (start - 1, start) if self.text[start - 1 : start] == "-" else (start, start)

    def _block(self, node: Node) -> Extent:
        """From the first to the last character that is seen; the sign | or > if nothing is."""
        extents = self._aligned(node)
        content = node.value.strip("\n")
        if not extents or not content:
            start, _ = _marks(node)
            return start, start + 1
        first = node.value.index(content)
        return extents[first][0], extents[first + len(content) - 1][1]

    def _part(self, node: ScalarNode, key: Node | None, part: tuple[int, int]) -> Extent:
        extents = self._aligned(node)
        if extents is None or _marks(node)[0] == _marks(node)[1]:
            return self._scalar(node, key)
        first = min(max(part[0], 0), len(extents))
        last = min(max(part[1], first), len(extents))
        if first < last:
            return extents[first][0], extents[last - 1][1]
        if first < len(extents):
            return extents[first][0], extents[first][0]
        end = extents[-1][1] if extents else self._scalar(node, key)[0]
        return end, end

    def _aligned(self, node: Node) -> list[Extent] | None:
        # A text may hold hundreds of findings.
        if id(node) not in self._alignments:
            start, end = _marks(node)
            self._alignments[id(node)] = align(self.text, start, end, getattr(node, "style", ""), node.value)
        return self._alignments[id(node)]

    @cached_property
    def _alignments(self) -> dict[int, list[Extent] | None]:
        return {}


def _marks(node: Node) -> Extent:
    return node.start_mark.index, node.end_mark.index


def _child(node: Node, step: Step) -> tuple[Node | None, Node] | None:
    if isinstance(node, MappingNode):
        for key, value in node.value:
            if isinstance(key, ScalarNode) and key.value == step:
                return key, value
    elif isinstance(node, SequenceNode) and isinstance(step, int) and 0 <= step < len(node.value):
        return None, node.value[step]
    return None
