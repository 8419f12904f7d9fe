"""A rule's manual page, made of the same words and examples that the rule reports and is tested with."""

from collections.abc import Iterable, Iterator

from validate.examples import read_example
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
        "note": "Exemplen läggs över den minsta giltiga konfigurationen; # <-- märker raden där regeln slår till.",
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
        "note": "Examples are laid over the smallest valid configuration; # <-- marks the line where the rule strikes.",
    },
}


def listing(rules: Iterable[Rule], language: Language) -> Iterator[str]:
    """One line for each rule: id, severity, title."""
    book = list(rules)
    width = max(len(rule.id) for rule in book)
    for rule in book:
        severity = SEVERITIES[language][rule.severity]
        yield f"{rule.id:{width}}  {severity:8} {rule.words(language).title}"


def page(rule: Rule, language: Language) -> str:
    """The whole page as plain text."""
    words, heading = rule.words(language), _HEADINGS[language]
    severity = [
        SEVERITIES[language][rule.severity],
        *([heading["mandatory"]] if rule.mandatory else ()),
        *([heading["error_from"].format(day=rule.error_from)] if rule.error_from is not None else ()),
    ]
    title = f"{rule.id}: {words.title}"
    parts = [
        f"{title}\n{'=' * len(title)}",
        f"{heading['severity']}: {', '.join(severity)}",
        f"{heading['reason']}: {words.reason}",
        f"{heading['message']}: {words.message}",
        f"{heading['advice']}: {words.advice}",
        *([heading["mended"]] if is_mended(rule) else []),
        f"{heading['source']}: {rule.source}",
        f"{heading['bad']}:\n{_indented(rule.bad)}",
        f"{heading['good']}:\n{_indented(rule.good)}",
    ]
    # The examples of a region's own rule are texts, and no files.
    parts += [] if rule.topic == OWN else [heading["note"]]
    return "\n\n".join(parts)


def is_mended(rule: Rule) -> bool:
    """Whether a machine may mend some of what the rule finds, as its bad example shows."""
    if rule.topic == OWN:
        return False
    return any(found.replacement is not None for found in run(read_example(rule.bad).workspace, [rule]))


def _indented(text: str) -> str:
    return "\n".join(f"    {line}".rstrip() for line in text.strip("\n").splitlines())
