"""What the case types that a region can have need of a unit."""

from collections import defaultdict
from collections.abc import Mapping

from schema.workspace import RegionTree


def needs_of(tree: RegionTree, casetype: str) -> str | None:
    """What a case type of the region, or a national template, needs; None where that is nothing, or not known."""
    own = tree.casetypes.get(casetype)
    if own is not None and own.needs is not None:
        return own.needs
    template = tree.templates.get(getattr(own, "extends", casetype))
    return template.needs if template is not None else None


def lineage_of(tree: RegionTree, casetype: str) -> frozenset[str]:
    """The id of a case type of the region, or of a national template, and of what it extends."""
    return frozenset({casetype, getattr(tree.casetypes.get(casetype), "extends", casetype)})


def casetypes_by_need(tree: RegionTree) -> Mapping[str, tuple[str, ...]]:
    """What units do -> the case types of the region, and the national templates, that need it."""
    return tree.once(_by_need)


def _by_need(tree: RegionTree) -> Mapping[str, tuple[str, ...]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for casetype in sorted({*tree.templates, *tree.casetypes}):
        needs = needs_of(tree, casetype)
        if needs is not None:
            found[needs].append(casetype)
    return {needs: tuple(casetypes) for needs, casetypes in found.items()}
