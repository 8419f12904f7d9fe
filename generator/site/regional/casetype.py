"""The page of a case type: what it is for, its form, its text and its answers, and which units have it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from generator.site.definitions import Definition
from generator.site.forms import Question, questions_of
from generator.site.origins import rows_of
from generator.site.page import Frame, Link, Row, Support, distinct, page_below, render, support
from generator.site.phrases import alphabetical, capital, joined
from generator.site.site import Page, RegionSite
from generator.site.terms import TermsView, Translation, state_of, terms_view, translations_of
from generator.site.words import CAPABILITY, FIELD, GOVERNANCE, KIND, PLACEHOLDER, VARIABLE_TYPE
from schema.models.texts import Terms
from schema.placeholders import placeholders


@dataclass(frozen=True)
class Answer:
    name: str
    text: str


@dataclass(frozen=True)
class PlaceholderView:
    name: str
    meaning: str
    filled: str


@dataclass(frozen=True)
class CaseTypePage:
    frame: Frame
    name: str
    internal_name: str
    kind: str
    governance: str
    facts: tuple[Row, ...]
    rows: tuple[Row, ...]
    description: str
    questions: tuple[Question, ...]
    terms: TermsView | None
    terms_state: str
    terms_is_example: bool
    translations: tuple[Translation, ...]
    placeholders: tuple[PlaceholderView, ...]
    answer_forms: tuple[Answer, ...]
    standard_answers: tuple[Answer, ...]
    active: tuple[Link, ...]
    passive: tuple[Link, ...]
    support: Support
    folder: str


def pages(site: RegionSite) -> Iterator[Page]:
    titles = distinct({definition.page: definition.name for definition in site.definitions})

    def make(definition: Definition) -> bytes:
        return render("casetype.html.j2", _page(definition, titles[definition.page]))

    for definition in site.definitions:
        about = definition.own.place.file
        yield Page(f"casetypes/{definition.page}.html", partial(make, definition), (about,))


def _page(definition: Definition, title: str) -> CaseTypePage:
    tree = definition.tree
    terms = definition.terms()
    given = rows_of(definition.layers, definition.care_level, definition.kind, tree)
    examples = any(getattr(layer.node, "illustrative", False) for layer in definition.layers if layer.name != "region")
    answers = definition.get("answer_forms") or (), definition.get("standard_answers") or ()
    return CaseTypePage(
        frame=page_below(tree, definition.name, "ärendetyp", title),
        name=definition.name,
        internal_name=definition.get("internal_name") or "",
        kind=capital(KIND[definition.kind]),
        governance=capital(GOVERNANCE[definition.governance]),
        facts=tuple(_facts(definition)),
        rows=tuple(row for rows in given.values() for row in rows),
        description=definition.get("description") or "",
        questions=questions_of(definition.get("form") or ()),
        terms=terms_view(terms) if terms is not None else None,
        terms_state=capital(state_of(terms)) if terms is not None else "",
        terms_is_example=terms is not None and terms.illustrative,
        translations=translations_of(terms) if terms is not None else (),
        placeholders=tuple(_placeholders(definition, terms)),
        answer_forms=tuple(Answer(answer.name, answer.text) for answer in answers[0]),
        standard_answers=tuple(Answer("", answer.text) for answer in answers[1]),
        active=_holders(definition, True),
        passive=_holders(definition, False),
        support=support(definition.own.node.source, examples),
        folder=f"regions/{tree.id}",
    )


def _holders(definition: Definition, active: bool) -> tuple[Link, ...]:
    units = [offer.unit for offer in definition.offers if offer.active == active]
    units.sort(key=lambda unit: (alphabetical(unit.name), unit.file_id))
    return tuple(Link(unit.name, f"../units/{unit.file_id}.html") for unit in units)


def _facts(definition: Definition) -> Iterator[Row]:
    yield Row("Kategori", definition.get("category"))
    yield Row("Bygger på", _basis(definition))
    needs = definition.get("needs")
    if needs is not None:
        yield Row("Passar mottagningar som", CAPABILITY[needs])
    distribution = getattr(definition.own.node, "distribute", None)
    if distribution is not None:
        groups = definition.tree.groups
        titles = (groups[id].title if id in groups else id for id in distribution.to)
        yield Row("Delas ut till", joined(titles))
    guards = [(layer, kind) for layer in definition.layers for kind in ("locked", "stricter_only")]
    for kind, label in (("locked", "Kan inte ändras på lägre nivå"), ("stricter_only", "Kan bara skärpas")):
        fields = [field for layer, each in guards if each == kind for field in getattr(layer.node, kind, ())]
        if fields:
            yield Row(label, joined(dict.fromkeys(FIELD[field] for field in fields)))


def _basis(definition: Definition) -> str:
    """What the last layer extends, and what that extends."""
    if definition.own.name == "national":
        return "Den nationella mallen, oförändrad"
    kinds = {"national": "den nationella mallen", "casetype": "regionens ärendetyp"}
    said = [
        f"{kinds[layer.name]} {layer.node.name or definition.name}"
        for layer in definition.layers
        if layer.name in kinds and layer is not definition.own
    ]
    return capital(joined(said)) if said else "Ingen annan ärendetyp"


def _placeholders(definition: Definition, terms: Terms | None) -> Iterator[PlaceholderView]:
    """The placeholders of the texts, with what fills them."""
    texts = [text for _, _, text in terms.parts()] if terms is not None else []
    texts.append(definition.get("description") or "")
    for field in ("answer_forms", "standard_answers"):
        texts += [answer.text for answer in definition.get(field) or ()]
    variables = definition.get("variables") or {}
    for name in sorted({found.name for text in texts for found in placeholders(text)} | set(variables)):
        variable = variables.get(name)
        if variable is None:
            yield PlaceholderView(name, PLACEHOLDER.get(name, "okänd"), "konfigurationen")
        else:
            filled = f"mottagningen, annars ”{variable.default}”" if variable.default else "mottagningen"
            yield PlaceholderView(name, f"{variable.label} ({VARIABLE_TYPE[variable.type]})", filled)
