"""Small Swedish phrases: days, counts, lists and alphabetical order."""

from collections.abc import Iterable
from datetime import date

_MONTHS = (
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
)
_LAST_LETTERS = str.maketrans({"å": "{", "ä": "|", "ö": "}", "é": "e", "è": "e", "ü": "y"})


def day(value: date) -> str:
    """`1 juni 2026`."""
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"


def counted(number: int, one: str, many: str) -> str:
    """`1 mottagning`, `2 mottagningar`, `inga mottagningar`."""
    return f"inga {many}" if number == 0 else f"{number} {one if number == 1 else many}"


def joined(items: Iterable[str], last: str = "och") -> str:
    """`a, b och c`; nothing of nothing."""
    *head, tail = [*items] or [""]
    return f"{', '.join(head)} {last} {tail}" if head else tail


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def yes_or_no(value: bool) -> str:
    return "Ja" if value else "Nej"


def alphabetical(text: str) -> tuple[str, str]:
    """A sort key by the Swedish alphabet, in which å, ä and ö come last."""
    return text.casefold().translate(_LAST_LETTERS), text
