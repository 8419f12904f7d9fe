"""What a machine has mended or would mend: the lines before and after, and a sentence on each fix."""

import re
import unicodedata
from collections.abc import Iterator

from schema.reading.strict import BYTE_ORDER_MARK
from validate.facts.numbers_in_files import masked_text
from validate.masking import mask
from validate.mending.edits import shared_start
from validate.mending.fixing import Fix
from validate.printable import printable, shown
from validate.rule import Language
from validate.wording.twin_letters import TWINS

_BREAK = re.compile(r"\r\n|\r|\n")
_AROUND = 3
_LONGEST_QUOTE = 40

_SAID: dict[Language, dict[str, str]] = {
    "sv": {
        "mark": "byteordningsmärket först i filen tas bort",
        "removed": "”{old}” tas bort",
        "replaced": "”{old}” blir ”{new}”",
        "illegible": "rättas inte, för filen har fler fel som gör att den inte går att läsa",
        "read-otherwise": "rättas inte, för då läses raden på ett annat sätt: skriv om den för hand",
        "new-finding": "rättas inte, för då uppstår ett annat fel: skriv om det för hand",
        "not-tried": "rättas inte den här gången: kör en gång till, eller skriv om det för hand",
    },
    "en": {
        "mark": "the byte order mark at the start of the file is taken away",
        "removed": "“{old}” is taken away",
        "replaced": "“{old}” becomes “{new}”",
        "illegible": "not fixed, as the file has more errors that keep it from being read",
        "read-otherwise": "not fixed, as the line would be read in another way: write it anew by hand",
        "new-finding": "not fixed, as another fault would arise: write it anew by hand",
        "not-tried": "not fixed this time: run once more, or write it anew by hand",
    },
}


def sentence(fix: Fix, language: Language) -> str:
    """What becomes of a finding, and where; on one line that shows what cannot be seen."""
    found = fix.diagnostic
    old, new = _quoted(fix.written), _quoted(found.replacement or "")
    kind = fix.obstacle or ("replaced" if new else "removed" if old else "mark")
    said = _SAID[language][kind].format(old=old, new=new)
    return f"{printable(found.at.file)}:{fix.span.line}:{fix.span.column}: {found.rule}: {said}."


def diff(file: str, before: bytes, after: bytes) -> Iterator[str]:
    """The lines that change, with those around them, as a unified diff to be read.

    It cannot be applied: what cannot be seen, or not be told from another letter, is shown by its code, and personal
    numbers are masked. A fix changes no line breaks, so that the lines are the same in number.
    """
    old, new = _lines(before), _lines(after)
    masked_old, masked_new = _lines_of(_mark(before) + masked_text(file, before)), _lines_of(masked_text(file, after))
    changed = [number for number, (line, other) in enumerate(zip(old, new, strict=True)) if line != other]
    yield f"--- {printable(file)}"
    yield f"+++ {printable(file)}"
    for first, last in _hunks(changed, len(old)):
        yield f"@@ -{first + 1},{last - first} +{first + 1},{last - first} @@"
        added: list[str] = []
        for number in range(first, last):
            if old[number] != new[number]:
                yield f"-{_laid_open(masked_old[number], old[number], new[number])}"
                added.append(f"+{shown(masked_new[number])}")
            else:
                yield from added
                added.clear()
                yield f" {shown(masked_new[number])}"
        yield from added


def _lines(data: bytes) -> list[str]:
    return _lines_of(_mark(data) + data.removeprefix(BYTE_ORDER_MARK).decode(errors="replace"))


def _lines_of(text: str) -> list[str]:
    lines = _BREAK.split(text)
    return lines if lines[-1] else lines[:-1]


def _mark(data: bytes) -> str:
    return "\ufeff" if data.startswith(BYTE_ORDER_MARK) else ""


def _hunks(changed: list[int], lines: int) -> Iterator[tuple[int, int]]:
    """Stretches of lines around those that change."""
    first = last = -1
    for number in changed:
        if last >= 0 and number - _AROUND > last:
            yield first, last
            last = -1
        if last < 0:
            first = max(number - _AROUND, 0)
        last = min(number + _AROUND + 1, lines)
    if last >= 0:
        yield first, last


def _laid_open(masked: str, old: str, new: str) -> str:
    """A line that changes, with whatever looks the same after the change shown by its code."""
    start = shared_start(old, new)
    end = len(old) - shared_start(old[start:][::-1], new[start:][::-1])
    return shown(masked[:start]) + _coded(masked[start:end]) + shown(masked[end:])


def _quoted(text: str) -> str:
    masked = mask(text, cued=True).replace("\n", " ")
    return _coded(masked if len(masked) <= _LONGEST_QUOTE else f"{masked[:_LONGEST_QUOTE]}…")


def _coded(text: str) -> str:
    return shown("".join(map(_code, text)))


def _code(character: str) -> str:
    alike = unicodedata.combining(character) or character in TWINS
    return f"<U+{ord(character):04X}>" if alike or not character.isprintable() else character
