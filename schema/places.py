"""Where something stands: a file and a path into it, or a stretch of a file's text."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

Step = str | int
Path = tuple[Step, ...]


class Place(NamedTuple):
    """A file and a path into it, such as `("casetypes", "fornya-recept", "active")`.

    Line and column are not kept: they are worked out for what is reported, by `schema.reading.positions.locate`.
    `on` says whether the key or the value at the path is meant. `part` is a stretch of the scalar's *value*, in
    code points from its start, for findings inside a text.
    In a unit list (CSV or text) the path is the line's number from 0, and `part` counts within that line.
    """

    file: str
    path: Path = ()
    on: Literal["value", "key"] = "value"
    part: tuple[int, int] | None = None

    def at(self, *steps: Step) -> "Place":
        return Place(self.file, self.path + steps)

    def key(self) -> "Place":
        return Place(self.file, self.path, "key")

    def within(self, start: int, end: int) -> "Place":
        return Place(self.file, self.path, "value", (start, end))


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of a file's own text, in code points from its start: for what is found outside the model."""

    file: str
    start: int
    end: int


At = Place | Stretch


@dataclass(frozen=True, slots=True)
class Span:
    """Where to look: lines and columns from 1, columns in code points; the end column is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Related:
    """A second place that explains a finding; `role` says how, by name, and is put into words by the report."""

    role: str
    at: At


@dataclass(frozen=True, slots=True)
class Misfit:
    """A fact that does not fit its model; the words of the YAML and pydantic libraries end here.

    `kind` is the id of the structural rule that reports it; `facts` are the words its message uses.
    """

    kind: str
    at: At
    facts: dict[str, str]
    related: tuple[Related, ...] = ()
