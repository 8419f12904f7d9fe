"""The pages of a region's terms texts: each as it stands, what it was before, and where it is used; and the list."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial

from generator.site.casetypes.definitions import Definition
from generator.site.casetypes.fillings import Filling, fillings, texts_of
from generator.site.casetypes.holders import Holders, holders, is_met
from generator.site.casetypes.terms import TermsView, Translation, state_of, terms_view, translations_of
from generator.site.casetypes.uses import Chooser, Use, uses_of
from generator.site.comparing.based_on import Basis, basis_of
from generator.site.comparing.versions import VersionsView, versions_view
from generator.site.page import Frame, Link, Row, distinct, page_below, render
from generator.site.site import Page, RegionSite
from generator.site.wording.phrases import alphabetical, capital, counted, day, joined
from generator.site.wording.words import CHANGE, TERMS_STATUS
from schema.models.casetypes import Variable
from schema.models.texts import RegionalTerms
from schema.workspace import RegionTree

_DAYS = 365.2425


@dataclass(frozen=True)
class UseView:
    """A case type that the text is used for."""

    casetype: Link
    chosen_by: str
    active: int
    passive: int
    inventory: Link


@dataclass(frozen=True)
class TermsPage:
    frame: Frame
    name: str
    id: str
    status: str
    is_draft: bool
    is_example: bool
    facts: tuple[Row, ...]
    text: TermsView
    basis: Basis | None
    translations: tuple[Translation, ...]
    versions: VersionsView
    uses: tuple[UseView, ...]
    met: Holders
    unmet: Holders
    fillings: tuple[Filling, ...]
    file: str


@dataclass(frozen=True)
class TermsLine:
    """A row of the list. `age` says how old the approval is, from a year on."""

    terms: Link
    id: str
    is_draft: bool
    state: str
    approved: str
    age: str
    units: str
    is_used: bool


@dataclass(frozen=True)
class DefaultLine:
    """A case type that has the national template's text."""

    casetype: Link
    template: Link
    units: str


@dataclass(frozen=True)
class TermsList:
    frame: Frame
    region: str
    as_of: str
    texts: tuple[TermsLine, ...]
    defaults: tuple[DefaultLine, ...]
    without: tuple[Link, ...]


def pages(site: RegionSite) -> Iterator[Page]:
    tree = site.tree

    @cache
    def names() -> Mapping[str, str]:
        return _names(site)

    @cache
    def titles() -> Mapping[str, str]:
        return distinct(names())

    def make(id: str) -> bytes:
        return render("terms.html.j2", _page(id, names()[id], titles()[id], site))

    yield Page("terms/index.html", lambda: render("terms_index.html.j2", _list(names(), site)))
    for id, terms in tree.terms.items():
        yield Page(f"terms/{id}.html", partial(make, id), (terms.file,))


def _names(site: RegionSite) -> Mapping[str, str]:
    """What each text is called: by the case types that it is used for."""
    by_page = site.by_page
    names = {}
    for id, uses in site.tree.once(uses_of).items():
        used = sorted({by_page[page].name for page in uses if page in by_page}, key=alphabetical)
        more = f" med flera ({len(used)} ärendetyper)" if len(used) > 3 else ""
        names[id] = f"{', '.join(used[:3])}{more}" if more else joined(used) if used else id
    return names


def _page(id: str, name: str, title: str, site: RegionSite) -> TermsPage:
    tree, terms, history, by_page = site.tree, site.tree.terms[id], site.verdict.source.history, site.by_page
    uses = list(tree.once(uses_of)[id].values())
    definitions = [by_page[use.page] for use in uses if use.page in by_page]
    offers = [offer for use in uses for offer in use.offers]
    units = [tree.resolved[offer.unit.file_id] for offer in offers if offer.active]
    frame = page_below(tree, name, "villkorstext", title)
    templates = {layer.node.file_id for each in definitions for layer in each.layers if layer.name == "national"}
    return TermsPage(
        frame=replace(frame, above=(*frame.above, Link("Villkorstexter", "index.html"))),
        name=name,
        id=id,
        status=capital(TERMS_STATUS[terms.status]),
        is_draft=terms.status == "draft",
        is_example=terms.illustrative,
        facts=tuple(_facts(terms)),
        text=terms_view(terms),
        basis=basis_of(terms, templates, tree, history),
        translations=translations_of(terms),
        versions=versions_view(terms.file, terms, history),
        uses=tuple(_use(use, by_page, tree) for use in uses),
        met=holders(unit.unit for unit in units if is_met(unit)),
        unmet=holders(unit.unit for unit in units if not is_met(unit)),
        fillings=tuple(fillings(texts_of(terms), _variables(terms, definitions), offers)),
        file=terms.file,
    )


