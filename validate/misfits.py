"""Misfits as findings: what the structural rules have in common."""

from collections.abc import Iterator

from schema.workspace import Workspace
from validate.rule import Finding


def misfits_of(workspace: Workspace, kind: str) -> Iterator[Finding]:
    """The misfits that a structural rule reports, with their facts as the words of its message."""
    for misfit in workspace.misfits:
        if misfit.kind == kind:
            yield Finding(misfit.at, misfit.facts, misfit.related)
