"""The units of a region held against what the region keeps of HSA."""

from collections.abc import Iterator

from schema.models.units import Unit
from schema.reading.snapshot import RegisteredUnit
from schema.workspace import RegionTree
from validate.facts.hsa_ids import HsaId, without_blanks


def units_in_hsa(tree: RegionTree) -> Iterator[tuple[Unit, RegisteredUnit | None]]:
    """Each unit that HSA ought to have, with its line; a closed one may have been taken away there.

    Left out are the units whose HSA-id cannot be right, which has rules of its own.
    """
    if tree.snapshot is None or tree.is_broken("hsa.csv"):
        return
    for unit in tree.units.values():
        hsa_id = HsaId(unit, without_blanks(unit.hsa_id))
        if unit.status != "inactive" and hsa_id.is_sound():
            yield unit, tree.snapshot.get(hsa_id.text.lower())
