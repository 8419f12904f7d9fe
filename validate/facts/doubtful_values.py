"""Values that other rules find fault with, so that nothing needs to be said of their form."""

from validate.facts.invisible import INVISIBLE
from validate.facts.mojibake import mojibake
from validate.facts.phone_numbers import mobile_numbers
from validate.facts.unreplaced import unreplaced
from validate.masking import personal_numbers


def is_told_of(value: str) -> bool:
    """Whether there is a brace, a gap, a person's number or an odd character in it."""
    return (
        "{" in value
        or "}" in value
        or INVISIBLE.search(value) is not None
        or any(any(True for _ in faults(value)) for faults in (unreplaced, mobile_numbers, personal_numbers, mojibake))
    )
