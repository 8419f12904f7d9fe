"""The unit lists that groups name, and those that are missing."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from schema.fitting import nearest
from schema.models.groups import Group
from schema.workspace import RegionTree
from validate.facts.existing import ids_by_folder


def missing_lists(tree: RegionTree) -> Iterator[tuple[Group, str, str]]:
    """Each group whose list is no file, with the list's name and the list that is most like it."""
    named = [(group, group.list) for group in tree.groups.values() if group.list not in (None, *tree.lists)]
    if not named:
        return
    # A list with another ending, such as that of a spreadsheet, is told of as a file that nothing reads.
    unread = ids_by_folder(tree)[tree.path("lists")] - {PurePosixPath(name).stem for name in tree.lists}
    for group, name in named:
        if name is not None and PurePosixPath(name).stem not in unread:
            yield group, name, nearest(name, sorted(tree.lists))
