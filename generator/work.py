"""Work on a whole tree in several processes, a region at a time; checking is the plainest."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Any

from generator.cache import NATIONWIDE, Cache, keys_of
from generator.inputs import Tree
from generator.processes import side_by_side
from schema.load import National, load_former, load_national, load_region
from schema.register import Register, joined, register_of
from schema.workspace import Former, Workspace, by_region, region_refused
from validate.diagnostic import Diagnostic
from validate.horizon import run_until
from validate.rulebook import rules
from validate.run import merge, run_nationwide, run_part


@dataclass(frozen=True)
class Part:
    """What came of one part of a tree."""

    diagnostics: list[Diagnostic]
    register: Register
    made: Mapping[str, Any]
    """What the work gave for each region."""


Work = Callable[[Workspace, list[Diagnostic]], Part]
"""What is done with the national files or a region, given the findings in the layer above."""


def check(
    tree: Tree, progress: Callable[[int], None], until: date | None = None, cache: Cache | None = None
) -> list[Diagnostic]:
    """Every finding in the tree, and up to a later day those to come.

    `progress` is told how many regions are done, each time some are. What the cache knows is not worked out again.
    """
    rules()  # imported before the processes part, so that each has them
    # What a dictionary says is not kept: which one is installed changes it.
    cache = None if tree.speller is not None else cache
    keys = keys_of(tree, until) if cache is not None else {}
    known = cache.answers(keys) if cache is not None else {}
    fresh = _fresh(tree, [part for part in ("", *tree.regions) if part not in known], until, progress)
    parts = [*(known[part].diagnostics for part in known), *(part.diagnostics for part in fresh.values())]
    if NATIONWIDE in known:
        return merge(parts)
    try:
        old = [answer.register() for answer in known.values()]
    except ValueError:
        return check(tree, progress, until)  # what was kept is damaged
    nationwide = run_nationwide(joined([*old, *(part.register for part in fresh.values())]), rules())
    if cache is not None:
        answers = {name: (part.diagnostics, part.register) for name, part in fresh.items()}
        cache.keep(keys, {**answers, NATIONWIDE: (nationwide, Register((), ()))})
    return merge([*parts, nationwide])


def _fresh(tree: Tree, parts: list[str], until: date | None, progress: Callable[[int], None]) -> dict[str, Part]:
    """What comes of the parts, worked out anew."""
    if not parts:
        return {}
    desk = desk_for(tree, partial(_check_part, until=until))
    ordered = largest_first(desk, parts)
    return dict(zip(ordered, over(desk, ordered, progress), strict=True))


@dataclass(frozen=True)
class Desk:
    """All that the work on any one region needs; a worker process has it from its parent by being forked."""

    tree: Tree
    national: National
    layers: Mapping[str, Mapping[str, bytes]]
    former: Former
    work: Work
    above: list[Diagnostic]

    def on(self, region: str) -> Part:
        """The work on a region, or with `""` on the national files."""
        files = self.layers.get(region, {})
        if not region:
            national = self.national
            nation = Workspace(self.tree.as_of, files, national.templates, {}, national.misfits, self.former)
            return self.work(replace(nation, speller=self.tree.speller), [])
        refused = [misfit for misfit in self.tree.refused if region_refused(misfit.at.file) == region]
        part = load_region(region, files, self.national, self.tree.as_of, refused, self.former)
        return self.work(replace(part, speller=self.tree.speller), self.above)


def desk_for(tree: Tree, work: Work) -> Desk:
    layers = by_region(tree.files)
    national = load_national(layers[""], [misfit for misfit in tree.refused if not region_refused(misfit.at.file)])
    return Desk(tree, national, layers, load_former(tree.former), work, [])


def largest_first(desk: Desk, parts: Iterable[str]) -> list[str]:
    """In such an order that no process is left with a large one at the end."""
    return sorted(parts, key=lambda part: -len(desk.layers.get(part, ())))


def over(desk: Desk, parts: list[str], progress: Callable[[int], None]) -> Iterator[Part]:
    """The work on each part, in this process or in several."""
    files = sum(len(desk.layers.get(part, ())) for part in parts)
    for name, part in zip(parts, side_by_side([partial(desk.on, name) for name in parts], files), strict=True):
        yield part
        progress(bool(name))


def _check_part(workspace: Workspace, above: list[Diagnostic], until: date | None) -> Part:
    del above
    diagnostics = run_part(workspace, rules()) if until is None else run_until(workspace, rules(), until)
    return Part(diagnostics, register_of(workspace), {})
