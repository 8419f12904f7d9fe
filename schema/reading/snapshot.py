"""Reading what a region keeps of HSA: a CSV file with the HSA-id and the name of each unit."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import dropwhile
from typing import NamedTuple

from schema.places import Misfit, Place, Related, Stretch


class RegisteredUnit(NamedTuple):
    """A unit as HSA has it, and its line."""

    hsa_id: str
    name: str
    place: Place


_LINE = re.compile(
    r" *(?:\"(?P<quoted>[^\"]*)\"|(?P<hsa_id>[^\",;\t]*)) *(?P<separator>[,;\t]?) *(?P<rest>.*)", re.DOTALL
)
_QUOTED = re.compile(r'"((?:[^"]|"")*)')
_HSA_ID = re.compile(r"[A-Za-z]{2,3}[0-9]{10,12}-[^\s,;\"]+")
_ODD_BLANK = re.compile("[\xa0\u2000-\u200a\u202f]")
_WITHOUT_WIDTH = re.compile("[\xad\u200b-\u200f\u2060\ufeff]")
_NOTHING = re.compile(r"[\s,;\"]*")


def read_snapshot(path: str, lines: Iterable[str]) -> tuple[dict[str, RegisteredUnit], list[Misfit]]:
    """The units by HSA-id in lower case, and a misfit for each line that cannot be used, or for a file without any.

    Of an HSA-id with several names none is known.
    """
    units: dict[str, RegisteredUnit] = {}
    misfits: list[Misfit] = []
    for unit in _rows(path, lines):
        first = units.setdefault(unit.hsa_id.lower(), unit)
        if not _HSA_ID.fullmatch(unit.hsa_id):
            misfits.append(Misfit("hsa-line-unusable", unit.place, {"problem": "no-id"}))
            del units[unit.hsa_id.lower()]
        elif not unit.name:
            misfits.append(Misfit("hsa-line-unusable", unit.place, {"problem": "no-name"}))
        elif first is not unit:
            related = (Related("first-written-here", first.place),)
            misfits.append(Misfit("hsa-line-unusable", unit.place, {"problem": "repeated"}, related))
            if first.name != unit.name:
                units[unit.hsa_id.lower()] = first._replace(name="")
    if not units and not misfits:
        misfits.append(Misfit("hsa-line-unusable", Stretch(path, 0, 0), {"problem": "no-unit"}))
    return units, misfits


def _rows(path: str, lines: Iterable[str]) -> Iterator[RegisteredUnit]:
    """The lines that are neither blank, be it with separators, comments nor headings, which all stand first."""
    said = (
        (number, line)
        for number, line in enumerate(lines)
        if not _NOTHING.fullmatch(line) and not line.lstrip().startswith("#")
    )
    for number, line in dropwhile(lambda numbered: _is_heading(numbered[1]), said):
        match = _LINE.match(line)
        if match is not None:
            quoted = _QUOTED.match(match["rest"])
            separator = match["separator"] or ","
            name = quoted[1].replace('""', '"') if quoted else match["rest"].partition(separator)[0]
            # No eye can tell å, ä and ö in two parts, or an odd blank, from what the unit's file has.
            name = unicodedata.normalize("NFC", _ODD_BLANK.sub(" ", _WITHOUT_WIDTH.sub("", name)).strip())
            hsa_id = match["hsa_id"] if match["quoted"] is None else match["quoted"]
            yield RegisteredUnit(hsa_id.strip(), name, Place(path, (number,)))


def _is_heading(line: str) -> bool:
    """Whether it names columns: without digits in any, or at least in the first and without an HSA-id."""
    first = re.split(r"[,;\t]", line, maxsplit=1)[0]
    named = first.strip() != "" and _HSA_ID.search(line) is None
    return re.search("[0-9]", first if named else line) is None
