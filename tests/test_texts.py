"""What residents read: ordinary sentences pass without a word, and each fault is found once and where it stands."""

import pytest
import yaml
from nations import reported

from schema.places import Place, Stretch
from schema.reading.positions import Positions
from validate.diagnostic import Diagnostic
from validate.examples import Example, read_example
from validate.facts.mail_and_web import WEB_ADDRESS
from validate.reports.text import write
from validate.rulebook import rules
from validate.run import run
from validate.wording.phone_numbers import is_phone_number

ORDINARY = [
    "Vi svarar i telefon på 031-390 06 00, vardagar klockan 8–17.",
    "Ring +46 313900600 från utlandet.",
    "Ring +4612285009 från utlandet.",
    "Ring 0771-25 10 10 om inloggningen inte fungerar.",
    "Skriv ditt personnummer (ååååmmdd-xxxx) i rutan.",
    "Organisationsnumret är 232100-0115 och diarienumret RS 2019-01234.",
    "Vi har stängt 2026-06-01–2026-08-31.",
    "Vi har stängt 2026-06-01 – 2026-08-31.",
    "Provet visar X- och Y-kromosomen, 45,X eller 46,XX.",
    "Kallas även trippel X.",
    "Vi behandlar brist på faktor VIII, IX, X.",
    "Tryck på X för att stänga rutan.",
    "Ta medicinen 2 x dagligen eller 1 x dag.",
    "Såret är 5 x 5 cm.",
    "Följ oss på Facebook, Instagram och X.",
    "Har du ont??",
    "Vi ger β₂-agonister, α₁-blockerare och β-blockerare.",
    "Provsvar kan gälla TNFα, IFNγ, NFκB eller χ².",
    "Dosen är 5 µg eller 5 μmol.",
    "Hela familjen är välkommen 👨\u200d👩\u200d👧.",
    "Vi finns på Landstingsgatan 3 vid Landstingsparken.",
    "Huset byggdes av landstinget 1998.",
    "Du ser dina mina vårdkontakter i Journalen.",
    "Ring avdelning #4 om det är bråttom.",
    "Vi tar emot kl 8 · 12 · 17.",
    "Puls < 100 och > 50 & allt annat är bra.",
    "Skriv till vardcentralen@region.example om studiebesök.",
]

# the text, the rule, and what is marked
FAULTS = [
    ("Läs mer på https://www.1177.se/Halland/om-1177/?a=1.", "link-text", "https://www.1177.se/Halland/om-1177/?a=1"),
    ("Skriv 1980-01-01–9804 i rutan.", "personal-number", "1980-01-01–9804"),
    ("Skriv pers.nr 800101 9804.", "personal-number", "800101 9804"),
    ("Skriv 070101-9804.", "personal-number", "070101-9804"),
    ("Personnummer 0701019804.", "personal-number", "0701019804"),
    ("Skriv 800101-\n9804.", "personal-number", "800101-\n9804"),
    ("Ring 070–174 06 05.", "mobile-number", "070–174 06 05"),
    ("Ring 070\u2011174 06 05.", "mobile-number", "070\u2011174 06 05"),
    ("Ring (070) 174 06 05.", "mobile-number", "(070) 174 06 05"),
    ("Ring 0701 740 605.", "mobile-number", "0701 740 605"),
    ("Ring 0701-740 601.", "mobile-number", "0701-740 601"),
    ("Mejla anna.svensson@region.example.", "staff-email", "anna.svensson@region.example"),
    ("Mejla anna.svensson@yahoo.de.", "personal-email", "anna.svensson@yahoo.de"),
    ("Mejla rehab@protonmail.ch.", "personal-email", "rehab@protonmail.ch"),
    ("Du får svar inom X-X dagar.", "unreplaced-placeholder", "X-X"),
    ("Du får svar inom x arbetsdagar.", "unreplaced-placeholder", "x"),
    ("Du får svar mellan X och Y dagar.", "unreplaced-placeholder", "X"),
    ("Det tar ett X antal dagar.", "unreplaced-placeholder", "X"),
    ("Du får svar inom ”X” dagar.", "unreplaced-placeholder", "X"),
    ("Du får svar inom 1-X.", "unreplaced-placeholder", "X"),
    ("Du får svar inom Xarbetsdagar.", "unreplaced-placeholder", "Xarbetsdagar"),
    ("Välkommen till XXkliniken.", "unreplaced-placeholder", "XXkliniken"),
    ("Välkommen till x-kliniken.", "unreplaced-placeholder", "x-kliniken"),
    ("Välkommen till X-stads vårdcentral.", "unreplaced-placeholder", "X-stads"),
    ("Vi finns på Facebook. Avgiften är X kr.", "unreplaced-placeholder", "X"),
    ("TODO text om avgifter.", "unreplaced-placeholder", "TODO"),
    ("Du får svar inom ??? dagar.", "unreplaced-placeholder", "???"),
    ("Välkommen.\n<<<<<<< HEAD", "unreplaced-placeholder", "<<<<<<< HEAD"),
    ("V\ufffdlkommen till oss.", "invisible-character", "\ufffd"),
    ("Vï¿½lkommen till oss.", "invisible-character", "ï¿½"),
    ("Välkommen\ufffc till oss.", "invisible-character", "\ufffc"),
    ("Välkommen\u3164 till oss.", "invisible-character", "\u3164"),
    ("Välkommen\u2800 till oss.", "invisible-character", "\u2800"),
    ("Välkommen\u2000till oss.", "invisible-character", "\u2000"),
    ("Vi har oÌˆppet.", "mojibake", "oÌˆppet"),
    ("Ta med: • legitimation", "markup", "•"),
    ("Det bestämde hemlandstinget.", "legacy-brand", "hemlandstinget"),
    ("Logga in på 1177-Vårdguiden.", "legacy-brand", "1177-Vårdguiden"),
    ("Logga in via MVKs sidor.", "legacy-brand", "MVKs"),
    ("Logga in på mvk.se.", "legacy-brand", "mvk.se"),
    ("Logga in på minavardkontakter.se.", "legacy-brand", "minavardkontakter.se"),
    ("Välkommen till v\u0430rdcentralen.", "mixed-alphabets", "\u0430"),
    ("Välkommen till {enhet\u200b}.", "unknown-placeholder", "{enhet\u200b}"),
    ("Välkommen till {{enhet}}.", "unknown-placeholder", "{enhet}"),
    ("Välkommen till {enh\u0435t}.", "unknown-placeholder", "{enh\u0435t}"),
]

