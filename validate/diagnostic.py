"""A diagnostic: a rule broken at a place, weighed by the region's own choices and its waivers."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

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
    """A finding with its weight; what is waived, old or still to come is no reason to stop anything."""

    rule: str
    severity: Severity
    at: At
    words: Mapping[str, Word]
    related: tuple[Related, ...] = ()
    affected: tuple[str, ...] = ()
    """The units it concerns where the place is shared by many, sorted; most often none."""
    exemption: Exemption | None = None
    is_old: bool = False
    """Whether the region's baseline has it: a debt from before, which is counted and stops nothing."""
    begins: date | None = None
    """The first day on which it will be found, for one that is not found yet; None for all others."""
    ends: date | None = None
    """The first day on which it will no longer be found; None where that is not known."""
    error_from: date | None = None
    """The day from which it will be an error, for one that is milder until then."""
    replacement: str | None = None
    """What a machine may write at the place without changing what the text means."""

    @property
    def region(self) -> str:
        """The region whose file it is in; "" in the national files."""
        steps = self.at.file.split("/")
        return steps[1] if steps[0] == "regions" and len(steps) > 1 else ""

    @property
    def stands(self) -> bool:
        """Whether it asks for something to be done now."""
        return self.exemption is None and not self.is_old and self.begins is None

    @property
    def stops_build(self) -> bool:
        return self.severity == "error" and self.stands

    def message(self, rule: Rule, language: Language) -> str:
        words = rule.words(language)
        return words.say(words.message, self.words, language)

    def advice(self, rule: Rule, language: Language) -> str:
        words = rule.words(language)
        return words.say(words.advice, self.words, language)
