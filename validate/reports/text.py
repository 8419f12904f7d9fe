"""The report for people: the place, the rule, the author's own line with a caret under it, and what to do."""

import unicodedata
from collections.abc import Iterator

from schema.places import Span
from validate.printable import shown
from validate.report import Located, Report, in_place
from validate.rule import Language, Severity

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
_BEGINS = {"sv": "börjar", "en": "begins"}
_ENDS = {"sv": "upphör", "en": "ends"}
_BECOMES_ERROR = {"sv": "blir fel", "en": "becomes an error"}
_COLOURS: dict[Severity, str] = {"error": "31;1", "warning": "33;1", "advice": "36;1"}


def write(report: Report) -> str:
    """One block of text for each finding that stands or is to come, in the order of the files."""
    shown_here = (found for found in report.findings if found.state in ("standing", "to-come"))
    return "".join("\n".join(_block(found, report)) + "\n\n" for found in sorted(shown_here, key=in_place))


def _block(found: Located, report: Report) -> Iterator[str]:
    language = report.language
    word = _painted(f"{found.severity_word}[{found.rule.id}]", _COLOURS[found.severity], report)
    place = _painted(f"{found.file}:{found.span.line}:{found.span.column}", "1", report)
    yield f"{place}: {word} {found.message}"
    yield from _excerpt(found.diagnostic.at.file, found.span, report)
    for there in found.related:
        yield f"  = {ROLES[there.role][language]}: {there.file}:{there.span.line}:{there.span.column}"
        yield from _excerpt(there.at.file, there.span, report)
    if found.affected:
        yield f"  = {_AFFECTS[language]} {_listed(found.affected, language)}"
    if found.begins:
        yield f"  = {_BEGINS[language]} {found.begins}"
    if found.ends:
        yield f"  = {_ENDS[language]} {found.ends}"
    if found.error_from:
        yield f"  = {_BECOMES_ERROR[language]} {found.error_from}"
    yield f"  = {_ADVICE[language]}: {found.advice}"


def _painted(text: str, code: str, report: Report) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if report.colour else text


def _listed(units: tuple[str, ...], language: Language) -> str:
    first = ", ".join(units[:_MOST_AFFECTED])
    if len(units) == 1:
        return first
    noun = "mottagningar" if language == "sv" else "units"
    more = ", …" if len(units) > _MOST_AFFECTED else ""
    return f"{len(units)} {noun}: {first}{more}"


def _excerpt(file: str, span: Span, report: Report) -> Iterator[str]:
    """The author's line, and carets under the part that is meant."""
    line = report.locator.line(file, span.line)
    if not line.strip():
        return
    before, meant, after = cut(line, span)
    number = str(span.line)
    bar = _painted("|", "34", report)
    yield f"  {number} {bar} {before}{meant}{after}"
    indent = " " * _width(before)
    carets = _painted("^" * max(_width(meant), 1), "31;1", report)
    yield f"  {' ' * len(number)} {bar} {indent}{carets}"


def cut(line: str, span: Span) -> tuple[str, str, str]:
    """What stands before, in and after the part of a line that is meant, fit to be shown; a long line is cut around
    that part."""
    start = span.column - 1
    end = max(span.end_column - 1 if span.end_line == span.line else len(line.rstrip()), start + 1)
    first = max(0, min(start - _WIDEST_LINE // 3, len(line) - _WIDEST_LINE))
    last = first + _WIDEST_LINE
    before, marked, after = line[first:start], line[start : min(end, last)], line[end:last]
    head = "…" if first else ""
    tail = "…" if last < len(line) else ""
    return head + shown(before), shown(marked) or " ", shown(after) + tail


def _width(text: str) -> int:
    """Columns on a terminal: combining marks take none, wide characters two."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in ("W", "F") else 1 for c in text
    )
