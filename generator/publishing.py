"""Writing what was built: beside the old output, and swapped in at once, so that the old or the new stands whole."""

import ctypes
import errno
import os
import shutil
import stat
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from generator.files import Files

_NEW, _OLD = ".new", ".old"
_EXCHANGE = 2  # RENAME_EXCHANGE of Linux's renameat2


class OutputBusy(Exception):
    """Another build is writing to the same place."""


class OutputForeign(Exception):
    """A folder that would be replaced holds what no build has put there."""


_LOCK = ".basutbud.lock"
"""Also the sign that the folders beside it are ours to replace."""


@contextmanager
def locked(out: Path, folders: Iterable[str]) -> Iterator[None]:
    """Hold the output folder for one build of the named folders in it.

    Raises OutputBusy when another build holds it, and OutputForeign when it has such a folder from elsewhere.
    """
    out.mkdir(parents=True, exist_ok=True)
    if not (out / _LOCK).exists():
        for name in folders:
            if (out / name).is_dir() and any((out / name).iterdir()):
                raise OutputForeign(str(out / name))
    lock = FileLock(out / _LOCK, timeout=0)
    try:
        lock.acquire()
    except Timeout:
        raise OutputBusy(str(out)) from None
    try:
        yield
    finally:
        lock.release()


Stamps = dict[str, tuple[int, int]]
"""The size in bytes and the time of the last change in nanoseconds of files, by their paths in a folder."""


@dataclass(frozen=True)
class Laid:
    """Files that were laid: the stamp of each, and how many of them differ from the folder's old content."""

    stamps: Stamps
    changes: int

    @classmethod
    def of(cls, parts: Iterable["Laid"]) -> "Laid":
        """What was laid in several parts, as one."""
        each = list(parts)
        return cls({path: stamp for part in each for path, stamp in part.stamps.items()}, sum(p.changes for p in each))


@dataclass(frozen=True)
class Staged:
    """A folder's new content, made beside it and not yet in its place; `changes` counts files written or removed."""

    folder: Path
    changes: int

    def swap(self) -> None:
        """Put the new content in place. Where nothing changes, the folder is left as it is."""
        if self.changes or not self.folder.is_dir():
            _swap(_beside(self.folder, _NEW), self.folder, _beside(self.folder, _OLD))
        else:
            _remove(_beside(self.folder, _NEW))


@dataclass(frozen=True)
class Staging:
    """The making of a folder's new content beside it, by one process or by several that lay different files. `old` is
    what the folder holds."""

    folder: Path
    old: Stamps

    @classmethod
    def begin(cls, folder: Path) -> "Staging":
        _recover(folder)
        if folder.exists() and not folder.is_dir():
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(folder))
        _beside(folder, _NEW).mkdir(parents=True)
        top = str(folder)
        return cls(folder, {path: _stamp(os.lstat(f"{top}/{path}")) for path in _files_below(top)})

    def old_below(self, names: Iterable[str]) -> Stamps:
        """The old files at or below some paths."""
        wanted = set(names)
        return {path: stamp for path, stamp in self.old.items() if _is_below(path, wanted)}

    def lay(self, files: Files) -> Laid:
        """Files whose bytes are the same as in the old content are linked, not written again."""
        place = _Place(self.folder)
        changes = 0
        stamps: Stamps = {}
        for path, data in sorted(files.items()):
            if ".." in path.split("/") or path.startswith("/"):
                raise ValueError(f"a file outside its folder: {path}")
            target = place.for_new(path)
            if path in self.old and _has(place.of_old(path), data):
                _link(place.of_old(path), target)
            else:
                changes += 1
                # Never into a file that is there already: it may be one that the old content has too.
                with open(target, "xb") as file:
                    file.write(data)
            stamps[path] = _stamp(os.lstat(target))
        return Laid(stamps, changes)

    def take_away(self, name: str) -> None:
        """What was laid at or below a path."""
        _remove(_beside(self.folder, _NEW) / name)

    def finish(self, laid: Iterable[Laid], kept: Iterable[str]) -> Staged:
        """The new content whole: what was laid, and of the old content what stands at or below the paths in `kept`,
        but for files that were laid."""
        laid = list(laid)
        made = {path for each in laid for path in each.stamps}
        stay = self.old_below(kept).keys() - made
        changes = sum(each.changes for each in laid) + len(self.old.keys() - made - stay)
        if changes:
            place = _Place(self.folder)
            for path in sorted(stay):
                _link(place.of_old(path), place.for_new(path))
        return Staged(self.folder, changes)

    def discard(self) -> None:
        _remove(_beside(self.folder, _NEW))


class _Place:
    """Where a folder's old and new files stand."""

    def __init__(self, folder: Path) -> None:
        self._old, self._new = str(folder), str(_beside(folder, _NEW))
        self._made = set[str]()

    def of_old(self, path: str) -> str:
        return f"{self._old}/{path}"

    def for_new(self, path: str) -> str:
        """The new file's place, with the folders that it needs."""
        parent = path.rpartition("/")[0]
        if parent not in self._made:
            os.makedirs(f"{self._new}/{parent}", exist_ok=True)
            self._made.add(parent)
        return f"{self._new}/{path}"


def _is_below(path: str, names: set[str]) -> bool:
    while path and path not in names:
        path = path.rpartition("/")[0]
    return bool(path)


def _stamp(status: os.stat_result) -> tuple[int, int]:
    return status.st_size, status.st_mtime_ns


def _beside(folder: Path, ending: str) -> Path:
    return folder.with_name(f".{folder.name}{ending}")


def _recover(folder: Path) -> None:
    """Take away what a killed build left, and put back what it had moved aside."""
    new, old = _beside(folder, _NEW), _beside(folder, _OLD)
    if old.exists() and not folder.exists():
        old.rename(folder)
    for leftover in (new, old):
        _remove(leftover)


def _remove(path: Path) -> None:
    """Take away a folder with all that is in it, or whatever else has its name; what a link leads to stays."""
    if path.is_symlink() or path.is_file():
        path.unlink()
    elif path.exists():
        shutil.rmtree(path)


def _files_below(folder: str) -> Iterator[str]:
    """The paths of all that is no folder; a link is not followed."""
    for root, folders, names in os.walk(folder):
        inner = os.path.relpath(root, folder).replace(os.sep, "/")
        links = [name for name in folders if os.path.islink(os.path.join(root, name))]
        yield from (name if inner == "." else f"{inner}/{name}" for name in (*names, *links))


def _has(path: str, data: bytes) -> bool:
    try:
        status = os.lstat(path)
    except OSError:
        return False
    if not stat.S_ISREG(status.st_mode) or status.st_size != len(data):
        return False
    with open(path, "rb") as file:
        return file.read() == data


def _link(source: str, target: str) -> None:
    try:
        os.link(source, target, follow_symlinks=False)
    except FileExistsError:
        raise
    except OSError:
        shutil.copy2(source, target, follow_symlinks=False)


def _swap(new: Path, folder: Path, old: Path) -> None:
    if folder.exists():
        if _exchange(new, folder):
            _remove(new)
            return
        # Without an atomic exchange there is a moment with no output; the next build puts the old one back.
        folder.rename(old)
    new.rename(folder)
    _remove(old)


def _exchange(one: Path, other: Path) -> bool:
    """Swap two names in one step; False where the system cannot."""
    if not sys.platform.startswith("linux"):
        return False
    rename = getattr(ctypes.CDLL(None), "renameat2", None)
    at_working_folder = -100
    return rename is not None and not rename(
        at_working_folder, os.fsencode(one), at_working_folder, os.fsencode(other), _EXCHANGE
    )
