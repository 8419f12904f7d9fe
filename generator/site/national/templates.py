"""The pages of the national templates: what each is for, its text and form, and which regions build on it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial

from markupsafe import Markup

from generator.outputs import Nation, Summary, TemplateUse
from generator.site.casetypes.fillings import Filling, fillings, texts_of
from generator.site.casetypes.forms import form_of, questions_of
from generator.site.casetypes.terms import TermsView, Translation, state_of, terms_view, translations_of
from generator.site.comparing.changes import ChangesView, changes_view
from generator.site.comparing.versions import VersionsView, versions_view
from generator.site.page import Frame, Link, Row, Support, distinct, render, support
from generator.site.site import Page
from generator.site.wording.guards import guard_rows
from generator.site.wording.phrases import alphabetical, capital, counted
from generator.site.wording.words import CAPABILITY, KIND
from generator.verdict import History
from schema.layers import Layer
from schema.models.casetypes import Template


@dataclass(frozen=True)
class Answer:
    name: str
    text: str


@dataclass(frozen=True)
class UseLine:
    """A region's case types that build on the template."""

    region: Link
    casetypes: tuple[Link, ...]
    local: str
    active: int
    units: int


@dataclass(frozen=True)
class TemplatePage:
    frame: Frame
    name: str
    kind: str
    description: str
    facts: tuple[Row, ...]
    support: Support
    form: Markup
    terms: TermsView | None
    terms_state: str
    terms_is_example: bool
    translations: tuple[Translation, ...]
    versions: VersionsView | None
    fillings: tuple[Filling, ...]
    answer_forms: tuple[Answer, ...]
    standard_answers: tuple[Answer, ...]
    uses: tuple[UseLine, ...]
    others: tuple[Link, ...]
    changes: ChangesView
    file: str


@dataclass(frozen=True)
class TemplateLine:
    template: Link
    kind: str
    category: str
    regions: str
    support: Support


@dataclass(frozen=True)
class TemplatesPage:
    frame: Frame
    templates: tuple[TemplateLine, ...]


_ABOVE = Link("Alla regioner", "../index.html")


def pages(nation: Nation) -> Iterator[Page]:
    titles = distinct({id: template.name for id, template in nation.templates.items()})

    def make(id: str) -> bytes:
        return render("template.html.j2", _page(nation.templates[id], titles[id], nation))

    yield Page("templates/index.html", lambda: render("templates.html.j2", _list(nation)))
    for id, template in nation.templates.items():
        yield Page(f"templates/{id}.html", partial(make, id), (template.file,))


def _page(template: Template, title: str, nation: Nation) -> TemplatePage:
    terms, history = template.default_terms, nation.source.history
    uses = [_use(region, template.file_id) for region in nation.regions]
    questions = questions_of(getattr(template, "form", ()))
    return TemplatePage(
        frame=Frame(
            f"{title} – nationell mall",
            "../",
            (_ABOVE, Link("Nationella mallar", "index.html")),
            template.name,
            ("form.js",) if questions else (),
        ),
        name=template.name,
        kind=capital(KIND[template.kind]),
        description=template.description or "",
        facts=tuple(_facts(template)),
        support=support(template.source, template.illustrative),
        form=form_of(questions),
        terms=terms_view(terms) if terms is not None else None,
        terms_state=capital(state_of(terms)) if terms is not None else "",
        terms_is_example=terms is not None and terms.illustrative,
        translations=translations_of(terms) if terms is not None else (),
        versions=_versions(template, history),
        fillings=tuple(_fillings(template)),
        answer_forms=tuple(Answer(answer.name, answer.text) for answer in template.answer_forms or ()),
        standard_answers=tuple(Answer("", answer.text) for answer in template.standard_answers or ()),
        uses=tuple(use for use in uses if use.casetypes or use.local),
        others=tuple(use.region for use in uses if not use.casetypes and not use.local),
        changes=changes_view(history, template.file),
        file=template.file,
    )


def _versions(template: Template, history: History) -> VersionsView | None:
    if template.default_terms is None:
        return None
    found = versions_view(template.file, template.default_terms, history)
    return replace(found, notes=())  # they stand with the changes of the file


def _facts(template: Template) -> Iterator[Row]:
    yield Row("Kategori", template.category)
    if template.needs is not None:
        yield Row("Passar mottagningar som", CAPABILITY[template.needs])
    yield from guard_rows([Layer("national", template, template.place)])


def _fillings(template: Template) -> Iterator[Filling]:
    texts = [*texts_of(template.default_terms), template.description or ""]
    texts += [answer.text for answer in template.answer_forms or ()]
    texts += [answer.text for answer in template.standard_answers or ()]
    return fillings(texts, template.variables or {}, ())


def _use(region: Summary, template: str) -> UseLine:
    found: Mapping[str, TemplateUse] = {use.page: use for use in region.templates if use.template == template}
    names = distinct({page: use.name for page, use in found.items() if page})
    links = [Link(name, f"../{region.id}/casetypes/{page}.html") for page, name in names.items()]
    local = found[""].units if "" in found else 0
    return UseLine(
        Link(region.name, f"../{region.id}/index.html"),
        tuple(sorted(links, key=lambda link: (alphabetical(link.text), link.href))),
        counted(local, "mottagnings egen ärendetyp", "mottagningars egna ärendetyper") if local else "",
        sum(use.active for use in found.values()),
        sum(use.units for use in found.values()),
    )


def _list(nation: Nation) -> TemplatesPage:
    ordered = sorted(nation.templates.items(), key=lambda item: (alphabetical(item[1].name), item[0]))
    using = {id: sum(any(use.template == id for use in each.templates) for each in nation.regions) for id, _ in ordered}
    lines = (
        TemplateLine(
            Link(template.name, f"{id}.html"),
            capital(KIND[template.kind]),
            template.category,
            f"{using[id]} av {len(nation.regions)}",
            support(template.source, template.illustrative),
        )
        for id, template in ordered
    )
    return TemplatesPage(
        Frame("Nationella mallar – basutbud i 1177 e-tjänster", "../", (_ABOVE,), "Nationella mallar"), tuple(lines)
    )
