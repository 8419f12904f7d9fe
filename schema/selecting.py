"""Which units a selector selects, and which groups a unit belongs to."""

from collections.abc import Iterable, Mapping

from schema.models.groups import Group, Selector
from schema.models.units import Unit


def selects(selector: Selector, unit: Unit, groups: Iterable[str]) -> bool:
    """Whether all keys of the selector hold; several values of one key are alternatives."""
    for key in selector.model_fields_set:
        wanted = getattr(selector, key)
        if wanted is None:
            continue
        if key == "not_":
            if selects(wanted, unit, groups):
                return False
        elif key == "hsa_id":
            if unit.hsa_id.lower() not in {hsa_id.lower() for hsa_id in wanted}:
                return False
        else:
            found = groups if key == "groups" else getattr(unit, key)
            if found not in wanted if isinstance(found, str) else not set(found).intersection(wanted):
                return False
    return True


def groups_of(unit: Unit, groups: Mapping[str, Group], listed: Mapping[str, frozenset[str]]) -> tuple[str, ...]:
    """The ids of a unit's groups, in the order of the groups' file.

    A group takes in what it selects, what its list names (`listed`: list name -> HSA-ids in lower case), and the
    units that name the group themselves. A selector that speaks of groups sees those that stand above it.
    """
    members: list[str] = []
    for name, group in groups.items():
        if (
            name in unit.groups
            or (group.select is not None and selects(group.select, unit, [*members, *unit.groups]))
            or (group.list is not None and unit.hsa_id.lower() in listed.get(group.list, ()))
        ):
            members.append(name)
    return tuple(members)
