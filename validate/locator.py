"""Where the places of findings are in the files, and what stands there."""

import re
from collections.abc import Mapping

from schema.places import At, Span
from schema.reading.positions import Positions
from validate.facts.numbers_in_files import masked_text
from validate.mending.edits import Document
from validate.object_paths import ObjectPaths


class Locator:
    """Lines and columns of places, with each file composed once."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self._files = files
        self._documents: dict[str, Document] = {}
        self._objects: dict[str, ObjectPaths] = {}
        self._lines: dict[str, list[str]] = {}

    def span(self, at: At) -> Span:
        return self.positions(at.file).span(at)

    def line(self, file: str, number: int) -> str:
        """A line of a file without its end and with personal numbers masked, or "" where there is none."""
        if file not in self._lines:
            self._lines[file] = re.split(r"\r\n|\r|\n", masked_text(file, self._files.get(file, b"")))
        lines = self._lines[file]
        return lines[number - 1] if number <= len(lines) else ""

    def document(self, file: str) -> Document:
        if file not in self._documents:
            self._documents[file] = Document(file, self._files.get(file, b""))
        return self._documents[file]

    def positions(self, file: str) -> Positions:
        return self.document(file).positions

    def objects(self, file: str) -> ObjectPaths:
        if file not in self._objects:
            self._objects[file] = ObjectPaths(self.positions(file).root)
        return self._objects[file]
