"""A value that does not have the form that its key demands."""

import re
from collections.abc import Iterator

from schema.durations import parse_duration
from schema.models.values import FORM_OF_PATTERN
from schema.places import At, Misfit, Place
from schema.workspace import Workspace
from validate.facts.misfits import misfits_of, phrases
from validate.rule import Finding, Words, rule
from validate.wording.invisible import stripped

_DIGITS_SV = "Skriv alla siffrorna inom citattecken, även en nolla som står först."
_DIGITS_EN = "Write all the digits within quotes, even a zero that stands first."

SV = {
    "activity-code": ("en verksamhetskod med fyra siffror som 1502", _DIGITS_SV),
    "at-least-one": ("minst en sak", "Skriv minst en sak i listan."),
    "count": ("ett heltal som 0 eller 12", "Skriv bara siffror, högst sex, utan nolla först och utan enhet."),
    "county-code": ("en länskod med två siffror som 14", _DIGITS_SV),
    "day": ("ett datum som 2026-03-01", "Skriv år, månad och dag med bindestreck emellan. Dagen måste finnas."),
    "duration": (
        "en tid som 2 working days eller 72 h",
        "Skriv ett tal från 1 till 999 och h (timmar), days (dygn), working days (arbetsdagar), weeks (veckor) eller "
        "months (månader). Efter 1 har ordet inget s: 1 working day. Samma arbetsdag skrivs same working day.",
    ),
    "email": ("en e-postadress som recept@region.example", "Skriv en enda hel adress, utan mellanslag."),
    "flag": ("true eller false", "Skriv true för ja och false för nej, med små bokstäver."),
    "hsa-id": ("ett HSA-id som SE2321000131-E000000000101", "Skriv mottagningens HSA-id så som det står i HSA."),
    "https-address": ("en webbadress som https://www.1177.se/", "Skriv hela adressen, med https:// först."),
    "id": (
        "ett id som fornya-recept",
        "Skriv med små bokstäver a till z, siffror och bindestreck: utan mellanslag, och utan å, ä och ö.",
    ),
    "language-code": ("en språkkod som en", "Skriv språkets kod med två eller tre små bokstäver."),
    "line": ("en text på en enda rad", "Skriv minst ett tecken, och hela texten utan radbrytning."),
    "list-file": (
        "ett filnamn som piloter.csv",
        "Skriv filens namn utan mapp: små bokstäver a till z, siffror och bindestreck, och sist .csv eller .txt.",
    ),
    "municipality-code": ("en kommunkod med fyra siffror som 1480", _DIGITS_SV),
    "organisation-number": (
        "ett organisationsnummer som 232100-0131",
        "Skriv tio siffror med bindestreck före de fyra sista.",
    ),
    "positive-count": (
        "ett heltal som 1 eller 12",
        "Skriv bara siffror, högst sex, utan nolla först och utan enhet. Talet måste vara minst 1.",
    ),
    "service-area-region": (
        "whole-country eller en länskod som 14",
        "Skriv whole-country för hela landet, eller länets två siffror inom citattecken.",
    ),
    "text": ("en text", "Skriv texten, eller ta bort raden om ingen text behövs."),
    "value-digest": (
        "en kontrollsumma med 16 tecken",
        "Ändra inte baseline.yaml för hand. Kör basutbud baseline.",
    ),
    "variable-name": (
        "ett namn på en platshållare som telefontid_2",
        "Skriv små bokstäver a till z, siffror och understreck. Namnet ska börja med en bokstav.",
    ),
    "wording": (
        "några ord som kliniken*",
        "Skriv högst 100 tecken, med ett mellanslag mellan orden. En * får stå först eller sist i ett ord, intill en "
        "bokstav eller siffra.",
    ),
}
EN = {
    "activity-code": ("an activity code of four digits such as 1502", _DIGITS_EN),
    "at-least-one": ("at least one thing", "Write at least one thing in the list."),
    "count": ("a whole number such as 0 or 12", "Write only digits, six at most, without a leading zero or a unit."),
    "county-code": ("a county code of two digits such as 14", _DIGITS_EN),
    "day": ("a date such as 2026-03-01", "Write year, month and day with hyphens between. The day must exist."),
    "duration": (
        "a time such as 2 working days or 72 h",
        "Write a number from 1 to 999 and h (hours), days, working days, weeks or months. After 1 the word has no s: "
        "1 working day. The same working day is written same working day.",
    ),
    "email": ("an e-mail address such as recept@region.example", "Write one whole address, without spaces."),
    "flag": ("true or false", "Write true for yes and false for no, in lower case."),
    "hsa-id": ("an HSA-id such as SE2321000131-E000000000101", "Write the unit's HSA-id as it stands in HSA."),
    "https-address": ("a web address such as https://www.1177.se/", "Write the whole address, with https:// first."),
    "id": (
        "an id such as fornya-recept",
        "Write lower-case letters a to z, digits and hyphens: without spaces, and without å, ä and ö.",
    ),
    "language-code": ("a language code such as en", "Write the language's code of two or three lower-case letters."),
    "line": ("a text on a single line", "Write at least one character, and the whole text without a line break."),
    "list-file": (
        "a file name such as piloter.csv",
        "Write the file's name without a folder: lower-case letters a to z, digits and hyphens, then .csv or .txt.",
    ),
    "municipality-code": ("a municipality code of four digits such as 1480", _DIGITS_EN),
    "organisation-number": (
        "an organisation number such as 232100-0131",
        "Write ten digits with a hyphen before the last four.",
    ),
    "positive-count": (
        "a whole number such as 1 or 12",
        "Write only digits, six at most, without a leading zero or a unit. The number must be at least 1.",
    ),
    "service-area-region": (
        "whole-country or a county code such as 14",
        "Write whole-country for the whole country, or the county's two digits within quotes.",
    ),
    "text": ("a text", "Write the text, or take the line away if no text is needed."),
    "value-digest": (
        "a checksum of 16 characters",
        "Do not change baseline.yaml by hand. Run basutbud baseline.",
    ),
    "variable-name": (
        "a name of a placeholder such as telefontid_2",
        "Write lower-case letters a to z, digits and underscores. The name should begin with a letter.",
    ),
    "wording": (
        "a few words such as kliniken*",
        "Write 100 characters at most, with one blank between words. A * may stand first or last in a word, next to a "
        "letter or digit.",
    ),
}


