"""The resident's view: the preview of any case type on any unit, and the data that it is put together from.

The page is one for the whole region. `preview.js` loads the case type, the terms text and the units, each of which
stands in one file whatever number of units have them, and fills the placeholders in. All HTML is made here.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from generator.site.casetypes.definitions import Definition
from generator.site.casetypes.forms import form_of, questions_of
from generator.site.casetypes.terms import Version, state_of, terms_view, versions_of
from generator.site.page import Frame, Link, distinct, page_in, part, region_name, render
from generator.site.scripts import keep
from generator.site.site import Page, RegionSite
from generator.site.wording.phrases import alphabetical, capital, day
from generator.site.wording.texts import line, visible
from generator.site.wording.words import STATUS
from generator.verdict import History
from schema.codelists import municipalities
from schema.models.casetypes import Listing, Outlink
from schema.models.texts import Point, Terms
from schema.offers import Offer
from schema.placeholders import values_of_offer, values_of_unit
from schema.workspace import RegionTree

_Data = dict[str, Any]


@dataclass(frozen=True)
class PreviewPage:
    """The page without its data: what a reader without scripts has instead."""

    frame: Frame
    region: str
    casetypes: tuple[Link, ...]


def pages(site: RegionSite) -> Iterator[Page]:
    tree = site.tree

    def data(name: str, make: Callable[[], _Data]) -> Page:
        path = f"data/{name}.js"
        return Page(path, lambda: keep(f"{tree.id}/{path}", make()))

    yield Page("preview.html", lambda: render("preview.html.j2", _page(site)))
    yield data("units", lambda: _units(tree))
    yield data("casetypes", lambda: _titles(site.definitions))
    for definition in site.definitions:
        yield data(f"casetypes/{definition.page}", partial(_casetype, definition))
    for terms in _texts(site):
        yield data(_key(terms), partial(_terms, terms, site.verdict.source.history))


def _page(site: RegionSite) -> PreviewPage:
    own = [definition for definition in site.definitions if definition.governance != "local"]
    return PreviewPage(
        page_in(site.tree, "Förhandsvisning", "Förhandsvisning", ("form.js", "preview.js", "compare.js")),
        region_name(site.tree),
        tuple(Link(definition.name, f"casetypes/{definition.page}.html") for definition in own),
    )


def _units(tree: RegionTree) -> _Data:
    """What every text can use of each unit; the status where it is not active."""
    names = distinct({id: visible(unit.name) for id, unit in tree.units.items()})
    ordered = sorted(tree.units.items(), key=lambda item: (alphabetical(item[1].name), item[0]))
    known = municipalities()
    places = sorted({known.get(unit.municipality, unit.municipality) for unit in tree.units.values()})
    number = {place: index for index, place in enumerate(places)}
    return {
        "region": visible(region_name(tree)),
        "municipalities": places,
        "units": [
            [
                id,
                visible(unit.name),
                visible(unit.phone),
                number[known.get(unit.municipality, unit.municipality)],
                "" if unit.status == "active" else STATUS[unit.status],
                *([names[id]] if names[id] != visible(unit.name) else ()),
            ]
            for id, unit in ordered
        ],
    }


def _titles(definitions: Iterable[Definition]) -> _Data:
    """The case types to choose from, in alphabetical order."""
    titles = distinct({definition.page: visible(definition.name) for definition in definitions})
    return {"casetypes": [[page, title] for page, title in titles.items()]}


def _casetype(definition: Definition) -> _Data:
    """A case type as residents meet it: what it is everywhere, and what differs between units, each case of it once."""
    looks: dict[_Look, int] = {}
    plain = looks.setdefault(_look(definition.get, definition.terms()), 0)
    lots: dict[tuple[int, bool, _Values], list[str]] = {}
    for offer in sorted(definition.offers, key=lambda offer: offer.unit.file_id):
        look = looks.setdefault(_look(offer.get, offer.terms()), len(looks))
        lots.setdefault((look, offer.active, _values(offer)), []).append(offer.unit.file_id)
    form = str(form_of(questions_of(definition.get("form") or ())))
    return {
        "form": form,
        "after": "" if form else str(_after(definition)),
        "plain": plain,
        "looks": [_shown(look) for look in looks],
        "offers": [
            {
                "look": look,
                "active": active,
                "values": {name: visible(value) for name, value in values},
                "units": units,
            }
            for (look, active, values), units in lots.items()
        ],
    }


_Look = tuple[str, str, str, tuple[Point, ...]]
"""What residents see that a group or a unit may have changed: name, description, where the text stands, more points."""
_Values = tuple[tuple[str, str], ...]


def _look(get: Callable[[str], Any], terms: Terms | None) -> _Look:
    text = _key(terms) if terms is not None else ""
    return get("name"), get("description") or "", text, get("extra_points") or ()


def _shown(look: _Look) -> _Data:
    name, description, terms, points = look
    return {
        "name": visible(name),
        "description": str(line(description)) if description else "",
        "terms": terms,
        "extra": [_part("listed", point) for point in points],
    }


def _values(offer: Offer) -> _Values:
    """The placeholders of the offer that are not what they are for the whole unit."""
    unit = offer.tree.resolved[offer.unit.file_id]
    known, values = values_of_unit(unit), values_of_offer(offer, unit)
    return tuple(sorted((name, value) for name, value in values.items() if known.get(name) != value))


def _after(definition: Definition) -> str:
    """What a resident meets after the terms text, where that is no form."""
    match definition.kind:
        case "form":
            return "Ärendetypen har inga frågor."
        case "booking":
            return "Nästa steg är mottagningens tidbok. Den visas inte här."
        case "outlink":
            to: Outlink = definition.get("outlink")
            name = to.external_name or definition.name
            return line(f"Nästa steg är en annan tjänst, {name}, på adressen {to.address}. Den visas inte här.")
        case _:
            listing: Listing | None = definition.get("listing")
            doctor = " och en fast läkarkontakt" if listing is not None and listing.choose_doctor else ""
            return f"Nästa steg är att välja mottagning{doctor}. Det visas inte här."


def _texts(site: RegionSite) -> Iterator[Terms]:
    """Every terms text that a unit may have: the region's own, and those of the templates of its case types."""
    yield from site.tree.terms.values()
    nodes = {layer.place.file: layer.node for each in site.definitions for layer in each.layers}
    for _, node in sorted(nodes.items()):
        terms: Terms | None = getattr(node, "default_terms", None)
        if terms is not None:
            yield terms