PHONES = ["031-390 06 00", "08-465 004 00", "0980-319 200", "020-12 34 56", "0771-25 10 10", "+46 313900600", "1177"]
NO_PHONES = ["31-390 06", "0900-123 45 67", "0944-123 45", "000-000 00 00", "099-12 34 56", "+46900123456", "växeln"]


def _written(text: str) -> str:
    return yaml.safe_dump(text, default_style='"', width=10_000).strip()


def _checked(text: str) -> tuple[Example, list[Diagnostic]]:
    example = read_example(text)
    return example, [found for found in run(example.workspace, rules()) if found.stands]


def _in_information(text: str) -> tuple[Example, list[Diagnostic]]:
    return _checked(f"-- units/vc.yaml --\nsettings:\n  information: {_written(text)}\n")


@pytest.mark.parametrize("text", ORDINARY)
def test_an_ordinary_sentence_passes(text: str) -> None:
    assert [(found.rule, found.at) for found in _in_information(text)[1]] == []


@pytest.mark.parametrize(("text", "rule", "marked"), FAULTS)
def test_a_fault_is_found_once_and_where_it_stands(text: str, rule: str, marked: str) -> None:
    example, diagnostics = _in_information(text)
    assert [found.rule for found in diagnostics] == [rule]
    at = diagnostics[0].at
    if isinstance(at, Place):
        assert at.part is not None
        assert text[slice(*at.part)] == marked
    else:
        assert yaml.safe_load(f'"{_shown(example, at)}"') == marked


def _shown(example: Example, at: Stretch) -> str:
    return Positions(at.file, example.workspace.files[at.file]).text[at.start : at.end]


@pytest.mark.parametrize("number", PHONES)
def test_a_number_that_can_be_called(number: str) -> None:
    assert is_phone_number(number)


@pytest.mark.parametrize("number", NO_PHONES)
def test_what_is_no_number_to_call_is_told_of_in_a_units_phone(number: str) -> None:
    assert not is_phone_number(number)
    diagnostics = _checked(f'-- units/vc.yaml --\nphone: "{number}"\n')[1]
    assert [found.rule for found in diagnostics] == ["phone-number-form"]


@pytest.mark.parametrize(
    ("phone", "rule"),
    [
        ("031-390\\_06 00", "invisible-character"),
        ("070 174 06 05", "mobile-number"),
        ("Ring XXX-XX XX", "unreplaced-placeholder"),
    ],
)
def test_a_telephone_number_with_another_fault_is_told_of_as_that(phone: str, rule: str) -> None:
    assert [found.rule for found in _checked(f'-- units/vc.yaml --\nphone: "{phone}"\n')[1]] == [rule]


VALUE = """
-- units/vc.yaml --
casetypes:
  kontakta-mig:
    description: {description}
    values: {{telefon: "{value}"}}
"""


