"""The tree as it was read at one moment, and what has been worked out of it so far, a region at a time."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from generator.cache import NATIONWIDE, keys_of
from generator.inputs import Tree
from generator.outputs import Nation, Summary, summary_of
from generator.site.site import Page, RegionSite, nation_kinds, region_kinds
from generator.verdict import Source, Verdict, verdict_on
from generator.work import Desk, Part, desk_for
from schema.register import Register, joined, register_of
from schema.workspace import RegionTree, Workspace, region_of
from validate.diagnostic import Diagnostic
from validate.facts.numbers_in_files import masked_text, numbers_in_file
from validate.own_rules import own_rules_in
from validate.rule import Rule
from validate.rulebook import book_of, rules
from validate.run import merge, run_nationwide, run_part

_PRIVATE = ("personal-number", "personal-hsa-id")
_MOST_PAGES = 400
"""How many pages of a region are kept as they were made."""


@dataclass(frozen=True, eq=False)
class Shelf:
    """The pages of a region or of the nation, each made when it is asked for and then kept."""

    kinds: Sequence[Callable[[Any], Iterator[Page]]]
    of: Any
    made: dict[str, bytes] = field(default_factory=dict)
    failures: list[Exception] = field(default_factory=list)
    """Why there are kinds of page that could not be listed: views rely on what a check would have refused."""

    @cached_property
    def pages(self) -> Mapping[str, Page]:
        return {page.path: page for kind in self.kinds for page in self._listed(kind)}

    @cached_property
    def about(self) -> frozenset[str]:
        """All files that some page is about."""
        return frozenset(file for page in self.pages.values() for file in page.about)

    def _listed(self, kind: Callable[[Any], Iterator[Page]]) -> Iterator[Page]:
        try:
            yield from kind(self.of)
        except Exception as error:
            self.failures.append(error)

    def page(self, path: str) -> bytes:
        """A page; raises LookupError where there is none, and whatever making it raises."""
        if path not in self.made:
            made = self.pages[path].make()
            if len(self.made) >= _MOST_PAGES:
                self.made.clear()
            self.made[path] = made
        return self.made[path]


class Moment:
    """What is known of a tree that was read. What has not changed since the moment before is taken over from it.

    To be used by one thread at a time, but for `version`.
    """

    def __init__(
        self, tree: Tree, source: Source, chosen: tuple[str, ...] = (), before: "Moment | None" = None
    ) -> None:
        self.tree = tree
        self.source = source
        self.regions = tree.regions
        self.shown = [region for region in tree.regions if not chosen or region in chosen]
        self.keys = keys_of(tree)
        self._desk = desk_for(tree, _look)
        self._parts: dict[str, Part] = {}
        self._shelves: dict[str, tuple[object, Shelf]] = {}
        self._findings: dict[str, list[Diagnostic]] = {}
        self._verdicts: dict[str, Verdict] = {}
        self._told_by_git: dict[str, str] = {}
        self._nationwide: list[Diagnostic] | None = None
        if before is not None:
            same = {part for part, key in self.keys.items() if before.keys.get(part) == key}
            self._parts = {part: known for part, known in before._parts.items() if part in same}
            self._shelves = {part: kept for part, kept in before._shelves.items() if part in same - {NATIONWIDE}}
            self._hold_together()

    @cached_property
    def book(self) -> Mapping[str, Rule]:
        """The rule book with the regions' own rules."""
        return book_of(own_rules_in(self.tree.files))

    def is_known(self, region: str) -> bool:
        return region in self._parts

    def part(self, region: str) -> Part:
        """What a region, or with `""` the national files, was found to be."""
        if region not in self._parts:
            part = self._desk.on(region)
            if tells_of_a_person(part.diagnostics) or (region and tells_of_a_person(self.part("").diagnostics)):
                part = replace(part, made=self._starred(region).on(region).made)
            self._parts[region] = part
            self._hold_together()
        return self._parts[region]

    def region(self, region: str) -> RegionTree:
        """A region as it is shown: a personal number that was found in its files is starred over before all else."""
        tree: RegionTree = self.part(region).made[region]
        return tree

    def findings(self, region: str) -> list[Diagnostic]:
        """What was found in a region's files or, with `""`, in the national ones; what is wrong only because of what
        another region says is among them when all regions are known."""
        own = self.part(region).diagnostics
        if region not in self._findings:
            self._findings[region] = merge([own, self._between(region)])
        return self._findings[region]

    def verdict(self, region: str) -> Verdict:
        decisive = [*self.findings(""), *self.findings(region)]
        if region not in self._verdicts:
            self._verdicts[region] = verdict_on(region, decisive, self.source)
        return self._verdicts[region]

    def version(self, region: str) -> str:
        """What tells a region's pages, or the nation's, from those of other moments; nothing for what is not there."""
        key = self.keys.get(region or NATIONWIDE)
        found = self._between(region) if region else self._nationwide or []
        if region not in self._told_by_git:
            commit = () if region else (self.source.commit, self.source.dirty)
            self._told_by_git[region] = repr((commit, self.source.history.of(region).in_order()))
        told = key, found, self._told_by_git[region]
        return hashlib.sha256(repr(told).encode(errors="surrogateescape")).hexdigest() if key else ""

    def region_shelf(self, region: str) -> Shelf:
        tree, verdict = self.region(region), self.verdict(region)
        return self._shelf(region, verdict, lambda: Shelf(region_kinds(), RegionSite(tree, verdict)))

    def nation_shelf(self) -> Shelf:
        """The pages above all regions. Those of them that tell of every region look at them all."""

        def make() -> Shelf:
            desk = self._starred("") if tells_of_a_person(self.part("").diagnostics) else self._desk
            nation = Nation(desk.national.templates, self.tree.as_of, self.source, _Summaries(self))
            return Shelf(nation_kinds(), nation)

        return self._shelf(NATIONWIDE, self.source, make)

    def summary(self, region: str) -> Summary | None:
        """What the pages above all regions say of one; nothing of one that is too wrong to be summed up."""
        try:
            return self.region(region).once(summary_of)
        except Exception:
            return None

    def _shelf(self, name: str, state: object, make: Callable[[], Shelf]) -> Shelf:
        """The pages that were made of the same, or fresh ones."""
        kept = self._shelves.get(name)
        if kept is None or kept[0] != state:
            kept = self._shelves[name] = state, make()
        return kept[1]

    def _starred(self, region: str) -> Desk:
        """The national files and those of a region with the personal numbers in them starred over."""
        files = {
            path: masked_text(path, data).encode() if numbers_in_file(path, data) else data
            for path, data in self.tree.files.items()
            if region_of(path) in ("", region)
        }
        return desk_for(replace(self.tree, files=files), _take_in)

    def _between(self, region: str) -> list[Diagnostic]:
        return [found for found in self._nationwide or () if found.region == region]

    def _hold_together(self) -> None:
        if self._nationwide is None and all(region in self._parts for region in self.regions):
            self._nationwide = run_nationwide(joined(part.register for part in self._parts.values()), rules())
            self._findings.clear()
            self._verdicts.clear()


class _Summaries(Sequence[Summary]):
    """What is said of each region, worked out when somebody asks: most pages above the regions do not."""

    def __init__(self, moment: Moment) -> None:
        self._moment = moment

    @cached_property
    def _all(self) -> list[Summary]:
        found = (self._moment.summary(region) for region in self._moment.shown)
        return [summary for summary in found if summary is not None]

    def __getitem__(self, at: Any) -> Any:
        return self._all[at]

    def __len__(self) -> int:
        return len(self._all)


def tells_of_a_person(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether a number that is somebody's was found."""
    return any(found.rule in _PRIVATE for found in diagnostics)


def _take_in(workspace: Workspace, above: list[Diagnostic]) -> Part:
    del above
    return Part([], Register((), ()), workspace.regions)


def _look(workspace: Workspace, above: list[Diagnostic]) -> Part:
    del above
    return Part(run_part(workspace, rules()), register_of(workspace), workspace.regions)
