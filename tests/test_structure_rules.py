"""The structural rules have words for all that reading and fitting can refuse."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

import schema
from schema.fitting import fit
from schema.load import load
from schema.models.files import KINDS, Kind, kind_of
from schema.models.values import FORMS
from schema.places import Misfit, Place, Stretch
from schema.reading.strict import Value, read
from schema.reading.syntax import PROBLEMS
from schema.workspace import Workspace
from validate.examples import read_example
from validate.reports.text import ROLES
from validate.rule import Language, Rule
from validate.rulebook import rule_by_id, rules

STRUCTURE = {rule.id: rule for rule in rules() if rule.topic == "structure"}
SOURCES = "\n".join(path.read_text(encoding="utf-8") for path in sorted(Path(schema.__path__[0]).rglob("*.py")))
KINDS_IN_SOURCES = set(re.findall(r"\b(?:Misfit|_misfit|_refuse|found\.add)\(\s*\"([a-z-]+)\"", SOURCES))
FORMS_IN_SOURCES = set(re.findall(r"\b_wrong_value\(.*, \"([a-z-]+)\"\)", SOURCES))
ROLES_IN_SOURCES = set(re.findall(r"\b(?:Related|_related)\(\s*\"([a-z-]+)\"", SOURCES))

LANGUAGES: tuple[Language, ...] = ("sv", "en")
in_both_languages = pytest.mark.parametrize("language", LANGUAGES)


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
    assert set(STRUCTURE) - {"repeated-id"} == KINDS_IN_SOURCES


def test_nobody_can_switch_off_a_structural_rule() -> None:
    assert {id for id, rule in STRUCTURE.items() if not rule.mandatory or rule.severity != "error"} == set()


@in_both_languages
def test_every_form_has_words(language: Language) -> None:
    phrases = _rule("wrong-value").words(language).phrases
    assert set(phrases["form"]) >= FORMS | FORMS_IN_SOURCES
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
    assert set(ROLES) >= ROLES_IN_SOURCES


def test_a_form_is_told_with_a_right_example() -> None:
    misfit = Misfit("wrong-value", Place("a.yaml", ("a",)), {"value": "1 mars", "form": "day"})
    assert _said(misfit, "sv") == (
        "Här ska det stå ett datum som 2026-03-01, men det står ”1 mars”.",
        "Skriv år, månad och dag med bindestreck emellan. Dagen måste finnas.",
    )


def test_a_long_value_is_told_by_its_beginning() -> None:
    misfit = Misfit("wrong-value", Place("a.yaml", ("a",)), {"value": "Hej!\nVälkommen", "form": "line"})
    assert _said(misfit, "sv")[0] == "Här ska det stå en text på en enda rad, men det står ”Hej!…”."


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
    link = Misfit("symbolic-link", Stretch("regions/a/region.yaml", 0, 0), {"reason": "outside"})
    workspace = load({"regions/a/wordlist.txt": b"provsvar"}, date(2026, 6, 1), [link])
    assert [link] == list(workspace.misfits)


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
== basutbud.yaml ==
- id: a
  title: A
  decided: {by: Nämnden, on: 2026-01-01, reference: HSN 1}
  valid: {from: 2026-01-01}
- id: a
  title: B
  decided: {by: Nämnden, on: 2026-02-01, reference: HSN 2}
  valid: {from: 2026-02-01}
== terms/t.yaml ==
layout: points
status: draft
version: 1
points:
  - {id: a, text: A}
  - {id: b, text: A}
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
        for finding in check(read_example(IDS).workspace)
        if isinstance(finding.at, Place)
    ]
    assert found == [
        ("a.yaml", "answer_forms.1.id", "answer_forms"),
        ("a.yaml", "standard_answers.1.id", "standard_answers"),
        ("a.yaml", "standard_answers.2.id", "standard_answers"),
        ("a.yaml", "default_terms.points.1.id", "points"),
        ("a.yaml", "form.1.items.0.id", "questions"),
        ("a.yaml", "form.1.items.1.options.2.id", "options"),
        ("basutbud.yaml", "1.id", "decisions"),
        ("t.yaml", "points.2.id", "points"),
        ("m.yaml", "questions.1.id", "questions"),
        ("groups.yaml", "g.casetypes.a.extra_points.1.id", "extra_points"),
        ("vc.yaml", "casetypes.l.local.form.1.id", "questions"),
    ]


ROOT = Path(__file__).parent.parent
FACTS = {
    "unknown-key": ("key", "known", "nearest"),
    "missing-key": ("key",),
    "dedented-key": ("key", "parent"),
    "empty-value": ("key",),
    "wrong-value": ("form", "value"),
    "wrong-shape": ("expected", "found", "key"),
    "unknown-choice": ("choices", "nearest", "value"),
}
# These have every kind of file, and between them nearly every key.
SHIPPED = sorted(
    path
    for pattern in ("casetype_templates/b*", "regions/jonkoping/**/*", "regions/skane/**/*")
    for path in ROOT.glob(f"{pattern}.yaml")
)
NOT_SHIPPED = {
    "regions/skane/baseline.yaml": b"- {rule: activity-code-unknown, object: units/a.yaml, value: a6f03d78161fa3c3}"
}
WRONG: tuple[Value, ...] = (None, "", "Å b", [], {}, ["a"], [None], {"a": "b"}, [{}])


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_whatever_is_written_in_the_place_of_something_else_is_told_in_words(kind: Kind) -> None:
    facts: set[tuple[str, tuple[str, ...]]] = set()
    codes: set[tuple[str, str, str]] = set()
    shipped = {path.relative_to(ROOT).as_posix(): path.read_bytes() for path in SHIPPED}
    for file, content in {**shipped, **NOT_SHIPPED}.items():
        if kind_of(file) is kind:
            for data in _misshapen(read(file, content)[0]):
                for misfit in fit(kind, file, data)[1]:
                    facts.add((misfit.kind, tuple(sorted(misfit.facts))))
                    codes.update(_codes(misfit))
    assert facts
    assert {(id, FACTS[id]) for id, _ in facts} == facts
    assert {
        (id, word, code, language)
        for id, word, code in codes
        for language in LANGUAGES
        if code not in _rule(id).words(language).phrases[word]
    } == set()


def _codes(misfit: Misfit) -> list[tuple[str, str, str]]:
    """The words of a misfit that must have phrases, with their codes."""
    rule = _rule(misfit.kind)
    return [(rule.id, word, misfit.facts[word]) for word in rule.sv.phrases if word in misfit.facts]


def _misshapen(data: Value) -> Iterator[Value]:
    """The data with every part of it in turn replaced, misspelt or taken away."""
    yield from WRONG
    if isinstance(data, dict):
        for key, value in data.items():
            rest = {name: item for name, item in data.items() if name != key}
            yield from (rest, {**rest, f"{key}x": value})
            yield from ({**data, key: item} for item in _misshapen(value))
    elif isinstance(data, list):
        for number, value in enumerate(data):
            yield from ([*data[:number], item, *data[number + 1 :]] for item in _misshapen(value))


WAIVER = "- {rule: a-rule, unit: vc, reason: A, owner: A, ticket: A, last_day: 2026-12-31}\n"


@pytest.mark.parametrize("wrong", ["- {rule: a}\n", "-\n", "- a\n", WAIVER.replace("unit: vc", "unit: vc, unit: a")])
def test_a_wrong_item_of_a_list_file_takes_no_other_along(wrong: str) -> None:
    file = "regions/a/waivers.yaml"
    workspace = load({file: (WAIVER + wrong + WAIVER).encode()}, date(2026, 6, 1))
    tree = workspace.regions["a"]
    assert [waiver.place for waiver in tree.waivers] == [Place(file, (0,)), Place(file, (2,))]
    assert tree.is_broken("waivers.yaml")


@pytest.mark.parametrize(
    ("path", "right"),
    [
        ("casetype_templates/Förnya recept.yaml", "casetype_templates/fornya-recept.yaml"),
        ("casetype_templates/fornya-recept.yaml.txt", "casetype_templates/fornya-recept.yaml"),
        ("casetype_templates/fornya-recept.YML", "casetype_templates/fornya-recept.yaml"),
        ("regions/a/unit/vc.yaml", "regions/a/units/vc.yaml"),
        ("regions/a/units/norr/vc.yaml", "regions/a/units/vc.yaml"),
        ("regions/a/list/piloter.csv.txt", "regions/a/lists/piloter.csv"),
        ("regions/a/lists/piloter.xlsx", ""),
        ("regions/a/group.yml", "regions/a/groups.yaml"),
        ("regions/a/terms/there.yaml.bak", ""),
        ("regions/Å/units/vc.yaml", "regions/a/units/vc.yaml"),
        ("regions/data/units/vc.yaml", ""),
        ("regions/rules/units/vc.yaml", ""),
        ("regions/templates/units/vc.yaml", ""),
        ("regions/index/units/vc.yaml", ""),
        ("regions/a/units/index.yaml", ""),
        ("regions/a/casetypes/index.yaml", ""),
        ("regions/a/terms/index.yaml", ""),
        ("regions/a/lists/index.csv", ""),
        ("casetype_templates/index.yaml", ""),
    ],
)
def test_a_misplaced_file_is_told_with_its_right_path_and_is_not_unknown_there(path: str, right: str) -> None:
    there = "regions/a/terms/there.yaml"
    workspace = load({path: b"a: b", there: b"a: b"}, date(2026, 6, 1))
    [misfit] = [misfit for misfit in workspace.misfits if misfit.kind == "unexpected-file"]
    assert misfit == Misfit("unexpected-file", Stretch(path, 0, 0), {"file": path, "nearest": right})
    tree = workspace.regions["a"]
    if right and path.startswith(("casetype_templates/", "regions/a/")):
        assert right in tree.paths & tree.broken
        assert path not in tree.paths


UNIT = """
== units/vc-tva.yaml ==
hsa_id: SE2321000115-PAHITT0002
name: Andra påhittade vårdcentralen
status: planned
invented: true
business_type: vardcentral
care_level: primary
governed_by: forvaltning
municipality: "1380"
phone: 031-390 06 02
-- groups.yaml --
piloter: {title: Piloter, list: piloter.txt}
-- lists/piloter.txt --
SE2321000115-PAHITT0002
"""


@pytest.mark.parametrize(
    ("old", "new", "count"),
    [
        ("SE2321000115-PAHITT0002\nname", "SE2321000115_PAHITT0002\nname", 0),
        ("SE2321000115-PAHITT0002\nname", "SE2321000151-PAHITT0002\nname", 0),
        ("SE2321000115-PAHITT0002\nname", "SE2321000115-PAHITT0003\nname", 1),
        ("hsa_id: SE2321000115-PAHITT0002\n", "", 0),
        ("hsa_id: SE2321000115-PAHITT0002\n", "hsa_id:\n", 0),
        ("status: planned", "status: planed", 0),
        ("== units/vc-tva.yaml ==", "== units/vc-tva.yaml (utf-16) ==", 0),
        ("== units/vc-tva.yaml ==", "== unit/vc-tva.yaml ==", 0),
    ],
)
def test_a_unit_whose_file_or_id_is_wrong_is_not_unknown_as_well(old: str, new: str, count: int) -> None:
    check = _rule("unknown-unit").check
    assert check is not None
    assert old in UNIT
    assert count == len(list(check(read_example(UNIT.replace(old, new)).workspace)))


SWALLOWING = """
== messages/m.yaml ==
name: M
kind: questions
subject: M
text: >-
  Hej!
  {line}
