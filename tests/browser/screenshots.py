"""Makes the pictures of the site that the README shows: `make screenshots`."""

from pathlib import Path
from tempfile import TemporaryDirectory

from browsing import launched, tab
from kinds import shown
from nations import ROOT, invoke
from playwright.sync_api import sync_playwright

IMAGES = ROOT / "docs" / "images"
REGION = "vastra-gotaland"
UNIT = f"{REGION}/units/almhaga-vardcentral.html"
PICTURES = (
    ("unit-1280.png", UNIT, (1280, 900)),
    ("unit-375.png", UNIT, (375, 800)),
    ("compare-1280.png", f"{REGION}/preview.html#fornya-recept/almhaga-vardcentral/lindkulla-vardcentral", (1280, 900)),
    ("inventory-1280.png", f"{REGION}/inventory.html", (1280, 1300)),
)


def main() -> None:
    IMAGES.mkdir(exist_ok=True)
    with TemporaryDirectory() as out, sync_playwright() as playwright:
        invoke("build", "--root", ROOT, "--out", out, "--as-of", "2026-12-01")
        browser = launched(playwright)
        faults: list[str] = []
        for name, path, size in PICTURES:
            with tab(browser, faults, size, color_scheme="light", reduced_motion="reduce") as page:
                shown(page, Path(out, "site"), path)
                page.screenshot(path=IMAGES / name)
        browser.close()
    assert faults == []


if __name__ == "__main__":
    main()
