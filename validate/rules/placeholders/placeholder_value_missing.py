"""A placeholder that a unit's texts use, but that the unit gives no value."""

from collections.abc import Iterator

from schema.offers import Offer
from schema.places import Related
from schema.workspace import Workspace
from validate.facts.offering import offers_meant
from validate.facts.shown import ShownBy
from validate.rule import Finding, Words, found, rule


@rule(
    "error",
    sv=Words(
        title="Platshållare utan värde",
        message="Texterna i ”{casetype}” använder {{{name}}}, men mottagningen har inget värde för den.",
        reason="Utan värde skulle invånaren se klamrarna och namnet i stället för till exempel ett telefonnummer.",
        advice="Lägg till ”{name}” under values för ärendetypen. Det som ska fyllas i: {label}.",
    ),
    en=Words(
        title="Placeholder without a value",
        message="The texts of “{casetype}” use {{{name}}}, but the unit gives it no value.",
        reason="Without a value residents would see the braces and the name instead of, say, a telephone number.",
        advice="Add “{name}” under values of the case type. What to fill in: {label}.",
    ),
    source="basutbud, konfigurationsformatet",
    good="""
-- casetypes/kontakta-mig.yaml --
extends: kontakta-mig
variables:
  akuttelefon: {type: phone, label: Nummer för akuta tider}
description: Ring {akuttelefon} om det är bråttom.
-- units/vc.yaml --
casetypes:
  kontakta-mig:
    values: {akuttelefon: 031-390 06 01}
""",
    bad="""
-- casetypes/kontakta-mig.yaml --
extends: kontakta-mig
variables:
  akuttelefon: {type: phone, label: Nummer för akuta tider}
description: Ring {akuttelefon} om det är bråttom.
-- units/vc.yaml --
casetypes:
  kontakta-mig: {}  # <-- placeholder-value-missing
""",
    mandatory=True,
)
def placeholder_value_missing(workspace: Workspace) -> Iterator[Finding]:
    shown_by = workspace.once(ShownBy)
    for _, offer in offers_meant(workspace):
        yield from _missing(offer, shown_by)


def _missing(offer: Offer, shown_by: ShownBy) -> Iterator[Finding]:
    variables = offer.base.values.get("variables")
    if not variables:
        return
    shown = shown_by.texts(offer)
    values = None
    for name, variable in variables.items():
        if variable.default is None and name in shown.uses:
            values = offer.get("values") or {} if values is None else values
            if name not in values:
                related = Related("used-here", shown.first(name))
                yield found(offer.place.key(), related, casetype=offer.id, name=name, label=variable.label)
