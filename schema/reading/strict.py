"""Strict reading of YAML: every scalar stays the text its author wrote, and what is refused has an exact place."""

import operator
import re
import unicodedata
from typing import Any, TypeAlias

from yaml._yaml import CParser
from yaml.error import YAMLError
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from schema.places import Misfit, Stretch
from schema.reading.conflicts import conflicts, may_conflict
from schema.reading.lookalikes import may_mislead
from schema.reading.refusals import MOST, NULLS, TOO_DEEP, refusals
from schema.reading.syntax import PROBLEMS

__all__ = ["BYTE_ORDER_MARK", "PROBLEMS", "SIZE_LIMIT", "Value", "compose", "foreign", "items_at", "read"]

Value: TypeAlias = "str | list[Value] | dict[str, Value] | None"

SIZE_LIMIT = 1_048_576
"""Bytes in a file: far more than any text needs, and little enough to read without care."""
BYTE_ORDER_MARK = b"\xef\xbb\xbf"

_CONTROLS = bytes(code for code in (*range(32), 127) if code not in b"\t\n\r")
_CONTROL = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_NAMES = {
    "\0": "NULL",
    "\b": "BACKSPACE",
    "\v": "LINE TABULATION",
    "\f": "FORM FEED",
    "\x1a": "SUBSTITUTE",
    "\x1b": "ESCAPE",
    "\x7f": "DELETE",
    "\x85": "NEXT LINE",
}

# An anchor, an alias or a tag begins a token, so a letter before it means that it is part of a text.
_PROPERTY = re.compile(rb"[&*!](?<![^\s\[\]{},:?\"'].)(?:(?<=!)|[0-9A-Za-z_-])")

# Every open collection costs one of these characters, and the composer spends some 400 bytes of the C stack on each:
# it dies at about 1,200 in a thread of 512 kB and at 20,000 in one of 8 MB.
_OPENERS = b":-[{?"
_SAFE_OPENERS = 1000


class _Odd(Exception):
    """The nodes hold something that is refused; where and what is worked out from the events instead."""


class _Composer(CParser):
    """Composes nodes without resolving tags; C callables that ignore their arguments are called faster than methods."""

    descend_resolver = operator.is_
    ascend_resolver = tuple
    resolve = slice


class _WaryComposer(CParser):
    """Gives up before the C stack could overflow, which costs a quarter more time."""

    resolve = slice
    depth = 0

    def descend_resolver(self, _parent: object, _index: object) -> None:
        self.depth += 1
        if self.depth > TOO_DEEP + 1:
            raise _Odd

    def ascend_resolver(self) -> None:
        self.depth -= 1


def read(file: str, data: bytes) -> tuple[Value, list[Misfit]]:
    """The value of one YAML file, or None with the reasons why it cannot be trusted.

    With nothing but repeated keys the value is given too, and the first of each is kept.
    """
    if len(data) > SIZE_LIMIT:
        facts = {"size": str(len(data)), "limit": str(SIZE_LIMIT)}
        return None, [Misfit("file-too-large", Stretch(file, 0, 0), facts)]
    found: list[Misfit] = []
    if data.startswith(BYTE_ORDER_MARK):
        data = data[len(BYTE_ORDER_MARK) :]
        found.append(Misfit("wrong-encoding", Stretch(file, 0, 0), {"encoding": "utf-8-bom"}))
    unreadable = foreign(file, data)
    if unreadable:
        return None, found + unreadable
    unjoined = conflicts(file, data.decode()) if may_conflict(data) else []
    if unjoined:
        return None, found + unjoined
    if not _suspicious(data):
        try:
            value = _value(data)
        except (_Odd, YAMLError):
            pass
        else:
            return (None if found else value), found
    return _doubtful(file, data, found)


def compose(data: bytes) -> Node | None:
    """The nodes of a file with their marks, or None of one that cannot be composed or not without danger."""
    if len(data) > SIZE_LIMIT or foreign("", data):
        return None
    if _suspicious(data) and not _forgivable(refusals("", data)):
        return None
    try:
        return _composed(data)
    except (_Odd, YAMLError):
        return None


def items_at(data: bytes, offsets: list[int]) -> set[int]:
    """The numbers of the items that stand at some offsets of a file that is a list."""
    root = compose(data) if offsets else None
    items = enumerate(root.value if isinstance(root, SequenceNode) else ())
    return {
        number
        for number, item in items
        if any(item.start_mark.index <= offset < item.end_mark.index for offset in offsets)
    }


