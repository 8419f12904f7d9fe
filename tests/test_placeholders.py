"""Placeholders: a text is data, filled in by plain substitution, and nothing in it or in its values ever runs."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schema.offers import ResolvedUnit
from schema.placeholders import Placeholder, fill, loose_braces, placeholders, values_of_offer, values_of_unit
from validate.examples import read_example

STEADY = settings(max_examples=200, deadline=None, derandomize=True)
VALUES = {"enhet": "Almhaga vårdcentral", "svarstid": "två arbetsdagar", "telefon": "031-390 06 00"}

FILLED = [
    ("Ring {enhet}.", "Ring Almhaga vårdcentral."),
    ("{enhet}{enhet}", "Almhaga vårdcentralAlmhaga vårdcentral"),
    ("Du får svar inom {svarstid}. Ring {telefon}.", "Du får svar inom två arbetsdagar. Ring 031-390 06 00."),
    ("Inget att fylla i.", "Inget att fylla i."),
    ("", ""),
    ("{okänd} {enhet}", "{okänd} Almhaga vårdcentral"),
    ("{}", "{}"),
    ("{ enhet }", "{ enhet }"),
    ("{Enhet}", "{Enhet}"),
    ("{{enhet}}", "{Almhaga vårdcentral}"),
    ("{enhet", "{enhet"),
    ("enhet}", "enhet}"),
    ("{en\nhet}", "{en\nhet}"),
    ("{enhet!r} {enhet:>9}", "{enhet!r} {enhet:>9}"),
    ("{enhet.__class__} {0} {enhet[0]}", "{enhet.__class__} {0} {enhet[0]}"),
    ("%(enhet)s $enhet ${enhet}", "%(enhet)s $enhet $Almhaga vårdcentral"),
    ("\\1 \\g<0> {enhet}", "\\1 \\g<0> Almhaga vårdcentral"),
]
# A value as it is written, which must come out as it is wherever it stands.
HOSTILE = [
    "{enhet}",
    "{telefon}",
    "{{telefon}}",
    "{telefon.__class__.__mro__}",
    "\\1\\g<0>\\g<1>",
    "{{ 7 * 7 }} {% for x in y %}",
    "${telefon} %(telefon)s %s",
    "<script>alert(1)</script>",
    "__import__('os').system('true')",
    "$(true) `true`",
    "\x00\x1b[31m",
    "a" * 100_000,
]
FOUND = [
    ("", []),
    ("Ring {enhet}.", [Placeholder("enhet", 5, 12)]),
    ("{a}{b}", [Placeholder("a", 0, 3), Placeholder("b", 3, 6)]),
    ("å {}", [Placeholder("", 2, 4)]),
    ("{{a}}", [Placeholder("a", 1, 4)]),
    ("{a b!}", [Placeholder("a b!", 0, 6)]),
    ("{a\nb} {c", []),
    ("😀{a}", [Placeholder("a", 1, 4)]),
]
LOOSE = [
    ("Ring {enhet}.", []),
    ("{{a}}", [(0, 1), (4, 5)]),
    ("a } b { c", [(2, 3), (6, 7)]),
    ("{a\nb}", [(0, 1), (4, 5)]),
]


@pytest.mark.parametrize(("text", "expected"), FILLED)
def test_a_placeholder_is_replaced_by_its_value_and_all_else_stays(text: str, expected: str) -> None:
    assert expected == fill(text, VALUES)


@pytest.mark.parametrize("value", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_value_comes_out_as_it_was_written(value: str) -> None:
    assert f"<{value}> 031-390 06 00 <{value}>" == fill("<{enhet}> {telefon} <{enhet}>", {**VALUES, "enhet": value})


@pytest.mark.parametrize("text", HOSTILE[4:], ids=range(4, len(HOSTILE)))
def test_a_hostile_text_without_a_known_placeholder_comes_out_as_it_was_written(text: str) -> None:
    assert text == fill(text, {"enhet": "x", "svarstid": "y"})


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_a_placeholder_is_found_with_its_braces(text: str, expected: list[Placeholder]) -> None:
    assert expected == list(placeholders(text))


@pytest.mark.parametrize(("text", "expected"), LOOSE)
def test_braces_that_belong_to_no_placeholder_are_found(text: str, expected: list[tuple[int, int]]) -> None:
    assert expected == list(loose_braces(text))


@STEADY
@given(st.text(alphabet="ab{}\n \\$%", max_size=30), st.text(alphabet="ab{}\n \\$%", max_size=8))
def test_a_text_is_filled_in_once_and_only_where_its_placeholders_stand(text: str, value: str) -> None:
    parts, end = [], 0
    for name, start, stop in placeholders(text):
        parts += [text[end:start], value if name == "a" else text[start:stop]]
        end = stop
    assert "".join([*parts, text[end:]]) == fill(text, {"a": value})


def _unit(text: str) -> ResolvedUnit:
    return read_example(text).workspace.regions["exempel"].resolved["vc"]


def test_a_unit_has_a_name_a_phone_a_municipality_and_a_region() -> None:
    expected = {
        "enhet": "Påhittade vårdcentralen",
        "telefon": "031-390 06 00",
        "kommun": "Halmstad",
        "region": "Region Halland",
    }
    assert expected == values_of_unit(_unit(""))


def test_a_unit_in_an_unknown_municipality_of_a_region_that_cannot_be_read_still_has_words_for_them() -> None:
    unit = _unit('-- region.yaml --\nnamn: Fel\n-- units/vc.yaml --\nmunicipality: "9999"\n')
    expected = {
        "enhet": "Påhittade vårdcentralen",
        "telefon": "031-390 06 00",
        "kommun": "9999",
        "region": "exempel",
    }
    assert expected == values_of_unit(unit)


def test_an_offer_has_its_promise_its_limit_its_variables_and_what_the_unit_fills_in() -> None:
    unit = _unit("""
-- region.yaml --
cancellation_limit: {primary: 24 h}
-- casetypes/kontakta-mig.yaml --
extends: kontakta-mig
variables:
  funktion: {type: text, label: Vem, default: sköterskan}
  tid: {type: hours, label: När}
  okand: {type: text, label: Inget värde}
-- units/vc.yaml --
casetypes:
  kontakta-mig: {values: {tid: 8-10, telefon: 031-390 06 01}}
""")
    expected = {
        "enhet": "Påhittade vårdcentralen",
        "telefon": "031-390 06 01",
        "kommun": "Halmstad",
        "region": "Region Halland",
        "svarstid": "två arbetsdagar",
        "avbokningsgrans": "24 timmar",
        "funktion": "sköterskan",
        "tid": "8-10",
    }
    assert expected == values_of_offer(unit.offers["kontakta-mig"], unit)


def test_without_a_promise_and_a_limit_there_are_no_words_for_them() -> None:
    unit = _unit("-- region.yaml (absent) --\n")
    expected = {
        "enhet": "Påhittade vårdcentralen",
        "telefon": "031-390 06 00",
        "kommun": "Halmstad",
        "region": "exempel",
    }
    assert expected == values_of_offer(unit.offers["kontakta-mig"], unit)
