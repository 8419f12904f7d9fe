"""The report as SARIF 2.1.0, for code scanning and for viewers."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from schema.places import Span
from validate.printable import printable
from validate.report import ADVICE, SEVERITIES, Located, Report, worst
from validate.reports.text import ROLES
from validate.rule import Language, Rule, Severity

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "advice": "note"}
_MOST_RESULTS = 25_000
_MOST_LOCATIONS = 1_000
"""What GitHub takes of a run, and of a result."""

_ROOT = "SRCROOT"
_PLAIN = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/")
"""What stands for itself in the path of an address."""

_LANGUAGES: tuple[Language, Language] = ("sv", "en")
_SOURCE: dict[Language, str] = {"sv": "Källa", "en": "Source"}
_OLD: dict[Language, str] = {"sv": "Står i regionens baslinje.", "en": "Stands in the region's baseline."}
_TRUNCATED: dict[Language, str] = {
    "sv": "Av {all} fynd finns de {here} värsta här.",
    "en": "Of {all} findings, the {here} worst are here.",
}


def write(report: Report) -> str:
    rules = [report.book[id] for id in sorted(report.book)]
    driver = {
        "name": "basutbud",
        "version": report.version,
        "semanticVersion": report.version,
        "language": report.language,
        "rules": [_rule(rule, report.language) for rule in rules],
    }
    run = {
        "tool": {"driver": driver},
        "automationDetails": {"id": "basutbud/"},
        "originalUriBaseIds": {_ROOT: {"description": {"text": "casetype_templates/, regions/"}}},
        "columnKind": "unicodeCodePoints",
        "language": report.language,
        "invocations": [{"executionSuccessful": True, **_truncation(report)}],
        "properties": {"asOf": str(report.as_of), "regions": list(report.regions), "counts": dict(report.counts)},
        "results": list(_results(report, {rule.id: number for number, rule in enumerate(rules)})),
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _results(report: Report, numbers: Mapping[str, int]) -> Iterator[dict[str, Any]]:
    kept = {id(found) for found in worst(report.findings)[:_MOST_RESULTS]}
    has_old = any(found.state == "old" for found in report.findings)
    for found, fingerprint, key in zip(report.findings, report.fingerprints, report.keys, strict=True):
        if id(found) in kept:
            # GitHub knows an alert again by the second, and makes it of the line where it is missing.
            known = {"basutbud/v1": fingerprint, "primaryLocationLineHash": f"{fingerprint[:16]}:1"}
            yield {
                "ruleId": found.rule.id,
                "ruleIndex": numbers[found.rule.id],
                **_result(found, key.path, has_old, report),
                "partialFingerprints": known,
            }


def _rule(rule: Rule, language: Language) -> dict[str, Any]:
    """A rule with its words in both languages, that of the report first."""
    words = rule.words(language)
    texts = [_help(rule, each) for each in sorted(_LANGUAGES, key=lambda each: each != language)]
    return {
        "id": rule.id,
        "shortDescription": {"text": printable(words.title)},
        "fullDescription": {"text": printable(words.reason)},
        "help": {"text": "\n\n".join(texts)},
        "messageStrings": {each: {"text": _escaped(rule.words(each).message)} for each in _LANGUAGES},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": [rule.topic], "mandatory": rule.mandatory},
    }


def _help(rule: Rule, language: Language) -> str:
    words = rule.words(language)
    title = f"{printable(words.title)} ({SEVERITIES[language][rule.severity]})"
    advice = f"{ADVICE[language]}: {printable(words.advice)}"
    return f"{title}\n{printable(words.reason)}\n{advice}\n{_SOURCE[language]}: {printable(rule.source)}"


def _escaped(template: str) -> str:
    """With the braces doubled, since single ones hold numbers there."""
    return printable(template).replace("{", "{{").replace("}", "}}")


def _result(found: Located, path: str, has_old: bool, report: Report) -> dict[str, Any]:
    place = _physical(found.file, found.span)
    made: dict[str, Any] = {
        "level": "note" if found.state == "to-come" else _LEVELS[found.severity],
        "message": {"text": f"{found.message} {ADVICE[found.language]}: {found.advice}"},
        "locations": [{**place, **({"logicalLocations": [{"fullyQualifiedName": path}]} if path else {})}],
        "suppressions": _suppressions(found),
        "properties": {"state": found.state, "units": list(found.affected)},
    }
    if found.related:
        made["relatedLocations"] = [
            {"id": number, "message": {"text": ROLES[there.role][found.language]}, **_physical(there.file, there.span)}
            for number, there in enumerate(found.related[: _MOST_LOCATIONS - 1], 1)
        ]
    days = {"begins": found.begins, "ends": found.ends, "errorFrom": found.error_from}
    made["properties"] |= {name: str(day) for name, day in days.items() if day is not None}
    if has_old:
        made["baselineState"] = "unchanged" if found.state == "old" else "new"
    edits = report.edits(found)
    if edits:
        made["fixes"] = [_fix(found, [(report.locator.span(stretch), text) for stretch, text in edits])]
    return made


def _suppressions(found: Located) -> list[Mapping[str, str]]:
    if found.waiver is not None:
        reason = f"{found.state_in_words} ({found.waiver.owner}, {found.waiver.ticket})"
        return [{"kind": "external", "status": "accepted", "justification": reason}]
    return [{"kind": "external", "justification": _OLD[found.language]}] if found.state == "old" else []


def _physical(file: str, span: Span) -> dict[str, Any]:
    return {"physicalLocation": {"artifactLocation": _artifact(file), "region": _region(span)}}


def _artifact(file: str) -> dict[str, str]:
    uri = "".join(chr(code) if code in _PLAIN else f"%{code:02X}" for code in file.encode())
    return {"uri": uri, "uriBaseId": _ROOT}


def _region(span: Span) -> dict[str, int]:
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }


def _fix(found: Located, edits: list[tuple[Span, str]]) -> dict[str, Any]:
    replacements = [{"deletedRegion": _region(span), "insertedContent": {"text": text}} for span, text in edits]
    change = {"artifactLocation": _artifact(found.file), "replacements": replacements}
    return {"description": {"text": found.advice}, "artifactChanges": [change]}


def _truncation(report: Report) -> dict[str, Any]:
    if len(report.findings) <= _MOST_RESULTS:
        return {}
    text = _TRUNCATED[report.language].format(all=len(report.findings), here=_MOST_RESULTS)
    return {"toolExecutionNotifications": [{"level": "warning", "message": {"text": text}}]}
