"""The live preview in a real browser: a page that is saved is shown anew, and its reader stays where they were."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from nations import lay, nation, region
from playwright.sync_api import Page, expect
from serving import Served, served

UNIT = "halland/units/vc.html"
FILE = "regions/halland/units/vc.yaml"
MISSPELT = region("halland", "-- units/vc.yaml --\ncasetypes: {kontakta-mej: }\n")[FILE]
SAID = "Ärendetypen ”kontakta-mej” finns inte."


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return lay(tmp_path, nation("halland", "skane"))


# A tab is asked for last, so that it is closed before what it listens to ends.


@pytest.fixture
def preview(root: Path) -> Iterator[Served]:
    with served(root) as running:
        yield running


def test_a_page_is_loaded_anew_when_somebody_saves(preview: Served, root: Path, page: Page) -> None:
    page.goto(preview.address + UNIT)
    bar = page.get_by_role("complementary", name="Förhandsvisning")
    expect(bar).to_contain_text("Region Halland: 0 fel")
    right = (root / FILE).read_bytes()
    (root / FILE).write_bytes(MISSPELT)
    expect(bar).to_contain_text(SAID, timeout=30_000)
    expect(bar.get_by_role("status")).to_have_text("Sidan är uppdaterad.")
    (root / FILE).write_bytes(right.replace("Påhittade".encode(), "Omdöpta".encode()))
    expect(page.get_by_role("heading", level=1)).to_contain_text("Omdöpta", timeout=30_000)
    expect(bar).not_to_contain_text(SAID)


def test_a_page_that_breaks_comes_back_when_it_is_mended(preview: Served, root: Path, page: Page) -> None:
    page.goto(preview.address + UNIT)
    right = (root / FILE).read_bytes()
    (root / FILE).write_bytes(right + b"x: [\n")
    expect(page.get_by_role("heading", level=1)).to_have_text("Mottagning: vc (halland)", timeout=30_000)
    expect(page.get_by_text("Parentesen som börjar här tar aldrig slut.")).to_be_visible()
    (root / FILE).write_bytes(right)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Påhittade", timeout=30_000)


def test_the_reader_stays_where_they_were(preview: Served, root: Path, page: Page) -> None:
    page.set_viewport_size({"width": 600, "height": 300})
    page.goto(preview.address + UNIT)
    folded = page.locator("main details").first
    folded.evaluate("folding => { folding.open = true; }")
    page.evaluate("scrollTo(0, 400)")
    before = page.evaluate("scrollY")
    assert before > 100
    (root / FILE).write_bytes((root / FILE).read_bytes().replace(b"031-390 06 00", b"031-390 06 01"))
    expect(page.get_by_role("status").first).to_have_text("Sidan är uppdaterad.", timeout=30_000)
    expect(folded).to_have_attribute("open", "")
    assert abs(page.evaluate("scrollY") - before) < 5


def test_another_region_s_page_is_let_alone(preview: Served, root: Path, page: Page) -> None:
    page.goto(f"{preview.address}skane/units/vc.html")
    page.evaluate("window.same = true")
    (root / FILE).write_bytes(MISSPELT)
    preview.until(f"/{UNIT}", SAID)
    page.wait_for_timeout(1500)
    assert page.evaluate("window.same") is True


def test_a_page_that_nobody_sees_does_not_listen(preview: Served, page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    hidden = "Object.defineProperty(document, 'visibilityState', { get: () => window.seen ? 'visible' : 'hidden' });"
    page.add_init_script(hidden)
    page.goto(preview.address + UNIT)
    page.wait_for_timeout(500)
    assert not any("/events" in url for url in asked)
    with page.expect_request("**/_basutbud/events?page=*halland*"):
        page.evaluate("window.seen = true; document.dispatchEvent(new Event('visibilitychange'))")


def test_a_preview_that_has_ended_leaves_the_page_as_it_was(preview: Served, page: Page, faults: list[str]) -> None:
    page.goto(preview.address + UNIT)
    assert preview.stop()[0] == 0
    page.wait_for_timeout(1500)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Påhittade")
    # The browser itself notes that nobody answers any longer.
    assert [fault for fault in faults if fault.startswith("script:")] == []
    faults.clear()
