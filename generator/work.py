"""Checking and building a whole tree in several processes, a region at a time."""

import gc
import os
from collections import Counter
from collections.abc import Callable, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date
from functools import partial
from multiprocessing import get_all_start_methods, get_context

from generator.files import Files
from generator.outputs import Summary, formats, summary_of
from generator.verdict import Source, verdict_on
from schema.load import load
from schema.places import Misfit
from schema.register import Register, joined, register_of
from schema.workspace import Workspace
from validate.diagnostic import Diagnostic
from validate.rulebook import rules
from validate.run import merge, run_nationwide, run_regional

_WORTH_A_PROCESS = 400
"""Files below which a second process costs more than it saves."""


@dataclass(frozen=True)
class Tree:
    """A configuration tree as it was read from disk, and the day it is looked at."""

    files: Mapping[str, bytes]
    misfits: tuple[Misfit, ...]
    as_of: date

    def regions(self) -> list[str]:
        """The ids of the regions that have any file at all."""
        paths = [*self.files, *(misfit.at.file for misfit in self.misfits)]
        return sorted({path.split("/")[1] for path in paths if path.startswith("regions/") and path.count("/") > 1})

    def part(self, regions: frozenset[str]) -> "Tree":
        """The national files, what stands beside the regions, and the files of some regions."""
        return Tree(
            {path: data for path, data in self.files.items() if _region_of(path) in regions},
            tuple(misfit for misfit in self.misfits if _region_of(misfit.at.file) in regions),
            self.as_of,
        )

    def workspace(self) -> Workspace:
        workspace = load(self.files, self.as_of)
        return Workspace(
            self.as_of, self.files, workspace.templates, workspace.regions, (*self.misfits, *workspace.misfits)
        )


@dataclass(frozen=True)
class Built:
    """What a region became: each format's files, by the format's folder."""

    summary: Summary
    outputs: Mapping[str, Files]


@dataclass(frozen=True)
class Part:
    """What came of one part of a tree."""

    diagnostics: list[Diagnostic]
    register: Register
    built: Mapping[str, Built]


Work = Callable[[Tree], Part]


def _region_of(path: str) -> str:
    steps = path.split("/")
    return steps[1] if steps[0] == "regions" and len(steps) > 2 else ""


def check(tree: Tree, progress: Callable[[int], None]) -> list[Diagnostic]:
    """Every finding in the tree. `progress` is told how many regions are done, each time some are."""
    return _joined(_in_parts(tree, _check_part, progress))[0]


def build(
    tree: Tree, source: Source, regions: tuple[str, ...], progress: Callable[[int], None]
) -> tuple[list[Diagnostic], dict[str, Built]]:
    """Every finding in the tree, and what became of each region that has no error; of the chosen ones, if any are."""
    diagnostics, parts = _joined(_in_parts(tree, partial(_build_part, source=source, chosen=regions), progress))
    stopped = {found.region for found in diagnostics if found.stops_build}
    built = {region: result for part in parts for region, result in part.built.items() if region not in stopped}
    return diagnostics, dict(sorted(built.items()))


def _joined(parts: list[Part]) -> tuple[list[Diagnostic], list[Part]]:
    """The parts' findings as one, with those of the rules that hold regions against each other."""
    register = joined(part.register for part in parts)
    return merge([*(part.diagnostics for part in parts), run_nationwide(register, rules())]), parts


_tree: Tree
"""The tree of a worker process, which it has from its parent by being forked."""


def _in_parts(tree: Tree, work: Work, progress: Callable[[int], None]) -> list[Part]:
    """The work done on the tree, whole in this process or a region at a time in several."""
    regions = tree.regions()
    processes = min(_processors(), len(regions))
    if processes < 2 or len(tree.files) < _WORTH_A_PROCESS or "fork" not in get_all_start_methods():
        part = work(tree)
        progress(len(regions))
        return [part]
    rules()  # imported before the processes part, so that each has them
    sizes = Counter(_region_of(path) for path in tree.files)
    largest_first = sorted(regions, key=lambda region: -sizes[region])
    parts = []
    with ProcessPoolExecutor(processes, get_context("fork"), _begin, (tree,)) as pool:
        for part in pool.map(partial(_work_on_region, work), largest_first):
            parts.append(part)
            progress(1)
    return parts


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _begin(tree: Tree) -> None:
    global _tree  # noqa: PLW0603 - the one thing that a worker process is told before its work
    _tree = tree
    gc.disable()


def _work_on_region(work: Work, region: str) -> Part:
    return work(_tree.part(frozenset({"", region})))


def _check_part(tree: Tree) -> Part:
    workspace = tree.workspace()
    return Part(run_regional(workspace, rules()), register_of(workspace), {})


def _build_part(tree: Tree, source: Source, chosen: tuple[str, ...]) -> Part:
    workspace = tree.workspace()
    diagnostics = run_regional(workspace, rules())
    stopped = {found.region for found in diagnostics if found.stops_build}
    built = {}
    for region in workspace.regions.values() if "" not in stopped else ():
        if region.id not in stopped and (not chosen or region.id in chosen):
            verdict = verdict_on(region.id, diagnostics, source)
            outputs = {format.folder: format.build(region, verdict) for format in formats()}
            built[region.id] = Built(summary_of(region), outputs)
    return Part(diagnostics, register_of(workspace), built)
