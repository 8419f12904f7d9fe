"""Noticing that somebody has saved: what the files of a tree look like from outside, without reading them."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path

from schema.tree import TOP_FOLDERS

_PAUSE = 0.3
"""Seconds between two looks at a small tree."""
_ENTRIES_FOR_A_SECOND = 20_000
"""With so many files, a second more; a look at a large tree costs more."""
_SETTLING = 0.06
_MOST_TIMES = 25
_OF_GIT = ("HEAD", "logs/HEAD")
"""What git writes with every commit and checkout; pages tell of the commits."""

Marks = Mapping[str, tuple[int, ...]]
"""For each entry what changes when somebody writes it, or that it cannot be looked at."""


def marks_of(root: Path) -> Marks:
    """Every entry below the top folders that a check would see; hidden ones are let alone, but for
    what tells of a commit. Never raises OSError."""
    marks: dict[str, tuple[int, ...]] = {}
    folders = list(TOP_FOLDERS)
    while folders:
        folder = folders.pop()
        try:
            with os.scandir(root / folder) as entries:
                seen = [entry for entry in entries if not entry.name.startswith(".")]
        except OSError as error:
            marks[folder] = (-1, error.errno or 0)
            continue
        marks[folder] = ()
        for entry in seen:
            path = f"{folder}/{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                folders.append(path)
            else:
                marks[path] = _mark(entry)
    git = _git_folder(root)
    marks.update((f"/{name}", _mark(git / name)) for name in _OF_GIT)
    return marks


def _git_folder(root: Path) -> Path:
    """Where the repository that a tree is in keeps what is its own; in a linked working tree a file says where."""
    here = Path(os.path.realpath(root))
    found = next((at / ".git" for at in (here, *here.parents) if os.path.exists(at / ".git")), here / ".git")
    try:
        said = found.read_text(errors="replace") if found.is_file() else ""
    except OSError:
        said = ""
    return found.parent / said.removeprefix("gitdir:").strip() if said.startswith("gitdir:") else found


def _mark(entry: "os.DirEntry[str] | Path") -> tuple[int, ...]:
    try:
        # What a link leads to is what is read.
        status = entry.stat()
    except OSError as error:
        return (-1, error.errno or 0)
    except ValueError:
        return (-1, 0)  # a name that no file can have
    return status.st_mode, status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns


def pause_for(marks: Marks) -> float:
    """Seconds to wait before looking again."""
    return _PAUSE + len(marks) / _ENTRIES_FOR_A_SECOND


def settled(root: Path, marks: Marks, wait: Callable[[float], bool]) -> Marks:
    """What the files look like when nothing more happens to them, since some editors save in several steps.

    `wait` waits so many seconds, and says whether to give up. Somebody who never stops writing is not waited for.
    """
    for _ in range(_MOST_TIMES):
        if wait(_SETTLING):
            return marks
        before, marks = marks, marks_of(root)
        if before == marks:
            return marks
    return marks
