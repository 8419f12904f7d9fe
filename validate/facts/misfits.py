"""Misfits as findings: what the structural rules have in common."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import PurePosixPath

from schema.places import Misfit, Place
from schema.workspace import Workspace
from validate.masking import mask
from validate.rule import Finding

Said = Mapping[str, tuple[str, str]]
"""A coded fact -> how the message says it, and what the advice says to do about it."""

_QUOTED = ("key", "name", "text", "value")
"""Facts that are the author's own words, which may be a whole page."""
_LONGEST_QUOTE = 60


def misfits_of(
    workspace: Workspace, kind: str, remedy_for: str = "", mended: Callable[[Misfit], str | None] = lambda _: None
) -> Iterator[Finding]:
    """The misfits that a structural rule reports, with their facts as the words of its message.

    The fact `remedy_for`, where one is named, is also given as the word `remedy`, for the advice to put it differently.
    `mended` says what a machine may write at the place.
    """
    for misfit in workspace.misfits:
        if misfit.kind == kind:
            words = {name: _shortened(fact) if name in _QUOTED else fact for name, fact in misfit.facts.items()}
            if _is_nameless(misfit):
                words["key"] = _list_of(misfit)
            if remedy_for:
                words["remedy"] = words[remedy_for]
            yield Finding(misfit.at, words, misfit.related, replacement=mended(misfit))


def phrases(word: str, said: Said) -> dict[str, dict[str, str]]:
    """The phrases of a coded word and of its `remedy`."""
    return {
        word: {code: message for code, (message, _) in said.items()},
        "remedy": {code: remedy for code, (_, remedy) in said.items()},
    }


def _shortened(fact: str) -> str:
    # A personal number that is cut is one that nothing recognises any more.
    masked = mask(fact, cued=True)
    short = masked.partition("\n")[0][:_LONGEST_QUOTE].rstrip()
    return fact if short == masked else f"{short}…"


def _is_nameless(misfit: Misfit) -> bool:
    """Whether the key that a misfit tells of is but a number in a list, or the file itself."""
    if "key" not in misfit.facts or not isinstance(misfit.at, Place):
        return False
    path = misfit.at.path
    return misfit.facts["key"] == (str(path[-1]) if path and isinstance(path[-1], int) else "")


def _list_of(misfit: Misfit) -> str:
    """The key of the list that a misfit stands in, or the name of the file when the whole of it is a list."""
    path = misfit.at.path if isinstance(misfit.at, Place) else ()
    named = [step for step in path if isinstance(step, str)]
    return named[-1] if named else PurePosixPath(misfit.at.file).name