def _doubtful(file: str, data: bytes, found: list[Misfit]) -> tuple[Value, list[Misfit]]:
    refused = refusals(file, data)
    if found or not _forgivable(refused):
        return None, found + refused
    try:
        return _value(data, lenient=True), refused
    except (_Odd, YAMLError):  # The composer sees what the events do not: no such text is known, but none may pass.
        return None, [*refused, Misfit("not-yaml", Stretch(file, 0, 0), {"problem": "other"})]


def _forgivable(refused: list[Misfit]) -> bool:
    return all(misfit.kind == "repeated-key" for misfit in refused)


def _suspicious(data: bytes) -> bool:
    """Whether the composer could meet what its nodes keep no trace of: an anchor, an alias, a tag, a directive.

    Or what they show as plain text though it is none.
    """
    if may_mislead(data):
        return True
    if b"%" in data and (data[:1] == b"%" or b"\n%" in data or b"\r%" in data):
        return True
    return (b"&" in data or b"*" in data or b"!" in data) and _PROPERTY.search(data) is not None


def _composed(data: bytes) -> Node | None:
    wary = len(data) > _SAFE_OPENERS and len(data) - len(data.translate(None, _OPENERS)) > _SAFE_OPENERS
    return (_WaryComposer if wary else _Composer)(data).get_single_node()


def _value(data: bytes, lenient: bool = False) -> Value:
    node = _composed(data)
    if not isinstance(node, ScalarNode):
        return _construct(node, 0, lenient)
    if node.value in NULLS and node.style == "":
        raise _Odd
    return _dashed(node, lenient)


def _construct(node: Any, depth: int, lenient: bool) -> Value:
    """The value of a collection; what is odd raises, unless the events have shown that it is forgivable."""
    # Scalars are handled where they stand in both branches: a call for each would cost a tenth of the whole reading.
    if depth == TOO_DEEP or node is None:
        raise _Odd
    depth += 1
    if node.__class__ is MappingNode:
        mapping: dict[str, Value] = {}
        for key, item in node.value:
            name = key.value
            if key.__class__ is not ScalarNode or (name in NULLS and key.style == ""):
                raise _Odd
            if name in mapping:
                if lenient:
                    continue
                raise _Odd
            if item.__class__ is ScalarNode:
                text = item.value
                mapping[name] = (
                    _dashed(item, lenient) if "- " in text else None if text in NULLS and item.style == "" else text
                )
            else:
                mapping[name] = _construct(item, depth, lenient)
        return mapping
    items: list[Value] = []
    for item in node.value:
        if item.__class__ is ScalarNode:
            text = item.value
            items.append(
                _dashed(item, lenient) if "- " in text else None if text in NULLS and item.style == "" else text
            )
        else:
            items.append(_construct(item, depth, lenient))
    return items


def _dashed(node: Any, lenient: bool) -> str:
    """The text of a scalar with a dash in it, which of a plain one over several lines may be that of a list below."""
    if node.style == "" and node.start_mark.line < node.end_mark.line and not lenient:
        raise _Odd
    return str(node.value)


def foreign(file: str, data: bytes) -> list[Misfit]:
    """What makes the bytes something else than printable UTF-8 text."""
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        encoding = _wide(data)
        start = 0 if encoding else len(data[: error.start].decode())
        stretch = Stretch(file, start, start + (0 if encoding else 1))
        return [Misfit("wrong-encoding", stretch, {"encoding": encoding or "not-utf-8"})]
    if not _may_hold_controls(data):
        return []
    encoding = _wide(data)
    if encoding:
        return [Misfit("wrong-encoding", Stretch(file, 0, 0), {"encoding": encoding})]
    found: list[Misfit] = []
    for match in _CONTROL.finditer(text):
        if len(found) == MOST:
            break
        char = match[0]
        facts = {"code": f"U+{ord(char):04X}", "name": unicodedata.name(char, _NAMES.get(char, "CONTROL"))}
        found.append(Misfit("control-character", Stretch(file, match.start(), match.end()), facts))
    return found


def _may_hold_controls(data: bytes) -> bool:
    """A gate of bytes, since looking at every character costs a tenth of the whole reading."""
    if len(data.translate(None, _CONTROLS)) != len(data):
        return True
    return not data.isascii() and (
        b"\xc2" in data or b"\xef" in data or b"\xe2\x80\xa8" in data or b"\xe2\x80\xa9" in data
    )


def _wide(data: bytes) -> str:
    """The UTF-16 or UTF-32 that the first bytes show by a byte order mark or by where the zeros stand, or ''."""
    if data.startswith((b"\xff\xfe\0\0", b"\0\0\xfe\xff")):
        return "utf-32"
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    zeros = tuple(byte == 0 for byte in data[:4])
    if zeros in ((False, True, True, True), (True, True, True, False)):
        return "utf-32"
    if zeros in ((False, True, False, True), (True, False, True, False)):
        return "utf-16"
    return ""
