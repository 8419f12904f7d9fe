"""Values that other rules find fault with, so that nothing needs to be said of their form."""

from validate.masking import personal_numbers
from validate.wording.invisible import INVISIBLE
from validate.wording.mojibake import mojibake
from validate.wording.phone_numbers import mobile_numbers
from validate.wording.unreplaced import unreplaced


def is_told_of(value: str) -> bool:
    """Whether there is a brace, a gap, a person's number or an odd character in it."""
    return (
        "{" in value
        or "}" in value
        or INVISIBLE.search(value) is not None
        or any(any(True for _ in faults(value)) for faults in (unreplaced, mobile_numbers, personal_numbers, mojibake))
    )
