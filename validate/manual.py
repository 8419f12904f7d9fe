"""A rule's manual page, made of the same words and examples that the rule reports and is tested with."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from string import Formatter
from typing import Literal

from validate.diagnostic import Diagnostic
from validate.examples import read_example
from validate.masking import mask
from validate.own_rules import OWN
from validate.report import SEVERITIES
from validate.rule import Language, Rule
from validate.run import run

_HEADINGS = {
    "sv": {
        "severity": "Allvar",
        "mandatory": "kan inte undantas eller mildras",
        "error_from": "blir fel {day}",
        "message": "Meddelande",
        "reason": "Varför",
        "advice": "Gör så här",
        "mended": "Rättas med basutbud fix, där det går utan att ändra vad texten betyder.",
        "source": "Källa",
        "good": "Rätt",
        "bad": "Fel",
        "in_example": "{heading}, i exemplet",
        "note": "Exemplen läggs över den minsta giltiga konfigurationen",
        "mark": "# <-- märker raden där regeln slår till",
    },
    "en": {
        "severity": "Severity",
        "mandatory": "can neither be waived nor made milder",
        "error_from": "becomes an error {day}",
        "message": "Message",
        "reason": "Why",
        "advice": "What to do",
        "mended": "Fixed with basutbud fix, where that can be done without changing what the text means.",
        "source": "Source",
        "good": "Right",
        "bad": "Wrong",
        "in_example": "{heading}, in the example",
        "note": "Examples are laid over the smallest valid configuration",
        "mark": "# <-- marks the line where the rule strikes",
    },
}


def listing(rules: Iterable[Rule], language: Language) -> Iterator[str]:
    """One line for each rule: id, severity, title."""
    book = list(rules)
    width = max(len(rule.id) for rule in book)
    for rule in book:
        severity = SEVERITIES[language][rule.severity]
        yield f"{rule.id:{width}}  {severity:8} {rule.words(language).title}"


@dataclass(frozen=True)
class Section:
    """A heading, and what stands under it: in general, or in the words of the bad example."""

    heading: str
    text: str
    of_example: bool = False


@dataclass(frozen=True)
class Manual:
    """What is told of a rule, wherever that is shown."""

    id: str
    title: str
    severity: Section
    reason: Section
    message: Section
    advice: Section
    mended: str
    """That a machine may mend what the rule finds; empty where it may not."""
    source: Section
    bad: Section
    good: Section
    findings: tuple[Diagnostic, ...]
    """What the rule finds in its bad example."""
    note: str
    """What the examples are laid over; empty for a region's own rule, whose examples are texts and no files."""


def manual_of(rule: Rule, language: Language, say: Callable[[date], str] = date.isoformat) -> Manual:
    """What is told of a rule; `say` puts a day into words."""
    words, heading, findings = rule.words(language), _HEADINGS[language], _findings(rule)
    severity = [
        SEVERITIES[language][rule.severity],
        *([heading["mandatory"]] if rule.mandatory else ()),
        *([heading["error_from"].format(day=say(rule.error_from))] if rule.error_from is not None else ()),
    ]
    return Manual(
        rule.id,
        words.title,
        Section(heading["severity"], ", ".join(severity)),
        Section(heading["reason"], words.reason),
        _said("message", rule, findings, language),
        _said("advice", rule, findings, language),
        heading["mended"] if _has_replacement(findings) else "",
        Section(heading["source"], rule.source),
        Section(heading["bad"], rule.bad),
        Section(heading["good"], rule.good),
        findings,
        heading["note"] if rule.topic != OWN else "",
    )


def page(rule: Rule, language: Language) -> str:
    """The whole page as plain text."""
    manual = manual_of(rule, language)
    title = f"{manual.id}: {manual.title}"
    said = [manual.severity, manual.reason, manual.message, manual.advice]
    parts = [
        f"{title}\n{'=' * len(title)}",
        *(f"{section.heading}: {section.text}" for section in said),
        manual.mended,
        f"{manual.source.heading}: {manual.source.text}",
        *(f"{example.heading}:\n{_indented(example.text)}" for example in (manual.bad, manual.good)),
        f"{manual.note}; {_HEADINGS[language]['mark']}." if manual.note else "",
    ]
    return "\n\n".join(filter(None, parts))


def is_mended(rule: Rule) -> bool:
    """Whether a machine may mend some of what the rule finds, as its bad example shows."""
    return _has_replacement(_findings(rule))


def _has_replacement(findings: Iterable[Diagnostic]) -> bool:
    return any(found.replacement is not None for found in findings)


def _findings(rule: Rule) -> tuple[Diagnostic, ...]:
    """What a rule finds in its bad example; the examples of a region's own rule are texts, and no files."""
    return tuple(run(read_example(rule.bad).workspace, [rule])) if rule.topic != OWN else ()


def _said(
    what: Literal["message", "advice"], rule: Rule, findings: Sequence[Diagnostic], language: Language
) -> Section:
    """What the rule says; where that has words of the finding's in it, what it says of its bad example."""
    heading, template = _HEADINGS[language][what], getattr(rule.words(language), what)
    if not findings or all(name is None for _, name, *_ in Formatter().parse(template)):
        return Section(heading, template.format() if findings else template)
    said = getattr(findings[0], what)(rule, language)
    return Section(_HEADINGS[language]["in_example"].format(heading=heading), mask(said), True)


def _indented(text: str) -> str:
    return "\n".join(f"    {line}".rstrip() for line in text.strip("\n").splitlines())
