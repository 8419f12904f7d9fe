"""The units that have something: so many as a page can list, and the way to the inventory for the rest."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.site.page import Link
from generator.site.wording.phrases import alphabetical
from generator.site.wording.words import STATUS
from schema.models.units import Unit
from schema.offers import ResolvedUnit

MOST = 60
"""Units that a page lists; a case type of a large region may have hundreds."""


def is_met(unit: ResolvedUnit) -> bool:
    """Whether residents can come to the unit: it is open, and some of them see it, those of an area or those that it
    approves."""
    return unit.unit.status in ("active", "closing") and is_seen(unit)


def is_seen(unit: ResolvedUnit) -> bool:
    ways = (unit.setting("service_area"), unit.setting("approve_residents"))
    return any(origin is not None and origin.value for origin in ways)


@dataclass(frozen=True)
class Holders:
    """Units in alphabetical order, and how many there are in all."""

    units: tuple[Link, ...]
    total: int


def holders(units: Iterable[Unit], top: str = "../") -> Holders:
    """The units, each once, with the status of those that are not active. `top` leads from the page to the region's
    folder."""
    ordered = sorted(
        {unit.file_id: unit for unit in units}.values(), key=lambda unit: (alphabetical(unit.name), unit.file_id)
    )
    links = tuple(Link(_named(unit), f"{top}units/{unit.file_id}.html") for unit in ordered[:MOST])
    return Holders(links, len(ordered))


def _named(unit: Unit) -> str:
    return unit.name if unit.status == "active" else f"{unit.name} ({STATUS[unit.status]})"
