"""Durations: what people write is read, said in words, and never held to be longer or shorter than it can be."""

from datetime import datetime, timedelta

import pytest

from schema.durations import Duration, parse_duration

READ = [
    ("2 working days", Duration(2, "working days")),
    ("1 working day", Duration(1, "working days")),
    ("same working day", Duration(0, "working days")),
    ("72 h", Duration(72, "h")),
    ("1 h", Duration(1, "h")),
    ("1 day", Duration(1, "days")),
    ("999 days", Duration(999, "days")),
    ("1 week", Duration(1, "weeks")),
    ("2 weeks", Duration(2, "weeks")),
    ("1 month", Duration(1, "months")),
    ("3 months", Duration(3, "months")),
]
REFUSED = """
0 h|00 h|01 h|1000 h|-1 h|+1 h|1.5 h|1,5 h|1_0 h|h|2|2h|2  h|2 H| 2 h|2 h |2 day|2 week|2 working day
0 working days|same working days|Same working day|2 hours|2 hour|2 arbetsdagar|två arbetsdagar|2 years|2 dagar|
²2 h|٢ h|1٢ h|2\u00a0h|2 workingdays|2 business days
"""
# the duration, in Swedish, in English
WORDS = [
    ("same working day", "samma arbetsdag", "same working day"),
    ("1 working day", "en arbetsdag", "1 working day"),
    ("2 working days", "två arbetsdagar", "2 working days"),
    ("12 working days", "tolv arbetsdagar", "12 working days"),
    ("13 working days", "13 arbetsdagar", "13 working days"),
    ("1 h", "en timme", "1 hour"),
    ("2 h", "två timmar", "2 hours"),
    ("24 h", "24 timmar", "24 hours"),
    ("1 day", "ett dygn", "1 day"),
    ("3 days", "tre dygn", "3 days"),
    ("1 week", "en vecka", "1 week"),
    ("2 weeks", "två veckor", "2 weeks"),
    ("1 month", "en månad", "1 month"),
    ("3 months", "tre månader", "3 months"),
]
# one, another, whether the one may outlast the other, and the other way about
OUTLASTING = [
    ("2 working days", "2 working days", False, False),
    ("3 working days", "2 working days", True, False),
    ("1 working day", "same working day", True, False),
    ("same working day", "same working day", False, False),
    ("48 h", "2 days", False, False),
    ("49 h", "2 days", True, False),
    ("7 days", "1 week", False, False),
    ("8 days", "1 week", True, False),
    ("4 weeks", "1 month", False, True),
    ("5 weeks", "1 month", True, False),
    ("29 days", "1 month", True, True),
    ("32 days", "1 month", True, False),
    ("28 days", "1 month", False, True),
    ("2 working days", "48 h", True, False),
    ("2 working days", "49 h", True, True),
    ("2 working days", "2 days", True, False),
    ("2 working days", "3 days", True, True),
    ("2 working days", "1 week", True, True),
    ("same working day", "1 h", True, False),
    ("same working day", "8 h", True, False),
    ("same working day", "9 h", True, True),
    ("1 working day", "24 h", True, False),
    ("1 working day", "36 h", True, True),
    ("1 day", "2 working days", False, True),
    ("5 working days", "1 week", True, False),
    ("1 month", "2 working days", True, False),
]
CLOSED = {(12, 24), (12, 25), (12, 26), (12, 31), (1, 1), (1, 6)}
"""Days around Christmas and New Year on which no Swedish unit works."""

DAY = timedelta(days=1)


def _parsed(text: str) -> Duration:
    duration = parse_duration(text)
    assert duration is not None
    return duration


@pytest.mark.parametrize(("text", "expected"), READ)
def test_a_duration_is_read_as_people_write_it(text: str, expected: Duration) -> None:
    assert expected == parse_duration(text)


@pytest.mark.parametrize("text", [*REFUSED.strip("\n").replace("\n", "|").split("|"), "2 h\n"])
def test_what_could_be_understood_in_several_ways_is_no_duration(text: str) -> None:
    assert parse_duration(text) is None


@pytest.mark.parametrize("text", [text for text, _ in READ])
def test_a_duration_is_written_as_it_was_read(text: str) -> None:
    assert text == str(_parsed(text))


@pytest.mark.parametrize(("text", "swedish", "english"), WORDS)
def test_a_resident_reads_a_duration_in_words(text: str, swedish: str, english: str) -> None:
    assert swedish == _parsed(text).words("sv")
    assert english == _parsed(text).words("en")


@pytest.mark.parametrize(("one", "other", "outlasts", "is_outlasted"), OUTLASTING)
def test_one_duration_may_outlast_another(one: str, other: str, outlasts: bool, is_outlasted: bool) -> None:
    assert (outlasts, is_outlasted) == (
        _parsed(one).may_outlast(_parsed(other)),
        _parsed(other).may_outlast(_parsed(one)),
    )


def _is_working_day(day: datetime) -> bool:
    return day.weekday() < 5 and (day.month, day.day) not in CLOSED


def _end(start: datetime, duration: Duration) -> datetime:
    """When a duration ends that begins in working hours; the last working day ends at five in the afternoon."""
    match duration.unit:
        case "h":
            return start + timedelta(hours=duration.amount)
        case "days" | "weeks":
            return start + duration.amount * DAY * (7 if duration.unit == "weeks" else 1)
        case "months":
            year, month = divmod(start.year * 12 + start.month - 1 + duration.amount, 12)
            last = (start.replace(year=year, month=month + 1, day=28) + 4 * DAY).replace(day=1) - DAY
            return last.replace(day=min(start.day, last.day))
        case "working days":
            end, left = start.replace(hour=17), duration.amount
            while left:
                end += DAY
                left -= _is_working_day(end)
            return end


MOMENTS = [
    moment
    for day in range(75)
    for hour in (8, 12, 16)
    if _is_working_day(moment := datetime(2025, 11, 24, hour) + day * DAY)  # noqa: DTZ001
]
SOME = [
    *("same working day", "1 working day", "2 working days", "5 working days", "6 working days"),
    *("1 h", "12 h", "24 h", "36 h", "60 h", "72 h", "2 days", "6 days", "1 week", "2 weeks", "30 days", "1 month"),
]


@pytest.mark.parametrize("other", SOME)
def test_nothing_ends_later_on_a_real_calendar_than_what_it_may_not_outlast(other: str) -> None:
    limit = _parsed(other)
    wrong = [
        (one, str(moment))
        for one in SOME
        if not _parsed(one).may_outlast(limit)
        for moment in MOMENTS
        if _end(moment, _parsed(one)) > _end(moment, limit)
    ]
    assert wrong == []
