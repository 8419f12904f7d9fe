"""A diagnostic: a rule broken at a place, weighed by the region's own choices and its waivers."""

from collections.abc import Mapping
from dataclasses import dataclass

from schema.places import At, Place, Related
from validate.rule import Language, Rule, Severity, Word


@dataclass(frozen=True, slots=True)
class Exemption:
    """The waiver that covers a diagnostic, and where it was written."""

    place: Place
    rule: str
    reason: str
    owner: str
    ticket: str
    last_day: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """`affected` are the units it concerns where the place is shared by many, sorted; most often none."""

    rule: str
    severity: Severity
    at: At
    words: Mapping[str, Word]
    related: tuple[Related, ...] = ()
    affected: tuple[str, ...] = ()
    exemption: Exemption | None = None

    @property
    def region(self) -> str:
        """The region whose file it is in; "" in the national files."""
        steps = self.at.file.split("/")
        return steps[1] if steps[0] == "regions" and len(steps) > 1 else ""

    @property
    def stops_build(self) -> bool:
        return self.severity == "error" and self.exemption is None

    def message(self, rule: Rule, language: Language) -> str:
        words = rule.words(language)
        return words.say(words.message, self.words, language)

    def advice(self, rule: Rule, language: Language) -> str:
        words = rule.words(language)
        return words.say(words.advice, self.words, language)
