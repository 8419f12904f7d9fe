"""The structural rules have words for all that reading and fitting can refuse."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

import schema
from schema.fitting import fit
from schema.load import load
from schema.models.files import KINDS, Kind
from schema.models.values import FORMS
from schema.places import Misfit, Place, Stretch
from schema.syntax import PROBLEMS
from schema.workspace import Workspace
from validate.examples import SMALLEST, read_example
from validate.reports.text import ROLES
from validate.rule import Language, Rule
from validate.rulebook import rule_by_id, rules

STRUCTURE = {rule.id: rule for rule in rules() if rule.topic == "structure"}
SOURCES = "\n".join(path.read_text(encoding="utf-8") for path in sorted(Path(schema.__path__[0]).glob("*.py")))
KINDS_IN_SOURCES = set(re.findall(r"\b(?:Misfit|_misfit|_refuse|_told_of|found\.add)\(\s*\"([a-z-]+)\"", SOURCES))
FORMS_IN_SOURCES = set(re.findall(r"\b_wrong_value\([^()\n]*(?:\([^()]*\))?[^()\n]*, \"([a-z-]+)\"\)", SOURCES))
ROLES_IN_SOURCES = set(re.findall(r"\b(?:Related|_related)\(\s*\"([a-z-]+)\"", SOURCES))

in_both_languages = pytest.mark.parametrize("language", ["sv", "en"])


def _rule(id: str) -> Rule:
    found = rule_by_id(id)
    assert found is not None
    return found


def _workspace(*misfits: Misfit) -> Workspace:
    return Workspace(date(2026, 6, 1), {}, {}, {}, misfits)


def _said(misfit: Misfit, language: Language) -> tuple[str, str]:
    """Message and advice of the rule that reports a misfit."""
    rule = _rule(misfit.kind)
    assert rule.check is not None
    [finding] = rule.check(_workspace(misfit))
    words = rule.words(language)
    return words.say(words.message, finding.words, language), words.say(words.advice, finding.words, language)


def test_every_misfit_has_a_rule_and_every_structural_rule_but_one_a_misfit() -> None:
    assert KINDS_IN_SOURCES == set(STRUCTURE) - {"repeated-id"}


def test_nobody_can_switch_off_a_structural_rule() -> None:
    assert {id for id, rule in STRUCTURE.items() if not rule.mandatory or rule.severity != "error"} == set()


@in_both_languages
def test_every_form_has_words(language: Language) -> None:
    phrases = _rule("wrong-value").words(language).phrases
    assert (FORMS | FORMS_IN_SOURCES) - {"text"} <= set(phrases["form"])
    assert set(phrases["form"]) == set(phrases["remedy"])


@in_both_languages
def test_every_syntax_problem_has_words(language: Language) -> None:
    phrases = _rule("not-yaml").words(language).phrases
    assert set(PROBLEMS) == set(phrases["problem"])
    assert set(PROBLEMS) == set(phrases["remedy"])


@in_both_languages
def test_every_shape_encoding_and_reason_has_words(language: Language) -> None:
    assert {"mapping", "list", "text"} == set(_rule("wrong-shape").words(language).phrases["expected"])
    assert {"mapping", "list", "text"} == set(_rule("wrong-shape").words(language).phrases["found"])
    encodings = {"utf-8-bom", "utf-16", "utf-32", "not-utf-8"}
    assert encodings == set(_rule("wrong-encoding").words(language).phrases["encoding"])
    assert {"outside", "broken", "folder"} == set(_rule("symbolic-link").words(language).phrases["reason"])


def test_every_related_place_of_a_misfit_has_a_role_that_reports_know() -> None:
    assert ROLES_IN_SOURCES <= set(ROLES)


def test_a_form_is_told_with_a_right_example() -> None:
    misfit = Misfit("wrong-value", Place("a.yaml", ("a",)), {"value": "1 mars", "form": "day"})
    assert (
        "Här ska det stå ett datum som 2026-03-01, men det står ”1 mars”.",
        "Skriv år, månad och dag med bindestreck emellan. Dagen måste finnas.",
    ) == _said(misfit, "sv")


def test_a_long_value_is_told_by_its_beginning() -> None:
    misfit = Misfit("wrong-value", Place("a.yaml", ("a",)), {"value": "Hej!\nVälkommen", "form": "line"})
    assert "Här ska det stå en text på en enda rad, men det står ”Hej!…”." == _said(misfit, "sv")[0]


@pytest.mark.parametrize(
    ("path", "key", "message"),
    [
        (("phone",), "phone", "Det saknas ett värde i ”phone”."),
        (("settings", "service_area", 1), "1", "Det saknas ett värde i ”service_area”."),
        ((2,), "2", "Det saknas ett värde i ”basutbud.yaml”."),
        ((), "", "Det saknas ett värde i ”basutbud.yaml”."),
    ],
)
def test_what_stands_in_a_list_is_told_by_the_list(path: tuple[str | int, ...], key: str, message: str) -> None:
    misfit = Misfit("empty-value", Place("regions/a/basutbud.yaml", path, "key"), {"key": key})
    assert message == _said(misfit, "sv")[0]


def test_a_link_in_the_place_of_a_file_is_not_a_missing_file_as_well() -> None:
    file = "regions/a/region.yaml"
    link = Misfit("symbolic-link", Stretch(file, 0, 0), {"reason": "outside"})
    missing = Misfit("missing-file", Stretch(file, 0, 0), {"file": file})
    check = _rule("missing-file").check
    assert check is not None
    assert [1, 0] == [len(list(check(_workspace(*misfits)))) for misfits in ([missing], [missing, link])]


REPEATED = """
== basutbud.yaml ==
- &
""".replace(
    "- &",
    "".join(
        f"""\
