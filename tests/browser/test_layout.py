"""Reading a page of any kind: on a narrow screen, magnified, with more air in the text, in the dark and on paper."""

import re
from collections import Counter
from html import unescape
from pathlib import Path

import pytest
from browsing import address, opened, unfold
from kinds import KINDS, kinds_of, paths, samples, shown
from playwright.sync_api import Page

every_kind = pytest.mark.parametrize("kind", KINDS)

WIDTHS = (320, 480, 640, 720, 900, 1280)
"""320 pixels are a narrow screen, and a usual one magnified four times; the others lie about where the style turns."""

# What is wider than the page, unless it scrolls in a region that the keyboard reaches; and what is cut off.
MISFITS = """() => {
  const all = document.documentElement.scrollWidth;
  const wide = all > innerWidth ? [`page ${all}`] : [];
  const scrolls = element => /auto|scroll/.test(getComputedStyle(element).overflowX);
  const reached = element => element.tabIndex >= 0 && (element.role || element.tagName === 'SECTION')
    && (element.ariaLabel || element.getAttribute('aria-labelledby'));
  for (const element of document.body.querySelectorAll('*')) {
    if (!element.checkVisibility({contentVisibilityAuto: true, visibilityProperty: true})) continue;
    const style = getComputedStyle(element);
    if (style.clipPath !== 'none') continue;
    const name = () => element.outerHTML.slice(0, 120);
    let box = element.parentElement;
    while (box && !scrolls(box)) box = box.parentElement;
    const at = element.getBoundingClientRect();
    if (!box && at.right > innerWidth + 1 && at.width > 0) wide.push(`beyond ${name()}`);
    if (scrolls(element) && element.scrollWidth > element.clientWidth + 1 && !reached(element)
        && !/^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName)) wide.push(`unreached ${name()}`);
    if (/hidden|clip/.test(style.overflow) && element.children.length + element.textContent.trim().length
        && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1)
        && style.position !== 'absolute') wide.push(`cut ${name()}`);
  }
  return wide.slice(0, 5);
}"""

# The distances that WCAG 1.4.12 wants a text to bear.
AIR = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
                     p { margin-bottom: 2em !important }`);
  document.adoptedStyleSheets = [sheet];
}"""


def misfits(page: Page) -> list[str]:
    return [f"{page.viewport_size}: {found}" for found in page.evaluate(MISFITS)]


@every_kind
def test_a_page_fits_any_width_with_all_unfolded_and_air_in_the_text(page: Page, site: Path, kind: str) -> None:
    found = {}
    for path in samples(site, kind):
        shown(page, site, path)
        unfold(page)
        told = []
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            told += misfits(page)
        page.evaluate(AIR)
        for width in (320, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            told += misfits(page)
        found[path] = told
    assert {path: told for path, told in found.items() if told} == {}


@every_kind
def test_a_page_on_paper_has_its_texts_and_not_its_links_about(page: Page, site: Path, kind: str) -> None:
    page.emulate_media(media="print", color_scheme="dark")
    for path in samples(site, kind):
        shown(page, site, path)
        seen = page.evaluate("""() => {
          const visible = element => element.checkVisibility({contentVisibilityAuto: true, visibilityProperty: true});
          const folded = [...document.querySelectorAll('details')].filter(visible);
          const content = folded.flatMap(details => [...details.children]).filter(part => part.tagName !== 'SUMMARY');
          return {
            around: [...document.querySelectorAll('header nav, .hoppa')].filter(visible).length,
            heading: visible(document.querySelector('h1')),
            hidden: content.filter(part => !part.hidden && !visible(part)).map(part => part.outerHTML.slice(0, 80)),
            colours: [getComputedStyle(document.body).backgroundColor, getComputedStyle(document.body).color],
            wide: document.documentElement.scrollWidth - innerWidth,
          };
        }""")
        expected = {"around": 0, "heading": True, "hidden": [], "colours": ["rgb(255, 255, 255)", "rgb(0, 0, 0)"]}
        assert {**expected, "wide": 0} == {**seen, "wide": max(0, seen["wide"])}, path


@every_kind
def test_a_page_is_dark_where_the_reader_wants_it_dark(page: Page, site: Path, kind: str) -> None:
    page.emulate_media(color_scheme="dark")
    shown(page, site, samples(site, kind)[0])
    seen = page.evaluate("""() => {
      const style = getComputedStyle(document.body);
      const light = colour => Math.max(...colour.match(/\\d+/g).slice(0, 3).map(Number));
      return [light(style.backgroundColor) < 64, light(style.color) > 192];
    }""")
    assert seen == [True, True]


@every_kind
def test_a_page_is_in_swedish_and_says_where_it_is(page: Page, site: Path, kind: str) -> None:
    for path in samples(site, kind):
        shown(page, site, path)
        assert page.evaluate("document.documentElement.lang") == "sv"
        assert page.get_by_role("heading", level=1).count() == 1
        for landmark in ("main", "banner", "contentinfo"):
            assert page.get_by_role(landmark).count() == 1, (path, landmark)  # type: ignore[arg-type]
        assert page.locator("[aria-label=Länkstig] [aria-current=page]").count() == 1


@every_kind
def test_a_page_can_be_read_without_scripts(site: Path, kind: str, scriptless_page: Page) -> None:
    for path in samples(site, kind):
        opened(scriptless_page, address(site, path))
        text = scriptless_page.locator("main").inner_text()
        assert len(text.split()) > 10, path
        # A box can be ticked and a form is shown as a resident meets it; else nothing would come of what one does.
        controls = ":is(button, input:not([type=checkbox]), select, textarea):not(.formulär *, .ruta *):visible"
        dead = scriptless_page.locator(f"main {controls}")
        assert [each.evaluate("each => each.outerHTML") for each in dead.all()] == [], path


def test_every_page_is_of_one_kind(site: Path) -> None:
    assert {path: kinds_of(path) for path in paths(site) if len(kinds_of(path)) != 1} == {}


def test_there_is_a_page_of_every_kind(site: Path) -> None:
    assert set(KINDS) == {kind for path in paths(site) for kind in kinds_of(path)}


def test_no_two_pages_have_the_same_title(site: Path) -> None:
    titles = {path: re.findall(r"<title>(.*?)</title>", (site / path).read_text("utf-8")) for path in paths(site)}
    assert {path: found for path, found in titles.items() if len(found) != 1 or not found[0]} == {}
    counted = Counter(unescape(found[0]) for found in titles.values())
    assert [title for title, count in counted.items() if count > 1] == []
