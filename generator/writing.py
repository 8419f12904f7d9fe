"""A build from beginning to end: what still holds is kept, the rest is made anew, and all is published at once."""

import hashlib
from collections.abc import Callable, Mapping
from pathlib import Path

from pydantic import TypeAdapter

from generator.building import Outcome, Standing, build
from generator.cache import NATIONWIDE, Cache, keys_of
from generator.files import Files, canonical
from generator.inputs import Tree
from generator.outputs import Format, Nation, Summary, formats
from generator.publishing import Laid, Staged, Staging, Stamps
from generator.verdict import Source
from schema.register import Register

_SUMMARIES = ".summaries.json"
"""Beside a format's folders: what its pages of the nation say of each region, for those that are not built anew."""
_NATION = ""
"""Stands for what is above the regions."""

_summaries = TypeAdapter(dict[str, Summary])


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
    content = keys_of(tree)
    folders: dict[str, _Folder] = {}
    changes = 0
    try:
        for format in formats():
            folders[format.folder] = _Folder(format, Staging.begin(out / format.folder), tree, source, content)

        def lay(folder: str, files: Files) -> Laid:
            return folders[folder].staging.lay(files)

        outcome = build(tree, source, regions, progress, lay, _standing(folders, content, cache))
        if outcome.templates is not None and tree.regions:
            staged = [folder.completed(outcome, cache) for folder in folders.values()]
            for each in staged:
                each.swap()
            changes = sum(each.changes for each in staged)
    finally:
        for folder in folders.values():
            folder.staging.discard()
    if cache is not None and tree.regions:
        found = {name: (part.diagnostics, part.register) for name, part in outcome.parts.items()}
        cache.keep(content, {**found, NATIONWIDE: (outcome.nationwide, Register((), ()))})
        for folder in folders.values():
            folder.remember(cache)
    return outcome, changes


class _Folder:
    """A format's folder in one build: what of it still holds, what it becomes, and what is remembered of it."""

    def __init__(
        self, format: Format, staging: Staging, tree: Tree, source: Source, content: Mapping[str, str]
    ) -> None:
        self.format, self.staging = format, staging
        self._tree, self._source, self._content = tree, source, content
        self._keys = {region: _key(content[region], format.beyond(source, region)) for region in tree.regions}
        self._keys[_SUMMARIES] = ""  # no region can be called so
        self._laid: dict[str, Stamps] = {}
        self._summaries = _former_summaries(staging.folder) if format.build_nation is not None else None
        self._old: dict[str, Stamps] = {}
        for path, stamp in staging.old.items():
            self._old.setdefault(path.split("/", 1)[0].removesuffix(".tar"), {})[path] = stamp

    def held(self, cache: Cache) -> set[str]:
        """The regions whose files stand as the cache knows them, and what is said of them in the nation's pages."""
        known = cache.outputs(self.staging.folder, self._keys)
        if self._summaries is not None and known.get(_SUMMARIES) != _only(self.staging.old, _SUMMARIES):
            return set()
        return {
            region
            for region, stamps in known.items()
            if self._old.get(region) == stamps and (self._summaries is None or region in self._summaries)
        }

    def completed(self, outcome: Outcome, cache: Cache | None) -> Staged:
        """The new content whole: what regions became, what stays of the others, and the files of the nation."""
        built = {id: each for id, each in outcome.built.items() if self.format.folder in each.laid}
        made = {region for part in outcome.parts.values() for region in part.made}
        for region in sorted(made - outcome.built.keys()):
            for name in _names(region):
                self.staging.take_away(name)
        laid = {region: each.laid[self.format.folder] for region, each in built.items()}
        stay = [name for region in self._tree.regions if region not in laid for name in _names(region)]
        if self.format.build_nation is not None:
            summaries = {id: each for id, each in (self._summaries or {}).items() if id in self._tree.regions}
            summaries.update({id: each.summary for id, each in outcome.built.items()})
            former = self._nation(outcome, summaries, cache)
            stay += former or ()
            if former is None:
                laid[_NATION] = self.staging.lay(self._nations_files(outcome, summaries))
        self._laid = {region: each.stamps for region, each in laid.items()}
        if _NATION in laid:
            self._laid[_SUMMARIES] = _only(laid[_NATION].stamps, _SUMMARIES)
        return self.staging.finish(laid.values(), stay)

    def remember(self, cache: Cache) -> None:
        cache.keep_outputs(self.staging.folder, self._keys, self._laid)

    def _nation(self, outcome: Outcome, summaries: Mapping[str, Summary], cache: Cache | None) -> Stamps | None:
        """The nation's files, where they stand as the cache knows them and all that they say is the same."""
        told = self._source.commit, self._source.dirty, self._source.history.of(_NATION).in_order()
        self._keys[_NATION] = _key(self._content[_NATION], (told, sorted(summaries.items())))
        known = cache.outputs(self.staging.folder, self._keys).get(_NATION) if cache is not None else None
        stands = known is not None and all(self.staging.old.get(path) == stamp for path, stamp in known.items())
        return known if stands else None

    def _nations_files(self, outcome: Outcome, summaries: Mapping[str, Summary]) -> Files:
        assert outcome.templates is not None
        assert self.format.build_nation is not None
        regions = [summaries[region] for region in sorted(summaries)]
        files = self.format.build_nation(Nation(outcome.templates, self._tree.as_of, self._source, regions))
        files[_SUMMARIES] = canonical(_summaries.dump_python(dict(summaries), mode="json"))
        return files


def _standing(folders: Mapping[str, _Folder], content: Mapping[str, str], cache: Cache | None) -> Standing:
    """What the cache knows of the tree, and whose files stand in the output as the cache knows them."""
    if cache is None:
        return Standing()
    answers = {part: answer for part, answer in cache.answers(content).items() if part != NATIONWIDE}
    try:
        registers = {part: answer.register() for part, answer in answers.items()}
    except ValueError:
        return Standing()  # what was kept is damaged
    held: dict[str, set[str]] = {}
    for name, folder in folders.items():
        for region in folder.held(cache):
            held.setdefault(region, set()).add(name)
    return Standing(
        {part: answer.diagnostics for part, answer in answers.items()},
        registers,
        {region: frozenset(names) for region, names in held.items()},
    )


def _key(content: str, beyond: object) -> str:
    return hashlib.sha256(f"{content} {beyond!r}".encode(errors="surrogateescape")).hexdigest()


def _only(stamps: Stamps, path: str) -> Stamps:
    return {path: stamps[path]} if path in stamps else {}


def _names(region: str) -> tuple[str, str]:
    """What belongs to a region in a format's folder."""
    return region, f"{region}.tar"


def _former_summaries(folder: Path) -> dict[str, Summary]:
    """What stands in the folder of the regions that have pages in it; nothing where that can not be read."""
    try:
        former = _summaries.validate_json((folder / _SUMMARIES).read_bytes())
    except (OSError, ValueError):
        return {}
    return {region: summary for region, summary in former.items() if (folder / region).is_dir()}
