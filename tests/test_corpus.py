"""Ordinary Swedish prose gives no error wherever it stands and however it is written; each faulty sentence gives its own.

The prose is in `tests/corpus/`: one text a line, `#` before a heading. In `faulty.txt` every fault stands between
double brackets, with the rule that must find it behind `#`; characters that cannot be seen are written as escapes.
"""

import re
import textwrap
from collections import Counter
from itertools import chain, islice
from pathlib import Path

import pytest
import yaml

from schema.places import Place
from schema.reading.positions import Positions
from schema.workspace import Workspace
from validate.diagnostic import Diagnostic
from validate.examples import read_example
from validate.facts.unreplaced import unreplaced
from validate.rulebook import rules
from validate.run import run

CORPUS = Path(__file__).parent / "corpus"
WITH_PLACEHOLDERS = "platshallare"
THEMES = sorted(path.stem for path in CORPUS.glob("*.txt") if path.stem != "faulty")
_DEEP = " " * 12
STYLES = ("plain", "single", "double", "folded", "literal")

ALLOWED_WARNINGS: Counter[str] = Counter()
"""How many warnings the whole corpus may give, by rule; each with a reason."""

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


def _told(workspace: Workspace, found: Diagnostic) -> tuple[str, str]:
    """The rule, and what is marked; for whoever has to find out what went wrong."""
    positions = Positions(found.at.file, workspace.files[found.at.file])
    start, end = positions.offsets(found.at)
    return found.rule, positions.text[max(0, start - 30) : end + 30]


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("theme", THEMES)
def test_ordinary_prose_gives_no_error_and_no_warning(theme: str, style: str) -> None:
    workspace = _workspace(_texts(theme), style, shown_as_it_stands=theme != WITH_PLACEHOLDERS)
    assert workspace.misfits == ()
    assert [_told(workspace, found) for found in _found(workspace) if found.severity != "advice"] == []
