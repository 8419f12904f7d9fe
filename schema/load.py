"""From files to the workspace: read, take into models, put in place. Bad input becomes misfits, never an exception."""

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from schema.fitting import fit, fit_items
from schema.misplaced import right_path
from schema.models.base import FileNode
from schema.models.casetypes import Template
from schema.models.files import LIST_PATTERN, SNAPSHOT_PATTERN, WORDLIST_PATTERN, Kind, kind_of
from schema.places import Misfit, Place, Step, Stretch
from schema.reading.lines import read_lines
from schema.reading.snapshot import RegisteredUnit, read_snapshot
from schema.reading.strict import items_at, read
from schema.workspace import (
    NOTHING_BEFORE,
    Former,
    ListedUnit,
    RegionTree,
    Workspace,
    by_region,
    region_of,
    region_refused,
)


class _Shelf:
    """What has been taken in of one layer, the nation or a region, and what did not fit."""

    def __init__(self, files: Mapping[str, bytes], refused: Iterable[Misfit]) -> None:
        self.models: defaultdict[str, dict[str, Any]] = defaultdict(dict)
        self.lists: dict[str, tuple[ListedUnit, ...]] = {}
        self.words: frozenset[str] = frozenset()
        self.snapshot: dict[str, RegisteredUnit] | None = None
        self.misfits = list(refused)
        self.broken = {misfit.at.file for misfit in self.misfits}
        self.misplaced: dict[str, str] = {}
        for path in sorted(files):
            self._take(path, files[path], files)
        # Whatever names a misplaced file by where it should stand is not at fault as well.
        self.broken.update(self.misplaced.values())
        self.paths = frozenset({*files, *self.broken}) - self.misplaced.keys()

    def _take(self, path: str, data: bytes, files: Container[str]) -> None:
        name = path.rpartition("/")[2]
        kind = kind_of(path)
        if kind is not None:
            model = self._fitted(kind, path, data)
            if model is not None:
                self.models[kind.name][name.removesuffix(".yaml")] = model
        elif re.fullmatch(LIST_PATTERN, path):
            self.lists[name] = tuple(_rows(path, self._lines(path, data)))
        elif re.fullmatch(WORDLIST_PATTERN, path):
            words = map(str.strip, self._lines(path, data))
            self.words = frozenset(word for word in words if not word.startswith("#"))
        elif re.fullmatch(SNAPSHOT_PATTERN, path):
            lines = self._lines(path, data)
            if path not in self.broken:
                self.snapshot, misfits = read_snapshot(path, lines)
                self.misfits += misfits
        elif name != "README.md":
            right = right_path(path)
            right = "" if right in files else right
            self.misfits.append(Misfit("unexpected-file", Stretch(path, 0, 0), {"file": path, "nearest": right}))
            if right and region_of(right) == region_of(path):
                self.misplaced[path] = right

    def _fitted(self, kind: Kind, path: str, data: bytes) -> Any:
        value, misfits = read(path, data)
        model = None
        if value is not None:
            model, more = fit(kind, path, value)
            misfits = misfits + more
        if misfits:
            self.misfits += misfits
            self.broken.add(path)
            items = fit_items(kind, value, _faulty(misfits, data))
            for number, item in items.items():
                _stand(item, Place(path, (number,)))
            return tuple(items.values()) or None
        _stand(model, Place(path))
        return model

    def _lines(self, path: str, data: bytes) -> list[str]:
        lines, misfits = read_lines(path, data)
        if misfits:
            self.misfits += misfits
            self.broken.add(path)
        return lines


@dataclass(frozen=True)
class National:
    """The layer above all regions, taken in once for them all."""

    templates: Mapping[str, Template]
    misfits: tuple[Misfit, ...]
    paths: frozenset[str]
    broken: frozenset[str]


