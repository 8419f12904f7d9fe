"""The regions' terms texts that say which national text they were rewritten from."""

from collections.abc import Iterator
from typing import NamedTuple

from schema.models.texts import BasedOn, RegionalTerms, Terms
from schema.workspace import RegionTree


class Rewritten(NamedTuple):
    """A region's text, what it says that it builds on, and the national text of that template, if there is one."""

    terms: RegionalTerms
    based_on: BasedOn
    national: Terms | None


def rewritten(tree: RegionTree) -> Iterator[Rewritten]:
    """The texts whose template is no file that did not fit its model, as of that nothing is known."""
    for terms in tree.terms.values():
        based_on = terms.based_on
        if based_on is not None:
            template = tree.templates.get(based_on.template)
            if template is not None or not tree.has_template(based_on.template):
                yield Rewritten(terms, based_on, template.default_terms if template is not None else None)
