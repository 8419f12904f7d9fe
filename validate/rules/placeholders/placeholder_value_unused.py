"""A value for a placeholder, or a placeholder in a case type, that no text uses."""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping

from schema.fitting import nearest
from schema.models.casetypes import ExtendingCaseType, Template
from schema.offers import Offer, variables_of
from schema.placeholders import OF_OFFER
from schema.places import At, Place
from schema.workspace import RegionTree, Workspace
from validate.facts.given_values import GivenValues, values_of_groups, values_of_units
from validate.facts.shown import ShownBy, placeholders_of
from validate.facts.written import local_casetypes
from validate.rule import Finding, Words, found, rule

_REFUSED = frozenset(OF_OFFER) - {"telefon"}
"""What units may not give values at all, which is a rule of its own."""


@rule(
    "warning",
    sv=Words(
        title="Oanvänd platshållare",
        message="{what} ”{name}” används inte i någon text.{nearest}",
        reason="Det som står här når aldrig invånaren. Ofta är namnet felstavat, eller så har texten ändrats.",
        advice="Rätta namnet, skriv in {{{name}}} i en text eller ta bort raden.",
        phrases={"what": {"value": "Värdet för", "variable": "Platshållaren"}},
    ),
    en=Words(
        title="Unused placeholder",
        message="{what} “{name}” is not used in any text.{nearest}",
        reason="What stands here never reaches residents. Often the name is misspelt, or the text has changed.",
        advice="Correct the name, put {{{name}}} into a text, or take the line away.",
        phrases={"what": {"value": "The value of", "variable": "The placeholder"}},
    ),
    source="basutbud, konfigurationsformatet",
    good="""
-- units/vc.yaml --
casetypes:
  kontakta-mig:
    description: Ring {telefon} om du hellre vill det.
    values: {telefon: 031-390 06 01}
""",
    bad="""
-- casetypes/kontakta-mig.yaml --
extends: kontakta-mig
variables:
  dagar: {type: days, label: Dagar före besöket, default: "3"}  # <-- placeholder-value-unused
-- units/vc.yaml --
casetypes:
  kontakta-mig:
    description: Ring {telefon} om du hellre vill det.
    values:
      telefon: 031-390 06 01
      telefontid: klockan 8 till 10  # <-- placeholder-value-unused
""",
)
def placeholder_value_unused(workspace: Workspace) -> Iterator[Finding]:
    yield from _unused_of_nation(workspace.templates)
    shown_by = workspace.once(ShownBy)
    for tree in workspace.regions.values():
        # A text that cannot be read may use what seems unused.
        if not any(path.startswith(tree.path("")) for path in tree.broken):
            texts = _Texts(tree, shown_by)
            unused = list(_unused_of_region(tree, texts))
            yield from unused
            told = frozenset(finding.at for finding in (*_unused_of_nation(tree.templates), *unused))
            yield from _unused_values(tree, texts, told)


class _Texts:
    """What the texts of a region's offers use, by the place of each layer that they are made of."""

    def __init__(self, tree: RegionTree, shown_by: ShownBy) -> None:
        self.shown_by = shown_by
        self.uses: defaultdict[Place, set[str]] = defaultdict(set)
        self.first: dict[Place, Offer] = {}
        for offer, shown in self.shown_by.distinct(tree):
            for layer in offer.base.layers:
                if layer.name in ("casetype", "group", "local"):
                    self.uses[layer.place] |= shown.uses
                    self.first.setdefault(layer.place, offer)


def _unused_of_nation(templates: Mapping[str, Template]) -> Iterator[Finding]:
    for template in templates.values():
        # What a region's own terms text uses of it is not known from here.
        if template.variables and template.default_terms is not None:
            used = placeholders_of(template, template.default_terms)
            yield from _unused_variables(template.variables, used, template.at("variables"))


def _unused_of_region(tree: RegionTree, texts: _Texts) -> Iterator[Finding]:
    for casetype in tree.casetypes.values():
        if casetype.variables and (casetype.terms is None or casetype.terms in tree.terms):
            used = texts.uses[casetype.place] | placeholders_of(casetype, tree.terms.get(casetype.terms or ""))
            if isinstance(casetype, ExtendingCaseType):
                template = tree.templates.get(casetype.extends)
                if template is None:
                    continue  # A template that cannot be read may use what seems unused.
                used |= placeholders_of(template, template.default_terms)
            yield from _unused_variables(casetype.variables, used, casetype.at("variables"))
    for _, _, local, place in local_casetypes(tree):
        if local.variables and place in texts.uses:
            yield from _unused_variables(local.variables, texts.uses[place], place.at("variables"))


def _unused_variables(variables: Iterable[str] | None, used: set[str], place: Place) -> Iterator[Finding]:
    for name in variables or ():
        if name not in used and name not in OF_OFFER:
            yield found(place.at(name).key(), what="variable", name=name, nearest="")


def _unused_values(tree: RegionTree, texts: _Texts, told: frozenset[At]) -> Iterator[Finding]:
    for given in values_of_groups(tree):
        # A case type that none of the group's units has is another matter.
        if given.layer in texts.first:
            yield from _values(given, texts.first[given.layer], texts.uses[given.layer], told)
    for given, offer in values_of_units(tree):
        if offer is not None:
            yield from _values(given, offer, texts.shown_by.texts(offer).uses, told)


def _values(given: GivenValues, offer: Offer, used: Container[str], told: frozenset[At]) -> Iterator[Finding]:
    for name in given.values:
        if name in used or name in _REFUSED or _terms_are_unknown(offer):
            continue
        # A placeholder that no text uses makes each value for it unused.
        if not any(origin.place.at(name).key() in told for origin in offer.origins("variables")):
            wanted = [variable for variable in variables_of(offer) if variable not in given.values]
            yield found(given.at(name).key(), what="value", name=name, nearest=nearest(name, wanted))


def _terms_are_unknown(offer: Offer) -> bool:
    return offer.get("terms") is not None and offer.terms() is None