@pytest.mark.parametrize(
    ("description", "value", "rule"),
    [
        ("Ring {telefon}.", "031-390 06 0}", "unknown-placeholder"),
        ("Ring {telefon}.", "031-390\\_06 00", "invisible-character"),
        ("Ring {telefon} eller {{enhet}}.", "031-390 06 00", "unknown-placeholder"),
    ],
)
def test_one_cause_gives_one_finding(description: str, value: str, rule: str) -> None:
    diagnostics = _checked(VALUE.format(description=description, value=value))[1]
    assert [found.rule for found in diagnostics] == [rule]


FORM = """
-- casetype_templates/kontakta-mig.yaml --
form:
  - id: arende
    question: Vad gäller det på {enhet}?
    help: Ring {telefon} om det är bråttom.
    type: choice
    options:
      - {id: ja, text: "Ja, till {enhet}"}
      - {id: nej, text: Nej}
"""


def test_no_placeholder_may_stand_in_a_form_as_none_is_filled_in_there() -> None:
    found = [(found.rule, found.at) for found in _checked(FORM)[1]]
    assert [rule for rule, _ in found] == ["unknown-placeholder"] * 3


@pytest.mark.parametrize("address", ["https://-", 'https://"x', "https://x", "https://.se", "http://1177.se"])
def test_what_is_no_web_address(address: str) -> None:
    assert not WEB_ADDRESS.fullmatch(address)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("  information: Ring avdelning\n    #4 om du vill.\n", 1),
        ("  information: Ring avdelning #4 om du vill.\n", 1),
        ("  information: Ring avdelning 4.\n  #opening_hours: Hela veckan.\n", 0),
        ("  information: Ring avdelning 4.\n    # Numret byts i mars.\n", 0),
        ("  care_types:\n  - Besök\n  #- Samtal\n", 0),
        ("  care_types:\n  - Besök på\n    #4\n", 1),
    ],
)
def test_a_text_goes_on_where_a_number_sign_stands_further_in(text: str, count: int) -> None:
    diagnostics = _checked(f"-- units/vc.yaml --\nsettings:\n{text}")[1]
    assert [found.rule for found in diagnostics] == ["text-cut-by-comment"] * count


# what is laid over the smallest workspace, and the number that no report may repeat
REPORTED = [
    ('-- units/vc.yaml --\nsettings:\n  information: "Koden 800101\\x2D9804 gäller."\n', "800101\\x2D9804"),
    ("-- units/vc.yaml --\nsettings:\n  information: >-\n    Skriv 19800101\n    9804 i rutan.\n", "9804"),
    ("-- units/vc.yaml --\nsettings:\n  information: >-\n    Skriv 800101-\n    9804 i rutan.\n", "9804"),
    ('-- units/vc.yaml --\n"800101\\x2D9804": 1\n', "9804"),
    ("-- units/vc.yaml --\ncasetypes:\n  personnummer:\n    naame: 800101 9804\n", "800101 9804"),
    ("-- units/vc.yaml --\nsettings:\n  information: >-\n    Ditt personnummer,\n    800101 9804.\n", "800101 9804"),
    ("-- units/vc.yaml --\nphone: >-\n  reservnummer\n  701063 2391\n", "701063 2391"),
    (
        "-- casetypes/kontakta-mig.yaml --\nextends: kontakta-mig\n"
        "variables:\n  reservnummer: {type: phone, label: Nummer}\ndescription: Ring {reservnummer}.\n"
        "-- units/vc.yaml --\ncasetypes:\n  kontakta-mig:\n    values: {reservnummer: 701063 2391}\n",
        "701063 2391",
    ),
]


@pytest.mark.parametrize(("text", "number"), REPORTED)
def test_a_number_is_found_however_it_is_written_and_no_report_repeats_it(text: str, number: str) -> None:
    example, diagnostics = _checked(text)
    said = write(reported(diagnostics, example.workspace.files))
    assert said
    assert number not in said
    assert "800101-9804" not in said


def test_a_number_in_a_folders_name_is_told_of_once() -> None:
    text = "".join(f"-- regions/19800101-9804/units/{unit}.yaml --\nname: Almhaga\n" for unit in ("a", "b"))
    found = [found for found in _checked(text)[1] if found.rule == "personal-number"]
    assert len(found) == 1


REMARKS = """
-- units/vc.yaml --
# Fråga 070-174 06 05, eller exempelsson@gmail.com.
settings:
  information: "Ring #070-174 06 05."
-- lists/team.csv --
SE2321000115-PAHITT0001,070-174 06 05
"""


def test_comments_and_lists_are_looked_at_and_no_text_twice() -> None:
    found = [found.rule for found in _checked(REMARKS)[1] if found.rule in ("mobile-number", "personal-email")]
    assert sorted(found) == ["mobile-number"] * 3 + ["personal-email"]
