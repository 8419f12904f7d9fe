"""What is known about a region when it is built: where it came from and what the check said."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from schema.workspace import region_of
from validate.diagnostic import Diagnostic, Exemption


@dataclass(frozen=True)
class Change:
    """A commit that changed a file: its id, the day it was made, who made it and what they called it.

    The day is None where the commit has one that no calendar knows.
    """

    commit: str
    day: date | None
    author: str
    subject: str


@dataclass(frozen=True)
class History:
    """What git tells of the files of the configuration."""

    changes: Mapping[str, tuple[Change, ...]] = field(default_factory=dict)
    """The latest commits that changed each file, by its path, the latest first."""
    contents: Mapping[tuple[str, str], bytes] = field(default_factory=dict)
    """What the file of a terms text was at a commit, by path and commit."""
    uncommitted: frozenset[str] = frozenset()
    """The files changed since the last commit; a path with `/` at its end is a folder that git keeps none of."""
    is_cut: bool = False
    """Whether only a part of the history was fetched."""
    totals: Mapping[str, int] = field(default_factory=dict)
    """How many commits changed each file, those that are not told among them."""
    is_known: bool = False
    """Whether git was asked, and answered."""

    def in_order(self) -> tuple[object, ...]:
        """All that is told, in the same order whenever it is the same."""
        mappings = (self.changes, self.contents, self.totals)
        return *(sorted(each.items()) for each in mappings), sorted(self.uncommitted), self.is_cut, self.is_known

    def is_uncommitted(self, path: str) -> bool:
        """Whether the file at a path is another than that of the last commit."""
        steps = path.split("/")
        folders = (f"{'/'.join(steps[:depth])}/" for depth in range(1, len(steps)))
        return path in self.uncommitted or not self.uncommitted.isdisjoint(folders)

    def of(self, region: str) -> "History":
        """What is told of a region's files and of the national ones."""

        def its(path: str) -> bool:
            return region_of(path) in ("", region)

        return replace(
            self,
            changes={path: changes for path, changes in self.changes.items() if its(path)},
            contents={(path, commit): content for (path, commit), content in self.contents.items() if its(path)},
            uncommitted=frozenset(filter(its, self.uncommitted)),
            totals={path: total for path, total in self.totals.items() if its(path)},
        )


@dataclass(frozen=True)
class Source:
    """The commit that the configuration stands at, and whether anything was changed since; None outside git.

    `trouble` is what git said where there is a repository, but git would not tell of it.
    """

    commit: str | None = None
    dirty: bool | None = None
    trouble: str = ""
    history: History = field(default_factory=History)


@dataclass(frozen=True)
class Verdict:
    """The findings' count by severity, `waived` and `old` apart, and how many each waiver in force covers."""

    source: Source
    counts: Mapping[str, int]
    waivers: tuple[tuple[Exemption, int], ...]
    waived: tuple[Diagnostic, ...]


def verdict_on(region: str, diagnostics: Iterable[Diagnostic], source: Source) -> Verdict:
    """The verdict on a region: its own findings and those of the national files."""
    own = [found for found in diagnostics if found.region in ("", region)]
    standing = Counter(found.severity for found in own if found.stands)
    waived = tuple(found for found in own if found.exemption is not None)
    counts = {severity: standing[severity] for severity in ("error", "warning", "advice")}
    old = sum(found.is_old for found in own)
    covered = Counter(found.exemption for found in waived if found.exemption is not None)
    ordered = sorted(covered.items(), key=lambda item: (item[0].rule, item[0].ticket, item[0].last_day, str(item[0])))
    if source.dirty is not None:
        # What was changed elsewhere does not make this region's configuration another one.
        history = source.history.of(region)
        source = replace(source, dirty=bool(history.uncommitted), history=history)
    return Verdict(source, {**counts, "waived": len(waived), "old": old}, tuple(ordered), waived)
