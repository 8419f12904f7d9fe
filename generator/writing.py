"""What was built, put together with what stays of the former output, and published format by format."""

import json
from dataclasses import replace
from pathlib import Path

from generator.files import Files, canonical
from generator.inputs import Tree
from generator.outputs import Format, Nation, Summary, formats
from generator.publishing import Staged, stage
from generator.verdict import Source
from generator.work import Outcome

_SUMMARIES = ".summaries.json"
"""Beside a format's folders: what its start page said of each region, for those that are not built this time."""


def write(out: Path, outcome: Outcome, tree: Tree, source: Source) -> int:
    """Write each format's folder below `out`; returns how many files changed.

    A region of the tree that was not built keeps its old files. What belongs to no region of the tree goes away. With
    an error in the national files, all stays as it is.
    """
    if outcome.templates is None:
        return 0
    nation = Nation(outcome.templates, tree.as_of, source, ())
    kept = [region for region in tree.regions if region not in outcome.built]
    staged: list[Staged] = []
    try:
        for format in formats():
            names = tuple(name for region in kept for name in (region, f"{region}.tar"))
            staged.append(stage(out / format.folder, _files_of(format, out, outcome, nation, kept), names))
        for each in staged:
            each.swap()
    except BaseException:
        for each in staged:
            each.discard()
        raise
    return sum(each.changes for each in staged)


def _files_of(format: Format, out: Path, outcome: Outcome, nation: Nation, kept: list[str]) -> Files:
    """A format's files of all regions that were built, and those of the nation, over these and those that are kept."""
    files: Files = {}
    for result in outcome.built.values():
        files.update(result.outputs[format.folder])
    if format.build_nation is not None:
        summaries = _former_summaries(out / format.folder, kept)
        summaries.update({region: result.summary for region, result in outcome.built.items()})
        regions = [summaries[region] for region in sorted(summaries)]
        files.update(format.build_nation(replace(nation, regions=regions)))
        files[_SUMMARIES] = canonical({region: vars(summary) for region, summary in sorted(summaries.items())})
    return files


def _former_summaries(folder: Path, regions: list[str]) -> dict[str, Summary]:
    """The summaries of regions that keep their pages; none where the folder has none that can be read."""
    try:
        former = json.loads((folder / _SUMMARIES).read_bytes())
        return {region: Summary(**former[region]) for region in regions if (folder / region).is_dir()}
    except (OSError, ValueError, TypeError, KeyError):
        return {}
