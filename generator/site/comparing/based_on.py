"""Whether a region's terms text still stands on the national text that it was written from."""

from collections.abc import Collection
from dataclasses import dataclass

from generator.site.casetypes.terms import versions_of
from generator.site.comparing.differences import Difference, differences_of
from generator.site.page import Link
from generator.site.wording.phrases import counted
from generator.verdict import History
from schema.models.texts import RegionalTerms, Terms
from schema.workspace import RegionTree


@dataclass(frozen=True)
class Basis:
    """The national template, what the text says of it, and the differences to it.

    `since` is what has changed in the template since the region wrote its text; `away` is how the region's text differs
    from the template's of today.
    """

    template: Link
    words: str
    is_behind: bool
    has_same_layout: bool
    since: tuple[Difference, ...]
    away: tuple[Difference, ...]


def basis_of(terms: RegionalTerms, templates: Collection[str], tree: RegionTree, history: History) -> Basis | None:
    """The template that a text says it is based on, or else the one that all its case types build on, if it has a text.

    `templates` are those that the case types of the text build on.
    """
    named = terms.based_on
    id = named.template if named is not None else next(iter(templates)) if len(templates) == 1 else ""
    template = tree.templates.get(id)
    if template is None or template.default_terms is None:
        return None
    now = template.default_terms
    version = named.version if named is not None else None
    is_behind = version is not None and version < now.version
    then = _former(template.file, version, history) if is_behind else None
    return Basis(
        Link(template.name, f"../../templates/{id}.html"),
        _standing(version, now.version),
        is_behind,
        now.layout == terms.layout,
        differences_of(then, now) if then is not None else (),
        differences_of(now, terms, "Mallens punkt {}") if now.layout == terms.layout else (),
    )


def _standing(written_from: int | None, now: int) -> str:
    if written_from is None:
        return f"Det står inte vilken version av mallens text som regionen utgick från. Mallen har version {now}."
    if written_from == now:
        return f"Skriven från version {now} av mallens text, som är den senaste."
    newer = counted(now - written_from, "nyare version", "nyare versioner")
    return (
        f"Skriven från version {written_from} av mallens text. Sedan dess finns {newer}: mallen har nu version {now}."
    )


def _former(file: str, version: int | None, history: History) -> Terms | None:
    """The text of a version, as the last commit that has it left it."""
    found = (former.terms for former in versions_of(file, history))
    return next((terms for terms in found if terms is not None and terms.version == version), None)