def _key(terms: Terms) -> str:
    """Where the data of a text stands; a template's default one may have the id of one of the region's."""
    return f"{'default-terms' if terms.file.startswith('casetype_templates/') else 'terms'}/{terms.file_id}"


def _terms(terms: Terms, history: History) -> _Data:
    """A text as it is now, and as it was each time that it read differently."""
    now = _version("", "Gäller nu", terms)
    versions = [now]
    for version in versions_of(terms.file, history):
        made = _former(version)
        if (made["html"], made["state"]) != (versions[-1]["html"], versions[-1]["state"]):
            versions.append(made)
    return {"id": terms.file_id, "versions": versions}


def _former(version: Version) -> _Data:
    commit = version.change.commit[:12]
    when = day(version.change.day) if version.change.day is not None else "okänd dag"
    if version.terms is None:
        return {
            "id": commit,
            "label": f"Som den var {when}",
            "state": "Ingen läsbar villkorstext",
            "draft": False,
            "html": "",
        }
    return _version(commit, f"Som den var {when}", version.terms)


def _version(commit: str, label: str, terms: Terms) -> _Data:
    return {
        "id": commit,
        "label": label,
        "state": visible(capital(state_of(terms))),
        "draft": terms.status == "draft",
        "html": _part("terms", terms_view(terms, visible=None), "text", True),
    }


def _part(macro: str, *shown: object) -> str:
    """What a macro of the residents' template makes of what is shown."""
    return str(part("resident.html.j2", macro, *shown))
