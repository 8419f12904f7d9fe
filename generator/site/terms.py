"""A terms text as a resident meets it: what is seen at once, and what is folded."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.site.phrases import counted, day
from generator.site.texts import fold
from generator.site.words import CHANGE, LANGUAGE, TERMS_STATUS
from schema.models.texts import BookingTerms, Point, Terms
from schema.placeholders import fill

VISIBLE = 300
"""Characters of a booking's unit text that are seen at once (Region Jönköpings län, Villkorstexter tidsbokning)."""


@dataclass(frozen=True)
class TermsView:
    """The parts of either layout; what the text does not have is empty."""

    layout: str
    lead: str
    box: tuple[str, ...]
    rest: tuple[str, ...]
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


def terms_view(terms: Terms, extra: Iterable[Point] = (), values: Mapping[str, str] | None = None) -> TermsView:
    """The text with its placeholders filled in, or as they are written when no values are given."""
    given = values or {}
    added = [fill(point.text, given) for point in extra]
    if isinstance(terms, BookingTerms):
        seen, folded = fold(fill(terms.unit_text or "", given), VISIBLE)
        return TermsView(
            "booking",
            seen,
            (),
            (*((folded,) if folded else ()), *added),
            fill(terms.concerns or "", given),
            fill(terms.information_to_unit or "", given),
            fill(terms.conditions or "", given),
        )
    points = [*(fill(point.text, given) for point in terms.points), *added]
    return TermsView("points", points[0], tuple(points[1:3]), tuple(points[3:]))


def state_of(terms: Terms) -> str:
    """`version 2, godkänd 16 februari 2026 av redaktionen, språklig ändring`."""
    state = TERMS_STATUS[terms.status]
    if terms.approved is not None:
        state = f"{state} {day(terms.approved.on)} av {terms.approved.by}"
    change = f", {CHANGE[terms.change]}" if terms.version > 1 else ""
    return f"version {terms.version}, {state}{change}"


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
