"""The register: the few facts of every region that must hold across all of them."""

from collections.abc import Iterable
from dataclasses import dataclass

from schema.places import Place
from schema.workspace import RegionTree, Workspace


@dataclass(frozen=True)
class Register:
    """HSA-ids as written and county codes, each with its place and its region's organisation number."""

    hsa_ids: tuple[tuple[str, Place, str], ...]
    counties: tuple[tuple[str, Place, str], ...]


def register_of(workspace: Workspace) -> Register:
    trees = workspace.regions.values()
    return Register(
        tuple((unit.hsa_id, unit.at("hsa_id"), _number(tree)) for tree in trees for unit in tree.units.values()),
        tuple(
            (tree.region.county, tree.region.at("county"), _number(tree)) for tree in trees if tree.region is not None
        ),
    )


def _number(tree: RegionTree) -> str:
    """The organisation number of a region; "" where its own file did not fit its model."""
    return tree.region.organisation_number if tree.region is not None else ""


def joined(registers: Iterable[Register]) -> Register:
    """The registers of several parts of the nation as one."""
    parts = list(registers)
    return Register(
        tuple(entry for part in parts for entry in part.hsa_ids),
        tuple(entry for part in parts for entry in part.counties),
    )
