"""The telephone number of a unit or a region that is not written as one."""

from collections.abc import Iterator

from schema.places import Place
from schema.workspace import Workspace
from validate.facts.doubtful_values import is_told_of
from validate.rule import Finding, Words, found, rule
from validate.wording.phone_numbers import is_phone_number, with_hyphen


@rule(
    "error",
    sv=Words(
        title="Telefonnumrets form",
        message="”{value}” är inget telefonnummer som går att ringa.",
        reason="Numret visas för invånaren och sätts in där texterna har {telefon}. Det ska gå att ringa som det står.",
        advice="Skriv numret med riktnummer: 031-390 06 00 eller +46 313900600. 112, 1177, 113 13 och 114 14 går "
        "också. Betalnummer går inte.",
    ),
    en=Words(
        title="Form of a telephone number",
        message="“{value}” is no telephone number that can be called.",
        reason="Residents are shown the number, and it is put in where texts have {telefon}. It must work as it "
        "stands.",
        advice="Write the number with its area code: 031-390 06 00 or +46 313900600. 112, 1177, 113 13 and 114 14 do "
        "as well. Premium numbers do not.",
    ),
    source="Egen slutsats: numret ska gå att ringa. Numren: PTS, Telefonnummers struktur, och 112 eller 1177",
    good="""
-- units/vc.yaml --
phone: 0980-319 200
""",
    bad="""
-- region.yaml --
administration: {name: Förvaltning 1177 e-tjänster, phone: Ring växeln}  # <-- phone-number-form
-- units/vc.yaml --
phone: 031 390 06 00  # <-- phone-number-form
""",
)
def phone_number_form(workspace: Workspace) -> Iterator[Finding]:
    for tree in workspace.regions.values():
        if tree.region is not None and tree.region.administration.phone is not None:
            yield from _misshapen(tree.region.administration.phone, tree.region.at("administration", "phone"))
        for unit in tree.units.values():
            yield from _misshapen(unit.phone, unit.at("phone"))


def _misshapen(value: str, place: Place) -> Iterator[Finding]:
    if not is_phone_number(value) and not is_told_of(value):
        yield found(place, replacement=with_hyphen(value), value=value)
