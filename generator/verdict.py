"""What is known about a region when it is built: where it came from and what the check said."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from validate.diagnostic import Diagnostic, Exemption


@dataclass(frozen=True)
class Change:
    """A commit that changed a file: its id, the day it was made, who made it and what they called it."""

    commit: str
    day: date
    author: str
    subject: str


@dataclass(frozen=True)
class History:
    """What git tells of the files of the configuration."""

    changes: Mapping[str, tuple[Change, ...]] = field(default_factory=dict)
    """The commits that changed each file, by its path, the latest first."""
    contents: Mapping[tuple[str, str], bytes] = field(default_factory=dict)
    """What the file of a terms text was at a commit, by path and commit."""
    uncommitted: frozenset[str] = frozenset()
    """The files that were changed since the last commit."""
    is_cut: bool = False
    """Whether only a part of the history was fetched."""


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
    return Verdict(source, {**counts, "waived": len(waived), "old": old}, tuple(ordered), waived)
