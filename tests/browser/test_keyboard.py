"""A page of any kind with the keyboard alone: everything is reached, in order, seen, and left again."""

from pathlib import Path
from typing import Any

import pytest
from kinds import KINDS, samples, shown
from playwright.sync_api import Page

every_kind = pytest.mark.parametrize("kind", KINDS)

# What a Tab should stop at, in the order of the page. Of radio buttons with one name, one is a stop.
NUMBER = """() => {
  const able = 'a[href], button, input, select, textarea, summary, [tabindex="0"], iframe';
  const names = new Set();
  let count = 0;
  for (const element of document.querySelectorAll(able)) {
    const visible = element.checkVisibility({contentVisibilityAuto: true, visibilityProperty: true});
    if (!visible || element.disabled || element.tabIndex < 0) continue;
    if (element.type === 'radio') {
      const checked = document.querySelector(`input[type=radio][name="${CSS.escape(element.name)}"]:checked`);
      if (names.has(element.name) || (checked && checked !== element)) continue;
      names.add(element.name);
    }
    element.dataset.stop = count++;
  }
  return count;
}"""

# Where the focus is, and what is wrong with how it is seen.
STOP = """() => {
  const element = document.activeElement;
  if (!element || element === document.body) return {stop: null, wrong: ''};
  const style = getComputedStyle(element);
  const at = element.getBoundingClientRect();
  const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
  const inside = at.width > 0 && at.height > 0 && at.bottom > 0 && at.right > 0 && at.top < innerHeight
    && at.left < innerWidth;
  const wrong = [outlined ? '' : 'no outline', inside ? '' : 'out of sight'].filter(Boolean).join(', ');
  const stop = element.dataset.stop === undefined ? -1 : Number(element.dataset.stop);
  return {stop, wrong: wrong && `${wrong}: ${element.outerHTML.slice(0, 120)}`, html: element.outerHTML.slice(0, 120)};
}"""


@every_kind
def test_tab_walks_through_the_whole_page_in_order_with_the_focus_in_sight(page: Page, site: Path, kind: str) -> None:
    shown(page, site, _shortest(site, kind))
    walked(page)


def walked(page: Page) -> None:
    """Goes through a page with Tab until its end."""
    count = page.evaluate(NUMBER)
    stops, wrong = [], []
    for _ in range(3 * count + 10):
        page.keyboard.press("Tab")
        seen: dict[str, Any] = page.evaluate(STOP)
        if seen["stop"] is None or (seen["stop"] == 0 and stops):
            break
        assert seen["stop"] >= 0, f"not meant to be a stop: {seen['html']}"
        if stops[-1:] != [seen["stop"]]:  # the parts of a date are stops within one
            stops.append(seen["stop"])
            wrong += [seen["wrong"]] if seen["wrong"] else []
    assert wrong == []
    assert stops == list(range(count))


def _shortest(site: Path, kind: str) -> str:
    """The shortest of the pages looked at: a walk takes a moment at every stop."""
    return min(samples(site, kind), key=lambda path: (site / path.partition("#")[0]).stat().st_size)


@every_kind
def test_the_first_link_leads_past_the_menu(page: Page, site: Path, kind: str) -> None:
    shown(page, site, samples(site, kind)[0])
    page.keyboard.press("Tab")
    first = page.locator(":focus")
    assert first.inner_text() == "Hoppa till innehållet"
    box = first.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["y"] >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.tagName") == "MAIN"
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('header').contains(document.activeElement)") is False


@every_kind
def test_what_is_folded_opens_and_closes_where_the_focus_is(page: Page, site: Path, kind: str) -> None:
    shown(page, site, samples(site, kind)[0])
    for summary in page.locator("summary:visible").all()[:3]:
        before = summary.evaluate("summary => summary.parentElement.open")
        for key, after in (("Enter", not before), ("Space", before)):
            summary.focus()
            page.keyboard.press(key)
            assert summary.evaluate("summary => summary.parentElement.open") is after
            assert summary.evaluate("summary => summary === document.activeElement") is True
