"""Which object of a file something stands in, named so that neither lines, order, layout nor quotes matter."""

import json
import unicodedata
from bisect import bisect_right
from collections import Counter
from hashlib import sha256
from typing import Any, NamedTuple

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from schema.places import Path, Step
from validate.masking import mask
from validate.printable import printable

_LONGEST_NAME = 80


class Found(NamedTuple):
    """An object's path, such as `points/svarstid/text`, and its node where there is one."""

    path: str
    node: Node | None


class ObjectPaths:
    """The objects of one file, of which the root is None when it cannot be composed."""

    def __init__(self, root: Node | None) -> None:
        self._root = root
        self._names: dict[int, list[str]] = {}

    def at(self, path: Path) -> Found:
        """The object at a path; steps that lead to nothing are named as they are."""
        names: list[str] = []
        node = self._root
        for step in path:
            name, node = self._step(node, step)
            names.append(name)
        return Found("/".join(names), node)

    def around(self, start: int, end: int) -> Found:
        """The innermost object that a stretch of the file's text lies in."""
        names: list[str] = []
        node = self._root
        while node is not None:
            number = _before(node, start)
            if number < 0 or not _holds(_child(node, number), start, end):
                break
            names.append(self._name_of(node, number))
            node = _child(node, number)
        return Found("/".join(names), node)

    def _step(self, node: Node | None, step: Step) -> tuple[str, Node | None]:
        if isinstance(node, SequenceNode) and isinstance(step, int) and 0 <= step < len(node.value):
            return self._item_names(node)[step], node.value[step]
        if isinstance(node, MappingNode):
            return _name(str(step)), next((value for key, value in node.value if key.value == step), None)
        if isinstance(node, ScalarNode) and step == 0:
            return _item_name(node), node  # one value where a list of alternatives may stand
        return _name(str(step)), None

    def _name_of(self, node: Node, number: int) -> str:
        """The name of one of the things in a collection, by where it stands."""
        return (
            self._item_names(node)[number]
            if isinstance(node, SequenceNode)
            else _name(str(node.value[number][0].value))
        )

    def _item_names(self, node: SequenceNode) -> list[str]:
        """What the items are called; those of one name are told apart by a number."""
        if id(node) not in self._names:
            seen: Counter[str] = Counter()
            names = []
            for name in map(_item_name, node.value):
                seen[name] += 1
                names.append(name if seen[name] == 1 else f"{name}#{seen[name]}")
            self._names[id(node)] = names
        return self._names[id(node)]


def plain(node: Node | None) -> Any:
    """What a node says, without quotes, layout or the order of keys."""
    if isinstance(node, ScalarNode):
        return normalised(str(node.value))
    if isinstance(node, SequenceNode):
        return [plain(item) for item in node.value]
    if isinstance(node, MappingNode):
        return sorted(([plain(key), plain(value)] for key, value in node.value), key=json.dumps)
    return None


def normalised(text: str) -> str:
    """The text without what can be written in several ways: blanks, line breaks, composed letters."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def digest(value: Any) -> str:
    """A digest without personal numbers in what it is made of, as such a number could be worked out from it."""
    return sha256(mask(json.dumps(value, ensure_ascii=False), cued=True).encode(errors="replace")).hexdigest()


def _item_name(node: Node) -> str:
    if isinstance(node, MappingNode):
        for key, value in node.value:
            if key.value == "id" and isinstance(value, ScalarNode) and value.value:
                return _name(str(value.value))
    said = plain(node)
    return _name(said) if isinstance(said, str) else digest(said)[:8]


def _name(step: str) -> str:
    name = printable(normalised(step))
    if not name or len(name) > _LONGEST_NAME:
        return digest(step)[:8]
    return name.replace("~", "~0").replace("/", "~1")


def _before(node: Node, start: int) -> int:
    """Which of the things in a collection begins last before an offset; -1 when none does."""
    if isinstance(node, SequenceNode):
        return bisect_right(node.value, start, key=lambda item: item.start_mark.index) - 1
    if isinstance(node, MappingNode):
        return bisect_right(node.value, start, key=lambda pair: pair[1].start_mark.index) - 1
    return -1


def _child(node: Node, number: int) -> Node:
    child: Node = node.value[number] if isinstance(node, SequenceNode) else node.value[number][1]
    return child


def _holds(node: Node, start: int, end: int) -> bool:
    return bool(node.start_mark.index <= start and end <= node.end_mark.index)
