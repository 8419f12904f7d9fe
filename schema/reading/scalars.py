"""Which characters of a YAML text each character of a scalar's value came from, by replaying YAML's own rules."""

import re

Extent = tuple[int, int]

_BREAK = re.compile(r"\r\n|\r|\n")
_PLAIN = re.compile(r"[ \t\r\n]+|[^ \t\r\n]+")
_SINGLE = re.compile(r"(?P<escape>'')|[ \t\r\n]+|[^' \t\r\n]+")
_DOUBLE = re.compile(
    r"\\(?P<continued>(?:\r\n|\r|\n)[ \t\r\n]*)"
    r"|(?P<escape>\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.))"
    r"|[ \t\r\n]+|[^\\ \t\r\n]+"
)
_ESCAPES = {
    "0": "\0",
    "a": "\a",
    "b": "\b",
    "t": "\t",
    "\t": "\t",
    "n": "\n",
    "v": "\v",
    "f": "\f",
    "r": "\r",
    "e": "\x1b",
    "N": "\x85",
    "_": "\xa0",
    "L": "\u2028",
    "P": "\u2029",
}


def align(text: str, start: int, end: int, style: str, value: str) -> list[Extent] | None:
    """For each character of `value` the extent in `text` that gave it; a folded line break gave its space.

    None if the replay does not give the same value, so that a misunderstanding can never point at the wrong place.
    """
    if style in ("|", ">"):
        return _Block(text, start, end).align(value, folded=style == ">")
    pattern, quotes = {"'": (_SINGLE, 1), '"': (_DOUBLE, 1)}.get(style, (_PLAIN, 0))
    replay = _Replay(text)
    replay.flow(pattern, start + quotes, end - quotes)
    return replay.extents if replay.value() == value else None


class _Replay:
    """A value as it grows, and where each of its characters came from."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.pieces: list[str] = []
        self.extents: list[Extent] = []

    def value(self) -> str:
        return "".join(self.pieces)

    def one(self, char: str, extent: Extent) -> None:
        self.pieces.append(char)
        self.extents.append(extent)

    def copy(self, start: int, end: int) -> None:
        self.pieces.append(self.text[start:end])
        self.extents.extend((at, at + 1) for at in range(start, end))

    def flow(self, pattern: re.Pattern[str], start: int, end: int) -> None:
        for match in pattern.finditer(self.text, start, end):
            groups = match.groupdict()
            if groups.get("escape"):
                self.one(_unescape(match[0]), match.span())
            elif groups.get("continued"):
                # The escaped break gives nothing, and then no later break is the first, which would be folded away.
                self._breaks(match.start() + 1, match.end(), skipped=1)
            elif match[0][0] in " \t\r\n":
                self._gap(*match.span())
            else:
                self.copy(*match.span())

    def _gap(self, start: int, end: int) -> None:
        breaks = [match.span() for match in _BREAK.finditer(self.text, start, end)]
        if not breaks:
            self.copy(start, end)
        elif len(breaks) == 1:
            self.one(" ", breaks[0])
        else:
            self._breaks(start, end, skipped=1)

    def _breaks(self, start: int, end: int, skipped: int) -> None:
        for number, match in enumerate(_BREAK.finditer(self.text, start, end)):
            if number >= skipped:
                self.one("\n", match.span())


def _unescape(escape: str) -> str:
    code = escape[1:]
    if code[0] in "xuU" and len(code) > 1:
        return chr(int(code[1:], 16))
    return _ESCAPES.get(code, code)


class _Block:
    """A literal or folded block: its lines, each with the end of its text and the end of its line break."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text = text
        self.lines: list[tuple[int, int, int]] = []
        header = _BREAK.search(text, start, end)
        at = header.end() if header else end
        while at < end:
            line_break = _BREAK.search(text, at, end)
            stop, after = line_break.span() if line_break else (end, end)
            self.lines.append((at, stop, after))
            at = after

    def align(self, value: str, folded: bool) -> list[Extent] | None:
        replay = _Replay(self.text)
        indent = self._indent(value)
        pending: Extent | None = None
        blanks: list[Extent] = []
        was_blank = False
        for start, stop, after in self.lines:
            if stop - start <= indent:
                blanks.append((stop, after))
                continue
            is_blank = self.text[start + indent] in " \t"
            if pending and (not folded or was_blank or is_blank):
                replay.one("\n", pending)
            elif pending and not blanks:
                replay.one(" ", pending)
            for extent in blanks:
                replay.one("\n", extent)
            blanks.clear()
            was_blank = is_blank
            replay.copy(start + indent, stop)
            pending = (stop, after)
        for extent in [pending, *blanks] if pending else blanks:
            replay.one("\n", extent)
        return self._chomped(replay, value)

    def _indent(self, value: str) -> int:
        """What the value lacks of the spaces before its first line with content: header and context need no reading."""
        content = value.lstrip("\n")
        blank_lines = len(value) - len(content)
        if not content or blank_lines >= len(self.lines):
            return len(self.text)
        start, stop, _ = self.lines[blank_lines]
        return max(0, _spaces(self.text[start:stop]) - _spaces(content))

    def _chomped(self, replay: _Replay, value: str) -> list[Extent] | None:
        replayed = replay.value()
        if replayed.startswith(value) and not replayed[len(value) :].strip("\n"):
            return replay.extents[: len(value)]
        return None


def _spaces(text: str) -> int:
    return len(text) - len(text.lstrip(" "))
