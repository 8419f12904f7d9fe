"""The parts of a page that the site has made, as texts: what the search knows of pages that only templates word."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

_INLINE = {"a", "abbr", "b", "code", "em", "i", "mark", "span", "strong"}
_NOT_READ = {"nav", "script", "style"}


@dataclass
class Part:
    """What stands under a heading; the main one has no anchor."""

    anchor: str
    heading: str = ""
    text: str = ""


def parts_of(page: bytes) -> list[Part]:
    """What stands under the page's main heading, and under each second one that has an anchor."""
    reader = _Reader()
    reader.feed(page.decode())
    return reader.parts


@dataclass
class _Reader(HTMLParser):
    parts: list[Part] = field(default_factory=list)
    is_inside: bool = False
    unread: int = 0
    is_heading: bool = False

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.unread += tag in _NOT_READ
        if tag == "main":
            self.is_inside = True
        anchor = dict(attrs).get("id") or ""
        if self.is_inside and not self.unread and (tag == "h1" or (tag == "h2" and anchor)):
            self.is_heading = True
            self.parts.append(Part("" if tag == "h1" else anchor))
        self._between(tag)

    def handle_endtag(self, tag: str) -> None:
        self.unread -= tag in _NOT_READ
        if tag == "main":
            self.is_inside = False
        if tag in ("h1", "h2"):
            self.is_heading = False
        self._between(tag)

    def _between(self, tag: str) -> None:
        """What stands in different blocks is no one word."""
        if self.parts and tag not in _INLINE:
            self.parts[-1].text += "\n"

    def handle_data(self, data: str) -> None:
        if not self.is_inside or self.unread or not self.parts:
            return
        if self.is_heading:
            self.parts[-1].heading += data
        else:
            self.parts[-1].text += data
