"""What is written in the files beside the models: comments, and the lines of lists."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from schema.places import Stretch
from schema.reading.positions import Positions
from schema.reading.strict import BYTE_ORDER_MARK
from schema.workspace import Workspace, region_of
from validate.wording.stretches import Stretches

_COMMENT = re.compile(r"#(?<!\S#)[^\r\n]*")


_LISTS = (".csv", ".txt")


class Remark(NamedTuple):
    """A comment, or the whole of a list; it starts at `start` in the file's text."""

    file: str
    start: int
    text: str

    def at(self, start: int, end: int) -> Stretch:
        return Stretch(self.file, self.start + start, self.start + end)


def remarks(workspace: Workspace, gate: re.Pattern[bytes]) -> Iterator[Remark]:
    """The comments and lists of the files that the gate lets through. A number sign in a text begins no comment."""
    for file, data in workspace.once(_with_remarks):
        if not gate.search(data):
            continue
        text = data.removeprefix(BYTE_ORDER_MARK).decode(errors="replace")
        if file.endswith(_LISTS):
            yield Remark(file, 0, text)
            continue
        comments = [match for match in _COMMENT.finditer(text) if gate.search(match[0].encode(errors="replace"))]
        prose = _prose(workspace, file, data) if comments else Stretches(())
        for match in comments:
            if not prose.touch(*match.span()):
                yield Remark(file, match.start(), match[0])


def _with_remarks(workspace: Workspace) -> list[tuple[str, bytes]]:
    """The part's own files that are lists, or may hold a comment."""
    wanted = workspace.regions or ("",)
    marked = ((file, data) for file, data in workspace.files.items() if b"#" in data or file.endswith(_LISTS))
    return [(file, data) for file, data in marked if region_of(file) in wanted]


def _prose(workspace: Workspace, file: str, data: bytes) -> Stretches:
    positions = Positions(file, data)
    return Stretches(positions.offsets(writing.place) for writing in workspace.writings if writing.file == file)
