"""The documentation site: static pages in Swedish that open from disk, a folder for each region."""

from generator.files import Files, below
from generator.outputs import Nation
from generator.site.site import RegionSite, nation_pages, region_pages
from generator.verdict import Source, Verdict
from schema.workspace import RegionTree

FOLDER = "site"


def build(tree: RegionTree, verdict: Verdict) -> Files:
    """The region's pages, below `<region>/`.

    The day that the pages speak of stands on the region's own page alone, so that a unit's page changes only when
    something that it says does.
    """
    return below(tree.id, {page.path: page.make() for page in region_pages(RegionSite(tree, verdict))})


def beyond(source: Source, region: str) -> object:
    """The pages tell who changed what and when, but not what the last commit is, so that a commit elsewhere changes
    nothing here."""
    return source.history.of(region).in_order()


def build_nation(nation: Nation) -> Files:
    """The pages above all regions, and what every page shares."""
    return {page.path: page.make() for page in nation_pages(nation)}
