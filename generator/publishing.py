"""Writing what was built: beside the old output, and swapped in at once, so that the old or the new stands whole."""

import ctypes
import errno
import os
import shutil
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


@dataclass(frozen=True)
class Staged:
    """A folder's new content, made beside it and not yet in its place; `changes` counts files written or removed."""

    folder: Path
    changes: int

    def swap(self) -> None:
        """Put the new content in place. Where nothing changes, the folder is left as it is."""
        if self.changes or not self.folder.is_dir():
            _swap(_beside(self.folder, _NEW), self.folder, _beside(self.folder, _OLD))

    def discard(self) -> None:
        _remove(_beside(self.folder, _NEW))


def stage(folder: Path, files: Files, kept: tuple[str, ...] = ()) -> Staged:
    """Make a folder's new content: these files, and what of its old content stands at or below the paths in `kept`.

    Files whose bytes are the same are linked, not written again. On an error nothing is left beside the folder.
    """
    _recover(folder)
    if folder.exists() and not folder.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(folder))
    present = set(_files_below(folder))
    wanted = {*files, *(path for path in present if _is_kept(path, kept))}
    unchanged = {path for path in present & wanted if path not in files or _has(folder / path, files[path])}
    changes = len(wanted - unchanged) + len(present - wanted)
    staged = Staged(folder, changes)
    if changes or not folder.is_dir():
        try:
            _lay(folder, files, wanted, unchanged)
        except BaseException:
            staged.discard()
            raise
    return staged


def _lay(folder: Path, files: Files, wanted: set[str], unchanged: set[str]) -> None:
    new = _beside(folder, _NEW)
    new.mkdir()
    made = {new}
    for path in sorted(wanted):
        if ".." in path.split("/") or path.startswith("/"):
            raise ValueError(f"a file outside its folder: {path}")
        target = new / path
        if target.parent not in made:
            target.parent.mkdir(parents=True, exist_ok=True)
            made.add(target.parent)
        if path in unchanged:
            _link(folder / path, target)
        else:
            target.write_bytes(files[path])


def _beside(folder: Path, ending: str) -> Path:
    return folder.with_name(f".{folder.name}{ending}")


def _is_kept(path: str, kept: tuple[str, ...]) -> bool:
    return any(path == name or path.startswith(f"{name}/") for name in kept)


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


def _files_below(folder: Path) -> Iterator[str]:
    for root, _, names in os.walk(folder):
        for name in names:
            yield Path(root, name).relative_to(folder).as_posix()


def _has(path: Path, data: bytes) -> bool:
    return not path.is_symlink() and path.stat().st_size == len(data) and path.read_bytes() == data


def _link(source: Path, target: Path) -> None:
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)


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
