"""Links that name what a page is to show: each shows it."""

import re
from html import unescape
from pathlib import Path
from urllib.parse import unquote

from kinds import paths, shown
from playwright.sync_api import Page

REGION = "vastra-gotaland"
CHOSEN = """([casetype, unit]) => document.getElementById('casetype').value === casetype
  && document.getElementById('unit').value === unit && document.querySelector('#sidor .formulär, #sidor h2') !== null"""


def _routes(site: Path, page: str) -> list[str]:
    """What the links from a region's pages name of one of them."""
    linked = re.compile(rf'href="(?:\.\./)?{re.escape(page)}#([^"]*)"')
    ours = (path for path in paths(site) if path.startswith(f"{REGION}/"))
    return sorted({unescape(route) for path in ours for route in linked.findall((site / path).read_text("utf-8"))})


def test_every_link_to_the_preview_shows_the_case_type_on_the_unit(page: Page, site: Path) -> None:
    routes = _routes(site, "preview.html")
    assert len(routes) > 50
    shown(page, site, f"{REGION}/preview.html#{routes[0]}")
    for route in routes:
        page.evaluate("route => { location.hash = route }", route)
        casetype, _, unit = unquote(route).partition("/")
        page.wait_for_function(CHOSEN, arg=[casetype, unit])


def test_every_link_to_the_inventory_shows_units(page: Page, site: Path) -> None:
    routes = _routes(site, "inventory.html")
    assert routes != []
    for route in routes:
        shown(page, site, f"{REGION}/inventory.html#{route}")
        # A filter that the page does not know of is taken out of its address.
        assert page.evaluate("decodeURIComponent(location.hash.slice(1))") == unquote(route)
