"""The page of a case type: what it is for, what residents meet, who has it, and what has been changed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from generator.site.casetypes.definitions import Definition
from generator.site.casetypes.fillings import Filling, fillings, texts_of
from generator.site.casetypes.forms import form_of, questions_of
from generator.site.casetypes.holders import Holders, holders, is_met
from generator.site.casetypes.origins import rows_of
from generator.site.casetypes.terms import TermsView, state_of, terms_view
from generator.site.comparing.changes import ChangesView, changes_view
from generator.site.comparing.departures import Departure, departures
from generator.site.page import Frame, Link, Row, Support, distinct, page_below, render, support
from generator.site.site import Page, RegionSite
from generator.site.wording.phrases import alphabetical, capital
from generator.site.wording.purpose import Fact, facts_of
from generator.site.wording.words import GOVERNANCE, KIND
from generator.verdict import History
from schema.models.texts import Terms
from schema.offers import Offer


@dataclass(frozen=True)
class Answer:
    name: str
    text: str


@dataclass(frozen=True)
class TermsPart:
    """The terms text of a case type, and the page that has the rest of it."""

    text: TermsView
    state: str
    is_draft: bool
    is_example: bool
    more: Link


@dataclass(frozen=True)
class FileChanges:
    """A file that the case type is made of, and its changes."""

    title: str
    file: str
    changes: ChangesView


@dataclass(frozen=True)
class CaseTypePage:
    frame: Frame
    name: str
    internal_name: str
    kind: str
    governance: str
    description: str
    template_description: str
    facts: tuple[Fact, ...]
    preview: Link | None
    form: Markup
    terms: TermsPart | None
    fillings: tuple[Filling, ...]
    answer_forms: tuple[Answer, ...]
    standard_answers: tuple[Answer, ...]
    active: Holders
    passive: Holders
    inventory: Link
    builds_on: bool
    departures: tuple[Departure, ...]
    rows: tuple[Row, ...]
    files: tuple[FileChanges, ...]
    support: Support
    folder: str


_LIST = Link("Ärendetyper", "../index.html#arendetyper")


def pages(site: RegionSite) -> Iterator[Page]:
    titles = distinct({definition.page: definition.name for definition in site.definitions})
    history = site.verdict.source.history

    def make(definition: Definition) -> bytes:
        return render("casetype.html.j2", _page(definition, titles[definition.page], history))

    for definition in site.definitions:
        about = definition.own.place.file
        yield Page(f"casetypes/{definition.page}.html", partial(make, definition), (about,))


def _page(definition: Definition, title: str, history: History) -> CaseTypePage:
    tree = definition.tree
    terms = definition.terms()
    given = rows_of(definition.layers, definition.care_level, definition.kind, tree)
    examples = any(getattr(layer.node, "illustrative", False) for layer in definition.layers if layer.name != "region")
    answers = definition.get("answer_forms") or (), definition.get("standard_answers") or ()
    questions = questions_of(definition.get("form") or ())
    builds_on = definition.layers[0].name == "national" and definition.own.name != "national"
    return CaseTypePage(
        frame=page_below(tree, definition.name, "ärendetyp", title, ("form.js",) if questions else (), _LIST),
        name=definition.name,
        internal_name=definition.get("internal_name") or "",
        kind=capital(KIND[definition.kind]),
        governance=capital(GOVERNANCE[definition.governance]),
        description=definition.get("description") or "",
        template_description=_template_description(definition),
        facts=tuple(facts_of(definition)),
        preview=_preview(definition),
        form=form_of(questions),
        terms=_terms(definition, terms) if terms is not None else None,
        fillings=tuple(_fillings(definition, terms)),
        answer_forms=tuple(Answer(answer.name, answer.text) for answer in answers[0]),
        standard_answers=tuple(Answer("", answer.text) for answer in answers[1]),
        active=holders(offer.unit for offer in definition.offers if offer.active),
        passive=holders(offer.unit for offer in definition.offers if not offer.active),
        inventory=Link(f"Alla som har {definition.name}", f"../inventory.html#casetype={definition.page}"),
        builds_on=builds_on,
        departures=departures(definition),
        rows=tuple(row for rows in given.values() for row in rows),
        files=tuple(_files(definition, terms, history)),
        support=support(definition.own.node.source, examples),
        folder=f"regions/{tree.id}",
    )


def _template_description(definition: Definition) -> str:
    """How the national template describes itself, where the region does in other words."""
    top = definition.layers[0]
    described = top.node.description or "" if top.name == "national" else ""
    return "" if described == (definition.get("description") or "") else described


def _preview(definition: Definition) -> Link | None:
    """The resident's view on a unit that has the case type: where residents meet it, if they do anywhere."""

    def rank(offer: Offer) -> tuple[bool, bool, tuple[str, str]]:
        is_open = is_met(definition.tree.resolved[offer.unit.file_id])
        return not (offer.active and is_open), not offer.active, alphabetical(offer.unit.name)

    if not definition.offers:
        return None
    unit = min(definition.offers, key=rank).unit
    return Link(unit.name, f"../preview.html#{definition.page}/{unit.file_id}")


def _terms(definition: Definition, terms: Terms) -> TermsPart:
    named = definition.get("terms")
    if named is not None:
        more = Link("Textens versioner, översättningar och användning", f"../terms/{named}.html")
    else:
        template = definition.layers[0].node
        page = f"../../templates/{template.file_id}.html#villkorstext"
        more = Link(f"Textens versioner i den nationella mallen {template.name}", page)
    return TermsPart(terms_view(terms), capital(state_of(terms)), terms.status == "draft", terms.illustrative, more)


def _fillings(definition: Definition, terms: Terms | None) -> Iterator[Filling]:
    """The placeholders of all texts, with what fills them."""
    texts = [*texts_of(terms), definition.get("description") or ""]
    for field in ("answer_forms", "standard_answers"):
        texts += [answer.text for answer in definition.get(field) or ()]
    return fillings(texts, definition.get("variables") or {}, definition.offers)


def _files(definition: Definition, terms: Terms | None, history: History) -> Iterator[FileChanges]:
    """The files that the case type is made of, the nearest first."""
    titles: Mapping[str, str] = {
        "local": "Mottagningens fil, med hela mottagningen",
        "casetype": "Regionens ärendetyp",
        "national": "Den nationella mallen",
    }
    named = definition.get("terms")
    found = [(titles[layer.name], layer.place.file) for layer in reversed(definition.layers) if layer.name in titles]
    if terms is not None and named is not None:
        found.insert(1, ("Villkorstexten", terms.file))
    for title, file in found:
        yield FileChanges(title, file, changes_view(history, file))
