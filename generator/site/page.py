"""What every page has, and how a view becomes a page."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, NamedTuple

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from generator.site.wording.texts import item, line, paragraphs, visible
from schema.workspace import RegionTree

CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'"
)
"""A page loads the site's own scripts, style and pictures, and nothing else; none of them stands in the page."""


class Link(NamedTuple):
    """A text and where it leads; an empty address leads nowhere."""

    text: str
    href: str = ""


@dataclass(frozen=True)
class Frame:
    """What stands around a page: its title, the way to the site's top, the pages above it, and the scripts that it
    has besides `site.js`. `region` is the id and name of the region that it is in."""

    title: str
    top: str
    above: tuple[Link, ...]
    here: str
    scripts: tuple[str, ...] = ()
    region: Link | None = None


class Source(NamedTuple):
    """The layer and the file that gave a value; a file of the region's own is told from the region's folder."""

    layer: str
    file: str
    depth: int


class Row(NamedTuple):
    """A label with its value, and where the value comes from."""

    label: str
    value: str
    source: Source | None = None


class Support(NamedTuple):
    """What a statement rests on: a badge for an example, and the source that was given."""

    badge: str
    source: str


def support(source: str | None, illustrative: bool = False) -> Support:
    if illustrative:
        return Support("Exempel" if source else "Exempel utan källa", source or "")
    return Support("" if source else "Källa saknas", source or "")


def region_name(tree: RegionTree) -> str:
    return tree.region.name if tree.region is not None else tree.id


def page_in(tree: RegionTree, name: str, title: str, scripts: tuple[str, ...] = ()) -> Frame:
    """The frame of a page directly in the region's folder."""
    region = region_name(tree)
    above = (Link("Alla regioner", "../index.html"), Link(region, "index.html"))
    return Frame(f"{title} – {region}", "../", above, name, scripts, Link(region, f"{tree.id}/"))


def page_below(
    tree: RegionTree, name: str, kind: str, title: str, scripts: tuple[str, ...] = (), *lists: Link
) -> Frame:
    """The frame of a page in one of the region's folders; `lists` are what it stands in."""
    region = region_name(tree)
    above = (Link("Alla regioner", "../../index.html"), Link(region, "../index.html"), *lists)
    return Frame(f"{title} – {kind} i {region}", "../../", above, name, scripts, Link(region, f"{tree.id}/"))


def distinct(names: Mapping[str, str]) -> dict[str, str]:
    """Each id's name, with the id after it where several have the same."""
    many = Counter(names.values())
    return {id: name if many[name] == 1 else f"{name} ({id})" for id, name in names.items()}


def render(template: str, view: Any) -> bytes:
    """The page that a template makes of a view. The template's name is the kind of page, by which the menu knows its
    place."""
    kind = template.partition(".")[0]
    return environment().get_template(template).render(page=view, kind=kind).encode()


def part(template: str, macro: str, *shown: object) -> Markup:
    """What a macro of a template makes of what is shown, for pages and data that have it whole."""
    return Markup(str(getattr(_macros(template), macro)(*shown)).strip())


@cache
def _macros(template: str) -> Any:
    return environment().get_template(template).module


@lru_cache(maxsize=256)
def _menu(top: str, region: Link | None, kind: str) -> Markup:
    """The links that the pages of a kind have alike."""
    return Markup(environment().get_template("menu.html.j2").render(top=top, region=region, kind=kind))


@cache
def environment() -> Environment:
    made = Environment(
        loader=PackageLoader("generator.site"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        finalize=_show,
    )
    made.filters.update(item=item, line=line, paragraphs=paragraphs)
    made.globals.update(policy=CONTENT_SECURITY_POLICY, menu=_menu)
    return made


def _show(value: Any) -> Any:
    return visible(value) if type(value) is str and type(value) is not Markup else value
