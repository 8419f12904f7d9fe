"""Writing one file so that its old or its new content stands whole, whatever happens in between."""

import errno
import os
import stat
import tempfile
from pathlib import Path


class ChangedMeanwhile(OSError):
    """The file is not what it was when it was read."""

    def __init__(self) -> None:
        super().__init__(0, "filen har ändrats sedan den lästes")


def replace_file(path: Path, data: bytes, before: bytes | None = None) -> None:
    """Write a file in one step, keeping its mode. Raises OSError.

    With `before`, only if that is still what the file holds: else ChangedMeanwhile.
    """
    if path.is_symlink():
        raise OSError(0, "det är en symbolisk länk")
    if path.exists() and not os.access(path, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    mode = stat.S_IMODE(path.stat().st_mode) if path.exists() else 0o666 & ~_umask()
    descriptor, made = tempfile.mkstemp(prefix=".basutbud.", dir=path.parent)
    try:
        with open(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(made, mode)
        if before is not None and path.read_bytes() != before:
            raise ChangedMeanwhile
        os.replace(made, path)
    except BaseException:
        Path(made).unlink(missing_ok=True)
        raise


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current
