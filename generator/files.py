"""Files: everything the tool would write, as `{path: bytes}` with `/` between, before anything is written."""

import hashlib
import json
from typing import Any

Files = dict[str, bytes]


def canonical(value: Any) -> bytes:
    """The one way that a JSON value becomes bytes here: sorted keys, no blanks, UTF-8, one line end at the end."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode() + b"\n"


def digest(data: bytes) -> str:
    return f"sha256:{hashlib.sha256(data).hexdigest()}"


def below(folder: str, files: Files) -> Files:
    """The files moved into a folder."""
    return {f"{folder}/{path}": data for path, data in files.items()}
