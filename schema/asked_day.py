"""A day that notes what it is asked, so that it is known until when the answers stay the same."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, Self, TypeVar

T = TypeVar("T")
_DAY = timedelta(days=1)


class AskedDay(date):
    """A day like any other; whether it lies before or after another is answered the same until that other has passed.

    How it is written, which day it is and how far it is to another are answered for this day only.
    """

    _noted: list[date]
    """For each piece of work under way, the last day on which it would come out the same."""
    _shift: timedelta

    @classmethod
    def of(cls, day: date) -> Self:
        return cls._made(day, [date.max], timedelta(0))

    @classmethod
    def _made(cls, day: date, noted: list[date], shift: timedelta) -> Self:
        made = cls(day.year, day.month, day.day)
        made._noted, made._shift = noted, shift
        return made

    def note(self, last: date) -> None:
        """Note that what is worked out now holds until a day."""
        self._noted[-1] = min(self._noted[-1], last)

    def noting(self, work: Callable[[], T]) -> tuple[T, date]:
        self._noted.append(date.max)
        try:
            return work(), self._noted[-1]
        finally:
            self._noted.pop()

    def _holds_until(self, other: date) -> None:
        self.note(date.fromordinal(other.toordinal()) - self._shift)

    def _is_only_now(self) -> None:
        self._holds_until(date.fromordinal(date.toordinal(self)))

    def __le__(self, other: date) -> bool:
        answer = date.__le__(self, other)
        if answer:
            self._holds_until(other)
        return answer

    def __lt__(self, other: date) -> bool:
        answer = date.__lt__(self, other)
        if answer:
            self._holds_until(other - _DAY)
        return answer

    def __gt__(self, other: date) -> bool:
        return not self <= other

    def __ge__(self, other: date) -> bool:
        return not self < other

    def __add__(self, ahead: timedelta) -> Self:
        return self._made(date.__add__(_plain(self), ahead), self._noted, self._shift + ahead)

    __radd__ = __add__

    def __sub__(self, other: Any) -> Any:
        if isinstance(other, timedelta):
            return self + -other
        self._is_only_now()
        return date.__sub__(_plain(self), other)

    def __rsub__(self, other: date) -> timedelta:
        self._is_only_now()
        return other - _plain(self)

    def __eq__(self, other: object) -> bool:
        self._is_only_now()
        return date.__eq__(self, other)

    def __hash__(self) -> int:
        self._is_only_now()
        return date.__hash__(self)

    def isoformat(self) -> str:
        self._is_only_now()
        return date.isoformat(self)


def _plain(day: date) -> date:
    return date.fromordinal(date.toordinal(day))


def noting(day: date, work: Callable[[], T]) -> tuple[T, date]:
    """What some work comes to, and the last day on which it would come to the same; for a day that notes nothing, no
    day is the last."""
    return day.noting(work) if isinstance(day, AskedDay) else (work(), date.max)


def note(day: date, last: date) -> None:
    """Note with a day, if it notes anything, that what is worked out of it now holds until another."""
    if isinstance(day, AskedDay):
        day.note(last)
