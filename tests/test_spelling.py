"""Spelling: which words are held against a dictionary, by whom they are known, and what is said without one."""

import os
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from nations import DAY, ROOT, invoke, lay, nation

from generator import console
from generator.spelling import FOLDERS, NoSpeller, swedish_speller
from schema.load import load
from schema.tree import read_tree
from schema.workspace import Speller
from validate.examples import read_example
from validate.rule import Rule
from validate.rulebook import rule_by_id, rules
from validate.run import run

INFORMATION = "-- units/vc.yaml --\nsettings:\n  information: {}\n"
WAIVER = """
-- waivers.yaml --
- rule: spelling
  unit: vc
  reason: Ordet står på skylten.
  owner: Regional administratör
  ticket: EXEMPEL-0001
  last_day: 2026-08-31
"""


@pytest.fixture(scope="session")
def swedish() -> Speller:
    """The real dictionary; where it could have been installed, it is a fault that it is not."""
    try:
        return swedish_speller()
    except NoSpeller as lacking:
        could_be = "CI" in os.environ or (os.geteuid() == 0 and shutil.which("apt-get") is not None)
        if could_be or lacking.lacking == "library":
            pytest.fail(f"make dictionary: {lacking.said('en')}")
        pytest.skip(lacking.said("en"))


def _unknown(text: str, speller: Speller) -> list[str]:
    """The words that the rule points at, each as its file has it."""
    workspace = replace(read_example(text).workspace, speller=speller)
    return [str(found.words["word"]) for found in run(workspace, [_rule()]) if found.exemption is None]


def _rule() -> Rule:
    found = rule_by_id("spelling")
    assert found is not None
    return found


def _lacks(*words: str) -> Speller:
    return lambda word: word not in words


@pytest.mark.parametrize(
    "text",
    [
        "Välkommen till XXXmottagningen.",
        "VÃ¥rdcentralen har stängt.",
        "Va\u030ardcentralen har stängt.",
        "Besö\u00adket är gratis.",
        "Gå <strong>in</strong> och sätt dig&nbsp;ned.",
        "Ring tex en ssk.",
    ],
)
def test_what_another_rule_tells_of_is_no_misspelling(text: str) -> None:
    pieces = (
        "XXXmottagningen",
        "VÃ",
        "rdcentralen",
        "Va",
        "Va\u030ardcentralen",
        "Besö",
        "ket",
        "strong",
        "nbsp",
        "tex",
        "ssk",
    )
    assert _unknown(INFORMATION.format(f'"{text}"'), _lacks(*pieces)) == []


# What is held against a dictionary.


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ring recpet nu.", ["recpet"]),
        ("Recpet och recpet.", ["Recpet", "recpet"]),
        ("recpet, recpet och recpet", ["recpet"]),
        ("RECPET och BVC", []),
        ("BVC:s och SMS:et", []),
        ("recpet:s", ["recpet:s"]),
        ("Fyll i {recpet} och {recpet}s.", []),
        ("Skriv till recpet@region.example eller www.recpet.se", []),
        ("Knappen ”recpet” syns.", []),
        ("recpet1 och 1recpet, a4", []),
        ("hud-recpet", ["hud-recpet"]),
        ("BVC-recept och recept-BVC", []),
        ("recpet-", ["recpet-"]),
        ("x" * 61, []),
        ("Halland, Hallands och Falkenbergs kommun", []),
    ],
)
def test_words_are_held_against_the_dictionary(text: str, expected: list[str]) -> None:
    lacking = _lacks("recpet", "Recpet", "RECPET", "recpet:s", "recpet-", "hud-recpet", "BVC", "SMS", "x" * 61,
                     "Halland", "Hallands", "Falkenbergs", "BVC-recept", "recept-BVC")  # fmt: skip
    assert expected == _unknown(INFORMATION.format(f'"{text}"'), lacking)


def test_a_word_is_pointed_at_in_a_folded_text() -> None:
    example = read_example(rule_by_id("spelling").bad)  # type: ignore[union-attr]
    found, _ = run(example.workspace, [_rule()])
    assert (found.words["word"], found.at.part) == ("recpet", (50, 56))  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("", ["Rehabb", "rehabb"]),
        ("rehabb", []),
        ("Rehabb", ["rehabb"]),
        ("# rehabb", ["Rehabb", "rehabb"]),
        ("  rehabb  ", []),
    ],
)
def test_a_region_s_word_list_knows_words(words: str, expected: list[str]) -> None:
    text = INFORMATION.format("Rehabb och rehabb.") + f"-- wordlist.txt --\n{words}\n"
    assert expected == _unknown(text, _lacks("rehabb", "Rehabb"))


def test_the_names_of_units_are_known() -> None:
    text = INFORMATION.format("Grodviken och Grodvikens grodor.") + "-- units/vc.yaml --\nname: Grodviken\n"
    assert _unknown(text, _lacks("Grodviken", "Grodvikens")) == []


def test_names_are_not_words() -> None:
    text = INFORMATION.format("grodviken.") + "-- units/vc.yaml --\nname: Grodviken\n"
    assert _unknown(text, _lacks("grodviken")) == ["grodviken"]