questions:
  - id: a
    question: |
      Hur är det?
      {other}
    type: text
"""


@pytest.mark.parametrize(
    ("line", "other", "keys"),
    [
        ("attachments: true", "Bra", ["attachments"]),
        ("attachments:", "required: true", ["attachments", "required"]),
        ("Se attachments: här", "Du har required: kvar", []),
        ("name: M", "id: a", []),
        ("telefon: 031", "klockan 10:30", []),
        ("Bra", "- id: b", ["id"]),
        ("maximum_recipients:\n    10", "maximum_recipients: 10", ["maximum_recipients", "maximum_recipients"]),
    ],
)
def test_a_line_of_a_text_that_begins_with_a_missing_key_was_most_likely_that_key(
    line: str, other: str, keys: list[str]
) -> None:
    check = _rule("text-swallows-key").check
    assert check is not None
    text = SWALLOWING.replace("{line}", line).replace("{other}", other)
    assert keys == sorted(str(finding.words["key"]) for finding in check(read_example(text).workspace))


def test_a_quoted_text_swallows_nothing() -> None:
    check = _rule("text-swallows-key").check
    assert check is not None
    text = SWALLOWING.replace(">-\n  Hej!\n  {line}", '"Hej!\n  attachments: true"')
    assert list(check(read_example(text).workspace)) == []
