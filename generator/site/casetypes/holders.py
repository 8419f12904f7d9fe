"""The units that have something: so many as a page can list, and the way to the inventory for the rest."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.site.page import Link
from generator.site.wording.phrases import alphabetical
from schema.models.units import Unit

MOST = 60
"""Units that a page lists; a case type of a large region may have hundreds."""


@dataclass(frozen=True)
class Holders:
    """Units in alphabetical order, and how many there are in all."""

    units: tuple[Link, ...]
    total: int


def holders(units: Iterable[Unit], top: str = "../") -> Holders:
    """The units, each once. `top` leads from the page to the region's folder."""
    ordered = sorted(
        {unit.file_id: unit for unit in units}.values(), key=lambda unit: (alphabetical(unit.name), unit.file_id)
    )
    links = tuple(Link(unit.name, f"{top}units/{unit.file_id}.html") for unit in ordered[:MOST])
    return Holders(links, len(ordered))
