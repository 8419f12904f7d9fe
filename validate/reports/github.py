"""The report as GitHub's workflow commands, which become annotations beside the lines of a change.

GitHub shows ten of each level for a step and drops the others in silence, so the worst come first, and a last notice
says how many there are. Columns only make sense on one line there; they count code points, the end being exclusive.
"""

from collections.abc import Iterator

from validate.report import ADVICE, Located, Report, worst
from validate.rule import Language, Severity

_LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "advice": "notice"}
_MOST = 10
_TITLE: dict[Language, str] = {"sv": "basutbud: summan", "en": "basutbud: the sum"}
_FULL_LIST: dict[Language, str] = {
    "sv": " Här visas bara {here} av {all}. Alla står i en rapport till en fil, till exempel --report markdown=FIL.",
    "en": " Only {here} of {all} are shown here. A report to a file has them all, such as --report markdown=FILE.",
}


def write(report: Report) -> str:
    """The findings that stand, and a last notice when there is more to know."""
    standing = report.standing
    chosen = list(_chosen(standing))
    commands = [_annotation(found) for found in chosen]
    if len(chosen) < len(report.findings):
        more = _FULL_LIST[report.language].format(here=len(chosen), all=len(standing))
        text = f"{report.sums}.{more if len(chosen) < len(standing) else ''}"
        commands.append(_command("notice", text, title=_TITLE[report.language]))
    return "".join(f"{command}\n" for command in commands)


def _chosen(standing: list[Located]) -> Iterator[Located]:
    """As many of each level as are shown, with a place left for the last notice."""
    for severity in _LEVELS:
        most = _MOST if severity != "advice" else _MOST - 1
        yield from [found for found in worst(standing) if found.severity == severity][:most]


def _annotation(found: Located) -> str:
    span = found.span
    place: dict[str, str | int] = {"file": found.file, "line": span.line, "endLine": span.end_line}
    if span.line == span.end_line:
        place |= {"col": span.column, "endColumn": span.end_column}
    text = f"{found.told}\n{ADVICE[found.language]}: {found.advice}"
    return _command(_LEVELS[found.severity], text, **place, title=f"{found.severity_word}[{found.rule.id}]")


def _command(level: str, text: str, **properties: str | int) -> str:
    written = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    return f"::{level} {written}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
