"""What YAML takes for text though its author meant a list or a key: a dash too far in, or a space that is none."""

import re

HARD_SPACES = "\u00a0\u202f"

_DASH = re.compile(rf"[\r\n][ \t{HARD_SPACES}]*(-)(?=[ \t\r\n{HARD_SPACES}]|$)")
_WORD = r"[^\s:\"'#{}\[\],]+"
_HARD_AFTER_DASH = re.compile(rf"-([{HARD_SPACES}])")
_HARD_IN_LINE = re.compile(rf" *(?:- +)*(?:-|{_WORD}:?)?([{HARD_SPACES}])")
_HARD_INDENT = re.compile(rf" *([{HARD_SPACES}])")
_HARD_AFTER_KEY = re.compile(rf"[a-z][a-z0-9_-]*:([{HARD_SPACES}])")

_HARD_BYTES = b"(?:\xc2\xa0|\xe2\x80\xaf)"
_HARD_SPOT = re.compile(
    rb"(?:^|[\r\n{,]) *(?:- *)*(?:[^\s:\"'#{}\[\],]*:?)?" + _HARD_BYTES + rb"|" + _HARD_BYTES + rb" *:"
)
_LONE_DASH = re.compile(rb"[ \t]-[ \t]*(?:[\r\n]|$)")

Lookalike = tuple[str, int]
"""The problem, and where in the text its character stands."""


def may_mislead(data: bytes) -> bool:
    """A gate of bytes for hard spaces where structure is, and for lines with nothing but a dash."""
    # A single byte is looked for many times faster than several, and these are rare.
    if (b"\xc2" in data or b"\xaf" in data) and _HARD_SPOT.search(data):
        return True
    return (b" -\n" in data or b"\r" in data or data.endswith(b" -")) and _LONE_DASH.search(data) is not None


def in_key(text: str, start: int, end: int) -> Lookalike | None:
    """A hard space in a plain key."""
    at = next((at for at in range(start, end) if text[at] in HARD_SPACES), None)
    return None if at is None else ("hard-space", at)


def in_value(text: str, start: int, end: int) -> Lookalike | None:
    """What in a plain value was to be a list or a key."""
    hard = _HARD_AFTER_DASH.match(text, start, end)
    if hard is None and not text[_line_start(text, start) : start].strip(" -"):
        hard = _HARD_AFTER_KEY.match(text, start, end)
    if hard is not None:
        return "hard-space", hard.start(1)
    dash = _DASH.search(text, start, end)
    if dash is None:
        return None
    after = text[dash.end() : dash.end() + 1]
    if after and after in HARD_SPACES:
        return "hard-space", dash.end()
    lead = text[_line_start(text, dash.start(1)) : dash.start(1)]
    blamed = next((at for at, char in enumerate(lead) if char in HARD_SPACES), None)
    return ("list-in-text", dash.start(1)) if blamed is None else ("hard-space", dash.start(1) - len(lead) + blamed)


def in_lines_of_error(text: str, *places: int) -> Lookalike | None:
    """A hard space that explains a syntax error at one of the places, or as the indent of the line above the first."""
    for place in places:
        match = _HARD_IN_LINE.match(text, _line_start(text, place))
        if match:
            return "hard-space", match.start(1)
    above = _HARD_INDENT.match(text, _line_start(text, len(text[: _line_start(text, places[0])].rstrip("\r\n "))))
    return ("hard-space", above.start(1)) if above else None


def _line_start(text: str, at: int) -> int:
    return max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1