- id: beslut
  title: Beslut {number}
  decided: {{by: Nämnden, on: 2026-01-01, reference: HSN {number}}}
  valid: {{from: 2026-01-01}}
"""
        for number in (1, 2)
    ),
)


IDS = """
== casetype_templates/a.yaml ==
name: A
kind: form
category: A
form:
  - {id: a, question: A, type: text}
  - id: b
    question: B
    type: group
    items:
      - {id: a, question: A, type: text}
      - id: c
        question: C
        type: choice
        options:
          - {id: a, text: A}
          - {id: b, text: B}
          - {id: a, text: A}
default_terms:
  layout: points
  status: draft
  version: 1
  points:
    - {id: a, text: A}
    - {id: a, text: A}
answer_forms:
  - {id: a, name: A, text: A}
  - {id: a, name: A, text: A}
standard_answers:
  - {id: a, text: A}
  - {id: a, text: A}
  - {id: a, text: A}
== groups.yaml ==
g:
  title: G
  casetypes:
    a:
      extra_points:
        - {id: a, text: A}
        - {id: a, text: A}
== messages/m.yaml ==
name: M
kind: questions
subject: M
text: M
questions:
  - {id: a, question: A, type: text}
  - {id: a, question: A, type: text}
-- units/vc.yaml --
casetypes:
  a:
    standard_answers:
      - {id: a, text: A}
  l:
    local:
      kind: form
      name: L
      category: L
      form:
        - {id: a, question: A, type: text}
        - {id: a, question: A, type: text}
"""


def test_ids_are_unique_within_each_list_and_within_a_whole_form() -> None:
    check = _rule("repeated-id").check
    assert check is not None
    found = [
        (finding.at.file.split("/")[-1], ".".join(map(str, finding.at.path)), finding.words["among"])
        for text in (IDS, REPEATED)
        for finding in check(read_example(text).workspace)
        if isinstance(finding.at, Place)
    ]
    assert [
        ("a.yaml", "answer_forms.1.id", "answer_forms"),
        ("a.yaml", "standard_answers.1.id", "standard_answers"),
        ("a.yaml", "standard_answers.2.id", "standard_answers"),
        ("a.yaml", "default_terms.points.1.id", "points"),
        ("a.yaml", "form.1.items.0.id", "questions"),
        ("a.yaml", "form.1.items.1.options.2.id", "options"),
        ("m.yaml", "questions.1.id", "questions"),
        ("groups.yaml", "casetypes", "extra_points"),
        ("vc.yaml", "casetypes.l.local.form.1.id", "questions"),
        ("basutbud.yaml", "1.id", "decisions"),
    ] == found
