"""The documentation site: static pages in Swedish that open from disk, a folder for each region."""

from collections.abc import Sequence
from importlib.resources import files as package_files

from generator.files import Files, below
from generator.outputs import Summary
from generator.site.casetype import casetype_page, definitions
from generator.site.message import message_page
from generator.site.page import distinct, render
from generator.site.region import region_page
from generator.site.standing import standing_of
from generator.site.start import start_page
from generator.site.unit import Units
from generator.verdict import Verdict
from schema.workspace import RegionTree
from validate.facts.duties import Duties

FOLDER = "site"


def build(tree: RegionTree, verdict: Verdict) -> Files:
    """The region's pages, below `<region>/`.

    The day that the pages speak of stands on the region's own page alone, so that a unit's page changes only when
    something that it says does.
    """
    duties = Duties(tree)
    standings = {id: standing_of(unit, duties) for id, unit in tree.resolved.items()}
    casetypes = definitions(tree)
    pages: Files = {"index.html": render("region.html.j2", region_page(tree, verdict, standings, casetypes))}
    units, titles = Units(), distinct({id: unit.name for id, unit in tree.units.items()})
    for id, unit in tree.resolved.items():
        pages[f"units/{id}.html"] = render("unit.html.j2", units.page(unit, standings[id], titles[id]))
    titles = distinct({definition.page: definition.name for definition in casetypes})
    for definition in casetypes:
        page = casetype_page(definition, titles[definition.page])
        pages[f"casetypes/{definition.page}.html"] = render("casetype.html.j2", page)
    titles = distinct({id: message.name for id, message in tree.messages.items()})
    for id, message in tree.messages.items():
        pages[f"messages/{id}.html"] = render("message.html.j2", message_page(message, tree, titles[id]))
    return below(tree.id, pages)


def build_start(summaries: Sequence[Summary]) -> Files:
    """The page of all regions, and what every page shares."""
    style = package_files("generator.site").joinpath("static", "style.css").read_bytes()
    return {"index.html": render("start.html.j2", start_page(summaries)), "style.css": style}
