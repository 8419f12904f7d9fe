"""A file's text, and everything that stands in it with its extent: where a fault can be made."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

import yaml
from yaml.nodes import CollectionNode, MappingNode, Node, ScalarNode, SequenceNode

from schema.models.files import kind_of

Path = tuple[str | int, ...]
Extent = tuple[int, int]

_STYLES = {None: "plain", "": "plain", "'": "single", '"': "double", ">": "folded", "|": "literal"}
_WORD = re.compile(r"(?<=[a-zåäö,] )[A-Za-zÅÄÖåäö]{4,}(?=[ ,.?\n])")
_BRACES = re.compile(r"\{[^{}]*\}")


class Spot(NamedTuple):
    """A value: where its key is, where what its author wrote is, and the same with quotes or the sign of a block."""

    path: Path
    form: str
    key: Extent | None
    start: int
    end: int
    whole: Extent
    value: str
    in_flow: bool

    @property
    def name(self) -> str | int:
        return self.path[-1] if self.path else ""

    @property
    def is_scalar(self) -> bool:
        return self.form not in ("mapping", "list")


@dataclass(frozen=True)
class Fault:
    """A stretch of a file's text written otherwise, and where in the changed files it must be found.

    `besides` are rules that must find something too, or no longer do, as what was changed is the cause of both.
    """

    path: str
    start: int
    end: int
    text: str
    at: str
    seen: Extent
    style: str = ""
    encoding: str = "utf-8"
    is_gone: bool = False
    besides: frozenset[str] = frozenset()

    def moved(self, extent: Extent) -> Extent:
        """Where in the changed text an extent of the unchanged one is, that the change does not touch."""
        start, end = extent
        return (start, end) if start < self.end else (start + self._growth, end + self._growth)

    @property
    def _growth(self) -> int:
        return len(self.text) - (self.end - self.start)


@dataclass(frozen=True)
class Sheet:
    """One file of the tree."""

    path: str
    text: str

    @property
    def region(self) -> str:
        """The region's id; "" for a national file."""
        return self.path.split("/")[1] if self.path.startswith("regions/") else ""

    @property
    def id(self) -> str:
        return self.path.rpartition("/")[2].removesuffix(".yaml")

    @cached_property
    def kind(self) -> str:
        kind = kind_of(self.path)
        return kind.name if kind is not None else ""

    @cached_property
    def spots(self) -> tuple[Spot, ...]:
        """Every value in the order of the file, the outer before what is in it."""
        root = yaml.compose(self.text, Loader=yaml.CBaseLoader) if self.kind else None
        return tuple(self._walk(root, (), None, in_flow=False)) if root is not None else ()

    @cached_property
    def _by_path(self) -> dict[Path, Spot]:
        return {spot.path: spot for spot in self.spots}

    def spot(self, *path: str | int) -> Spot | None:
        return self._by_path.get(path)

    def value(self, *path: str | int) -> str:
        """The text of a scalar; "" where there is none."""
        spot = self.spot(*path)
        return spot.value if spot is not None else ""

    def below(self, *path: str | int) -> list[Spot]:
        """What stands right below a mapping or list."""
        return [spot for spot in self.spots if spot.path and spot.path[:-1] == path]

    def _walk(self, node: Node, path: Path, key: Extent | None, *, in_flow: bool) -> Iterator[Spot]:
        start, end = node.start_mark.index, node.end_mark.index
        if isinstance(node, ScalarNode):
            form = _STYLES[node.style]
            inner = self._inner(form, start, end)
            yield Spot(
                path,
                form,
                key,
                *inner,
                (start, inner[1] if form in ("folded", "literal") else end),
                node.value,
                in_flow,
            )
            return
        in_flow = in_flow or (isinstance(node, CollectionNode) and bool(node.flow_style))
        end = start + len(self.text[start:end].rstrip())
        yield Spot(
            path, "mapping" if isinstance(node, MappingNode) else "list", key, start, end, (start, end), "", in_flow
        )
        if isinstance(node, MappingNode):
            for name, item in node.value:
                extent = name.start_mark.index, name.end_mark.index
                yield from self._walk(item, (*path, name.value), extent, in_flow=in_flow)
        elif isinstance(node, SequenceNode):
            for number, item in enumerate(node.value):
                yield from self._walk(item, (*path, number), None, in_flow=in_flow)

    def _inner(self, form: str, start: int, end: int) -> Extent:
        if form in ("single", "double"):
            return start + 1, end - 1
        if form in ("folded", "literal"):
            first = self.text.index("\n", start)
            body = self.text[first:end]
            return first + len(body) - len(body.lstrip()), first + len(body.rstrip())
        return start, end

    def line(self, offset: int) -> Extent:
        """The line that an offset is in, with its line break."""
        end = self.text.find("\n", offset)
        return self.text.rfind("\n", 0, offset) + 1, len(self.text) if end < 0 else end + 1

    def lines(self, spot: Spot) -> Extent:
        """The whole lines that a key and its value, or an item of a list, take up."""
        first = spot.key[0] if spot.key is not None else spot.start
        return self.line(first)[0], self.line(max(first, spot.whole[1] - 1))[1]

    def stands_alone(self, spot: Spot) -> bool:
        """Whether a key and its value have lines that hold nothing else."""
        if spot.key is None or (spot.in_flow and spot.form not in ("mapping", "list")):
            return False
        start, end = self.lines(spot)
        before, after = self.text[start : spot.key[0]], self.text[spot.whole[1] : end]
        return not before.strip() and not after.strip()

    def indent(self, spot: Spot) -> str:
        """The blanks before a key that begins its line."""
        assert spot.key is not None
        return self.text[self.line(spot.key[0])[0] : spot.key[0]]

    def first_line(self, spot: Spot) -> Extent:
        """From where a mapping begins to the end of its line."""
        end = self.line(spot.start)[1]
        return spot.start, spot.start + len(self.text[spot.start : end].rstrip())

    def words(self, spot: Spot) -> list[Extent]:
        """The words inside a text that have a word before them, but for those in placeholders."""
        braces = [match.span() for match in _BRACES.finditer(self.text, spot.start, spot.end)]
        words = [match.span() for match in _WORD.finditer(self.text, spot.start, spot.end)]
        return [word for word in words if not any(start < word[1] and word[0] < end for start, end in braces)]

    def word(self, spot: Spot) -> Extent | None:
        """One of the words inside a text: which one is settled by where the text stands."""
        words = self.words(spot)
        return words[spot.start % len(words)] if words else None

    def write(
        self,
        start: int,
        end: int,
        text: str,
        seen: str | Extent | None = None,
        *,
        style: str = "",
        encoding: str = "utf-8",
        besides: frozenset[str] = frozenset(),
    ) -> Fault:
        """A fault that is found in the text just written: all of it, a part named by its words or by its extent."""
        if isinstance(seen, str):
            first = text.index(seen)
            seen = first, first + len(seen)
        first, last = seen if seen is not None else (0, len(text))
        at = start + first, start + last
        return Fault(self.path, start, end, text, self.path, at, style, encoding, besides=besides)

    def write_seen_at(
        self,
        start: int,
        end: int,
        text: str,
        sheet: "Sheet",
        seen: Extent,
        *,
        style: str = "",
        besides: frozenset[str] = frozenset(),
    ) -> Fault:
        """A fault that is found somewhere else than in what was written: at an extent of a file as it was before."""
        fault = Fault(self.path, start, end, text, sheet.path, seen, style, besides=besides)
        return replace(fault, seen=fault.moved(seen)) if sheet.path == self.path else fault