def load(
    files: Mapping[str, bytes], as_of: date, refused: Sequence[Misfit] = (), former: Mapping[str, bytes] | None = None
) -> Workspace:
    """The workspace that the files make, as it stands on a day.

    `refused` are the files on disk that could not be read, which are known to be there all the same; `former` are the
    changed files as they stood before.
    """
    layers = by_region(files)
    unread: defaultdict[str, list[Misfit]] = defaultdict(list)
    for misfit in refused:
        unread[region_refused(misfit.at.file)].append(misfit)
    national = load_national(layers[""], unread[""])
    regions = sorted({*layers, *unread} - {""})
    parts = [load_region(region, layers.get(region, {}), national, as_of, unread[region]) for region in regions]
    return Workspace(
        as_of,
        files,
        national.templates,
        {region: part.regions[region] for region, part in zip(regions, parts, strict=True)},
        (*national.misfits, *(misfit for part in parts for misfit in part.misfits)),
        load_former(former or {}),
    )


def load_national(files: Mapping[str, bytes], refused: Iterable[Misfit] = ()) -> National:
    shelf = _Shelf(files, refused)
    return National(shelf.models["template"], tuple(shelf.misfits), shelf.paths, frozenset(shelf.broken))


def load_region(
    region: str,
    files: Mapping[str, bytes],
    national: National,
    as_of: date,
    refused: Iterable[Misfit] = (),
    former: Former = NOTHING_BEFORE,
) -> Workspace:
    """The workspace of one region alone: its offers know the national templates, but those are no part of it."""
    shelf = _Shelf(files, refused)
    tree = RegionTree(
        id=region,
        as_of=as_of,
        paths=shelf.paths | national.paths,
        broken=frozenset(shelf.broken) | national.broken,
        templates=national.templates,
        region=shelf.models["region"].get("region"),
        decisions=shelf.models["basutbud"].get("basutbud", ()),
        casetypes=shelf.models["casetype"],
        terms=shelf.models["terms"],
        messages=shelf.models["message"],
        groups=shelf.models["groups"].get("groups", {}),
        lists=shelf.lists,
        words=shelf.words,
        snapshot=shelf.snapshot,
        units=shelf.models["unit"],
        own_rules=shelf.models["rules"].get("rules", ()),
        waivers=shelf.models["waivers"].get("waivers", ()),
        baseline=shelf.models["baseline"].get("baseline", ()),
    )
    if tree.path("region.yaml") not in tree.paths and f"regions/{region}" not in tree.broken:
        file = tree.path("region.yaml")
        shelf.misfits.append(Misfit("missing-file", Stretch(file, 0, 0), {"file": file}))
    return Workspace(as_of, files, {}, {region: tree}, tuple(shelf.misfits), former)


def load_former(files: Mapping[str, bytes]) -> Former:
    """What the files, as they stood before, said that may not be altered in silence; what did not fit says nothing."""
    shelves = {path: _Shelf({path: data}, ()).models for path, data in files.items() if kind_of(path)}
    terms = {path: model for path, models in shelves.items() for model in models["terms"].values()}
    templates = {path: model.default_terms for path, models in shelves.items() for model in models["template"].values()}
    return Former(
        {**terms, **{path: model for path, model in templates.items() if model is not None}},
        {path: model for path, models in shelves.items() for model in models["baseline"].values()},
    )


def _stand(model: Any, place: Place) -> None:
    """Let what has a file or a place of its own know it."""
    if isinstance(model, FileNode):
        model.standing_at(place)
        terms = model.__dict__.get("default_terms")
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


def _faulty(misfits: Iterable[Misfit], data: bytes) -> set[Step]:
    """The numbers of the items, in a file that is a list, that misfits stand in."""
    starts = [misfit.at.start for misfit in misfits if isinstance(misfit.at, Stretch)]
    paths = [misfit.at.path for misfit in misfits if isinstance(misfit.at, Place) and misfit.at.path]
    return {*items_at(data, starts), *(path[0] for path in paths)}
