"""The report as reviewdog's rdjson, from which reviewdog makes review comments on several forges.

Its columns count bytes of UTF-8, and its ends are exclusive.
"""

import json
from typing import Any

from schema.places import At, Span
from validate.report import ADVICE, Located, Report, worst
from validate.rule import Severity

_SEVERITIES: dict[Severity, str] = {"error": "ERROR", "warning": "WARNING", "advice": "INFO"}
_NOT_STANDING = "INFO"


def write(report: Report) -> str:
    """Every finding; of those that ask for nothing now, the message says why."""
    made = {
        "source": {"name": "basutbud"},
        "severity": _SEVERITIES[_worst_of(report)],
        "diagnostics": [_diagnostic(found, report) for found in report.findings],
    }
    return json.dumps(made, ensure_ascii=False, indent=2) + "\n"


def _worst_of(report: Report) -> Severity:
    return next((found.severity for found in worst(report.standing)), "advice")


def _diagnostic(found: Located, report: Report) -> dict[str, Any]:
    range = _range(found.diagnostic.at, found.span, report)
    made: dict[str, Any] = {
        "message": f"{found.told}\n{ADVICE[found.language]}: {found.advice}",
        "location": {"path": found.file, "range": range},
        "severity": _SEVERITIES[found.severity] if found.stands else _NOT_STANDING,
        "code": {"value": found.rule.id},
    }
    edits = report.edits(found) if found.stands else []
    if len(edits) == 1:  # several suggestions would be a choice between them
        [(stretch, text)] = edits
        there = _range(stretch, report.locator.span(stretch), report)
        made["suggestions"] = [{"range": there, "text": text}]
    return made


def _range(at: At, span: Span, report: Report) -> dict[str, Any]:
    positions = report.locator.positions(at.file)
    start, end = positions.offsets(at)
    return {
        "start": {"line": span.line, "column": _bytes_before(positions.text, start, span.column)},
        "end": {"line": span.end_line, "column": _bytes_before(positions.text, end, span.end_column)},
    }


def _bytes_before(text: str, offset: int, column: int) -> int:
    """The column of an offset in bytes, when it is known in code points."""
    return len(text[offset - column + 1 : offset].encode()) + 1