_PROSE = ("line", "text", "wording")


@rule(
    "error",
    sv=Words(
        title="Fel värde",
        message="Här ska det stå {form}, men det står ”{value}”.",
        reason="Ett värde som går att förstå på flera sätt skulle bli en gissning.",
        advice="{remedy}",
        phrases=phrases("form", SV),
    ),
    en=Words(
        title="Wrong value",
        message="There should be {form} here, but there is “{value}”.",
        reason="A value that can be understood in several ways would become a guess.",
        advice="{remedy}",
        phrases=phrases("form", EN),
    ),
    source="basutbud, konfigurationsformatet",
    good="""
-- units/vc.yaml --
contact_page: true
casetypes:
  kontakta-mig:
    sort_order: 10
    promise: {answer_within: 1 working day}
""",
    bad="""
-- units/vc.yaml --
contact_page: ja  # <-- wrong-value
casetypes:
  kontakta-mig:
    sort_order: tio  # <-- wrong-value
    promise: {answer_within: 1 arbetsdag}  # <-- wrong-value
    terms: "kontakta-mig "  # <-- wrong-value
""",
    mandatory=True,
)
def wrong_value(workspace: Workspace) -> Iterator[Finding]:
    return misfits_of(workspace, "wrong-value", remedy_for="form", mended=_mended)


def _mended(misfit: Misfit) -> str | None:
    value, form = misfit.facts["value"], misfit.facts["form"]
    bare = stripped(value)
    return bare if bare != value and _has_form(bare, form) and _is_value(misfit.at) else None


def _has_form(text: str, form: str) -> bool:
    patterns = [pattern for pattern, named in FORM_OF_PATTERN.items() if named == form and form not in _PROSE]
    return any(re.search(pattern, text) for pattern in patterns) or (
        form == "duration" and parse_duration(text) is not None
    )


def _is_value(at: At) -> bool:
    return isinstance(at, Place) and at.on == "value"
