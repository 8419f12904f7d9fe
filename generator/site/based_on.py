"""Whether a region's terms text still stands on the national text that it was written from."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.site.differences import Difference, differences_of
from generator.site.page import Link
from generator.site.phrases import counted
from generator.site.terms import versions_of
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
    since: tuple[Difference, ...]
    away: tuple[Difference, ...]


def bases_of(terms: RegionalTerms, templates: Iterator[str], tree: RegionTree, history: History) -> Iterator[Basis]:
    """The template that a text says it is based on; else those of the case types that it is used for."""
    named = terms.based_on
    for id in [named.template] if named is not None else sorted(set(templates)):
        template = tree.templates.get(id)
        if template is None or template.default_terms is None:
            continue
        now = template.default_terms
        words = (
            f"Det står inte vilken version av mallens text som regionen utgick från. Mallen har version {now.version}."
        )
        then: Terms | None = None
        if named is not None:
            words = _standing(named.version, now.version)
            then = _former(template.file, named.version, history) if named.version < now.version else None
        yield Basis(
            Link(template.name, f"../../templates/{id}.html"),
            words,
            named is not None and named.version < now.version,
            differences_of(then, now) if then is not None else (),
            differences_of(now, terms) if now.layout == terms.layout else (),
        )


def _standing(written_from: int, now: int) -> str:
    if written_from == now:
        return f"Skriven från version {now} av mallens text, som är den senaste."
    newer = counted(now - written_from, "nyare version", "nyare versioner")
    return (
        f"Skriven från version {written_from} av mallens text. Sedan dess finns {newer}: mallen har nu version {now}."
    )


def _former(file: str, version: int, history: History) -> Terms | None:
    """The text of a version, as the last commit that has it left it."""
    found = (former.terms for former in versions_of(file, history))
    return next((terms for terms in found if terms is not None and terms.version == version), None)
