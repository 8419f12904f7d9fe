"""The rule book: a list of all rules by topic, and each rule's page, which says what `basutbud rule` says."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice

from generator.outputs import Nation
from generator.site.page import Frame, Link, distinct, render
from generator.site.rulebook import TOPIC, by_topic
from generator.site.site import Page
from generator.site.wording.phrases import day, joined
from validate.examples import Section, sections_of
from validate.manual import Manual, manual_of
from validate.masking import mask
from validate.report import SEVERITIES
from validate.rule import Rule

_MOST_SAID = 3
_OPTION = {
    "latin-1": "sparad som Latin-1",
    "utf-16": "sparad som UTF-16",
    "utf-8-sig": "sparad med en byteordningsmarkering först",
    "escaped": "tecken som inte syns är skrivna med koder",
    "link outside": "en länk som leder ut ur mappen",
    "unreadable": "går inte att läsa",
    "absent": "filen finns inte",
    "before": "så som filen var förut",
    "lacking": "ord som ordlistan saknar",
}
"""What an example says of a file beside what stands in it."""


@dataclass(frozen=True)
class RuleLine:
    rule: Link
    id: str
    severity: str
    mandatory: str


@dataclass(frozen=True)
class TopicView:
    id: str
    title: str
    rules: tuple[RuleLine, ...]


@dataclass(frozen=True)
class RulesPage:
    frame: Frame
    count: int
    topics: tuple[TopicView, ...]


@dataclass(frozen=True)
class ExampleLine:
    """A line of an example, and what is said of it where a rule strikes there."""

    text: str
    mark: str


@dataclass(frozen=True)
class ExampleFile:
    path: str
    note: str
    mark: str
    lines: tuple[ExampleLine, ...]


@dataclass(frozen=True)
class Said:
    """What a report says of the bad example."""

    message: str
    advice: str


@dataclass(frozen=True)
class RulePage:
    frame: Frame
    manual: Manual
    kind: str
    topic: Link
    said: tuple[Said, ...]
    bad: tuple[ExampleFile, ...]
    good: tuple[ExampleFile, ...]


def pages(nation: Nation) -> Iterator[Page]:
    del nation
    titles = distinct({rule.id: rule.sv.title for _, rules in by_topic() for rule in rules})
    yield Page("rules/index.html", lambda: render("rules.html.j2", _list()))
    for _, rules in by_topic():
        for rule in rules:
            yield Page(f"rules/{rule.id}.html", partial(_made, rule, titles[rule.id]))


def _made(rule: Rule, title: str) -> bytes:
    return render("rule.html.j2", _page(rule, title))


def _list() -> RulesPage:
    topics = tuple(TopicView(topic, TOPIC[topic], tuple(map(_line, rules))) for topic, rules in by_topic())
    frame = Frame("Regler – basutbud i 1177 e-tjänster", "../", (Link("Alla regioner", "../index.html"),), "Regler")
    return RulesPage(frame, sum(len(topic.rules) for topic in topics), topics)


def _line(rule: Rule) -> RuleLine:
    link = Link(rule.sv.title, f"{rule.id}.html")
    return RuleLine(link, rule.id, SEVERITIES["sv"][rule.severity], "ja" if rule.mandatory else "nej")


def _page(rule: Rule, title: str) -> RulePage:
    above = (Link("Alla regioner", "../index.html"), Link("Regler", "index.html"))
    manual = manual_of(rule, "sv", day)
    return RulePage(
        Frame(f"{title} – regel", "../", above, rule.sv.title),
        manual,
        {"error": "fel", "warning": "varna", "advice": "dov"}[rule.severity],
        Link(TOPIC[rule.topic], f"index.html#{rule.topic}"),
        tuple(_said(rule, manual)),
        _files(rule.bad, rule.id),
        _files(rule.good, rule.id),
    )


def _said(rule: Rule, manual: Manual) -> Iterator[Said]:
    """The first different things that the rule says of its bad example; with what to do, where that is not the same
    whatever is found."""
    advice = {mask(found.message(rule, "sv")): mask(found.advice(rule, "sv")) for found in manual.findings}
    for message, what_to_do in islice(advice.items(), _MOST_SAID):
        yield Said(message, what_to_do if manual.advice.of_example else "")


def _files(example: str, own: str) -> tuple[ExampleFile, ...]:
    return tuple(_file(section, own) for section in sections_of(example))


def _file(section: Section, own: str) -> ExampleFile:
    lines = tuple(ExampleLine(text, _mark(rules, own)) for text, rules in section.lines)
    return ExampleFile(section.path, _note(section.option), _mark(section.marks, own), lines)


def _note(option: str) -> str:
    times = option.removesuffix(" times")
    return f"texten {times} gånger" if times != option else _OPTION[option] if option else ""


def _mark(rules: Sequence[str], own: str) -> str:
    """What a mark says: that the rule of the page strikes here, or another one, perhaps several times."""
    if not rules:
        return ""
    others = joined(rule for rule in dict.fromkeys(rules) if rule != own)
    times = f" {len(rules)} gånger" if len(rules) > 1 and not others else ""
    return f"Här slår {others} till" if others else f"Här slår regeln till{times}"
