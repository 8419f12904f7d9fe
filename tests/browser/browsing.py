"""How tests read the site in a real browser: a page's address, and a tab that tells of all that goes wrong in it."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NoReturn

import pytest
from playwright.sync_api import Browser, Page, Playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")
OWN = ("about:blank", "file:", "blob:", "http://127.0.0.1:", "http://localhost:")
"""Where a page may load from: the disk, what it made itself, and the live preview."""
WIDE = (1280, 900)
NARROW = (320, 800)


def address(site: Path, path: str) -> str:
    """The address on disk of a path such as `halland/inventory.html#casetype=boka-tid`."""
    file, mark, route = path.partition("#")
    return (site / file).as_uri() + mark + route


def opened(page: Page, url: str) -> None:
    """Shows a page, also when only the route in its address is new."""
    if page.url.partition("#")[0] == url.partition("#")[0]:
        page.goto("about:blank")
    page.goto(url)


def unfold(page: Page) -> None:
    """Opens all that is folded."""
    page.evaluate("document.querySelectorAll('details').forEach(details => details.open = true)")


def lacking(said: str) -> NoReturn:
    """Skips what needs something of the system; where that could have been installed, it is a fault that it is not."""
    if "CI" in os.environ or (os.geteuid() == 0 and shutil.which("apt-get") is not None):
        pytest.fail(said)
    pytest.skip(said)


def launched(playwright: Playwright) -> Browser:
    """The system's Chromium."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        lacking("chromium is missing: make browser, or apt install chromium")
    return playwright.chromium.launch(executable_path=found, args=["--disable-dev-shm-usage"])


@contextmanager
def tab(browser: Browser, faults: list[str], size: tuple[int, int] = WIDE, **options: Any) -> Iterator[Page]:
    """A fresh tab of a reader in Swedish, which adds to `faults` what fails in it or is asked of the world outside."""
    width, height = size
    context = browser.new_context(locale="sv-SE", viewport={"width": width, "height": height}, **options)
    context.set_default_timeout(10_000)
    context.on("weberror", lambda error: faults.append(f"script: {error.error}"))
    context.on("console", lambda told: faults.append(f"console: {told.text}") if told.type == "error" else None)
    context.on("request", lambda asked: None if asked.url.startswith(OWN) else faults.append(f"asked: {asked.url}"))
    context.on(
        "requestfailed",
        # What is saved as a file is never shown, which the browser calls to abort it.
        lambda lost: None if lost.failure == "net::ERR_ABORTED" else faults.append(f"{lost.failure}: {lost.url}"),
    )
    try:
        yield context.new_page()
    finally:
        context.close()
