"""A value or a declaration for a placeholder that has its value from elsewhere."""

from collections.abc import Iterator, Mapping

from schema.placeholders import OF_OFFER
from schema.places import Place
from schema.workspace import Workspace
from validate.facts.given_values import values_of_groups, values_of_units
from validate.facts.written import local_casetypes
from validate.rule import Finding, Words, found, rule

_NOT_FOR_UNITS = frozenset(OF_OFFER) - {"telefon"}


@rule(
    "error",
    sv=Words(
        title="Inbyggd platshållare",
        message="{{{name}}} kan inte {done} här.",
        reason="Platshållaren får sitt värde av mottagningens och regionens uppgifter. Med ett eget värde kunde en "
        "text lova en annan svarstid eller nämna en annan mottagning än den som gäller.",
        advice="Ta bort raden. {instead}",
        phrases={
            "done": {"value": "få ett eget värde", "variable": "deklareras"},
            "instead": {
                "enhet": "Namnet står i mottagningens fil.",
                "telefon": "Numret står i mottagningens fil och kan ändras under values.",
                "kommun": "Kommunen står i mottagningens fil.",
                "region": "Namnet står i region.yaml.",
                "svarstid": "Ändra svarstiden med promise.",
                "avbokningsgrans": "Ändra gränsen med cancellation_limit.",
            },
        },
    ),
    en=Words(
        title="Built-in placeholder",
        message="{{{name}}} cannot be {done} here.",
        reason="The placeholder has its value from what is known of the unit and the region. With a value of its own, "
        "a text could promise another answer time or name another unit than the one that holds.",
        advice="Take the line away. {instead}",
        phrases={
            "done": {"value": "given a value", "variable": "declared"},
            "instead": {
                "enhet": "The name stands in the unit's file.",
                "telefon": "The number stands in the unit's file and can be changed under values.",
                "kommun": "The municipality stands in the unit's file.",
                "region": "The name stands in region.yaml.",
                "svarstid": "Change the answer time by promise.",
                "avbokningsgrans": "Change the limit by cancellation_limit.",
            },
        },
    ),
    source="basutbud, konfigurationsformatet",
    good="""
-- units/vc.yaml --
casetypes:
  kontakta-mig:
    promise: {answer_within: 1 working day}
    description: Ring {telefon} om du hellre vill det.
    values: {telefon: 031-390 06 01}
""",
    bad="""
-- units/vc.yaml --
casetypes:
  kontakta-mig:
    description: Ring {telefon} om du hellre vill det.
    values:
      telefon: 031-390 06 01
      svarstid: en vecka  # <-- built-in-placeholder
""",
    mandatory=True,
)
def built_in_placeholder(workspace: Workspace) -> Iterator[Finding]:
    for template in workspace.templates.values():
        yield from _declared(template.variables, template.place)
    for tree in workspace.regions.values():
        for casetype in tree.casetypes.values():
            yield from _declared(casetype.variables, casetype.place)
        for _, _, local, place in local_casetypes(tree):
            yield from _declared(local.variables, place)
        for given in (*values_of_groups(tree), *(given for given, _ in values_of_units(tree))):
            for name in given.values:
                if name in _NOT_FOR_UNITS:
                    yield found(given.at(name).key(), name=name, done="value", instead=name)


def _declared(variables: Mapping[str, object] | None, place: Place) -> Iterator[Finding]:
    for name in variables or ():
        if name in OF_OFFER:
            yield found(place.at("variables", name).key(), name=name, done="variable", instead=name)
