"""The report as GitLab's Code Quality, which a merge request compares with that of the branch it goes into."""

import json
from typing import Any

from validate.report import ADVICE, Located, Report
from validate.rule import Severity

_SEVERITIES: dict[Severity, str] = {"error": "critical", "warning": "major", "advice": "minor"}
_NOT_STANDING = "info"


def write(report: Report) -> str:
    """Every finding; of those that ask for nothing now, the description says why."""
    made = [_issue(found, known) for found, known in zip(report.findings, report.fingerprints, strict=True)]
    return json.dumps(made, ensure_ascii=False, indent=2) + "\n"


def _issue(found: Located, fingerprint: str) -> dict[str, Any]:
    return {
        "description": f"{found.told} {ADVICE[found.language]}: {found.advice}",
        "check_name": found.rule.id,
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[found.severity] if found.stands else _NOT_STANDING,
        "location": {"path": found.file, "lines": {"begin": found.span.line, "end": found.span.end_line}},
    }
