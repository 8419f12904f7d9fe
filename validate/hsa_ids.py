"""HSA-ids as they were written: their blanks, and where the digits of the organisation number stand."""

import re
from collections.abc import Iterator

from schema.models.units import Unit
from schema.workspace import Workspace

BLANKS = re.compile(r"[\s\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]+")
"""White space of every kind, and characters that take no room at all."""

_START = re.compile(r"(?:TSE|SE16(?=[0-9]{10}(?![0-9]))|SE)", re.IGNORECASE)
_DIGITS = re.compile(r"[0-9]{10}(?![0-9])")


def units_of(workspace: Workspace) -> Iterator[Unit]:
    """The units as they stand in their files; nothing needs to be resolved for who they are."""
    for tree in workspace.regions.values():
        yield from tree.units.values()


def without_blanks(hsa_id: str) -> str:
    return BLANKS.sub("", hsa_id)


def start_of(hsa_id: str) -> tuple[int, int] | None:
    """Where the letters before the organisation number stand: SE, or one of the rarer TSE and SE16."""
    blanks = BLANKS.match(hsa_id)
    found = _START.match(hsa_id, blanks.end() if blanks else 0)
    return found.span() if found else None


def organisation_digits(hsa_id: str) -> tuple[int, int] | None:
    """Where the ten digits of the organisation number stand; None where there are not ten."""
    start = start_of(hsa_id)
    found = _DIGITS.match(hsa_id, start[1]) if start else None
    return found.span() if found else None
