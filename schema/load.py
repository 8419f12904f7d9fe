"""From files to the workspace: read, take into models, put in place. Bad input becomes misfits, never an exception."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import PurePosixPath
from typing import Any

from schema.fitting import fit, nearest
from schema.lines import read_lines
from schema.models.base import FileNode
from schema.models.files import KINDS, LIST_PATTERN, WORDLIST_PATTERN, Kind, kind_of
from schema.places import Misfit, Place, Stretch
from schema.reading import read
from schema.workspace import ListedUnit, RegionTree, Workspace

_FOLDERS = {"regions": ["casetypes", "terms", "messages", "lists", "units"]}
_FILES = ["region.yaml", "basutbud.yaml", "groups.yaml", "waivers.yaml", "wordlist.txt"]


class _Shelves:
    """What has been taken in, by region (`""` is national) and kind, and what did not fit."""

    def __init__(self) -> None:
        self.models: defaultdict[tuple[str, str], dict[str, Any]] = defaultdict(dict)
        self.lists: defaultdict[str, dict[str, tuple[ListedUnit, ...]]] = defaultdict(dict)
        self.misfits: list[Misfit] = []
        self.broken: set[str] = set()

    def take(self, path: str, data: bytes) -> None:
        region = path.split("/")[1] if path.startswith("regions/") else ""
        name = PurePosixPath(path).name
        kind = kind_of(path)
        if kind is not None:
            model = self._fitted(kind, path, data)
            if model is not None:
                self.models[region, kind.name][PurePosixPath(path).stem] = model
        elif re.fullmatch(LIST_PATTERN, path):
            self.lists[region][name] = self._listed(path, data)
        elif re.fullmatch(WORDLIST_PATTERN, path):
            self.misfits += read_lines(path, data)[1]
        elif name != "README.md":
            self.misfits.append(_unexpected(path))

    def _fitted(self, kind: Kind, path: str, data: bytes) -> Any:
        value, misfits = read(path, data)
        model = None
        if value is not None:
            model, more = fit(kind, path, value)
            misfits = misfits + more
        if misfits:
            self.misfits += misfits
            self.broken.add(path)
            return None
        _stand(model, Place(path))
        return model

    def _listed(self, path: str, data: bytes) -> tuple[ListedUnit, ...]:
        lines, misfits = read_lines(path, data)
        if misfits:
            self.misfits += misfits
            self.broken.add(path)
        return tuple(_rows(path, lines))


def load(files: Mapping[str, bytes], as_of: date) -> Workspace:
    """The workspace that the files make, as it stands on a day."""
    shelves = _Shelves()
    for path in sorted(files):
        shelves.take(path, files[path])
    paths, broken = frozenset(files), frozenset(shelves.broken)
    templates = shelves.models["", "template"]
    regions = sorted({path.split("/")[1] for path in files if path.startswith("regions/") and path.count("/") > 1})
    trees = {}
    for region in regions:
        kept = {kind.name: shelves.models[region, kind.name] for kind in KINDS}
        trees[region] = RegionTree(
            id=region,
            as_of=as_of,
            paths=paths,
            broken=broken,
            templates=templates,
            region=kept["region"].get("region"),
            decisions=kept["basutbud"].get("basutbud", ()),
            casetypes=kept["casetype"],
            terms=kept["terms"],
            messages=kept["message"],
            groups=kept["groups"].get("groups", {}),
            lists=shelves.lists[region],
            units=kept["unit"],
            waivers=kept["waivers"].get("waivers", ()),
        )
        if not trees[region].has("region.yaml"):
            file = trees[region].path("region.yaml")
            shelves.misfits.append(Misfit("missing-file", Stretch(file, 0, 0), {"file": file}))
    return Workspace(as_of, files, templates, trees, tuple(shelves.misfits))


def _stand(model: Any, place: Place) -> None:
    """Let what has a file or a place of its own know it."""
    if isinstance(model, FileNode):
        model.standing_at(place)
        terms = getattr(model, "default_terms", None)
        if terms is not None:
            _stand(terms, place.at("default_terms"))
    elif isinstance(model, dict):
        for key, item in model.items():
            _stand(item, place.at(key))
    elif isinstance(model, tuple):
        for number, item in enumerate(model):
            _stand(item, place.at(number))


def _rows(path: str, lines: Iterable[str]) -> Iterable[ListedUnit]:
    """The first cell of each line that is neither blank, a comment nor a heading."""
    for number, line in enumerate(lines):
        cell = re.split(r"[,;\t]", line, maxsplit=1)[0] if path.endswith(".csv") else line
        hsa_id = cell.strip().strip('"')
        heading = number == 0 and hsa_id.lower().replace("_", "-") in ("hsa-id", "hsaid")
        if hsa_id and not hsa_id.startswith("#") and not heading:
            start = cell.index(hsa_id)
            yield ListedUnit(hsa_id, Place(path, (number,)).within(start, start + len(hsa_id)))


def _unexpected(path: str) -> Misfit:
    """A file that nothing would read; most often a folder or an ending is misspelt."""
    steps = path.split("/")
    suggestion = ""
    if steps[0] == "regions" and len(steps) == 4:
        folder = nearest(steps[2], _FOLDERS["regions"])
        ending = PurePosixPath(path).suffix if folder == "lists" else ".yaml"
        suggestion = f"regions/{steps[1]}/{folder}/{PurePosixPath(path).stem}{ending}" if folder else ""
    elif steps[0] == "regions" and len(steps) == 3:
        name = nearest(steps[2], _FILES)
        suggestion = f"regions/{steps[1]}/{name}" if name else ""
    elif len(steps) == 2:
        suggestion = f"{steps[0]}/{PurePosixPath(path).stem}.yaml"
    if suggestion == path or (suggestion and kind_of(suggestion) is None):
        suggestion = ""
    return Misfit("unexpected-file", Stretch(path, 0, 0), {"file": path, "nearest": suggestion})
