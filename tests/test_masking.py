"""What is a number for one person, and that it is never shown again.

Every number here is an official example, one of Skatteverket's test series (birth number 980-999), a reserve number of
somebody born before 1900 or after 2050, or impossible.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from validate.masking import mask, may_hold_personal_number, personal_numbers

# the text, and the number in it
PERSONAL = [
    ("800101-9804", "800101-9804"),
    ("8001019804", "8001019804"),
    ("198001019804", "198001019804"),
    ("19800101-9804", "19800101-9804"),
    ("18800101-9804", "18800101-9804"),
    ("20000105-9807", "20000105-9807"),
    ("800101+9804", "800101+9804"),
    ("800101\u20119804", "800101\u20119804"),
    ("800101–9804", "800101–9804"),
    ("19800101 - 9804", "19800101 - 9804"),
    ("19800101 9804", "19800101 9804"),
    ("1980-01-01-9804", "1980-01-01-9804"),
    ("0001059807", "0001059807"),
    ("Personnummer: 0512159807", "0512159807"),
    ("pnr 800101 9804", "800101 9804"),
    ("född 1980-01-01 9804", "1980-01-01 9804"),
    ("Ring om 19800101-9804, tack.", "19800101-9804"),
    ("(800101-9804)", "800101-9804"),
    ("bild_198001019804.jpg", "198001019804"),
    ("id: 198001019804", "198001019804"),
    ("a,800101-9804;b", "800101-9804"),
    ("nr 7 800101-9804", "800101-9804"),
    # Where an HSA-id has its organisation number.
    ("SE8001019804-1A2B", "8001019804"),
    ("se198001019804-1", "8001019804"),
    ("TSE8001019804-X", "8001019804"),
    ("800101-9804.", "800101-9804"),
    ("svar@x?pnr=198001019804&a=1", "198001019804"),
    ("unit-19800101-9804", "19800101-9804"),
    ("120229-9804", "120229-9804"),
    # The check digit is wrong, but somebody may only have mistyped it.
    ("800101-9805", "800101-9805"),
    ("198001019805", "198001019805"),
    # Invisible characters, and UTF-16 read byte by byte, hide nothing.
    ("8001\u200b01-98\xad04", "8001\u200b01-98\xad04"),
    ("\0".join("800101-9804"), "\0".join("800101-9804")),
    ("\u20668001\u206901-9804", "8001\u206901-9804"),
    ("8001\ufe0f01-9804", "8001\ufe0f01-9804"),
    # A day in parts, and every dash.
    *(
        (f"1980-01-01{dash}9804", f"1980-01-01{dash}9804")
        for dash in ("–", "—", "\u2212", "\u2011", "+", " - ", "\xa0–\xa0")
    ),
    ("80-01-01-9804", "80-01-01-9804"),
    ("1980.01.01-9804", "1980.01.01-9804"),
    ("1980/01/01-9804", "1980/01/01-9804"),
    ("1980 01 01-9804", "1980 01 01-9804"),
    # What says that it is one.
    ("personnumret är 800101 9804", "800101 9804"),
    ("pers.nr 800101 9804", "800101 9804"),
    ("persnr 800101 9804", "800101 9804"),
    ("p.nr 800101 9804", "800101 9804"),
    ("personnummer\nquestion: 800101 9804", "800101 9804"),
    ("pnr800101-9804", "800101-9804"),
    ("pnr+8001019804", "8001019804"),
]
COORDINATION = [
    ("701063-2391", "701063-2391"),
    ("7010632391", "7010632391"),
    ("19701063-2391", "19701063-2391"),
    ("197010632391", "197010632391"),
    ("Samordningsnummer 701063 2391", "701063 2391"),
]
RESERVE = [
    ("991981000010", "991981000010"),
    ("991945000023", "991945000023"),
    ("99198100-0010", "99198100-0010"),
    ("19810829M071", "19810829M071"),
    ("19810829m071", "19810829m071"),
    ("19810829-M071", "19810829-M071"),
    ("198108320014", "198108320014"),
    ("18800101SF1A", "18800101SF1A"),
    ("18800101SX28", "18800101SX28"),
    ("18800101TA1B", "18800101TA1B"),
    ("18800101EA0B", "18800101EA0B"),
    ("18800101BC2D", "18800101BC2D"),
    ("18800101123R", "18800101123R"),
    ("18800101A123", "18800101A123"),
    ("18500101N001", "18500101N001"),
    ("18800101-12K3", "18800101-12K3"),
    ("98500101AB12", "98500101AB12"),
    ("98500101-ABC2", "98500101-ABC2"),
    ("00509955AB12", "00509955AB12"),
    ("reservnummer 19810829 M071", "19810829 M071"),
    ("reservnummer 19810832 0014", "19810832 0014"),
]
NOBODY = [
    # organisation numbers and HSA-ids
    "232100-0016",
    "2321000016",
    "16232100-0016",
    "162321000016",
    "556559-4230",
    "SE2321000131-E000000000101",
    "SE2321000131-198001019804",
    "SE2321000016-8001019804",
    "TSE2321000057-5SXK",
    "se5565594230-1337",
    "SE2321000115-PAHITT0001",
    # telephone numbers
    "031-390 06 00",
    "0313900600",
    "0512159807",
    "0101019804",
    "08-465 004 00",
    "0980-319 200",
    "070-174 06 05",
    "0701740605",
    "+46701740605",
    "+46 31 390 06 00",
    "+4612285009",
    "0771-25 10 10",
    # days, times and references
    "2016-01-28",
    "20160128",
    "2016-01-28 2016",
    "2016-01-28 9804",
    "2016-01-28, 1430",
    "2016-01-28T14:30",
    "20160128-2016",
    "20160128 1430",
    "201601281430",
    "20160128143000",
    "160128-2016",
    "HS 20-2016",
    "RS 2019-01234",
    "HSN 2023-0456",
    "2018:1937",
    "2026-03-01 till 2026-05-31",
    "2026-03-01–2026-05-31",
    "2026-03-01 - 2026-05-31",
    "- 20160128\n- 2016",
    # no such day or no such end
    "801301-9804",
    "800132-9804",
    "800001-9804",
    "800192-9804",
    "198013019804",
    "19800230-9804",
    "8001019805",
    "19800101 9805",
    "800101–9805",
    "800101 9804",
    "991981000011",
    "198108320015",
    "18800101IQ12",
    "00101055AB12",
    "18800101ABCD",
    "800101DA2B",
    "801301DA1B",
    # longer or shorter than any number
    "1198001019804",
    "19800101980",
    "198001019804567",
    "800101-98041",
    "800101-980",
    "A800101-9804",
    "3-800101-9804",
    "800101-9804-1",
    "e000000800101",
    "https://1177.se/a800101",
    "sha256:8001019804ab",
    "",
]


@pytest.mark.parametrize(
    ("text", "number", "kind"),
    [
        *((text, number, "personal") for text, number in PERSONAL),
        *((text, number, "coordination") for text, number in COORDINATION),
        *((text, number, "reserve") for text, number in RESERVE),
    ],
)
def test_a_number_for_one_person_is_found_where_it_stands(text: str, number: str, kind: str) -> None:
    found = [(found.kind, text[found.start : found.end]) for found in personal_numbers(text)]
    assert found == [(kind, number)]
    assert mask(text) == text.replace(number, "*" * len(number))


@pytest.mark.parametrize("text", [text for text, _ in (*PERSONAL, *COORDINATION, *RESERVE)])
def test_the_gate_lets_every_number_through(text: str) -> None:
    assert may_hold_personal_number(text.encode()) or not list(personal_numbers(text))


@pytest.mark.parametrize("text", NOBODY)
def test_what_only_looks_like_one_is_left_alone(text: str) -> None:
    assert list(personal_numbers(text)) == []
    assert mask(text) == text


def test_several_numbers_in_a_text_are_all_masked() -> None:
    text = "800101-9804 och 19800101-9804; 991981000010."
    assert mask(text) == "*********** och *************; ************."


def test_two_numbers_joined_by_a_hyphen_are_both_masked() -> None:
    assert mask("19800101-9804-19800102-9803") == "*************-*************"


def test_a_number_over_a_line_break_is_masked_and_the_lines_stay() -> None:
    assert mask("Skriv 19800101\n    9804 i rutan.") == "Skriv ********\n******** i rutan."
    assert mask("Skriv 800101-\r\n  9804 i rutan.") == "Skriv *******\r\n****** i rutan."


def test_what_stands_outside_the_text_may_speak_for_a_number() -> None:
    assert mask("701063 2391") == "701063 2391"
    assert mask("701063 2391", cued=True) == "***********"


def test_an_ordinary_unit_stops_at_the_gate() -> None:
    unit = b"hsa_id: SE2321000115-E000000000101\nphone: 031-390 06 00\n# 2026-03-01 enligt HS 20-2016\n"
    assert not may_hold_personal_number(unit)


@given(st.text(st.sampled_from("0189-+ AMR\xad\u200b.\n–/"), max_size=40))
def test_masking_keeps_the_length_and_is_done_at_once(text: str) -> None:
    masked = mask(text)
    assert len(masked) == len(text)
    assert list(personal_numbers(masked)) == []
    assert may_hold_personal_number(text.encode()) or masked == text
