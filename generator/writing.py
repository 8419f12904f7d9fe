"""A build from beginning to end: what still holds is kept, the rest is made anew, and all is published at once."""

import hashlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from pydantic import TypeAdapter

from generator.building import Outcome, Standing, build
from generator.cache import NATIONWIDE, Cache, keys_of
from generator.files import Files, canonical
from generator.inputs import Tree
from generator.outputs import Format, Nation, Summary, formats
from generator.publishing import Laid, Staged, Staging, stamps_of
from generator.verdict import Source
from schema.register import Register

_SUMMARIES = ".summaries.json"
"""Beside a format's folders: what its pages of the nation say of each region, for those that are not built anew."""

_summaries = TypeAdapter(dict[str, Summary])


class _Keys:
    """What the findings in each part of a tree, and a format's files of each region, depend on, as digests."""

    def __init__(self, tree: Tree, source: Source) -> None:
        self.content = keys_of(tree)
        self._tree, self._source = tree, source

    def of(self, format: Format) -> dict[str, str]:
        beyond = {region: repr(format.beyond(self._source, region)) for region in self._tree.regions}
        return {
            region: hashlib.sha256(f"{self.content[region]} {told}".encode(errors="surrogateescape")).hexdigest()
            for region, told in beyond.items()
        }


def build_into(
    out: Path,
    tree: Tree,
    source: Source,
    regions: tuple[str, ...],
    progress: Callable[[int], None],
    cache: Cache | None = None,
) -> tuple[Outcome, int]:
    """Check, build and write each format's folder below `out`; the outcome, and how many files changed.

    A region of the tree that was not built keeps its old files. What belongs to no region of the tree goes away. With
    an error in the national files, all stays as it is. On an OSError nothing has changed.
    """
    stagings = {format.folder: Staging(out / format.folder) for format in formats()}
    keys = _Keys(tree, source)
    standing = _standing(out, tree, keys, cache)
    try:
        for staging in stagings.values():
            staging.begin()

        def lay(folder: str, files: Files) -> Laid:
            return stagings[folder].lay(files)

        outcome = build(tree, source, regions, progress, lay, standing)
        changes = 0
        if outcome.templates is not None and tree.regions:
            nation = Nation(outcome.templates, tree.as_of, source, ())
            staged = [_completed(format, stagings[format.folder], outcome, nation, tree) for format in formats()]
            for each in staged:
                each.swap()
            changes = sum(each.changes for each in staged)
    finally:
        for staging in stagings.values():
            staging.discard()
    if cache is not None and tree.regions:
        _remember(out, tree, keys, outcome, cache)
    return outcome, changes


def _completed(format: Format, staging: Staging, outcome: Outcome, nation: Nation, tree: Tree) -> Staged:
    """A format's new content whole: what regions became, what stays of the others, and the files of the nation."""
    laid = {region: built.laid[format.folder] for region, built in outcome.built.items() if format.folder in built.laid}
    made = {region for part in outcome.parts.values() for region in part.made}
    for region in sorted(made - outcome.built.keys()):
        for name in _names(region):
            staging.take_away(name)
    stay = [region for region in tree.regions if region not in laid]
    staging.keep(name for region in stay for name in _names(region))
    changes = sum(each.changes for each in laid.values())
    if format.build_nation is not None:
        summaries = _former_summaries(staging.folder, stay)
        summaries.update({region: built.summary for region, built in outcome.built.items()})
        regions = [summaries[region] for region in sorted(summaries)]
        files = format.build_nation(replace(nation, regions=regions))
        files[_SUMMARIES] = canonical(_summaries.dump_python(summaries, mode="json"))
        changes += staging.lay(files).changes
    return staging.finish(changes)


def _standing(out: Path, tree: Tree, keys: _Keys, cache: Cache | None) -> Standing:
    """What the cache knows of the tree, and whose files stand in the output as the cache knows them."""
    if cache is None:
        return Standing()
    answers = cache.answers(keys.content)
    try:
        registers = {part: answer.register() for part, answer in answers.items() if part != NATIONWIDE}
    except ValueError:
        return Standing()  # what was kept is damaged
    folders: dict[str, set[str]] = {}
    for format in formats():
        folder = out / format.folder
        known = cache.outputs(folder, keys.of(format))
        told = _former_summaries(folder, list(known)) if format.build_nation is not None else known
        for region, stamps in known.items():
            if region in told and stamps_of(folder, _names(region)) == stamps:
                folders.setdefault(region, set()).add(format.folder)
    return Standing(
        {part: answer.diagnostics for part, answer in answers.items() if part != NATIONWIDE},
        registers,
        {region: frozenset(held) for region, held in folders.items()},
    )


def _remember(out: Path, tree: Tree, keys: _Keys, outcome: Outcome, cache: Cache) -> None:
    found = {name: (part.diagnostics, part.register) for name, part in outcome.parts.items()}
    cache.keep(keys.content, {**found, NATIONWIDE: (outcome.nationwide, Register((), ()))})
    if outcome.templates is None:
        return
    for format in formats():
        laid = {id: each.laid[format.folder].stamps for id, each in outcome.built.items() if format.folder in each.laid}
        cache.keep_outputs(out / format.folder, keys.of(format), laid)


def _names(region: str) -> tuple[str, str]:
    """What belongs to a region in a format's folder."""
    return region, f"{region}.tar"


def _former_summaries(folder: Path, regions: list[str]) -> dict[str, Summary]:
    """The summaries of regions that keep their pages; none where the folder has none that can be read."""
    try:
        former = _summaries.validate_json((folder / _SUMMARIES).read_bytes())
        return {region: former[region] for region in regions if (folder / region).is_dir()}
    except (OSError, ValueError, KeyError):
        return {}
