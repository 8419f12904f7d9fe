"""The report as JSON of our own, with a published schema: everything that a check says, for any other program."""

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from schema.places import Span
from validate.report import Located, Report
from validate.rule import Language, Severity

FORMAT_VERSION = 1
"""Raised when a reader of the former version would be misled."""

Count = Annotated[int, Field(ge=0)]
Number = Annotated[int, Field(ge=1)]


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Tool(_Model):
    """Det program som granskade."""

    name: Literal["basutbud"]
    version: str


class Counts(_Model):
    """Hur många fynd det är av varje slag."""

    error: Count
    warning: Count
    advice: Count
    waived: Count
    old: Count
    to_come: Count


class Location(_Model):
    """Var något står: rader och kolumner från 1, kolumner i kodpunkter, slutkolumnen den första efter."""

    file: str
    line: Number
    column: Number
    end_line: Number
    end_column: Number


class OtherLocation(_Model):
    """En annan plats som förklarar fyndet."""

    role: str = Field(description="Vad platsen är för fyndet, som ett ord för program.")
    at: Location


class Exempted(_Model):
    """Det undantag som fyndet har."""

    reason: str
    owner: str
    ticket: str
    last_day: date
    at: Location


class Edit(_Model):
    """En ändring av filens egen text."""

    at: Location
    text: str = Field(description="Det som ska stå där i stället.")


class ReportedFinding(_Model):
    """Ett fynd: en regel som bryts på en plats."""

    rule: str
    topic: str
    severity: Severity
    state: Literal["standing", "waived", "old", "to-come"]
    message: str
    reason: str
    advice: str
    region: str = Field(description="Tomt i de nationella filerna.")
    at: Location
    object: str = Field(description="Vad i filen det gäller, med id i stället för ordningstal.")
    fingerprint: str = Field(description="Densamma så länge samma sak är fel på samma ställe, vilken rad det än är.")
    excerpt: str
    related: list[OtherLocation]
    units: list[str] = Field(description="De mottagningar som det gäller, när flera delar platsen.")
    exemption: Exempted | None
    begins: date | None = Field(description="Den första dagen då fyndet görs, om det inte görs än.")
    ends: date | None = Field(description="Den första dagen då fyndet inte längre görs, om det är känt.")
    error_from: date | None = Field(description="Dagen då fyndet blir ett fel, om det är mildare till dess.")
    replacement: str | None = Field(description="Det värde som platsen får ges utan att texten betyder något annat.")
    edits: list[Edit] = Field(description="Hur ett program får skriva in det värdet; tomt när en människa behöver det.")


class CheckReport(_Model):
    """En granskning av konfigurationen."""

    format_version: Literal[1]
    tool: Tool
    language: Language
    as_of: date
    regions: list[str]
    counts: Counts
    findings: list[ReportedFinding]


def write(report: Report) -> str:
    """Every finding, also those that ask for nothing now."""
    counts = {name.replace("-", "_"): number for name, number in report.counts.items()}
    made = CheckReport(
        format_version=FORMAT_VERSION,
        tool=Tool(name="basutbud", version=report.version),
        language=report.language,
        as_of=report.as_of,
        regions=list(report.regions),
        counts=Counts(**counts),
        findings=[_finding(report, number, found) for number, found in enumerate(report.findings)],
    )
    return made.model_dump_json(indent=2) + "\n"


def _finding(report: Report, number: int, found: Located) -> ReportedFinding:
    return ReportedFinding(
        rule=found.rule.id,
        topic=found.rule.topic,
        severity=found.severity,
        state=found.state,
        message=found.message,
        reason=found.reason,
        advice=found.advice,
        region=found.region,
        at=_location(found.file, found.span),
        object=report.keys[number].path,
        fingerprint=report.fingerprints[number],
        excerpt=report.excerpt(found),
        related=[OtherLocation(role=there.role, at=_location(there.file, there.span)) for there in found.related],
        units=list(found.affected),
        exemption=_exemption(report, found),
        begins=found.begins,
        ends=found.ends,
        error_from=found.error_from,
        replacement=found.fix,
        edits=[_edit(report.locator.span(stretch), found.file, text) for stretch, text in report.edits(found)],
    )


def _edit(span: Span, file: str, text: str) -> Edit:
    return Edit(at=_location(file, span), text=text)


def _location(file: str, span: Span) -> Location:
    return Location(file=file, line=span.line, column=span.column, end_line=span.end_line, end_column=span.end_column)


def _exemption(report: Report, found: Located) -> Exempted | None:
    waiver = found.waiver
    if waiver is None:
        return None
    return Exempted(
        reason=waiver.reason,
        owner=waiver.owner,
        ticket=waiver.ticket,
        last_day=date.fromisoformat(waiver.last_day),
        at=_location(waiver.place.file, report.locator.span(waiver.place)),
    )
