"""A placeholder's value that is not of the placeholder's type."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from schema.models.casetypes import Variable
from schema.offers import Offer
from schema.placeholders import OF_OFFER
from schema.places import Place, Related
from schema.workspace import RegionTree, Workspace
from validate.facts.doubtful_values import is_told_of
from validate.facts.given_values import GivenValues, values_of_groups, values_of_units
from validate.facts.mail_and_web import WEB_ADDRESS
from validate.facts.written import local_casetypes
from validate.rule import Finding, Words, found, rule
from validate.wording.phone_numbers import is_phone_number

_WHOLE = re.compile(r"[1-9][0-9]{0,3}")


@rule(
    "error",
    sv=Words(
        title="Fel slags värde",
        message="”{value}” är inte {type}, som platshållaren {{{name}}} ska vara.",
        reason="Värdet sätts in i texten som det står. Ett nummer eller en adress i fel form vilseleder invånaren.",
        advice="Skriv {form}.",
        phrases={
            "type": {
                "phone": "ett telefonnummer",
                "days": "ett antal dagar",
                "hours": "ett antal timmar",
                "https": "en säker webbadress",
            },
            "form": {
                "phone": "numret så här: 031-390 06 00 eller +46 313900600. 112, 1177, 113 13 och 114 14 går också",
                "days": "antalet med siffror, till exempel 14",
                "hours": "antalet med siffror, till exempel 24",
                "https": "hela adressen, som börjar med https://",
            },
        },
    ),
    en=Words(
        title="Wrong kind of value",
        message="“{value}” is not {type}, which the placeholder {{{name}}} is to be.",
        reason="The value is put into the text as it stands. A number or an address in a wrong form misleads people.",
        advice="Write {form}.",
        phrases={
            "type": {
                "phone": "a telephone number",
                "days": "a number of days",
                "hours": "a number of hours",
                "https": "a secure web address",
            },
            "form": {
                "phone": "the number like 031-390 06 00 or +46 313900600. 112, 1177, 113 13 and 114 14 do as well",
                "days": "the number in digits, such as 14",
                "hours": "the number in digits, such as 24",
                "https": "the whole address, which starts with https://",
            },
        },
    ),
    source="basutbud, konfigurationsformatet. Telefonnummer: PTS, Telefonnummers struktur, och 112 eller 1177",
    good="""
-- casetypes/kontakta-mig.yaml --
extends: kontakta-mig
variables:
  akuttelefon: {type: phone, label: Nummer för akuta tider, default: "1177"}
  dagar: {type: days, label: Dagar före besöket}
description: Ring {akuttelefon} senast {dagar} dagar före besöket, eller {telefon}.
-- units/vc.yaml --
casetypes:
  kontakta-mig:
    values: {dagar: 14, telefon: 031-390 06 01}
""",
    bad="""
-- casetypes/kontakta-mig.yaml --
extends: kontakta-mig
variables:
  akuttelefon: {type: phone, label: Nummer för akuta tider, default: "11 77"}  # <-- placeholder-value-form
  dagar: {type: days, label: Dagar före besöket}
description: Ring {akuttelefon} senast {dagar} dagar före besöket, eller {telefon}.
-- units/vc.yaml --
casetypes:
  kontakta-mig:
    values:
      dagar: fjorton  # <-- placeholder-value-form
      telefon: 031-39006 01  # <-- placeholder-value-form
""",
    mandatory=True,
)
def placeholder_value_form(workspace: Workspace) -> Iterator[Finding]:
    for template in workspace.templates.values():
        yield from _defaults(template.variables, template.at("variables"))
    for tree in workspace.regions.values():
        for casetype in tree.casetypes.values():
            yield from _defaults(casetype.variables, casetype.at("variables"))
        for _, _, local, place in local_casetypes(tree):
            yield from _defaults(local.variables, place.at("variables"))
        yield from _values(tree)


def _defaults(variables: Mapping[str, Variable] | None, place: Place) -> Iterator[Finding]:
    for name, variable in (variables or {}).items():
        if variable.default is not None and name not in OF_OFFER and not _fits(variable.type, variable.default):
            yield _finding(place.at(name, "default"), name, variable.default, variable.type)


def _values(tree: RegionTree) -> Iterator[Finding]:
    """The values of units, and those of groups against each case type as their units have it."""
    for given, offer in values_of_units(tree):
        if offer is not None:
            yield from _of_offer(given, offer)
    of_groups = {given.layer: given for given in values_of_groups(tree)}
    if of_groups:
        bases = {id(offer.base): offer for offer in tree.offers()}
        for offer in bases.values():
            for layer in offer.base.layers:
                if layer.place in of_groups:
                    yield from _of_offer(of_groups[layer.place], offer)


def _of_offer(given: GivenValues, offer: Offer) -> Iterator[Finding]:
    variables = offer.base.values.get("variables") or {}
    for name, value in given.values.items():
        variable = variables.get(name)
        type = variable.type if variable is not None else "phone" if name == "telefon" else "text"
        if not _fits(type, value):
            declared = (origin.place.at(name) for origin in offer.origins("variables") if name in origin.value)
            related = (Related("declared-here", place.key()) for place in declared)
            yield _finding(given.at(name), name, value, type, *related)


def _finding(at: Place, name: str, value: str, type: str, *related: Related) -> Finding:
    return found(at, *related, name=name, value=value, type=type, form=type)


@cache
def _fits(type: str, value: str) -> bool:
    """Whether a value is of the type, or wrong in a way that other rules tell of."""
    match type:
        case "phone":
            fits = is_phone_number(value)
        case "days" | "hours":
            fits = _WHOLE.fullmatch(value) is not None
        case "https":
            fits = WEB_ADDRESS.fullmatch(value) is not None
        case _:
            return True
    return fits or is_told_of(value)
