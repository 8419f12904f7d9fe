"""Approved terms texts that say something else than they did at the commit that a change is held against."""

from collections.abc import Iterator
from typing import NamedTuple

from schema.models.texts import Terms
from schema.places import Place
from schema.workspace import Workspace
from validate.facts.terms_texts import terms_texts
from validate.wording.invisible import as_seen


class Rewritten(NamedTuple):
    """A text that was approved, what it was, and the first of its parts that is another one now."""

    terms: Terms
    former: Terms
    part: Place


def formerly_approved(workspace: Workspace) -> Iterator[tuple[Terms, Terms]]:
    """Each terms text with what it was, where it was approved then."""
    for terms in terms_texts(workspace):
        former = workspace.former.terms.get(terms.file)
        if former is not None and former.status == "approved":
            yield terms, former


def rewritten(workspace: Workspace) -> Iterator[Rewritten]:
    for terms, former in formerly_approved(workspace):
        part = _first_changed(terms, former)
        if part is not None:
            yield Rewritten(terms, former, part)


def _first_changed(terms: Terms, former: Terms) -> Place | None:
    """The first part that reads otherwise, or stands elsewhere, than before; the layout when only less is left."""
    parts, before = terms.parts(), former.parts()
    for number, (path, _, text) in enumerate(parts):
        if number >= len(before) or _differs(text, before[number][2]) or terms.layout != former.layout:
            return terms.at(*path)
    return terms.at("layout") if len(parts) < len(before) else None


def _differs(text: str, former: str) -> bool:
    """Whether a reader meets another text; what nobody sees may be mended without a new approval."""
    return text != former and as_seen(text) != as_seen(former)
