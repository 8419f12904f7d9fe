"""The kinds of page that the site has, told by their paths, and which pages of each the tests look at."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from browsing import address, opened
from nations import ROOT
from playwright.sync_api import Page

from schema.tree import read_tree

REGION = r"(?!rules/|templates/)[^/]+/"
KINDS = {
    "start": r"index\.html",
    "search": r"search\.html",
    "inventory of the nation": r"inventory\.html",
    "glossary": r"glossary\.html",
    "accessibility": r"accessibility\.html",
    "rules": r"rules/index\.html",
    "rule": r"rules/(?!index)[^/]+\.html",
    "templates": r"templates/index\.html",
    "template": r"templates/(?!index)[^/]+\.html",
    "region": REGION + r"index\.html",
    "units": REGION + r"units/index\.html",
    "unit": REGION + r"units/(?!index)[^/]+\.html",
    "case type": REGION + r"casetypes/[^/]+\.html",
    "terms": REGION + r"terms/[^/]+\.html",
    "message": REGION + r"messages/[^/]+\.html",
    "decision": REGION + r"decisions/[^/]+\.html",
    "inventory": REGION + r"inventory\.html",
    "preview": REGION + r"preview\.html",
    "manuals": REGION + r"manuals/index\.html",
    "manual": REGION + r"manuals/(?!index)[^/]+\.html",
    "own rules": REGION + r"rules\.html",
}

ROUTES = {
    "search": ["search.html#q=recept"],
    "inventory": ["halland/inventory.html#casetype=fornya-recept"],
    "preview": [
        "vastra-gotaland/preview.html#fornya-recept/almhaga-vardcentral/furuklints-psykiatrimottagning",
        "vastra-gotaland/preview.html#bestall-tid/lindkulla-vardcentral",
    ],
}
"""Pages that show something by what stands in their address."""
FILLED = {
    "search.html#": "#sok-svar:has(#sok-framsteg[hidden]) #sok-lista li",
    "inventory.html": "#enheter tbody tr",
    "preview.html#": "#sidor h2",
}
"""What a page shows when its script is done, by how its address ends."""


def paths(site: Path) -> list[str]:
    """Every page of a site."""
    return sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))


def kinds_of(path: str) -> list[str]:
    return [kind for kind, pattern in KINDS.items() if re.fullmatch(pattern, path)]


def samples(site: Path, kind: str) -> list[str]:
    """The pages of a kind to look at: those with a route, the longest, and one of each variety that there is."""
    pages = [path for path in paths(site) if kind in kinds_of(path)]
    assert pages, f"no page is of the kind {kind}"
    by_size = sorted(pages, key=lambda path: (-(site / path).stat().st_size, path))
    return list(dict.fromkeys([*ROUTES.get(kind, ()), by_size[0], *_varieties(kind, by_size)]))


def shown(page: Page, site: Path, path: str) -> None:
    """Shows a page, with what its scripts fill in."""
    opened(page, address(site, path))
    for ending, filled in FILLED.items():
        if re.search(rf"(^|/){ending}", path):
            page.locator(filled).first.wait_for()


def _varieties(kind: str, pages: list[str]) -> Iterator[str]:
    seen = set()
    for path in pages:
        if kind == "manual":
            variety = Path(path).stem
        elif kind in ("unit", "case type"):
            variety = _said(path, "status" if kind == "unit" else "kind")
        else:
            return
        if variety not in seen:
            seen.add(variety)
            yield path


def _said(path: str, key: str) -> str:
    """What the file behind a page says under a key, or the template that it builds on."""
    region, folder, page = path.split("/")
    for file in (f"regions/{region}/{folder}/{page}", f"casetype_templates/{page}"):
        text = _configuration().get(file.replace(".html", ".yaml"), "")
        found = re.search(rf"^{key}: *(\S+)", text, re.MULTILINE)
        if found:
            return found[1]
    return ""


@cache
def _configuration() -> dict[str, str]:
    return {path: data.decode() for path, data in read_tree(ROOT)[0].items()}
