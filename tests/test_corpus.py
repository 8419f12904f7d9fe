"""Ordinary Swedish prose gives no error wherever it stands and however it is written; faulty sentences give their own.

The prose is in `tests/corpus/`: one text a line, `#` before a heading. In `faulty.txt` every fault stands between
double brackets, with the rule that must find it behind `#`; characters that cannot be seen are written as escapes.
"""

import re
import textwrap
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

from schema.reading.positions import Positions
from schema.workspace import Workspace
from validate.diagnostic import Diagnostic
from validate.examples import read_example
from validate.rulebook import rules
from validate.run import run

CORPUS = Path(__file__).parent / "corpus"
WITH_PLACEHOLDERS = "platshallare"
THEMES = sorted(path.stem for path in CORPUS.glob("*.txt") if path.stem != "faulty")
_DEEP = " " * 12
_TERMS_PATH = "regions/exempel/terms/kontakta-mig.yaml"
STYLES = ("plain", "single", "double", "folded", "literal")

ALLOWED_WARNINGS: frozenset[str] = frozenset()
"""Rules whose warnings ordinary prose may give, each with the reason; there is none."""

CHECKED_BY_TEXT = {
    "invisible-character",
    "legacy-brand",
    "markup",
    "mixed-alphabets",
    "mobile-number",
    "mojibake",
    "not-normalised",
    "personal-email",
    "personal-number",
    "staff-email",
    "unknown-placeholder",
    "unreplaced-placeholder",
}
"""Rules that need nothing but a sentence; each has faulty ones."""


