"""The pages that are shown live, with their findings above: as fit for everybody as those that are built."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from browsing import opened, unfold
from hostile import HOSTILE
from nations import lay, nation
from playwright.sync_api import Page
from serving import Served, served
from test_axe import LOOKS, found_by_axe
from test_html import found_by_html_validate
from test_keyboard import walked
from test_layout import WIDTHS, misfits
from test_safety import STRANGE

PATHS = {
    "the start": "",
    "all findings": "_basutbud/findings",
    "a region's findings": "_basutbud/findings/halland",
    "a region": "halland/",
    "a unit with findings": "halland/units/vc.html",
    "a page that cannot be shown": "skane/units/formel.html",
    "a page that is not there": "halland/units/ingen.html",
}


@pytest.fixture(scope="module")
def live(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Two regions full of what the check tells of, and a unit that cannot be read."""
    files = nation("halland", "skane", text=HOSTILE)
    files["regions/skane/units/formel.yaml"] += b"status: [\n"
    with served(lay(tmp_path_factory.mktemp("live"), files)) as preview:
        yield preview


every_page = pytest.mark.parametrize("path", PATHS.values(), ids=PATHS)


@every_page
def test_a_live_page_is_accessible_and_fits_and_shows_texts_as_texts(
    page: Page, live: Served, path: str, faults: list[str]
) -> None:
    opened(page, live.address + path)
    _expect_what_is_missing(path, faults)
    unfold(page)
    found = found_by_axe(page, LOOKS[:2])
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        found += misfits(page)
    assert found + page.evaluate(STRANGE) == []
    assert page.title() not in ("stulen", "1")


@every_page
def test_tab_walks_through_a_live_page(page: Page, live: Served, path: str, faults: list[str]) -> None:
    opened(page, live.address + path)
    _expect_what_is_missing(path, faults)
    walked(page)


def test_html_validate_finds_nothing_on_the_live_pages(live: Served, tmp_path: Path) -> None:
    for number, path in enumerate(PATHS.values()):
        (tmp_path / f"{number}.html").write_text(live.page(f"/{path}"), "utf-8")
    assert found_by_html_validate(tmp_path) == []


def _expect_what_is_missing(path: str, faults: list[str]) -> None:
    """The browser tells in its console of a page that is not there."""
    if path == PATHS["a page that is not there"]:
        assert "404" in faults.pop()
