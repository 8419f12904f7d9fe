"""Accessibility as a machine can see it: axe finds nothing on any kind of page, wide or narrow, light or dark."""

from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal

import pytest
from browsing import NARROW, WIDE, unfold
from kinds import KINDS, samples, shown
from playwright.sync_api import Page

AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
ONLY = {"resultTypes": ["violations"], "preload": False}
EVERYTHING = {**ONLY, "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]}
COLOURS = {**ONLY, "runOnly": {"type": "rule", "values": ["color-contrast"]}}
Look = tuple[tuple[int, int], Literal["light", "dark"], dict[str, Any]]
LOOKS: tuple[Look, ...] = (
    (WIDE, "light", EVERYTHING),
    (NARROW, "dark", COLOURS),
    (NARROW, "light", EVERYTHING),
    (WIDE, "dark", COLOURS),
)


def found_by_axe(page: Page, looks: Sequence[Look] = LOOKS) -> list[str]:
    """What axe finds on the page that a tab shows, in the ways that it can look."""
    page.evaluate(AXE)
    found = []
    for size, scheme, options in looks:
        page.set_viewport_size({"width": size[0], "height": size[1]})
        page.emulate_media(color_scheme=scheme)
        found += [f"{size[0]} {scheme}: {_told(each)}" for each in _run(page, options)]
    return found


def _run(page: Page, options: dict[str, Any]) -> list[dict[str, Any]]:
    results = page.evaluate("options => axe.run(document, options)", options)
    return list(results["violations"])


def _told(violation: dict[str, Any]) -> str:
    first = violation["nodes"][0]
    return f"{violation['id']} ({len(violation['nodes'])}): {first['html'][:200]} {first['failureSummary']}"


@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing(page: Page, site: Path, kind: str) -> None:
    found = {}
    for path in samples(site, kind):
        shown(page, site, path)
        unfold(page)
        # What differs between the varieties of a kind differs in all looks alike.
        found[path] = found_by_axe(page, LOOKS if "#" in path or not found else LOOKS[:2])
    assert {path: told for path, told in found.items() if told} == {}


def test_axe_would_find_something(page: Page, site: Path) -> None:
    shown(page, site, "index.html")
    page.evaluate("document.querySelector('main').append(document.createElement('input'))")
    page.evaluate("document.querySelector('h1').style.color = '#999'")
    found = found_by_axe(page)
    assert [told.split(" (")[0] for told in found if "label" in told] == ["1280 light: label", "320 light: label"]
    assert next(told.split(" (")[0] for told in found if "color-contrast" in told) == "1280 light: color-contrast"
