"""Reading a configuration tree from disk: `{path: bytes}`, and a misfit for each entry that cannot be trusted."""

import os
import stat
from pathlib import Path

from schema.places import Misfit, Stretch
from schema.reading.strict import SIZE_LIMIT

TOP_FOLDERS = ("casetype_templates", "regions")


def read_tree(root: Path) -> tuple[dict[str, bytes], list[Misfit]]:
    """Every file below the top folders, by its path from the root with `/` between.

    Hidden entries are left alone, as editors and systems put them there. Raises nothing for what it finds:
    what is not a plain readable file inside the root is a misfit.
    """
    files: dict[str, bytes] = {}
    inside = os.path.realpath(root)
    folders, misfits = _top_folders(root)
    while folders:
        folder = folders.pop()
        try:
            entries = sorted(os.scandir(root / folder), key=lambda entry: entry.name)
        except OSError as error:
            misfits.append(_misfit("unreadable-file", folder, reason=error.strerror or "?"))
            continue
        for entry in entries:
            if entry.name.startswith("."):
                continue
            path = f"{folder}/{entry.name}"
            if entry.is_symlink():
                misfit = _check_link(entry.path, path, inside)
                if misfit:
                    misfits.append(misfit)
                    continue
            elif entry.is_dir():
                folders.append(path)
                continue
            content = _read_file(entry.path, path)
            if isinstance(content, Misfit):
                misfits.append(content)
            else:
                files[path] = content
    return dict(sorted(files.items())), sorted(misfits, key=lambda misfit: misfit.at.file)


def _top_folders(root: Path) -> tuple[list[str], list[Misfit]]:
    folders: list[str] = []
    misfits: list[Misfit] = []
    for name in TOP_FOLDERS:
        top = os.path.join(root, name)
        if os.path.islink(top):
            misfits.append(_misfit("symbolic-link", name, reason="folder"))
        elif os.path.isdir(top):
            folders.append(name)
        elif os.path.exists(top):
            misfits.append(_misfit("unreadable-file", name, reason="not a folder"))
    return folders, misfits


def _misfit(kind: str, path: str, **facts: str) -> Misfit:
    return Misfit(kind, Stretch(path, 0, 0), facts)


def _check_link(location: str, path: str, inside: str) -> Misfit | None:
    """A link may lead to a file of the tree; anything else could bring in what nobody reviewed, or meant to show."""
    target = os.path.realpath(location)
    if os.path.commonpath([target, inside]) != inside:
        return _misfit("symbolic-link", path, reason="outside")
    steps = os.path.relpath(target, inside).split(os.sep)
    if steps[0] not in TOP_FOLDERS or any(step.startswith(".") for step in steps):
        return _misfit("symbolic-link", path, reason="outside")
    if not os.path.exists(target):
        return _misfit("symbolic-link", path, reason="broken")
    if os.path.isdir(target):
        return _misfit("symbolic-link", path, reason="folder")
    return None


def _read_file(location: str, path: str) -> bytes | Misfit:
    """At most one byte more than the limit, so that the reader sees that it is too large; never waits for a pipe."""
    try:
        descriptor = os.open(location, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except OSError as error:
        return _misfit("unreadable-file", path, reason=error.strerror or "?")
    with open(descriptor, "rb", buffering=0) as file:
        try:
            status = os.fstat(descriptor)
            if not stat.S_ISREG(status.st_mode):
                return _misfit("unreadable-file", path, reason="not a plain file")
            return file.read() if status.st_size <= SIZE_LIMIT else file.read(SIZE_LIMIT + 1)
        except OSError as error:
            return _misfit("unreadable-file", path, reason=error.strerror or "?")
