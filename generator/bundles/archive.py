"""The archive of a bundle: a tar file whose bytes depend on its content alone."""

import io
import tarfile

from generator.files import Files


def archive(files: Files) -> bytes:
    """An uncompressed archive in the POSIX format, which is plain USTAR but for names of more than 100 bytes.

    It is not compressed, as deflate's bytes differ between zlib builds; names sort by their bytes, and no time, owner
    or mode of any machine is in it.
    """
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w", format=tarfile.PAX_FORMAT) as tar:
        for path in sorted(files, key=str.encode):
            entry = tarfile.TarInfo(path)
            entry.size = len(files[path])
            entry.mode = 0o644
            tar.addfile(entry, io.BytesIO(files[path]))
    return buffer.getvalue()