def _facts(terms: RegionalTerms) -> Iterator[Row]:
    yield Row("Version", str(terms.version))
    approved = terms.approved
    yield Row("Godkänd", f"{day(approved.on)} av {approved.by}" if approved is not None else "inte godkänd")
    if terms.version > 1:
        yield Row("Senaste ändringen", CHANGE[terms.change])
    translated = [f"{each.language} ({each.note})" for each in translations_of(terms)]
    if translated:
        yield Row("Översatt till", "\n".join(translated))


def _variables(terms: RegionalTerms, definitions: Sequence[Definition]) -> Mapping[str, Variable]:
    """The placeholders of the text that units fill in, as the first case type that has them declares them."""
    texts = " ".join(texts_of(terms))
    declared: dict[str, Variable] = {}
    for definition in reversed(definitions):
        declared |= definition.get("variables") or {}
    return {name: variable for name, variable in declared.items() if f"{{{name}}}" in texts}


def _use(use: Use, by_page: Mapping[str, Definition], tree: RegionTree) -> UseView:
    active = sum(offer.active for offer in use.offers)
    known = by_page.get(use.page)
    link = Link(known.name, f"../casetypes/{use.page}.html") if known is not None else Link(use.page)
    chosen_by = joined(_chooser(chooser, count, tree) for chooser, count in use.chosen_by.items())
    inventory = Link(f"Alla som har {link.text}", f"../inventory.html#casetype={use.page}")
    return UseView(link, capital(chosen_by), active, len(use.offers) - active, inventory)


def _chooser(chooser: Chooser, count: int, tree: RegionTree) -> str:
    kind, _, group = chooser.partition(" ")
    if kind == "group":
        return f"gruppen {tree.groups[group].title}"
    return {"casetype": "ärendetypen", "local": "mottagningen, som har gjort ärendetypen"}.get(
        kind, counted(count, "mottagning", "mottagningar")
    )


def _list(names: Mapping[str, str], site: RegionSite) -> TermsList:
    tree, uses = site.tree, site.tree.once(uses_of)
    frame = page_below(tree, "Villkorstexter", "alla", "Villkorstexter")
    ordered = sorted(tree.terms, key=lambda each: (not uses[each], alphabetical(names[each]), each))
    others = [definition for definition in site.definitions if definition.get("terms") is None]
    return TermsList(
        frame=frame,
        region=frame.above[-1].text,
        as_of=day(tree.as_of),
        texts=tuple(_line(id, names[id], list(uses[id].values()), tree) for id in ordered),
        defaults=tuple(_default(definition) for definition in others if definition.get("default_terms") is not None),
        without=tuple(
            Link(definition.name, f"../casetypes/{definition.page}.html")
            for definition in others
            if definition.get("default_terms") is None
        ),
    )


def _line(id: str, name: str, uses: Sequence[Use], tree: RegionTree) -> TermsLine:
    terms = tree.terms[id]
    years = int((tree.as_of - terms.approved.on).days / _DAYS) if terms.approved is not None else 0
    units = len({offer.unit.file_id for use in uses for offer in use.offers if offer.active})
    return TermsLine(
        terms=Link(name, f"{id}.html"),
        id=id,
        is_draft=terms.status == "draft",
        state=capital(state_of(terms).partition(",")[0]),
        approved=f"{day(terms.approved.on)} av {terms.approved.by}" if terms.approved is not None else "",
        age=f"{years} år gammal" if years > 0 else "",
        units=counted(units, "mottagning", "mottagningar"),
        is_used=bool(uses),
    )


def _default(definition: Definition) -> DefaultLine:
    template = next(layer.node for layer in definition.layers if layer.name == "national")
    active = sum(offer.active for offer in definition.offers)
    return DefaultLine(
        Link(definition.name, f"../casetypes/{definition.page}.html"),
        Link(template.name, f"../../templates/{template.file_id}.html#villkorstext"),
        counted(active, "mottagning", "mottagningar"),
    )
