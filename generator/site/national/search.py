"""The search: its page, and what it knows of what stands above the regions."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.outputs import Nation
from generator.site.page import Frame, Link, render
from generator.site.rulebook import TOPIC, by_topic
from generator.site.search import KINDS, Entry, Kind, form_texts, pages_of, split
from generator.site.site import Page
from generator.site.wording.glossary import entries as words
from generator.site.wording.phrases import alphabetical, capital
from generator.site.wording.words import KIND
from schema.models.casetypes import Template

_WORDS: dict[Kind, tuple[str, str]] = {
    "arendetyp": ("Ärendetyp", "Ärendetyper"),
    "mottagning": ("Mottagning", "Mottagningar"),
    "villkorstext": ("Villkorstext", "Villkorstexter"),
    "meddelande": ("Mall för meddelande", "Mallar för meddelanden"),
    "beslut": ("Beslut", "Beslut"),
    "manual": ("Manual", "Manualer"),
    "grupp": ("Grupp", "Grupper"),
    "region": ("Region", "Regioner"),
    "mall": ("Nationell mall", "Nationella mallar"),
    "regel": ("Regel", "Regler"),
    "ord": ("Ord i ordlistan", "Ordlistan"),
}
"""What one and many of each kind are called."""


@dataclass(frozen=True)
class KindView:
    id: Kind
    one: str
    many: str


@dataclass(frozen=True)
class RegionView:
    id: str
    name: str


@dataclass(frozen=True)
class SearchPage:
    frame: Frame
    regions: tuple[RegionView, ...]
    kinds: tuple[KindView, ...]


def pages(nation: Nation) -> Iterator[Page]:
    yield Page("search.html", lambda: render("search.html.j2", _page(nation)))
    yield from pages_of("", split(_entries(nation)))


def _page(nation: Nation) -> SearchPage:
    regions = sorted(nation.regions, key=lambda region: (alphabetical(region.name), region.id))
    libraries = ("minisearch-7.2.0.js", "snowball-swedish-3.0.1.js")
    scripts = (*libraries, "swedish.js", "searchindex.js", "searchhits.js", "search.js")
    return SearchPage(
        Frame("Sök – basutbud i 1177 e-tjänster", "", (Link("Alla regioner", "index.html"),), "Sök", scripts),
        tuple(RegionView(region.id, region.name) for region in regions),
        tuple(KindView(kind, *_WORDS[kind]) for kind in KINDS),
    )


def _entries(nation: Nation) -> Iterator[Entry]:
    for id, template in sorted(nation.templates.items()):
        yield _template(id, template)
    for topic, rules in by_topic():
        for rule in rules:
            said = rule.sv.message, rule.sv.reason, rule.sv.advice
            yield Entry("regel", rule.sv.title, f"rules/{rule.id}.html", rule.id, TOPIC[topic], said)
    for word in words():
        yield Entry("ord", word.word, f"glossary.html#{word.anchor}", "", "", (word.meaning, word.english, word.key))


def _template(id: str, template: Template) -> Entry:
    terms = template.default_terms
    texts = (
        template.description or "",
        *form_texts(getattr(template, "form", ())),
        *((text for _, _, text in terms.parts()) if terms is not None else ()),
        *(text for answer in template.answer_forms or () for text in (answer.name, answer.text)),
        *(answer.text for answer in template.standard_answers or ()),
        template.internal_name or "",
        template.category,
    )
    return Entry("mall", template.name, f"templates/{id}.html", id, capital(KIND[template.kind]), texts)
