"""Every cancellation limit of a workspace, as it was written."""

from collections.abc import Iterator
from typing import get_args

from schema.durations import Duration
from schema.models.groups import Group
from schema.models.units import CareLevel, Unit
from schema.places import Place
from schema.workspace import RegionTree, Workspace
from validate.facts.written import definitions


def cancellation_limits(workspace: Workspace) -> Iterator[tuple[Duration, Place]]:
    for template in workspace.templates.values():
        if template.cancellation_limit is not None:
            yield template.cancellation_limit, template.at("cancellation_limit")
    for tree in workspace.regions.values():
        yield from _limits_of(tree)


def _limits_of(tree: RegionTree) -> Iterator[tuple[Duration, Place]]:
    if tree.region is not None:
        for level in get_args(CareLevel):
            limit: Duration | None = getattr(tree.region.cancellation_limit, level)
            if limit is not None:
                yield limit, tree.region.at("cancellation_limit", level)
    for casetype, place in definitions(tree):
        if casetype.cancellation_limit is not None:
            yield casetype.cancellation_limit, place.at("cancellation_limit")
    holders: tuple[Group | Unit, ...] = (*tree.groups.values(), *tree.units.values())
    for holder in holders:
        for id, change in holder.casetypes.items():
            if change is not None and change.cancellation_limit is not None:
                yield change.cancellation_limit, holder.at("casetypes", id, "cancellation_limit")
