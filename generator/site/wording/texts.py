"""Texts of the configuration as HTML: escaped, in paragraphs, placeholders marked and hidden signs made visible."""

import re
from functools import lru_cache

from markupsafe import Markup, escape

# Signs that no reader sees, but that can turn the order of the letters around or end a line.
_HIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
_PLACEHOLDER = re.compile(r"\{[^{}\n]*\}")


def visible(text: str) -> str:
    """The text with hidden signs by their code: `[U+202E]`."""
    if text.isprintable():
        return text
    return _HIDDEN.sub(lambda match: f"[U+{ord(match[0]):04X}]", text)


@lru_cache(maxsize=8192)
def line(text: str) -> Markup:
    """The text for a line; line breaks stay line breaks. `preview.js` fills the placeholders in."""
    html = str(escape(visible(text.strip()))).replace("\n", "<br>")
    return Markup(_PLACEHOLDER.sub(lambda match: f'<span class="platshållare">{match[0]}</span>', html))


@lru_cache(maxsize=8192)
def paragraphs(text: str) -> Markup:
    """The text with a paragraph for each of its lines."""
    return Markup("".join(f"<p>{line(part)}</p>" for part in _lines(text)))


def item(text: str) -> Markup:
    """The text of a list item: bare when it has one line, otherwise in paragraphs."""
    text = text.strip()
    return paragraphs(text) if "\n" in text else line(text)


def fold(text: str, length: int) -> tuple[str, str]:
    """What is visible of a text whose first characters are, and what is folded; a word is not cut in two.

    `preview.js` folds in the same way, once the placeholders are filled in.
    """
    text = "\n".join(_lines(text))
    if len(text) <= length:
        return text, ""
    start = text[: length + 1]
    cut = max(start.rfind(" "), start.rfind("\n"))
    if cut <= 0:
        cut = length
    return text[:cut].rstrip(), text[cut:].strip()


def _lines(text: str) -> list[str]:
    """The lines that hold anything, as a reader sees them."""
    return [part.strip() for part in text.split("\n") if part.strip()]
