"""HSA-ids as they were written: without their blanks, and where the organisation number stands."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from schema.models.units import Unit
from schema.places import Place
from schema.workspace import Workspace
from validate.wording.check_digits import luhn_agrees

BLANKS = re.compile(r"[\s\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]+")
"""White space of every kind, and characters that take no room at all."""

RIGHT_FORM = re.compile(r"(?:TSE|SE|SE16)[0-9]{10}-[A-Za-z0-9]+")
LONGEST = 31

_NUMBER = re.compile(r"[A-Za-z]*(?:16(?=[0-9]{10}(?![0-9])))?([0-9]{10})(?![0-9])")


@dataclass(frozen=True, slots=True)
class HsaId:
    """A unit's HSA-id without blanks, which are a rule's own; places still count in the text as it was written."""

    unit: Unit
    text: str

    def at(self, start: int, end: int) -> Place:
        """The place of a stretch of `text`, which must not be empty."""
        place = self.unit.at("hsa_id")
        if len(self.text) == len(self.unit.hsa_id):
            return place.within(start, end)
        kept = [number for number, character in enumerate(self.unit.hsa_id) if not BLANKS.fullmatch(character)]
        return place.within(kept[start], kept[end - 1] + 1)

    def number(self) -> tuple[int, int] | None:
        """Where in `text` the ten digits of the organisation number stand; None where there are not ten."""
        found = _NUMBER.match(self.text)
        return found.span(1) if found else None

    def is_sound(self) -> bool:
        """Whether the HSA-id can be right: one that cannot is told of where it stands, and not where it is used."""
        digits = self.number()
        return (
            RIGHT_FORM.fullmatch(self.text) is not None
            and len(self.text) <= LONGEST
            and digits is not None
            and luhn_agrees(self.text[slice(*digits)])
        )


def hsa_ids(workspace: Workspace) -> Iterator[HsaId]:
    """The HSA-id of every unit."""
    for tree in workspace.regions.values():
        for unit in tree.units.values():
            yield HsaId(unit, without_blanks(unit.hsa_id))


def without_blanks(hsa_id: str) -> str:
    return BLANKS.sub("", hsa_id)
