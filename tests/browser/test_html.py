"""The pages' HTML as html-validate sees it, on every page of the site and among hostile texts."""

import json
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

import playwright
from browsing import lacking

HERE = Path(__file__).parent
NODE = Path(playwright.__file__).parent / "driver" / "node"
"""Playwright's own, so that the system needs npm to fetch with and no newer node than it has."""
CHECKER = HERE / "node_modules" / "html-validate" / "bin" / "html-validate.mjs"

SETTINGS = {
    "root": True,
    "extends": ["html-validate:recommended", "html-validate:a11y"],
    "rules": {
        "doctype-style": "off",  # taste: the doctype may be written in small letters
        "long-title": "off",  # taste: a title has the name that the configuration gives
        # Boxes to check may share a name, as the buttons of a choice do.
        "form-dup-name": ["error", {"shared": ["radio", "checkbox", "button", "reset", "submit"]}],
    },
}


def found_by_html_validate(folder: Path) -> list[str]:
    """What html-validate finds, the first of each of its rules."""
    if not CHECKER.exists():
        lacking("html-validate is missing: make browser, or npm ci in tests/browser")
    with TemporaryDirectory() as own:
        settings = Path(own, "settings.json")
        settings.write_text(json.dumps(SETTINGS), "utf-8")
        command = [NODE, CHECKER, "--config", settings, "--formatter", "json", f"{folder}/**/*.html"]
        with Path(own, "said.json").open("w+", encoding="utf-8") as said:  # a pipe would take no more than fits in it
            done = subprocess.run(command, stdout=said, stderr=subprocess.PIPE, cwd=HERE, check=False)
            assert done.returncode in (0, 1), done.stderr
            said.seek(0)
            pages = json.load(said)
    found: dict[str, str] = {}
    for page in pages:
        for told in page["messages"]:
            found.setdefault(told["ruleId"], f"{page['filePath']}:{told['line']}: {told['ruleId']}: {told['message']}")
    return list(found.values())


def test_html_validate_finds_nothing_on_any_page(site: Path) -> None:
    assert found_by_html_validate(site) == []


def test_html_validate_finds_nothing_among_hostile_texts(hostile_site: Path) -> None:
    assert found_by_html_validate(hostile_site) == []


def test_html_validate_would_find_something(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("<!doctype html><title>x</title><p id=a><p id=a><img src=x><b>", "utf-8")
    assert {told.split(": ")[1] for told in found_by_html_validate(tmp_path)} >= {"no-dup-id", "wcag/h37"}
