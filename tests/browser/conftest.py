"""What every test in a browser needs: the built site, one with hostile texts, and a tab to read them in.

A test that takes `page` or `narrow_page` fails if anything fails in the page, or it asks anything of the world outside;
one that wants to see such a fault takes `faults` as well and clears it.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from browsing import NARROW, launched, tab
from hostile import HOSTILE
from nations import ROOT, basutbud, lay, nation
from playwright.sync_api import Browser, Page, sync_playwright
from test_site import built

from schema.load import load


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the configuration in this repository. Not to be written in."""
    out = tmp_path_factory.mktemp("built")
    done = basutbud("build", "--root", ROOT, "--out", out, "--as-of", "2026-12-01", "--lang", "sv")
    assert done.returncode == 0, done.stdout + done.stderr
    return out / "site"


@pytest.fixture(scope="session")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a small nation, the regions `halland` and `skane`, with hostile texts everywhere."""
    workspace = load(nation("halland", "skane", text=HOSTILE), date(2026, 12, 1))
    assert workspace.misfits == ()
    return lay(tmp_path_factory.mktemp("hostile"), built(workspace))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = launched(playwright)
        yield browser
        browser.close()


@pytest.fixture
def faults() -> Iterator[list[str]]:
    """What went wrong in the test's tabs, which fails the test in the end."""
    told: list[str] = []
    yield told
    assert told == []


@pytest.fixture
def page(browser: Browser, faults: list[str]) -> Iterator[Page]:
    with tab(browser, faults) as opened:
        yield opened


@pytest.fixture
def narrow_page(browser: Browser, faults: list[str]) -> Iterator[Page]:
    with tab(browser, faults, NARROW) as opened:
        yield opened


@pytest.fixture
def scriptless_page(browser: Browser, faults: list[str]) -> Iterator[Page]:
    with tab(browser, faults, java_script_enabled=False) as opened:
        yield opened
