"""What a page has when it is shown live, put into the page as it would have been built."""

from markupsafe import escape

from generator.serving.views import Bar
from generator.site.page import CONTENT_SECURITY_POLICY, render

POLICY = f"{CONTENT_SECURITY_POLICY}; connect-src 'self'"
"""A page that is shown live also listens for changes."""

_HEAD_ENDS = b"</head>"
_HEADER_ENDS = b"</header>"
"""Texts are escaped, so that the first of each is the page's own."""


def with_bar(page: bytes, bar: Bar) -> bytes:
    """The page with what stands above it, and with the style and the script of that."""
    page = page.replace(_escaped(CONTENT_SECURITY_POLICY), _escaped(POLICY), 1)
    style = '<link rel="stylesheet" href="/_basutbud/live.css">'
    head = f'{style}\n<script src="/_basutbud/live.js" data-version="{bar.version}" defer></script>\n'
    page = page.replace(_HEAD_ENDS, head.encode() + _HEAD_ENDS, 1)
    return page.replace(_HEADER_ENDS, _HEADER_ENDS + b"\n" + render("live.html.j2", bar).rstrip(b"\n"), 1)


def _escaped(text: str) -> bytes:
    return str(escape(text)).encode()
