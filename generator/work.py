"""Checking a whole tree in several processes, a region at a time."""

import gc
import os
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date
from multiprocessing import get_all_start_methods, get_context

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
class Part:
    """What came of one part of a tree."""

    diagnostics: list[Diagnostic]
    register: Register


def _region_of(path: str) -> str:
    steps = path.split("/")
    return steps[1] if steps[0] == "regions" and len(steps) > 2 else ""


def check(tree: Tree, progress: Callable[[int], None]) -> list[Diagnostic]:
    """Every finding in the tree. `progress` is told how many regions are done, each time some are."""
    parts = []
    for regions, part in _in_parts(tree):
        parts.append(part)
        progress(regions)
    register = joined(part.register for part in parts)
    return merge([*(part.diagnostics for part in parts), run_nationwide(register, rules())])


_tree: Tree
"""The tree of a worker process, which it has from its parent by being forked."""


def _in_parts(tree: Tree) -> Iterator[tuple[int, Part]]:
    """The tree checked, whole in this process or a region at a time in several."""
    regions = tree.regions()
    processes = min(_processors(), len(regions))
    if processes < 2 or len(tree.files) < _WORTH_A_PROCESS or "fork" not in get_all_start_methods():
        yield len(regions), _check_part(tree)
        return
    rules()  # imported before the processes part, so that each has them
    sizes = {region: sum(_region_of(path) == region for path in tree.files) for region in regions}
    largest_first = sorted(regions, key=lambda region: -sizes[region])
    with ProcessPoolExecutor(processes, get_context("fork"), _begin, (tree,)) as pool:
        for part in pool.map(_check_region, largest_first):
            yield 1, part


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _begin(tree: Tree) -> None:
    global _tree  # noqa: PLW0603 - the one thing that a worker process is told before its work
    _tree = tree
    gc.disable()


def _check_region(region: str) -> Part:
    return _check_part(_tree.part(frozenset({"", region})))


def _check_part(tree: Tree) -> Part:
    workspace = tree.workspace()
    return Part(run_regional(workspace, rules()), register_of(workspace))
