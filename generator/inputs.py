"""What the commands work on: a tree as it was read, on a day, and what it is held against."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from schema.load import load
from schema.places import Misfit
from schema.workspace import Speller, Workspace, region_of, region_refused


@dataclass(frozen=True)
class Tree:
    """A configuration tree as it was read from disk, the day it is looked at, and what is held against it."""

    files: Mapping[str, bytes]
    refused: tuple[Misfit, ...]
    as_of: date
    former: Mapping[str, bytes] = field(default_factory=dict)
    """The changed files as they stood before."""
    speller: Speller | None = None
    """The dictionary that spelling is held against, if any."""

    @cached_property
    def regions(self) -> list[str]:
        """The ids of the regions that have any file at all."""
        refused = {region_refused(misfit.at.file) for misfit in self.refused}
        return sorted({*map(region_of, self.files), *refused} - {""})

    def workspace(self) -> Workspace:
        return load(self.files, self.as_of, self.refused, self.former)
