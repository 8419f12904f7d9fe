"""How long sentences and how hard texts a region's policy takes."""

from schema.models.regions import Policy
from schema.workspace import Workspace


def longest_sentence(workspace: Workspace) -> int:
    """Words."""
    return _policy(workspace).longest_sentence


def highest_lix(workspace: Workspace) -> int:
    return _policy(workspace).highest_lix


def _policy(workspace: Workspace) -> Policy:
    """The policy of the one region that is looked at; the national files have what holds where nothing is said."""
    regions = [tree.region for tree in workspace.regions.values() if tree.region is not None]
    return regions[0].policy if regions else Policy()
