"""The marks that a version control system leaves where two versions of a file could not be joined."""

import re

from schema.places import Misfit, Stretch

_MARK = re.compile(r"(?:^|(?<=[\r\n]))(?:<{7}|={7}|>{7}|\|{7})(?:[ \t][^\r\n]*)?(?=[\r\n]|$)")


def conflicts(file: str, text: str) -> list[Misfit]:
    """One misfit for each conflict, where it begins; the first mark where no beginning is left."""
    marks = list(_MARK.finditer(text))
    begun = [mark for mark in marks if mark[0].startswith("<")]
    return [
        Misfit("merge-conflict", Stretch(file, *mark.span()), {"text": mark[0].rstrip()}) for mark in begun or marks[:1]
    ]


def may_conflict(data: bytes) -> bool:
    """A gate of bytes; the other marks stop the reading with an error when they stand alone."""
    return b"<" in data and b"<<<<<<<" in data
