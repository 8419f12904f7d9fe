"""What a region writes in several of its files: selectors, settings and local case types, each with its place."""

from collections.abc import Iterator

from schema.models.casetypes import LocalCaseType
from schema.models.groups import Selector
from schema.models.units import Settings
from schema.places import Place
from schema.workspace import RegionTree


def selectors(tree: RegionTree) -> Iterator[tuple[Selector, Place]]:
    """Every selector of the groups and the decisions, and those inside them."""
    for group in tree.groups.values():
        if group.select is not None:
            yield from _with_negated(group.select, group.at("select"))
    for decision in tree.decisions:
        yield from _with_negated(decision.applies_to, decision.at("applies_to"))
        for rows in ("require", "recommend", "forbid"):
            for number, duty in enumerate(getattr(decision, rows)):
                if duty.when is not None:
                    yield from _with_negated(duty.when, decision.at(rows, number, "when"))


def _with_negated(selector: Selector, place: Place) -> Iterator[tuple[Selector, Place]]:
    yield selector, place
    if selector.not_ is not None:
        yield from _with_negated(selector.not_, place.at("not"))


def selected_values(tree: RegionTree, key: str) -> Iterator[tuple[str, Place]]:
    """Each value that a selector gives for a key, such as `municipality`."""
    for selector, place in selectors(tree):
        values = getattr(selector, key) or ()
        for number, value in enumerate(values):
            # A single value may stand without a list around it, and then has no number.
            yield value, place.at(key) if len(values) == 1 else place.at(key, number)


def settings(tree: RegionTree) -> Iterator[tuple[Settings, Place]]:
    """The settings as they were written for the region, its groups and its units."""
    if tree.region is not None:
        yield tree.region.defaults, tree.region.at("defaults")
    for group in tree.groups.values():
        yield group.settings, group.at("settings")
    for unit in tree.units.values():
        yield unit.settings, unit.at("settings")


def local_casetypes(tree: RegionTree) -> Iterator[tuple[str, str, LocalCaseType, Place]]:
    """The unit's id, the case type's id, the local case type and its place."""
    for unit in tree.units.values():
        for id, entry in unit.casetypes.items():
            if entry is not None and entry.local is not None:
                yield unit.file_id, id, entry.local, unit.at("casetypes", id, "local")
