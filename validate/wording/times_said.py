"""A time that a text says, and whether it agrees with the one that was set."""

import re
from collections.abc import Iterable
from functools import cache
from typing import Literal, NamedTuple

from schema.durations import Duration

Certainty = Literal["promised", "aimed", "vague", "unsure"]
"""Whether a text promises the time, hopes to keep it, leaves open just how long it is, or may mean another matter."""

_NAMES_TIME = re.compile(r"dag|dygn|tim|veck|månad|\{svarstid\}|[0-9]\s?h\b", re.IGNORECASE)


class TimeSaid(NamedTuple):
    """A time in a text, with its stretch. Several durations are the same time said in several ways."""

    start: int
    end: int
    durations: tuple[Duration, ...]
    certainty: Certainty = "promised"
    is_call: bool = False
    """Whether it is when somebody calls, which is the answer only where the text has no other time for that."""

    def agrees_with(self, set_time: Duration) -> bool:
        """Whether what was set is what the text says, in one of its ways; a hope may be shorter than the promise."""
        return any(
            not said.may_outlast(set_time) and (self.certainty != "promised" or not set_time.may_outlast(said))
            for said in self.durations
        )


def longest(times: Iterable[TimeSaid]) -> TimeSaid:
    """The one that binds, of several in one sentence: `inom två timmar, senast samma dag`."""
    first, *others = times
    for other in others:
        if not first.durations[0].may_outlast(other.durations[0]):
            first = other
    return first


@cache
def names_time(text: str) -> bool:
    """Whether it is worth reading the text for times."""
    return _NAMES_TIME.search(text) is not None
