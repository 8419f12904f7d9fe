"""The documentation site: static pages in Swedish that open from disk, a folder for each region."""

from collections.abc import Callable, Sequence
from functools import partial

from generator.files import Files, below
from generator.outputs import Nation
from generator.site.site import Page, RegionSite, nation_pages, region_pages
from generator.verdict import Source, Verdict
from schema.workspace import RegionTree

FOLDER = "site"
_TOGETHER = 400
"""Pages in a job: many enough that what they share is worth working out in each."""


def jobs(tree: RegionTree, verdict: Verdict) -> Sequence[Callable[[], Files]]:
    """The region's pages, below `<region>/`.

    The day that the pages speak of stands on the region's own page alone, so that a unit's page changes only when
    something that it says does.
    """
    pages = list(region_pages(RegionSite(tree, verdict)))
    return [partial(_made, tree.id, pages[start : start + _TOGETHER]) for start in range(0, len(pages), _TOGETHER)]


def _made(region: str, pages: Sequence[Page]) -> Files:
    return below(region, {page.path: page.make() for page in pages})


def beyond(source: Source, region: str) -> object:
    """The pages tell who changed what and when, but not what the last commit is, so that a commit elsewhere changes
    nothing here."""
    return source.history.of(region).in_order()


def build_nation(nation: Nation) -> Files:
    """The pages above all regions, and what every page shares."""
    return {page.path: page.make() for page in nation_pages(nation)}
