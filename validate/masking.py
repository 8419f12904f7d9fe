"""Personal identity numbers, found wherever they stand and never repeated in full."""

import re
from collections.abc import Iterator
from datetime import date

from validate.check_digits import luhn_agrees

# What has the shape of a number for one person. The digits before and after, and the hyphen and letters of an
# HSA-id, keep parts of longer numbers out.
_SHAPE = re.compile(
    r"(?<![\w-])(?<!\d[ .])((?:18|19|20)?\d{2})(\d{2})(\d{2})([-+ ]?)"
    r"(\d{4}|[A-Z]\d{3}|[A-Z]{2}\d{2}|[A-Z]{3}\d)(?![\w]|-\d)"
)


def personal_numbers(text: str) -> Iterator[tuple[int, int]]:
    """The stretches of a text that are a personal, coordination or reserve number.

    Formats: Skatteverket (personnummer, samordningsnummer), HL7 Sweden's base profiles (reserve numbers).
    A month from 01 to 12 keeps organisation numbers out. Ten digits without a separator count only when the check
    digit agrees, since phone numbers look alike.
    """
    for match in _SHAPE.finditer(text):
        if _is_person(match):
            yield match.span()


def _is_person(match: re.Match[str]) -> bool:
    year, month, day, separator, last = match.groups()
    if not _is_date(year, int(month), int(day)):
        return False
    if not last.isdigit():
        return len(year) == 4
    if separator == " ":
        return len(year) == 4 and luhn_agrees(year[-2:] + month + day + last)
    if len(year) == 4 or separator:
        return True
    return luhn_agrees(year + month + day + last)


def _is_date(year: str, month: int, day: int) -> bool:
    if day > 60:
        day -= 60  # a coordination number
    try:
        date(int(year) if len(year) == 4 else 2000 + int(year) % 4, month, day)
    except ValueError:
        return False
    return True


def mask(text: str) -> str:
    """The text with every personal number's last characters hidden, at the same length."""
    pieces = []
    end = 0
    for start, stop in personal_numbers(text):
        pieces += [text[end:start], "*" * (stop - start)]
        end = stop
    return "".join([*pieces, text[end:]])
