"""The front of each manual: what it is called and for whom it is, as its template says in a comment at its top.

A file in `templates/manuals/` is a manual; nothing else has to know of it.
"""

import re
from dataclasses import dataclass
from functools import cache

from generator.site.page import environment

FOLDER = "manuals/"
KINDS = {"role": "För din roll", "process": "Steg för steg", "writing": "Texter, utbud och konfiguration"}
"""The kinds of manual, in the order that the first page of the manuals has them."""

_FRONT = re.compile(r"\{#-?\n(.*?)\n-?#\}", re.DOTALL)


@dataclass(frozen=True)
class Front:
    """`name` is what stands in menus, `title` is the heading; `files` are those whose facts the manual tells."""

    slug: str
    template: str
    name: str
    title: str
    summary: str
    audience: str
    kind: str
    order: int
    files: tuple[str, ...]


@cache
def fronts() -> tuple[Front, ...]:
    """Every manual, in the order that the first page of the manuals has them."""
    loader = environment().loader
    assert loader is not None
    names = [name for name in loader.list_templates() if name.startswith(FOLDER)]
    found = [_front(name, loader.get_source(environment(), name)[0]) for name in names]
    return tuple(sorted(found, key=lambda front: (list(KINDS).index(front.kind), front.order, front.slug)))


def _front(template: str, text: str) -> Front:
    """What the comment says; a template that lacks it, or a part of it, is our own mistake."""
    match = _FRONT.match(text)
    assert match is not None, f"{template} has no front"
    said = dict(line.split(": ", 1) for line in match[1].splitlines())
    return Front(
        template.removeprefix(FOLDER).removesuffix(".html.j2"),
        template,
        said["name"],
        said["title"],
        said["summary"],
        said["audience"],
        said["kind"],
        int(said["order"]),
        tuple(said["files"].split(", ")),
    )
