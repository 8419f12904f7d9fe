"""What a check found, as every report format is given it: in order, in one language, and fit to be shown to anybody."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Literal, NamedTuple

from schema.places import At, Span, Stretch
from validate.counting import counted
from validate.diagnostic import Diagnostic, Exemption
from validate.fingerprints import FingerprintKey, fingerprint_key, fingerprints
from validate.locator import Locator
from validate.masking import mask
from validate.printable import printable
from validate.rule import Language, Rule, Severity

State = Literal["standing", "waived", "old", "to-come"]
STATES: tuple[State, ...] = ("standing", "waived", "old", "to-come")
SEVERITIES: dict[Language, dict[Severity, str]] = {
    "sv": {"error": "fel", "warning": "varning", "advice": "råd"},
    "en": {"error": "error", "warning": "warning", "advice": "advice"},
}
ADVICE: dict[Language, str] = {"sv": "Gör så här", "en": "What to do"}

_WIDEST_EXCERPT = 160
_STATES: dict[Language, dict[State, str]] = {
    "sv": {"standing": "", "waived": "Undantaget till och med {day}", "old": "Gammalt", "to-come": "Börjar {day}"},
    "en": {"standing": "", "waived": "Waived until {day}", "old": "Old", "to-come": "Begins {day}"},
}
_DEADLINE: dict[Language, str] = {"sv": "Blir fel {day}.", "en": "Becomes an error {day}."}


class There(NamedTuple):
    """A second place that explains a finding."""

    role: str
    at: At
    span: Span

    @property
    def file(self) -> str:
        return printable(self.at.file)


@dataclass(frozen=True)
class Located:
    """A diagnostic with its rule and where to look. Its texts repeat no personal number and hold no control character.

    Report formats take texts from here and never from the diagnostic, which has them as their authors wrote them.
    """

    diagnostic: Diagnostic
    rule: Rule
    span: Span
    related: tuple[There, ...]
    language: Language

    @property
    def state(self) -> State:
        """What keeps it from asking for something now; a waiver comes before a baseline."""
        if self.diagnostic.exemption is not None:
            return "waived"
        return "old" if self.diagnostic.is_old else "standing" if self.diagnostic.begins is None else "to-come"

    @property
    def stands(self) -> bool:
        return self.diagnostic.stands

    @property
    def severity(self) -> Severity:
        return self.diagnostic.severity

    @property
    def severity_word(self) -> str:
        return SEVERITIES[self.language][self.severity]

    @property
    def file(self) -> str:
        return printable(self.diagnostic.at.file)

    @property
    def region(self) -> str:
        return printable(self.diagnostic.region)

    @property
    def message(self) -> str:
        return printable(self.diagnostic.message(self.rule, self.language))

    @property
    def reason(self) -> str:
        return printable(self.rule.words(self.language).reason)

    @property
    def advice(self) -> str:
        return printable(self.diagnostic.advice(self.rule, self.language))

    @property
    def waiver(self) -> Exemption | None:
        waiver = self.diagnostic.exemption
        if waiver is None:
            return None
        return replace(
            waiver,
            place=waiver.place._replace(file=printable(waiver.place.file)),
            reason=printable(waiver.reason),
            owner=printable(waiver.owner),
            ticket=printable(waiver.ticket),
        )

    @property
    def state_in_words(self) -> str:
        """`Undantaget till och med 2026-12-31: skälet`; nothing of one that stands."""
        waiver = self.waiver
        words = _STATES[self.language][self.state]
        return f"{words.format(day=waiver.last_day)}: {waiver.reason}" if waiver else words.format(day=self.begins)

    @property
    def begins(self) -> date | None:
        return self.diagnostic.begins

    @property
    def ends(self) -> date | None:
        return self.diagnostic.ends

    @property
    def error_from(self) -> date | None:
        return self.diagnostic.error_from

    @property
    def told(self) -> str:
        """The message, between why nothing has to be done now and the day from which it is an error, if so."""
        before = "" if self.stands else f"{self.state_in_words.rstrip('.')}. "
        return f"{before}{self.message}{self._deadline}"

    @property
    def _deadline(self) -> str:
        return f" {_DEADLINE[self.language].format(day=self.error_from)}" if self.error_from else ""

    @property
    def affected(self) -> tuple[str, ...]:
        return tuple(map(printable, self.diagnostic.affected))

    @property
    def fix(self) -> str | None:
        """What a machine may write there; nothing that would have had to be masked, since stars are no mending."""
        text = self.diagnostic.replacement
        whole = text is not None and mask(text, cued=True) == text and text.replace("\n", "").isprintable()
        return text if whole else None

    @property
    def rank(self) -> int:
        """How bad it is, the worst being 0."""
        return ("error", "warning", "advice").index(self.severity) if self.stands else 3


@dataclass(frozen=True)
class Report:
    """All findings of a check: file by file, and in each what the others may come of before the others."""

    findings: tuple[Located, ...]
    regions: tuple[str, ...]
    as_of: date
    language: Language
    version: str
    book: Mapping[str, Rule]
    locator: Locator
    colour: bool = False

    @cached_property
    def keys(self) -> tuple[FingerprintKey, ...]:
        """What each finding is known by, in their order; the object's path is one of its parts."""
        return tuple(fingerprint_key(found.diagnostic, self.locator) for found in self.findings)

    @cached_property
    def fingerprints(self) -> tuple[str, ...]:
        """One for each finding, in their order."""
        return tuple(fingerprints(self.keys))

    @cached_property
    def counts(self) -> Mapping[str, int]:
        """How many stand, by severity, and how many do not, by state."""
        counted = Counter(found.severity if found.stands else found.state for found in self.findings)
        return {name: counted[name] for name in (*SEVERITIES["sv"], *STATES[1:])}

    @property
    def standing(self) -> list[Located]:
        return [found for found in self.findings if found.stands]

    @property
    def sums(self) -> str:
        """`1 fel, 2 varningar, 0 råd, 3 undantagna`; the old ones and those to come where there are any."""
        parts = (*SEVERITIES["sv"], "waived", *(state for state in ("old", "to-come") if self.counts[state]))
        return ", ".join(counted(self.counts[part], part, self.language) for part in parts)

    def edits(self, found: Located) -> list[tuple[Stretch, str]]:
        """What would mend a finding, stretch by stretch of the file's own text; nothing where no machine should."""
        at, text = found.diagnostic.at, found.fix
        if text is None or id(found.diagnostic) not in self._provable:
            return []
        if isinstance(at, Stretch):
            # A byte order mark stands outside the text, so that no edit of it can take the mark away.
            return [(at, text)] if at.end > at.start else []
        edits = self.locator.document(at.file).edits(found.diagnostic) or []
        return [(Stretch(at.file, start, end), piece) for start, end, piece in edits]

    @property
    def mendable(self) -> int:
        """How many of those that stand a machine can mend, as far as one file can tell."""
        return sum(id(found.diagnostic) in self._provable for found in self.standing)

    @cached_property
    def _provable(self) -> frozenset[int]:
        """Which diagnostics have edits that leave the rest of their file as it was."""
        by_file: defaultdict[str, list[Diagnostic]] = defaultdict(list)
        for found in self.findings:
            if found.diagnostic.replacement is not None:
                by_file[found.diagnostic.at.file].append(found.diagnostic)
        return frozenset(id(sound) for file, own in by_file.items() for sound in self.locator.document(file).sound(own))

    def excerpt(self, found: Located) -> str:
        """The author's line, cut around what is meant where it is long."""
        line = self.locator.line(found.diagnostic.at.file, found.span.line)
        first = max(0, min(found.span.column - 1 - _WIDEST_EXCERPT // 3, len(line) - _WIDEST_EXCERPT))
        return printable(line[first : first + _WIDEST_EXCERPT].strip())


def report_on(
    diagnostics: Iterable[Diagnostic],
    files: Mapping[str, bytes],
    book: Mapping[str, Rule],
    *,
    regions: Iterable[str],
    as_of: date,
    language: Language,
    version: str,
    colour: bool = False,
) -> Report:
    locator = Locator(files)
    findings = (
        Located(
            diagnostic,
            book[diagnostic.rule].of(diagnostic.region),
            locator.span(diagnostic.at),
            tuple(There(each.role, each.at, locator.span(each.at)) for each in diagnostic.related),
            language,
        )
        for diagnostic in diagnostics
    )
    ordered = tuple(sorted(findings, key=lambda found: (found.file, found.rule.topic != "structure", *in_place(found))))
    return Report(ordered, tuple(map(printable, regions)), as_of, language, version, book, locator, colour)


def in_place(found: Located) -> tuple[str, int, int, str]:
    """The order in which a reader of the files meets the findings."""
    return found.diagnostic.at.file, found.span.line, found.span.column, found.diagnostic.rule


def worst(findings: Iterable[Located]) -> list[Located]:
    """The worst first; those that are as bad stay in their order."""
    return sorted(findings, key=lambda found: found.rank)
