"""Many stretches of a text, asked whether one of them touches another."""

from bisect import bisect_left
from collections.abc import Iterable


class Stretches:
    """Stretches in any order. A text may hold a hundred thousand, so that nobody can go through all for each."""

    def __init__(self, stretches: Iterable[tuple[int, int]]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(stretches):
            if self._ends and start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], end)
            else:
                self._starts.append(start)
                self._ends.append(end)

    def touch(self, start: int, end: int) -> bool:
        """Whether a stretch shares at least one character with any of these."""
        last = bisect_left(self._starts, end) - 1
        return last >= 0 and self._ends[last] > start
