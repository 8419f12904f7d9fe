"""Text that a terminal shows as it is, and that repeats no personal number."""

import re

from validate.masking import mask

_COMMAND = re.compile(r"(?<=#)#(?=[a-z]{0,20}\[)")
"""In what GitHub, Azure and TeamCity obey wherever it stands in a line that a job writes."""


def printable(text: str) -> str:
    """On one line, with personal numbers masked and invisible characters shown by their code.

    What says that a number is somebody's may stand outside the text, so anything that could be one is masked.
    """
    return shown(mask(text, cued=True).replace("\n", " "))


def shown(text: str) -> str:
    """The text with what a terminal or a job would obey, or not show, by its code, and tabs as four blanks."""
    visible = text if text.isprintable() else "".join(map(_visible, text))
    return _COMMAND.sub("<U+0023>", visible) if "##" in visible else visible


def _visible(character: str) -> str:
    if character == "\t":
        return "    "
    return character if character.isprintable() else f"<U+{ord(character):04X}>"
