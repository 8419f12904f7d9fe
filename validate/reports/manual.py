"""A rule's manual page, made of the same words and examples that the rule reports and is tested with."""

from collections.abc import Iterable, Iterator

from validate.reports.text import SEVERITIES
from validate.rule import Language, Rule

_HEADINGS = {
    "sv": {
        "severity": "Allvar",
        "mandatory": "kan inte undantas eller mildras",
        "message": "Meddelande",
        "reason": "Varför",
        "advice": "Gör så här",
        "source": "Källa",
        "good": "Rätt",
        "bad": "Fel",
        "note": "Exemplen läggs över den minsta giltiga konfigurationen; # <-- märker raden där regeln slår till.",
    },
    "en": {
        "severity": "Severity",
        "mandatory": "can neither be waived nor made milder",
        "message": "Message",
        "reason": "Why",
        "advice": "What to do",
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
    severity = SEVERITIES[language][rule.severity] + (f", {heading['mandatory']}" if rule.mandatory else "")
    title = f"{rule.id}: {words.title}"
    parts = [
        f"{title}\n{'=' * len(title)}",
        f"{heading['severity']}: {severity}",
        f"{heading['reason']}: {words.reason}",
        f"{heading['message']}: {words.message}",
        f"{heading['advice']}: {words.advice}",
        f"{heading['source']}: {rule.source}",
        f"{heading['bad']}:\n{_indented(rule.bad)}",
        f"{heading['good']}:\n{_indented(rule.good)}",
        heading["note"],
    ]
    return "\n\n".join(parts)


def _indented(text: str) -> str:
    return "\n".join(f"    {line}".rstrip() for line in text.strip("\n").splitlines())
