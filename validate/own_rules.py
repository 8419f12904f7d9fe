"""A region's own rules made into rules of the book: the region's words, and a check that looks for its wordings."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import partial

from schema.load import load
from schema.models.files import kind_of
from schema.models.own_rules import OwnRule
from schema.workspace import RegionTree, Workspace
from validate.facts.own_wordings import lacking, own_findings, sound
from validate.rule import Finding, Language, Rule, Severity, Words, found
from validate.rulebook import book_of

OWN = "own"
"""The topic of the rules that regions write."""

_RANKS: tuple[Severity, ...] = ("advice", "warning", "error")
_REMEDIES: dict[Language, dict[str, str]] = {
    "sv": {"forbid": "Skriv om texten utan", "require": "Skriv in", "replace": "Skriv i stället"},
    "en": {"forbid": "Write the text anew without", "require": "Put in", "replace": "Write instead"},
}
_ADVICE: dict[Language, str] = {"sv": "{remedy} ”{wording}”.", "en": "{remedy} “{wording}”."}


def own_rules(tree: RegionTree) -> tuple[Rule, ...]:
    """The rules that a region has written and that can be run, in the order of its file."""
    return tree.once(_rules_of)


def book_for(tree: RegionTree) -> Mapping[str, Rule]:
    """The rule book with the region's own rules."""
    return tree.once(_book_of)


def own_rules_in(files: Mapping[str, bytes]) -> tuple[Rule, ...]:
    """The own rules of all regions, by their files alone and by id."""
    kinds = {path: kind_of(path) for path in files if path.endswith("/rules.yaml")}
    alone = {path: files[path] for path, kind in kinds.items() if kind is not None and kind.name == "rules"}
    by_id: defaultdict[str, dict[str, Rule]] = defaultdict(dict)
    for tree in load(alone, date.min).regions.values():
        for rule in own_rules(tree):
            by_id[rule.id][tree.id] = rule
    return tuple(_together(by_id[id]) for id in sorted(by_id))


def _rules_of(tree: RegionTree) -> tuple[Rule, ...]:
    return tuple(_made(own, tree.id) for own in sound(tree).values())


def _book_of(tree: RegionTree) -> Mapping[str, Rule]:
    return book_of(own_rules(tree))


def _made(own: OwnRule, region: str) -> Rule:
    return Rule(
        id=own.id,
        topic=OWN,
        severity=own.severity,
        sv=_words(own, "sv"),
        en=_words(own, "en"),
        source=own.source,
        good="\n".join(own.examples.right),
        bad="\n".join(own.examples.wrong),
        mandatory=False,
        check=partial(_check, region=region, id=own.id),
        nationwide_check=None,
    )


def _words(own: OwnRule, language: Language) -> Words:
    """The region's words, which are Swedish whatever the report's language."""
    [(demand, _)] = own.demands()
    better = own.replace.by if own.replace is not None else lacking(own)
    wording = "{wording}" if demand == "forbid" else _literal(better)
    advice = _ADVICE[language].format(remedy=_REMEDIES[language][demand], wording=wording)
    return Words(own.title, _literal(own.message.strip()), own.reason.strip(), advice)


def _literal(text: str) -> str:
    """A text as a format string that says just that."""
    return text.replace("{", "{{").replace("}", "}}")


def _check(workspace: Workspace, region: str, id: str) -> Iterator[Finding]:
    for _, at, _, wording in own_findings(workspace).get((region, id), ()):
        yield found(at, wording=wording)


def _together(called_the_same: Mapping[str, Rule]) -> Rule:
    """The rules that several regions call by one id as one, which knows each region's."""
    first, *others = called_the_same.values()
    if all(replace(other, check=first.check) == first for other in others):
        return first
    several = [first, *others]
    return replace(
        first,
        severity=max((rule.severity for rule in several), key=_RANKS.index),
        sv=_words_together(rule.sv for rule in several),
        en=_words_together(rule.en for rule in several),
        source=_each(rule.source for rule in several),
        good=_each((rule.good for rule in several), "\n"),
        bad=_each((rule.bad for rule in several), "\n"),
        regional=called_the_same,
    )


def _words_together(words: Iterable[Words]) -> Words:
    several = list(words)
    return Words(
        _each(one.title for one in several),
        _each(one.message for one in several),
        _each(one.reason for one in several),
        _each(one.advice for one in several),
    )


def _each(texts: Iterable[str], between: str = " / ") -> str:
    return between.join(dict.fromkeys(texts))
