"""Data for the site's own scripts, as scripts: from disk, a page may load a script and fetch nothing."""

import json
from typing import Any

from generator.site.wording.texts import visible


def keep(key: str, value: Any) -> bytes:
    """A script that keeps a JSON value under a key, which `basutbud.load` of `site.js` then gives to whoever asked.

    The value can not end the script or be anything else than data, whatever texts are in it, and hidden signs in it are
    shown by their code as on the pages.
    """
    text = visible(json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")))
    for sign in ("<", ">", "&"):
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return f"basutbud.keep({json.dumps(key)},{text});\n".encode()
