"""What was built, put together with what stays of the former output, and published format by format."""

import json
from collections.abc import Mapping
from pathlib import Path

from generator.files import Files, canonical
from generator.outputs import Format, Summary, formats
from generator.publishing import Staged, stage
from generator.work import Built

_SUMMARIES = ".summaries.json"
"""Beside a format's folders: what its start page said of each region, for those that are not built this time."""


def write(out: Path, built: Mapping[str, Built], regions: list[str]) -> int:
    """Write each format's folder below `out`; returns how many files changed.

    A region of the tree that was not built keeps its old files. What belongs to no region of the tree goes away.
    """
    kept = [region for region in regions if region not in built]
    staged: list[Staged] = []
    try:
        for format in formats():
            names = tuple(name for region in kept for name in (region, f"{region}.tar"))
            staged.append(stage(out / format.folder, _files_of(format, out, built, kept), names))
        for each in staged:
            each.swap()
    except BaseException:
        for each in staged:
            each.discard()
        raise
    return sum(each.changes for each in staged)


def _files_of(format: Format, out: Path, built: Mapping[str, Built], kept: list[str]) -> Files:
    """A format's files of all regions that were built, and its start page over these and those that are kept."""
    files: Files = {}
    for result in built.values():
        files.update(result.outputs[format.folder])
    if format.build_start is not None:
        summaries = _former_summaries(out / format.folder, kept)
        summaries.update({region: result.summary for region, result in built.items()})
        files.update(format.build_start([summaries[region] for region in sorted(summaries)]))
        files[_SUMMARIES] = canonical({region: vars(summary) for region, summary in sorted(summaries.items())})
    return files


def _former_summaries(folder: Path, regions: list[str]) -> dict[str, Summary]:
    """The summaries of regions that keep their pages; none where the folder has none that can be read."""
    try:
        former = json.loads((folder / _SUMMARIES).read_bytes())
        return {region: Summary(**former[region]) for region in regions if (folder / region).is_dir()}
    except (OSError, ValueError, TypeError, KeyError):
        return {}
