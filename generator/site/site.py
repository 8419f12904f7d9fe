"""What the site is made of, a region's part and the nation's, and the pages of each, found by folder.

A page is made when it is asked for: a build asks for all, the live preview for the one that is looked at.
"""

import pkgutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import import_module
from typing import Any

from generator.outputs import Nation
from generator.site import national, regional
from generator.site.basutbud.standing import Standing, standings_of
from generator.site.casetypes.definitions import Definition, definitions
from generator.verdict import Verdict
from schema.workspace import RegionTree


@dataclass(frozen=True)
class Page:
    """A file of the site. `path` is below the region's folder, or for the nation's pages below the site;
    `about` are the files of the configuration that a finding on this page would stand in."""

    path: str
    make: Callable[[], bytes]
    about: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class RegionSite:
    """All that the pages of a region are made of; what several need is worked out once."""

    tree: RegionTree
    verdict: Verdict

    @cached_property
    def standings(self) -> Mapping[str, Standing]:
        """How each unit stands to the decisions that bind it, by the unit's id."""
        return self.tree.once(standings_of)

    @cached_property
    def definitions(self) -> Sequence[Definition]:
        """The region's case types in alphabetical order."""
        return definitions(self.tree)

    @cached_property
    def by_page(self) -> Mapping[str, Definition]:
        """The region's case types by the names of their pages."""
        return {definition.page: definition for definition in self.definitions}


def region_pages(site: RegionSite) -> Iterator[Page]:
    for kind in region_kinds():
        yield from kind(site)


def nation_pages(nation: Nation) -> Iterator[Page]:
    for kind in nation_kinds():
        yield from kind(nation)


def region_kinds() -> Sequence[Callable[[RegionSite], Iterator[Page]]]:
    """What gives the pages of a region, kind by kind."""
    return _kinds(regional.__name__, tuple(regional.__path__))


def nation_kinds() -> Sequence[Callable[[Nation], Iterator[Page]]]:
    return _kinds(national.__name__, tuple(national.__path__))


@cache
def _kinds(package: str, path: tuple[str, ...]) -> tuple[Any, ...]:
    """The kinds of page: modules with `pages(...) -> Iterator[Page]`."""
    names = sorted(module.name for module in pkgutil.iter_modules(path))
    return tuple(import_module(f"{package}.{name}").pages for name in names)
