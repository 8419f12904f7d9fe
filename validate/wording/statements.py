"""A text as the statements it makes: its sentences, and the halves of those that turn round at a `men`."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_MOST = 1000
"""Characters: what runs longer without an end is no sentence that anyone could be sure to have understood."""

_END = re.compile(
    r"[!?;](?=\s|$)"
    r"|(?<!\bca)(?<!\bkl)(?<!\bmax)(?<!\bnr)(?<!\btel)\.(?=\s{1,9}[^\sa-zåäö]|\s{0,9}$)"
    r"|\n(?=\s{0,9}(?:\n|[A-ZÅÄÖ•*–-]))"
    # In `inom två timmar, men senast nästa vardag` the two are one time.
    r"|,?\s(?=men\s(?!(?:dock\s|alltid\s)?(?:senast|högst|längst|inom)\b))"
)


class Statement(NamedTuple):
    """A statement, and where in the text it starts."""

    text: str
    start: int


def statements(text: str) -> Iterator[Statement]:
    start = 0
    for end in (*(match.end() for match in _END.finditer(text)), len(text)):
        if start < end <= start + _MOST:
            yield Statement(text[start:end], start)
        start = end
