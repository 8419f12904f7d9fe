"""Durations as people write them, `2 working days` or `72 h`, and when one may outlast another."""

import re
from dataclasses import dataclass
from typing import Literal

Unit = Literal["h", "days", "working days", "weeks", "months"]

SAME_WORKING_DAY = "same working day"
PATTERN = (
    rf"^({SAME_WORKING_DAY}|1 (h|day|working day|week|month)|[1-9][0-9]{{0,2}} (h|days|working days|weeks|months))$"
)

_PLURAL: dict[str, Unit] = {"day": "days", "working day": "working days", "week": "weeks", "month": "months"}
_SV = {
    "h": ("timme", "timmar"),
    "days": ("dygn", "dygn"),
    "working days": ("arbetsdag", "arbetsdagar"),
    "weeks": ("vecka", "veckor"),
    "months": ("månad", "månader"),
}
_EN = {
    "h": ("hour", "hours"),
    "days": ("day", "days"),
    "working days": ("working day", "working days"),
    "weeks": ("week", "weeks"),
    "months": ("month", "months"),
}
_NUMBERS = ("noll", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv")

_HOURS_OF_A_WORKING_DAY = 8
_MOST_DAYS_CLOSED = 6
"""Weekdays that can be public holidays, or as good as, between two working days' answers: around New Year."""


@dataclass(frozen=True, slots=True)
class Duration:
    """An amount of a unit; `0 working days` is the same working day."""

    amount: int
    unit: Unit

    def __str__(self) -> str:
        if self.amount == 0:
            return SAME_WORKING_DAY
        unit = self.unit if self.amount > 1 or self.unit == "h" else self.unit.removesuffix("s")
        return f"{self.amount} {unit}"

    def words(self, language: str) -> str:
        """The duration as a resident reads it: `två arbetsdagar`."""
        if self.amount == 0:
            return "samma arbetsdag" if language == "sv" else SAME_WORKING_DAY
        noun = (_SV if language == "sv" else _EN)[self.unit][self.amount > 1]
        if language != "sv" or self.amount >= len(_NUMBERS):
            return f"{self.amount} {noun}"
        number = "ett" if self.amount == 1 and noun == "dygn" else _NUMBERS[self.amount]
        return f"{number} {noun}"

    def may_outlast(self, other: "Duration") -> bool:
        """Whether there is a moment to start from at which this one ends later than the other.

        Two durations of one unit are compared by amount, and hours up to a working day's eight are taken as working
        hours. Otherwise the longest that this one can be is held against the shortest that the other can be, since a
        working day waits for weekends and public holidays.
        """
        if self.unit == other.unit:
            return self.amount > other.amount
        if other.unit == "working days" and self.unit == "h" and self.amount <= _HOURS_OF_A_WORKING_DAY:
            return False
        return self._hours()[1] > other._hours()[0]

    def _hours(self) -> tuple[int, int]:
        """The fewest and the most hours that pass."""
        match self.unit:
            case "h":
                return self.amount, self.amount
            case "days":
                return 24 * self.amount, 24 * self.amount
            case "weeks":
                return 7 * 24 * self.amount, 7 * 24 * self.amount
            case "months":
                return 28 * 24 * self.amount, 31 * 24 * self.amount
            case "working days":
                most = self.amount + _MOST_DAYS_CLOSED
                return 24 * (self.amount + 2 * (self.amount // 5)), 24 * (most + 2 * -(-most // 5))


def parse_duration(text: str) -> Duration | None:
    """`2 working days` -> Duration(2, "working days"); None when the text is no duration."""
    if not re.fullmatch(PATTERN, text, re.ASCII):
        return None
    if text == SAME_WORKING_DAY:
        return Duration(0, "working days")
    amount, _, unit = text.partition(" ")
    return Duration(int(amount), _PLURAL.get(unit, unit))  # type: ignore[arg-type]
