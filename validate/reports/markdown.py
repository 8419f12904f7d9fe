"""The report as Markdown, for a comment on a change or the summary of a job.

A forge does more with a text than Markdown says: names with @ in front are told of it, numbers after # become links. So
every sign of the author's that could mean anything is written by its number, and what a forge looks for in the finished
page is kept apart by a blank of no width.
"""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from validate.counting import counted
from validate.report import ADVICE, Located, Report
from validate.reports.text import ROLES
from validate.rule import Language

MARKER = "<!-- basutbud:rapport -->"
"""By which the comment is found again, so that it is written over and not beside."""

_MOST_CHARACTERS = 60_000
_MOST_IN_FILE = 50
_LONGEST_FILE = 25_000
_LONGEST_TEXT = 600

_MEANING = re.compile(r"[!#$%&*<>@\[\\\]^_`{|}~]|:(?!\s|$)|(?<=www)\.|(?<=\bG[HL])-")
_SOUGHT = frozenset("@#!%~$&^:-")
_BACKTICKS = re.compile("`+")

_WORDS: dict[Language, dict[str, str]] = {
    "sv": {
        "title": "Granskning av konfigurationen",
        "checked": "{checked} så som det ser ut {day}: {sums}.",
        "clean": "Ingenting behöver rättas.",
        "national": "Nationella filer",
        "line": "rad {line}",
        "units": "Gäller {number} mottagningar",
        "more": "… och {number} fynd till i den här filen.",
        "others": "Det som inte behöver rättas nu ({number})",
        "dropped": "Rapporten är avkortad: {number} fynd får inte plats här. Kör basutbud check för att se alla.",
    },
    "en": {
        "title": "Check of the configuration",
        "checked": "{checked} as of {day}: {sums}.",
        "clean": "Nothing has to be mended.",
        "national": "National files",
        "line": "line {line}",
        "units": "Concerns {number} units",
        "more": "… and {number} more findings in this file.",
        "others": "What need not be mended now ({number})",
        "dropped": "The report is shortened: {number} findings do not fit in here. Run basutbud check to see all.",
    },
}


class _Section(NamedTuple):
    """The findings of one file, or all that ask for nothing now; it is shown whole or not at all."""

    region: str
    text: str
    findings: int
    rank: int


def write(report: Report) -> str:
    words = _WORDS[report.language]
    checked = words["checked"].format(
        checked=counted(len(report.regions), "checked", report.language), day=report.as_of, sums=report.sums
    )
    head = f"{MARKER}\n## {words['title']}\n\n{checked}\n"
    sections = list(_sections(report))
    if not report.standing:
        head += f"\n{words['clean']}\n"
    kept = _fitting(sections, _MOST_CHARACTERS - len(head) - 1_000)
    parts = [head]
    for region, group in groupby(kept, key=lambda section: section.region):
        parts += [f"\n### {region}\n" if region else "", *(section.text for section in group)]
    dropped = sum(section.findings for section in sections) - sum(section.findings for section in kept)
    if dropped:
        parts.append(f"\n**{words['dropped'].format(number=dropped)}**\n")
    return "".join(parts)


def _fitting(sections: list[_Section], room: int) -> list[_Section]:
    """The sections that fit in, the worst of them first in line, in their order."""
    kept = set()
    for number, section in sorted(enumerate(sections), key=lambda pair: pair[1].rank):
        needed = len(section.text) + len(section.region) + len("\n### \n")
        if needed <= room:
            room -= needed
            kept.add(number)
    return [section for number, section in enumerate(sections) if number in kept]


def _sections(report: Report) -> Iterator[_Section]:
    words = _WORDS[report.language]
    for file, group in groupby(report.standing, key=lambda found: found.file):
        findings = list(group)
        items = [item for _, item in sorted(_fitting_items(findings, report))]
        lines = [f"\n#### {_code(file)}\n", *items]
        if len(findings) > len(items):
            lines.append(f"- {words['more'].format(number=len(findings) - len(items))}")
        region = _escaped(findings[0].region) or words["national"]
        yield _Section(region, "\n".join(lines) + "\n", len(findings), min(found.rank for found in findings))
    others = [found for found in report.findings if not found.stands]
    if others:
        summary = words["others"].format(number=len(others))
        lines = [f"- {_place(found)}: {_escaped(found.told)}" for found in others[:_MOST_IN_FILE]]
        more = "\n- …" if len(others) > _MOST_IN_FILE else ""
        text = f"\n<details><summary>{summary}</summary>\n\n" + "\n".join(lines) + f"{more}\n\n</details>\n"
        yield _Section("", text, len(others), 4)


def _fitting_items(findings: list[Located], report: Report) -> Iterator[tuple[int, str]]:
    """The worst of a file's findings, as many as leave room for other files, each with its number in the file."""
    room = _LONGEST_FILE
    for number, found in sorted(enumerate(findings), key=lambda pair: pair[1].rank)[:_MOST_IN_FILE]:
        item = _item(found, report)
        room -= len(item)
        if room < 0:
            return
        yield number, item


def _item(found: Located, report: Report) -> str:
    words = _WORDS[found.language]
    line = words["line"].format(line=found.span.line)
    lines = [f"- **{found.severity_word.capitalize()}**, {line}, `{found.rule.id}`: {_escaped(found.told)}"]
    excerpt = report.excerpt(found)
    lines += [_code(excerpt)] if excerpt else []
    for there in found.related:
        lines.append(f"{ROLES[there.role][found.language].capitalize()}: {_code(f'{there.file}:{there.span.line}')}")
    if found.affected:
        lines.append(f"{words['units'].format(number=len(found.affected))}.")
    lines.append(f"{ADVICE[found.language]}: {_escaped(found.advice)}")
    # Two blanks at the end of a line make the next one begin on a line of its own.
    return "  \n  ".join(lines)


def _place(found: Located) -> str:
    return f"{_code(f'{found.file}:{found.span.line}')}, `{found.rule.id}`"


def _escaped(text: str) -> str:
    """The text as prose, in which no sign means anything to Markdown, HTML or a forge."""
    short = text if len(text) <= _LONGEST_TEXT else f"{text[:_LONGEST_TEXT]}…"
    return _MEANING.sub(lambda sign: _harmless(sign[0]), short)


def _harmless(sign: str) -> str:
    return f"&#{ord(sign)};" + ("&#8203;" if sign in _SOUGHT else "")


def _code(text: str) -> str:
    """The text as code, fenced by more backticks than it has anywhere."""
    fence = "`" * (1 + max((len(run) for run in _BACKTICKS.findall(text)), default=0))
    return f"{fence} {text} {fence}" if text.strip("`") != text or len(fence) > 1 else f"{fence}{text}{fence}"
