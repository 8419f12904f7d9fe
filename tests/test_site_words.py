"""The documentation site: that everything the models can say has words."""

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules
from typing import Any, Literal, get_args, get_origin

import pytest
from pydantic import BaseModel

import schema.models
from generator.site.casetypes.forms import questions_of
from generator.site.wording import words
from generator.site.wording.selection import in_words
from generator.site.wording.texts import fold, paragraphs
from schema.layers import Governance, Kind, LayerName
from schema.models.units import Settings
from validate.examples import read_example


def test_a_line_break_starts_a_new_paragraph() -> None:
    assert paragraphs("Ett & två\n\n  Tre {svarstid}\n") == (
        '<p>Ett &amp; två</p><p>Tre <span class="platshållare">{svarstid}</span></p>'
    )


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("kort", ("kort", "")),
        ("ett två tre", ("ett två", "tre")),
        ("ettordutanmellanrum", ("ettordu", "tanmellanrum")),
        ("ett två", ("ett två", "")),
    ],
)
def test_a_fold_keeps_words_whole(text: str, parts: tuple[str, str]) -> None:
    assert fold(text, 7) == parts


def test_a_condition_is_said_in_words() -> None:
    template = read_example(
        """
-- casetype_templates/kontakta-mig.yaml --
form:
  - id: slag
    question: Vad gäller det?
    type: choice
    options:
      - {id: ny, text: Nytt recept}
      - {id: om, text: Förnyelse}
      - {id: annat, text: Något annat}
  - {id: vilket, question: Vilket?, type: string, visible_when: {question: slag, is: [om, annat]}}
  - {id: ont, question: Har du ont?, type: boolean}
  - {id: var, question: Var?, type: string, visible_when: {question: ont, is: true}}
"""
    ).workspace.templates["kontakta-mig"]
    assert template.kind == "form"
    assert [question.condition for question in questions_of(template.form)] == [
        "",
        "Visas om du svarat Förnyelse eller Något annat på frågan ”Vad gäller det?”",
        "",
        "Visas om du svarat Ja på frågan ”Har du ont?”",
    ]


def test_a_selection_is_said_in_words() -> None:
    tree = read_example(
        """
-- groups.yaml --
nara:
  title: Nära vård
  select:
    business_type: [vardcentral, bvc]
    status: active
    not: {municipality: "1380"}
"""
    ).workspace.regions["exempel"]
    assert in_words(tree.groups["nara"].select, tree) == (
        "är av slaget vårdcentral eller BVC och har status aktiv, men inte ligger i Halmstad"
    )


def literals(annotation: Any) -> Iterator[frozenset[str]]:
    """The values of every Literal in a type."""
    if get_origin(annotation) is Literal:
        yield frozenset(get_args(annotation))
    for part in get_args(annotation):
        if get_origin(annotation) is not Literal:
            yield from literals(part)


def models() -> Iterator[type[BaseModel]]:
    for module in iter_modules(schema.models.__path__, "schema.models."):
        for value in vars(import_module(module.name)).values():
            if isinstance(value, type) and issubclass(value, BaseModel):
                yield value


def test_every_code_of_the_models_has_a_swedish_word() -> None:
    found = {codes for model in models() for info in model.model_fields.values() for codes in literals(info.annotation)}
    found |= {frozenset(get_args(codes)) for codes in (Kind, Governance, LayerName)}
    assert len(found) > 30
    assert [sorted(codes) for codes in found if not any(codes <= table.keys() for table in words.CODES)] == []


def test_every_table_of_words_stands_among_the_codes() -> None:
    tables = {name for name, table in vars(words).items() if name.isupper() and isinstance(table, dict)}
    others = {"LANGUAGE", "PLACEHOLDER", "ROLE", "SETTING"}
    listed = {name for name in tables for table in words.CODES if table is getattr(words, name)}
    assert listed == tables - others


def paths(model: type[BaseModel]) -> Iterator[tuple[str, ...]]:
    """The path of every setting: those in a mapping of their own one step further down."""
    for name, info in model.model_fields.items():
        inner = [part for part in (info.annotation, *get_args(info.annotation)) if isinstance(part, type)]
        below = [part for part in inner if issubclass(part, BaseModel)]
        yield from ((name, *rest) for part in below for rest in paths(part)) if below else iter([(name,)])


def test_every_setting_has_a_swedish_word() -> None:
    assert set(words.SETTING) == set(paths(Settings))
