"""Every terms text of a workspace: the nation's default ones and the regions' own."""

from collections.abc import Iterator

from schema.models.texts import Terms
from schema.workspace import Workspace


def terms_texts(workspace: Workspace) -> Iterator[Terms]:
    for template in workspace.templates.values():
        if template.default_terms is not None:
            yield template.default_terms
    for tree in workspace.regions.values():
        yield from tree.terms.values()
