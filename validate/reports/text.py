"""The report for people: the place, the rule, the author's own line with a caret under it, and what to do."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from schema.places import Span
from validate.diagnostic import Diagnostic
from validate.locator import Locator
from validate.printable import printable, shown
from validate.rule import Language, Severity
from validate.rulebook import rule_by_id

SEVERITIES: dict[Language, dict[Severity, str]] = {
    "sv": {"error": "fel", "warning": "varning", "advice": "råd"},
    "en": {"error": "error", "warning": "warning", "advice": "advice"},
}
ROLES: dict[str, dict[Language, str]] = {
    "first-written-here": {"sv": "först skrivet här", "en": "first written here"},
    "required-here": {"sv": "krävs här", "en": "required here"},
    "forbidden-here": {"sv": "förbjudet här", "en": "forbidden here"},
    "promised-here": {"sv": "utlovat här", "en": "promised here"},
    "decided-here": {"sv": "beslutat här", "en": "decided here"},
    "guarded-here": {"sv": "skyddat här", "en": "guarded here"},
    "declared-here": {"sv": "deklarerat här", "en": "declared here"},
    "used-here": {"sv": "används här", "en": "used here"},
    "set-here": {"sv": "satt här", "en": "set here"},
    "other-one": {"sv": "den andra står här", "en": "the other one stands here"},
    "needed-here": {"sv": "behövs här", "en": "needed here"},
    "opened-here": {"sv": "öppnas här", "en": "opened here"},
    "begins-here": {"sv": "börjar här", "en": "begins here"},
    "changed-here": {"sv": "ändrat här", "en": "changed here"},
    "noticed-here": {"sv": "märks här", "en": "noticed here"},
}
"""What a related place is to the finding."""

_MOST_AFFECTED = 5
_WIDEST_LINE = 160
_ADVICE = {"sv": "gör så här", "en": "what to do"}
_AFFECTS = {"sv": "gäller", "en": "concerns"}
_EXEMPT = {"sv": "undantag till och med", "en": "waived until"}
_COLOURS: dict[Severity, str] = {"error": "31;1", "warning": "33;1", "advice": "36;1"}


@dataclass(frozen=True)
class Style:
    """How to write: the language, and whether with colours."""

    language: Language
    colour: bool = False

    def paint(self, text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self.colour else text


def located(diagnostics: list[Diagnostic], locator: Locator) -> list[tuple[Diagnostic, Span]]:
    """The diagnostics with their spans, in the order a reader meets them: by file, line and column."""
    pairs = [(diagnostic, locator.span(diagnostic.at)) for diagnostic in diagnostics]
    return sorted(pairs, key=lambda pair: (pair[0].at.file, pair[1].line, pair[1].column, pair[0].rule))


def write_text(diagnostics: list[Diagnostic], locator: Locator, style: Style) -> Iterator[str]:
    """One block of text for each diagnostic."""
    for diagnostic, span in located(diagnostics, locator):
        yield "\n".join(_block(diagnostic, span, locator, style))


def _block(diagnostic: Diagnostic, span: Span, locator: Locator, style: Style) -> Iterator[str]:
    rule = rule_by_id(diagnostic.rule)
    assert rule is not None
    language = style.language
    word = style.paint(f"{SEVERITIES[language][diagnostic.severity]}[{diagnostic.rule}]", _COLOURS[diagnostic.severity])
    place = style.paint(f"{printable(diagnostic.at.file)}:{span.line}:{span.column}", "1")
    yield f"{place}: {word} {printable(diagnostic.message(rule, language))}"
    yield from _excerpt(diagnostic.at.file, span, locator, style)
    for related in diagnostic.related:
        there = locator.span(related.at)
        yield f"  = {ROLES[related.role][language]}: {printable(related.at.file)}:{there.line}:{there.column}"
        yield from _excerpt(related.at.file, there, locator, style)
    if diagnostic.affected:
        yield f"  = {_AFFECTS[language]} {_listed(diagnostic.affected, language)}"
    if diagnostic.exemption:
        yield f"  = {_EXEMPT[language]} {diagnostic.exemption.last_day}: {printable(diagnostic.exemption.reason)}"
    yield f"  = {_ADVICE[language]}: {printable(diagnostic.advice(rule, language))}"


def _listed(units: tuple[str, ...], language: Language) -> str:
    first = printable(", ".join(units[:_MOST_AFFECTED]))
    if len(units) == 1:
        return first
    noun = "mottagningar" if language == "sv" else "units"
    more = ", …" if len(units) > _MOST_AFFECTED else ""
    return f"{len(units)} {noun}: {first}{more}"


def _excerpt(file: str, span: Span, locator: Locator, style: Style) -> Iterator[str]:
    """The author's line, and carets under the part that is meant; a long line is cut around that part."""
    line = locator.line(file, span.line)
    if not line.strip():
        return
    start = span.column - 1
    end = max(span.end_column - 1 if span.end_line == span.line else len(line.rstrip()), start + 1)
    first = max(0, min(start - _WIDEST_LINE // 3, len(line) - _WIDEST_LINE))
    last = first + _WIDEST_LINE
    before, marked, after = line[first:start], line[start : min(end, last)], line[end:last]
    head = "…" if first else ""
    tail = "…" if last < len(line) else ""
    number = str(span.line)
    bar = style.paint("|", "34")
    meant = shown(marked) or " "
    yield f"  {number} {bar} {head}{shown(before)}{meant}{shown(after)}{tail}"
    indent = " " * (len(head) + _width(shown(before)))
    carets = style.paint("^" * max(_width(meant), 1), "31;1")
    yield f"  {' ' * len(number)} {bar} {indent}{carets}"


def _width(text: str) -> int:
    """Columns on a terminal: combining marks take none, wide characters two."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in ("W", "F") else 1 for c in text
    )
