"""What exists by its file: a thing whose file did not fit its model is broken, and not unknown."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import PurePosixPath

from schema.fitting import nearest
from schema.workspace import RegionTree, Workspace

_HSA_ID = re.compile(r"^\W*hsa\w*[\"']?[ \t]*:[ \t]*[\"']?[ \t]*[^\s#~\"']", re.MULTILINE)


def ids_by_folder(tree: RegionTree) -> defaultdict[str, set[str]]:
    """Folder -> the names, without endings, of the files in it: of those that nothing could read, too."""
    ids: defaultdict[str, set[str]] = defaultdict(set)
    for file in tree.paths:
        folder, _, name = file.rpartition("/")
        ids[folder].add(name.partition(".")[0])
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
        """All of their text in lower case; None where one of them could not be read, or has lost its HSA-id."""
        folder = self.tree.path("units/")
        units, files = self.tree.units, self.workspace.files
        paths = [path for path in self.tree.paths if path.startswith(folder) and PurePosixPath(path).stem not in units]
        if any(path not in files for path in paths):
            return None
        texts = [files[path].decode(errors="replace").lower() for path in sorted(paths)]
        return "\n".join(texts) if all(map(_HSA_ID.search, texts)) else None