def _texts(theme: str) -> list[str]:
    lines = (CORPUS / f"{theme}.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line.strip() and not line.startswith("#")]


def _written(text: str, style: str) -> str:
    """The text as a YAML scalar that may stand after `key: ` or `- `, at any depth of less than ten."""
    if style == "folded":
        paragraphs = (textwrap.wrap(part, 90, break_on_hyphens=False) for part in text.split("\n\n"))
        return ">-\n" + textwrap.indent("\n\n".join(map("\n".join, paragraphs)), _DEEP)
    if style == "literal":
        return "|-\n" + textwrap.indent(text, _DEEP)
    quote = {"single": "'", "double": '"', "plain": None}[style]
    written = yaml.safe_dump(text, default_style=quote, allow_unicode=True, width=10**6)
    return written.removesuffix("\n...\n").strip()


def _items(texts: list[str], keys: str, style: str) -> str:
    """A list of items with an id and a text each; `keys` is what stands around the text."""
    return "".join(
        f"  - id: s{number}\n    {keys.format(_written(text, style))}\n" for number, text in enumerate(texts)
    )


def _all(texts: list[str]) -> str:
    return "\n\n".join(" ".join(texts[number : number + 3]) for number in range(0, len(texts), 3))


_FORM = """
-- casetypes/kontakta-mig.yaml --
form:
{questions}
  - id: val
    question: Vad stämmer?
    type: choice
    options:
{options}
-- messages/brev.yaml --
name: Brev
kind: information
subject: {short}
text: {all}
-- units/vc.yaml --
settings:
  information: {all}
  opening_hours: {all}
booking: {{journal_system: Exempeljournal, takning: done, supports: [book, cancel]}}
casetypes:
  kontakta-mig: {{}}
  boka-tid: {{}}
"""
_TERMS = """
-- region.yaml --
cancellation_limit: {{primary: 24 h}}
-- terms/kontakta-mig.yaml --
layout: points
status: approved
approved: {{on: 2026-03-01, by: redaktionen}}
version: 1
points:
  - id: om
    text: Här kan du be {{enhet}} att kontakta dig.
  - id: svarstid
    text: Du får svar inom {{svarstid}}.
  - id: akut
    text: Ring 112 om det är akut och fara för liv. Ring 1177 om du behöver råd när vi har stängt.
{points}
-- casetypes/kontakta-mig.yaml --
extends: kontakta-mig
terms: kontakta-mig
description: {description}
standard_answers:
{answers}
answer_forms:
  - id: allt
    name: Svar
    text: {all}
-- terms/boka-tid.yaml --
layout: booking
status: approved
approved: {{on: 2026-03-01, by: redaktionen}}
version: 1
unit_text: {visible}
concerns: {all}
information_to_unit: {short}
conditions: {all}
-- casetypes/boka-tid.yaml --
name: Boka tid
category: Tidbokning
kind: booking
functions: [book, cancel]
terms: boka-tid
-- units/vc.yaml --
booking: {{journal_system: Exempeljournal, takning: done, supports: [book, cancel]}}
casetypes:
  kontakta-mig: {{}}
  boka-tid: {{}}
"""


def _workspace(texts: list[str], style: str, *, shown_as_it_stands: bool) -> Workspace:
    """The texts in every place that prose may have; in those that no placeholder is filled in, where none is used."""
    short = next(text for text in texts if len(text) <= 100)
    words = {
        "points": _items(texts, "text: {}", style),
        "answers": _items(texts, "text: {}", style),
        "questions": _items(texts, "type: boolean\n    question: {0}\n    help: {0}", style),
        "options": textwrap.indent(_items(texts, "text: {}", style), "    "),
        "description": _written(texts[0], style),
        "visible": _written(short, style),
        "short": _written(short, style),
        "all": _written(_all(texts), style),
    }
    example = _TERMS + _FORM if shown_as_it_stands else _TERMS
    return read_example(example.format_map(words)).workspace


def _found(workspace: Workspace) -> list[Diagnostic]:
    return [found for found in run(workspace, rules()) if found.stands]


def _marked(workspace: Workspace, found: Diagnostic) -> str:
    """The finding's rule and what is marked, with what stands before it in the file."""
    positions = Positions(found.at.file, workspace.files[found.at.file])
    start, end = positions.offsets(found.at)
    return f"{found.rule}: {positions.text[max(0, start - 40) : start]}[[{positions.text[start:end]}]]"


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("theme", THEMES)
def test_ordinary_prose_gives_no_error_and_no_warning(theme: str, style: str) -> None:
    workspace = _workspace(_texts(theme), style, shown_as_it_stands=theme != WITH_PLACEHOLDERS)
    assert workspace.misfits == ()
    told = [found for found in _found(workspace) if found.severity != "advice" and found.rule not in ALLOWED_WARNINGS]
    assert [_marked(workspace, found) for found in told] == []


def test_the_prose_is_of_some_length_and_says_nothing_twice() -> None:
    texts = [text for theme in THEMES for text in _texts(theme)]
    assert len(texts) >= 500
    assert len(set(texts)) == len(texts)


_MARK = re.compile(r"\[\[(.+?)\]\](?!\])")


class Faulty(NamedTuple):
    """A faulty text, and each rule that must find something, with the words that it marks."""

    text: str
    faults: list[tuple[str, str]]


def _faulty() -> list[Faulty]:
    lines = (line.rpartition(" # ") for line in _texts("faulty"))
    marked = ((_unescaped(text), rule) for text, _, rule in lines)
    return [
        Faulty(_MARK.sub(r"\1", text), sorted((rule, match[1]) for match in _MARK.finditer(text)))
        for text, rule in marked
    ]


def _unescaped(text: str) -> str:
    return text.encode("latin-1", "backslashreplace").decode("unicode_escape")


def test_each_fault_is_found_with_its_words_and_nothing_else_is() -> None:
    faulty = _faulty()
    # The lines of a quoted text are one line in the file.
    workspace = _workspace([text for text, _ in faulty], "double", shown_as_it_stands=False)
    terms = Positions(_TERMS_PATH, workspace.files[_TERMS_PATH])
    lines = terms.text.split("\n")
    found: dict[int, list[tuple[str, str]]] = {number: [] for number in range(len(faulty))}
    for diagnostic in _found(workspace):
        if diagnostic.at.file == _TERMS_PATH and diagnostic.severity != "advice":
            start, end = terms.offsets(diagnostic.at)
            point = lines[terms.text.count("\n", 0, start) - 1].removeprefix("  - id: s")
            found[int(point)].append((diagnostic.rule, yaml.safe_load(f'"{terms.text[start:end]}"')))
    wrong = [
        (text, faults, sorted(found[number]))
        for number, (text, faults) in enumerate(faulty)
        if faults != sorted(found[number])
    ]
    assert wrong == []


def test_there_are_many_faults_and_some_of_each_kind() -> None:
    faulty = _faulty()
    assert len(faulty) >= 150
    assert {rule for _, faults in faulty for rule, _ in faults} >= CHECKED_BY_TEXT
