"""A terms text as a resident meets it: what is seen at once, and what is folded; and what it was before."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from generator.site.wording.phrases import counted, day
from generator.site.wording.texts import fold
from generator.site.wording.words import CHANGE, LANGUAGE, TERMS_STATUS
from generator.verdict import Change, History
from schema.load import load_former
from schema.models.texts import BookingTerms, Point, Terms
from schema.placeholders import fill

VISIBLE = 300
"""Characters of a booking's unit text that are seen at once (Region Jönköpings län, Villkorstexter tidsbokning)."""


class Part(NamedTuple):
    """A part of a terms text, with the id that it has in the file."""

    id: str
    text: str


@dataclass(frozen=True)
class TermsView:
    """The parts of either layout; what the text does not have is empty."""

    layout: str
    lead: Part | None
    box: tuple[Part, ...]
    rest: tuple[Part, ...]
    concerns: str = ""
    information: str = ""
    conditions: str = ""


@dataclass(frozen=True)
class Translation:
    """A translation, for the documentation alone."""

    code: str
    language: str
    note: str
    texts: tuple[str, ...]


class Version(NamedTuple):
    """What a text was at a commit; None where it could not be read, or there was none."""

    change: Change
    terms: Terms | None


def terms_view(
    terms: Terms, extra: Iterable[Point] = (), values: Mapping[str, str] | None = None, visible: int | None = VISIBLE
) -> TermsView:
    """The text with its placeholders filled in, or as they are written when no values are given.

    `visible` is None for a text that is folded later, when it is filled in.
    """
    given = values or {}
    added = [Part(point.id, fill(point.text, given)) for point in extra]
    if isinstance(terms, BookingTerms):
        own = fill(terms.unit_text or "", given)
        seen, folded = fold(own, visible) if visible is not None else (own, "")
        return TermsView(
            "booking",
            Part("unit_text", seen) if seen else None,
            (),
            (*((Part("unit_text", folded),) if folded else ()), *added),
            fill(terms.concerns or "", given),
            fill(terms.information_to_unit or "", given),
            fill(terms.conditions or "", given),
        )
    points = [*(Part(point.id, fill(point.text, given)) for point in terms.points), *added]
    return TermsView("points", points[0], tuple(points[1:3]), tuple(points[3:]))


def state_of(terms: Terms) -> str:
    """`version 2, godkänd 16 februari 2026 av redaktionen, språklig ändring`."""
    state = TERMS_STATUS[terms.status]
    if terms.approved is not None:
        state = f"{state} {day(terms.approved.on)} av {terms.approved.by}"
    change = f", {CHANGE[terms.change]}" if terms.version > 1 else ""
    return f"version {terms.version}, {state}{change}"


def versions_of(file: str, history: History) -> Iterator[Version]:
    """What the terms text of a file was at each commit whose content is kept, the latest first."""
    for change in history.changes.get(file, ()):
        content = history.contents.get((file, change.commit))
        if content is not None:
            yield Version(change, _read(file, content))


@lru_cache(maxsize=4096)
def _read(file: str, content: bytes) -> Terms | None:
    return load_former({file: content}).terms.get(file)


def translations_of(terms: Terms) -> tuple[Translation, ...]:
    """The translations, with their parts in the order of the Swedish text."""
    made = []
    for code, translation in sorted(terms.translations.items()):
        texts = [translation.texts[part] for _, part, _ in terms.parts() if part in translation.texts]
        behind = terms.version - translation.of_version
        note = f"av version {translation.of_version}"
        if behind > 0:
            note += f", {counted(behind, 'version', 'versioner')} efter den svenska texten"
        made.append(Translation(code, LANGUAGE.get(code, code), note, tuple(texts)))
    return tuple(made)
