"""What a rule is: its words in two languages, its reason, its source, two examples and a check, all in one file."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, TypeVar

from schema.durations import Duration
from schema.places import At, Related
from schema.register import Register
from schema.workspace import Workspace

Language = Literal["sv", "en"]
Severity = Literal["error", "warning", "advice"]
Word = str | int | Duration


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule broken at a place, before anyone has weighed it. `words` fill the rule's message."""

    at: At
    words: Mapping[str, Word]
    related: tuple[Related, ...] = ()
    unit: str | None = None
    """The unit that it concerns, when the place is shared by many: findings that differ in nothing else become one."""
    objects: Mapping[str, str] = field(default_factory=dict)
    """What a waiver can name beside what the place tells: `{"casetype": "egenremiss"}`."""
    replacement: str | None = None
    """What a machine may write at the place without changing what the text means; None where a person must decide."""


def found(
    at: At,
    *related: Related,
    unit: str | None = None,
    objects: Mapping[str, str] | None = None,
    replacement: str | None = None,
    **words: Word,
) -> Finding:
    return Finding(at, words, related, unit, objects or {}, replacement)


Check = Callable[[Workspace], Iterator[Finding]]
NationwideCheck = Callable[[Register], Iterator[Finding]]
"""A check over what all regions have in common; it sees no more than the register."""


@dataclass(frozen=True, slots=True)
class Words:
    """A rule in one language. `message` and `advice` are format strings over the finding's words.

    `phrases` puts a word's coded values into this language: `{"reason": {"outside": "leder ut ur trädet"}}`.
    The word `nearest` becomes a question, ` Menade du ”name”?`, or nothing where it is empty.
    """

    title: str
    message: str
    reason: str
    advice: str
    phrases: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def say(self, template: str, words: Mapping[str, Word], language: Language) -> str:
        return template.format_map({name: self._phrase(name, word, language) for name, word in words.items()})

    def _phrase(self, name: str, word: Word, language: Language) -> str:
        if isinstance(word, Duration):
            return word.words(language)
        if name == "nearest":
            return (f" Menade du ”{word}”?" if language == "sv" else f" Did you mean “{word}”?") if word else ""
        return self.phrases.get(name, {}).get(str(word), str(word))


@dataclass(frozen=True, slots=True)
class Rule:
    """One requirement. `mandatory` ones can neither be waived nor made milder by a region."""

    id: str
    topic: str
    severity: Severity
    sv: Words
    en: Words
    source: str
    good: str
    bad: str
    mandatory: bool
    check: Check | None
    nationwide_check: NationwideCheck | None
    error_from: date | None = None
    """The day from which its warning is an error, announced beforehand."""
    regional: Mapping[str, "Rule"] = field(default_factory=dict)
    """Each region's own, where several regions call different rules of theirs the same."""

    def of(self, region: str) -> "Rule":
        """The rule as a region has written it."""
        return self.regional.get(region, self)

    def words(self, language: Language) -> Words:
        return self.sv if language == "sv" else self.en


C = TypeVar("C", bound=Callable[..., Iterator[Finding]])


def rule(
    severity: Severity,
    *,
    sv: Words,
    en: Words,
    source: str,
    good: str,
    bad: str,
    mandatory: bool = False,
    error_from: date | None = None,
) -> Callable[[C], C]:
    """Make a check into the rule whose id is the check's name.

    A check that takes a `Register` instead of a `Workspace` is nationwide: it holds regions against each other.
    Such a rule is always mandatory, as no one region can let another off.
    """

    def decorate(check: C) -> C:
        topic, name = check.__module__.split(".")[-2:]
        nationwide = Register in check.__annotations__.values()
        check.rule = Rule(  # type: ignore[attr-defined]
            id=name.replace("_", "-"),
            topic=topic,
            severity=severity,
            sv=sv,
            en=en,
            source=source,
            good=good,
            bad=bad,
            mandatory=mandatory or nationwide,
            check=None if nationwide else check,
            nationwide_check=check if nationwide else None,
            error_from=error_from,
        )
        return check

    return decorate
