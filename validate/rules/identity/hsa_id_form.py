"""An HSA-id that is not SE, ten digits, a hyphen, and letters a-z and digits."""

import re
from collections.abc import Iterator

from schema.workspace import Workspace
from validate.facts.hsa_ids import RIGHT_FORM, hsa_ids
from validate.rule import Finding, Words, found, rule


@rule(
    "error",
    sv=Words(
        title="Fel form på HSA-id",
        message="HSA-id:t stämmer inte vid ”{part}”: {problem}.",
        reason="Ett HSA-id är SE, tio siffror, bindestreck och sedan bokstäver a–z och siffror. Annars känner inget "
        "annat system igen mottagningen.",
        advice="Skriv av HSA-id:t tecken för tecken från HSA.",
        phrases={
            "problem": {
                "start": "det ska börja med stora SE",
                "separated": "organisationsnumret skrivs utan bindestreck här",
                "number": "mellan SE och bindestrecket ska det stå tio siffror",
                "digit": "bara siffror får stå i organisationsnumret",
                "hyphen": "efter de tio siffrorna ska det stå ett bindestreck",
                "local": "efter bindestrecket ska det stå minst en bokstav eller siffra",
                "character": "bara bokstäverna a–z och A–Z och siffror får stå efter bindestrecket",
            }
        },
    ),
    en=Words(
        title="Malformed HSA-id",
        message="The HSA-id is wrong at “{part}”: {problem}.",
        reason="An HSA-id is SE, ten digits, a hyphen, and then letters a–z and digits. Otherwise no other system "
        "knows the unit by it.",
        advice="Copy the HSA-id from HSA, character by character.",
        phrases={
            "problem": {
                "start": "it must start with SE in capitals",
                "separated": "the organisation number stands without its hyphen here",
                "number": "between SE and the hyphen there must be ten digits",
                "digit": "only digits may stand in the organisation number",
                "hyphen": "after the ten digits there must be a hyphen",
                "local": "after the hyphen there must be at least one letter or digit",
                "character": "only the letters a–z and A–Z and digits may stand after the hyphen",
            }
        },
    ),
    source="HSA-identitet och Organisationsnummer (healthmod, openEHR)",
    good="""
-- units/vc.yaml --
hsa_id: SE2321000115-Alvvagen7
""",
    bad="""
-- units/vc.yaml --
hsa_id: SE2321000115-Älvvägen7  # <-- hsa-id-form, hsa-id-form
""",
    mandatory=True,
)
def hsa_id_form(workspace: Workspace) -> Iterator[Finding]:
    for hsa_id in hsa_ids(workspace):
        if not RIGHT_FORM.fullmatch(hsa_id.text) and hsa_id.text:
            for start, end, problem in _faults(hsa_id.text):
                yield found(hsa_id.at(start, end), part=hsa_id.text[start:end], problem=problem)


_START = re.compile(r"TSE|SE16(?=[0-9]{10}(?![0-9]))|SE")
_SEPARATED = re.compile(r"[0-9]{6}(-)[0-9]{4}(?=-)")
_LETTERS = re.compile(r"[^\W\d_]*")
_NOT_DIGITS = re.compile(r"[^0-9]+")
_NOT_ALLOWED = re.compile(r"[^A-Za-z0-9]+")


def _faults(text: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and problem of each fault, from left to right."""
    start = _START.match(text)
    if start:
        yield from _faults_after(text, start.end())
        return
    letters = _LETTERS.match(text)
    after = letters.end() if letters else 0
    yield 0, max(after, 1), "start"
    if re.search(r"[0-9]", text):
        yield from _faults_after(text, after)


def _faults_after(text: str, after: int) -> Iterator[tuple[int, int, str]]:
    """The faults of what stands after the letters."""
    separated = _SEPARATED.match(text, after)
    if separated:
        yield *separated.span(1), "separated"
    hyphen = text.find("-", separated.end() if separated else after)
    if hyphen < 0 and re.match(r"[0-9]{10}", text[after:]):
        at = min(after + 10, len(text) - 1)
        yield at, at + 1, "hyphen"
        return
    end = len(text) if hyphen < 0 else hyphen
    if not separated:
        yield from _faults_of_number(text, after, end)
    if hyphen >= 0:
        if end + 1 == len(text):
            yield hyphen, hyphen + 1, "local"
        for wrong in _NOT_ALLOWED.finditer(text, hyphen + 1):
            yield *wrong.span(), "character"


def _faults_of_number(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    if end - start != 10:
        yield (start, end, "number") if start < end else (max(start - 1, 0), max(start, 1), "number")
        return
    for wrong in _NOT_DIGITS.finditer(text, start, end):
        yield *wrong.span(), "digit"
