"""The statement on accessibility, which the region that publishes the site has to complete."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.outputs import Nation
from generator.site.page import Frame, Link, render
from generator.site.site import Page
from generator.site.wording.phrases import alphabetical


@dataclass(frozen=True)
class AccessibilityPage:
    frame: Frame
    regions: tuple[Link, ...]


def pages(nation: Nation) -> Iterator[Page]:
    yield Page("accessibility.html", lambda: render("accessibility.html.j2", _page(nation)))


def _page(nation: Nation) -> AccessibilityPage:
    regions = sorted(nation.regions, key=lambda region: (alphabetical(region.name), region.id))
    return AccessibilityPage(
        Frame("Tillgänglighet", "", (Link("Alla regioner", "index.html"),), "Tillgänglighet"),
        tuple(Link(region.name, f"{region.id}/manuals/index.html#kontakt") for region in regions),
    )