def test_texts_for_staff_translations_and_decisions_are_left_alone() -> None:
    text = """
-- casetypes/kontakta-mig.yaml --
extends: kontakta-mig
internal_name: recpet
source: recpet
-- terms/a.yaml --
layout: points
status: draft
version: 1
points: [{id: a, text: Text.}]
translations: {en: {of_version: 1, texts: {a: recpet}}}
"""
    assert _unknown(text, _lacks("recpet")) == []


def test_a_national_text_has_no_word_list_to_write_in() -> None:
    text = "-- casetype_templates/kontakta-mig.yaml --\ndescription: recpet\n"
    workspace = replace(read_example(text).workspace, speller=_lacks("recpet"))
    [found] = run(workspace, [_rule()])
    assert found.words["remedy"] == "nation"


def test_each_word_is_looked_up_once() -> None:
    asked: list[str] = []

    def speller(word: str) -> bool:
        asked.append(word)
        return True

    _unknown(INFORMATION.format("Ring, ring eller skriv, skriv, skriv."), speller)
    assert len(asked) == len(set(asked))


# Without a dictionary.


def test_nobody_s_spelling_is_checked_unasked() -> None:
    text = INFORMATION.format("recpet")
    assert [found.rule for found in run(read_example(text).workspace, rules())] == []


def test_a_waiver_from_spelling_is_not_called_unused_where_nobody_looked() -> None:
    workspace = read_example(INFORMATION.format("recpet") + WAIVER).workspace
    assert run(workspace, rules()) == []
    looked = run(replace(workspace, speller=_lacks()), rules())
    assert [found.rule for found in looked] == ["waiver-unused"]
    found = run(replace(workspace, speller=_lacks("recpet")), rules())
    assert [(each.rule, each.exemption is not None) for each in found] == [("spelling", True)]


def test_without_a_dictionary_it_is_said_once_and_the_check_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing() -> Speller:
        return swedish_speller((str(tmp_path),))

    monkeypatch.setattr(console, "swedish_speller", missing)
    root = lay(tmp_path / "tree", nation("halland", "skane", text=INFORMATION.format("recpet")))
    result = invoke("check", "--root", root, "--as-of", DAY, "--spelling", "--lang", "sv", "--fail-on", "warning")
    assert result.exit_code == 0
    assert result.stdout == ""
    assert [line for line in result.stderr.splitlines() if "tavning" in line] == [
        "Stavningen granskades inte: Hunspells svenska ordlista saknas. Installera den med apt install hunspell-sv, "
        "eller så som ditt system gör."
    ]


def test_without_the_library_it_is_the_library_that_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "hunspell", None)
    with pytest.raises(NoSpeller) as told:
        swedish_speller()
    assert told.value.lacking == "library"
    assert "basutbud[stavning]" in told.value.said("sv")


# With the real one.


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Förnya ditt recpet här.", ["recpet"]),
        ("Förnya ditt recept här.", []),
        ("Sjukskrivningsförlängning på barnavårdscentralen", []),
        ("Läkar- och tandvård, hud- och könssjukdomar", []),
        ("Diabetessköterskan skriver egenvårdsråd.", []),
        ("Mottagningen har öpet på tisdagar och önsdagar.", ["öpet", "önsdagar"]),
        ("Logga in med BankID på 1177.se.", []),
        ("Vi finns i Örnsköldsvik, Upplands Väsby och Västernorrland.", []),
        ("E-tjänster och e-legitimation", []),
        ("Du får svar inom {svarstid}.", []),
    ],
)
def test_the_real_dictionary_knows_swedish(text: str, expected: list[str], swedish: Speller) -> None:
    assert expected == _unknown(INFORMATION.format(f'"{text}"'), swedish)


def test_the_example_of_the_rule_is_true_of_the_real_dictionary(swedish: Speller) -> None:
    found = rule_by_id("spelling")
    assert found is not None
    lacking = found.bad.partition("-- units")[0].split("\n")[2:]
    assert [word for word in lacking if word and swedish(word)] == []
    assert _unknown(found.bad, swedish) == ["recpet", "digifysiska"]


def test_the_shipped_regions_are_spelled_right(swedish: Speller) -> None:
    files, misfits = read_tree(ROOT)
    workspace = replace(load(files, date(2026, 12, 1), misfits), speller=swedish)
    assert [(found.at, found.words["word"]) for found in run(workspace, [_rule()]) if found.rule == "spelling"] == []


def test_a_check_with_spelling_tells_of_the_word_and_a_build_does_not(tmp_path: Path, swedish: Speller) -> None:
    assert swedish("recept")
    root = lay(tmp_path / "tree", nation("halland", text=INFORMATION.format("Ett recpet.")))
    told = invoke("check", "--root", root, "--as-of", DAY, "--spelling", "--lang", "sv", "--fail-on", "warning")
    assert told.exit_code == 1
    assert "units/vc.yaml:16:20: varning[spelling] Ordet ”recpet” finns inte i ordlistan." in told.stdout
    silent = invoke("build", "--root", root, "--as-of", DAY, "--out", tmp_path / "out", "--lang", "sv")
    assert silent.stdout == ""


def test_any_text_is_spelled_in_time(swedish: Speller) -> None:
    for letters in ("recpet ", "a-", "sjuk", "å", "{", "-", "x’"):
        _unknown(INFORMATION.format(f'"{letters * 3000}"'), swedish)


def test_the_folders_are_those_of_systems() -> None:
    assert all(Path(folder).is_absolute() for folder in FOLDERS)
