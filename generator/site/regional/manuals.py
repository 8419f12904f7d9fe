"""A region's manuals: one for each role and each process, filled with the region's own facts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup, escape

from generator.site.manuals.facts import Facts
from generator.site.manuals.fronts import KINDS, Front, fronts
from generator.site.manuals.references import References
from generator.site.page import Frame, Link, Row, region_name, render
from generator.site.site import Page, RegionSite
from generator.site.wording.glossary import anchor_of
from generator.site.wording.words import PLACEHOLDER, TEXT_FIELD
from schema.workspace import RegionTree
from validate.own_rules import book_for

_HEADING = re.compile(r'<h2 id="([^"]*)">(.*?)</h2>')


@dataclass(frozen=True)
class Shelf:
    """The manuals of one kind."""

    id: str
    title: str
    manuals: tuple[Front, ...]


@dataclass(frozen=True)
class IndexPage:
    frame: Frame
    region: str
    shelves: tuple[Shelf, ...]
    administration: tuple[Row, ...]
    file: str


@dataclass(frozen=True)
class ManualPage:
    """A manual. Its template asks `facts` for what is the region's own, and `references` for what it rests on."""

    frame: Frame
    front: Front
    facts: Facts
    references: References
    tree: RegionTree

    placeholders = tuple(Row(f"{{{name}}}", words) for name, words in PLACEHOLDER.items())
    text_fields = tuple(TEXT_FIELD.values())

    def chapters(self, text: Markup) -> tuple[Link, ...]:
        """The headings of the manual's own text, as links."""
        return tuple(Link(Markup(words), f"#{id}") for id, words in _HEADING.findall(text))

    def rule(self, id: str) -> Markup:
        """A link to a rule's page, by the rule's title. Raises KeyError for a rule that does not exist."""
        return Markup('<a href="../../rules/{}.html">{}</a>').format(id, book_for(self.tree)[id].sv.title)

    def word(self, word: str, shown: str = "") -> Markup:
        """A link to a word's meaning. Raises KeyError for a word that the glossary does not have."""
        return Markup('<a href="../../glossary.html#{}">{}</a>').format(anchor_of(word), shown or word)

    def manual(self, slug: str) -> Markup:
        """A link to another manual, by its name. Raises StopIteration for one that does not exist."""
        front = next(front for front in fronts() if front.slug == slug)
        return Markup(f'<a href="{escape(slug)}.html">{escape(front.name)}</a>')


def pages(site: RegionSite) -> Iterator[Page]:
    yield Page("manuals/index.html", lambda: render("manuals.html.j2", _index(site)), (site.tree.path("region.yaml"),))
    for front in fronts():
        files = tuple(map(site.tree.path, front.files))
        yield Page(f"manuals/{front.slug}.html", partial(_make, front, site), files)


def _make(front: Front, site: RegionSite) -> bytes:
    tree, facts = site.tree, Facts(site)
    above = _above(tree, Link("Manualer", "index.html"))
    frame = Frame(f"{front.title} – {facts.name}", "../../", above, front.name, region=Link(facts.name, f"{tree.id}/"))
    return render(front.template, ManualPage(frame, front, facts, References(facts.folder, facts.stated), tree))


def _index(site: RegionSite) -> IndexPage:
    tree, facts = site.tree, Facts(site)
    title = f"Manualer – {facts.name}"
    return IndexPage(
        Frame(title, "../../", _above(tree), "Manualer", region=Link(facts.name, f"{tree.id}/")),
        facts.name,
        tuple(
            Shelf(kind, words, tuple(front for front in fronts() if front.kind == kind))
            for kind, words in KINDS.items()
        ),
        facts.administration,
        tree.path("region.yaml"),
    )


def _above(tree: RegionTree, *more: Link) -> tuple[Link, ...]:
    return (Link("Alla regioner", "../../index.html"), Link(region_name(tree), "../index.html"), *more)
