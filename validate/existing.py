"""What exists by its file: a thing whose file did not fit its model is broken, and not unknown."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import PurePosixPath

from schema.fitting import nearest
from schema.workspace import RegionTree, Workspace


def ids_by_folder(workspace: Workspace) -> Mapping[str, set[str]]:
    """Folder -> the names, without endings, of the files in it: of those that nothing could read, too."""
    ids: defaultdict[str, set[str]] = defaultdict(set)
    for file in (*workspace.files, *(misfit.at.file for misfit in workspace.misfits)):
        folder, _, name = file.rpartition("/")
        ids[folder].add(name.rpartition(".")[0])
    return ids


def suggester(choices: Iterable[str]) -> Callable[[str], str]:
    """The choice most like a misspelt word, worked out once for a word that a thousand files misspell."""
    known = sorted(choices)
    return cache(lambda word: nearest(word, known))


@dataclass(frozen=True)
class UnfittedUnits:
    """The units of a region that did not fit their model: of those no more is known than their text."""

    workspace: Workspace
    tree: RegionTree

    def may_name(self, word: str) -> bool:
        """Whether one of them may have the word as its HSA-id, or as the id of a local case type; in any case."""
        return self._text is None or word.lower() in self._text

    @cached_property
    def _text(self) -> str | None:
        """All of their text in lower case; None where one of them could not even be read."""
        folder = self.tree.path("units/")
        files = self.workspace.files
        if any(misfit.at.file.startswith(folder) and misfit.at.file not in files for misfit in self.workspace.misfits):
            return None
        texts = [
            data.decode(errors="replace").lower()
            for path, data in files.items()
            if path.startswith(folder) and PurePosixPath(path).stem not in self.tree.units
        ]
        return "\n".join(texts)
