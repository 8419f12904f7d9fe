"""Every rule does what it says: its examples, its words in two languages, and the file it stands in."""

from collections import Counter
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from string import Formatter
from typing import get_args

import pytest

import validate.rules
from schema.reading.positions import locate
from validate.diagnostic import Diagnostic
from validate.examples import Example, read_example
from validate.manual import manual_of
from validate.masking import mask
from validate.reports.text import ROLES
from validate.rule import Language, Rule, Severity, Word
from validate.rulebook import rules
from validate.run import run

LANGUAGES: tuple[Language, ...] = get_args(Language)
FOLDER = Path(validate.rules.__path__[0])
MODULES = sorted(path for path in FOLDER.glob("*/*.py") if path.stem != "__init__")

every_rule = pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.id)
in_both_languages = pytest.mark.parametrize("language", LANGUAGES)


@cache
def _checked(text: str) -> tuple[Example, list[Diagnostic]]:
    example = read_example(text)
    return example, [found for found in run(example.workspace, rules()) if found.stands]


def _places(example: Example, diagnostics: list[Diagnostic]) -> Counter[tuple[str, int, str]]:
    files = example.workspace.files
    return Counter(
        (found.at.file, locate(files.get(found.at.file, b""), found.at).line, found.rule) for found in diagnostics
    )


def _own(rule: Rule) -> list[Diagnostic]:
    """What the rule finds in its bad example."""
    return [found for found in _checked(rule.bad)[1] if found.rule == rule.id]


def _names(*templates: str) -> set[str]:
    """The words that format strings use."""
    return {name for template in templates for _, name, _, _ in Formatter().parse(template) if name is not None}


@every_rule
def test_the_good_example_breaks_no_rule(rule: Rule) -> None:
    example, diagnostics = _checked(rule.good)
    assert Counter() == example.marks
    assert Counter() == _places(example, diagnostics)


@every_rule
def test_the_bad_example_is_found_where_it_is_marked_and_nowhere_else(rule: Rule) -> None:
    example, diagnostics = _checked(rule.bad)
    assert example.marks == _places(example, diagnostics)
    assert rule.id in {name for _, _, name in example.marks}


@every_rule
@in_both_languages
def test_message_and_advice_use_the_words_that_the_check_gives(rule: Rule, language: Language) -> None:
    words = rule.words(language)
    for diagnostic in _own(rule):
        assert set(diagnostic.words) == _names(words.message, words.advice)
        assert diagnostic.message(rule, language).strip()
        assert diagnostic.advice(rule, language).strip()


@every_rule
def test_both_languages_use_the_same_words_and_put_the_same_codes_into_phrases(rule: Rule) -> None:
    assert _names(rule.sv.message, rule.sv.advice) == _names(rule.en.message, rule.en.advice)
    assert _coded(rule, "sv") == _coded(rule, "en")
    assert set(rule.sv.phrases) <= _names(rule.sv.message, rule.sv.advice)


def _coded(rule: Rule, language: Language) -> dict[str, set[str]]:
    return {word: set(phrases) for word, phrases in rule.words(language).phrases.items()}


@every_rule
@in_both_languages
def test_every_rule_has_a_title_a_message_a_reason_and_an_advice(rule: Rule, language: Language) -> None:
    words = rule.words(language)
    for text in (words.title, words.message, words.reason, words.advice):
        assert text.strip()
        assert text.strip() == text


@every_rule
def test_every_rule_has_a_source_and_a_severity(rule: Rule) -> None:
    assert rule.source.strip()
    assert rule.severity in get_args(Severity)


@every_rule
def test_every_related_place_has_a_role_that_reports_know(rule: Rule) -> None:
    assert {related.role for found in _own(rule) for related in found.related} <= set(ROLES)


@every_rule
def test_every_word_is_something_that_can_be_said(rule: Rule) -> None:
    assert {type(word) for found in _own(rule) for word in found.words.values()} <= set(get_args(Word))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_a_file_holds_one_rule_of_its_own_name(path: Path) -> None:
    module = import_module(f"validate.rules.{path.parent.name}.{path.stem}")
    assert [path.stem] == [name for name, _ in _rules_in(module)]
    assert [(path.stem.replace("_", "-"), path.parent.name)] == [(rule.id, rule.topic) for _, rule in _rules_in(module)]


def _rules_in(module: object) -> Iterator[tuple[str, Rule]]:
    for name, value in vars(module).items():
        made = getattr(value, "rule", None)
        if isinstance(made, Rule):
            yield name, made


def test_the_rule_book_is_sorted_and_holds_every_file() -> None:
    assert [rule.id for rule in rules()] == sorted(path.stem.replace("_", "-") for path in MODULES)


@in_both_languages
@every_rule
def test_a_rule_s_manual_says_what_the_rule_says_of_its_bad_example_and_shows_no_format_string(
    rule: Rule, language: Language
) -> None:
    manual, words = manual_of(rule, language), rule.words(language)
    found = manual.findings[0]
    for section, template, said in (
        (manual.message, words.message, mask(found.message(rule, language))),
        (manual.advice, words.advice, mask(found.advice(rule, language))),
    ):
        assert section.text == said
        assert section.heading.endswith((", i exemplet", ", in the example")) == bool(_names(template))
