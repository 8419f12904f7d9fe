"""What is known about a region when it is built: where it came from and what the check said."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from validate.diagnostic import Diagnostic, Exemption


@dataclass(frozen=True)
class Source:
    """The commit that the configuration stands at, and whether anything was changed since; None outside git.

    `trouble` is what git said where there is a repository, but git would not tell of it.
    """

    commit: str | None = None
    dirty: bool | None = None
    trouble: str = ""


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
