"""Answers kept from the last check of a tree, by the content of what they are about.

A cache is data and nothing more: what cannot be read, is locked, or was made by another version is no cache at all.
It lies in the user's own folder and never in the tree, whose author could otherwise bring along a verdict of choice.
"""

import hashlib
import json
import os
import sqlite3
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import TypeAdapter

from generator.inputs import Tree
from generator.publishing import Stamps
from schema.places import Misfit
from schema.register import Register
from schema.workspace import by_region, region_refused
from validate.diagnostic import Diagnostic
from validate.masking import mask

NATIONWIDE = "/"
"""Stands for what was found when regions were held against each other; no region can be called so."""

_TABLES = """
    create table if not exists tool (fingerprint text not null);
    create table if not exists answer (
        part text primary key, key text not null, diagnostics text not null, register text not null
    ) without rowid;
    create table if not exists output (
        folder text not null, region text not null, key text not null, stamps text not null,
        primary key (folder, region)
    ) without rowid;
"""
_PATIENCE = 1.0
"""Seconds to wait for another check of the same tree to let go."""

_PACKAGES = ("schema", "validate", "generator")
_LIBRARIES = ("pydantic", "pydantic_core", "yaml", "jinja2", "markupsafe", "xlsxwriter")

_diagnostics = TypeAdapter(list[Diagnostic])
_register = TypeAdapter(Register)
_stamps = TypeAdapter(Stamps)


class Answer(NamedTuple):
    """What a part of a tree was found to be, as it was kept; the register is read when it is needed."""

    diagnostics: list[Diagnostic]
    kept_register: str

    def register(self) -> Register:
        return _register.validate_json(self.kept_register)


class Cache:
    """The answers for one tree. No method raises for what stands in the file, or because it cannot be used."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def answers(self, keys: Mapping[str, str]) -> dict[str, Answer]:
        """The answers that are kept for the parts, where their keys are the same."""
        try:
            with closing(self._connect()) as database:
                rows = database.execute("select part, key, diagnostics, register from answer").fetchall()
            return {
                part: Answer(_diagnostics.validate_json(diagnostics), register)
                for part, key, diagnostics, register in rows
                if keys.get(part) == key
            }
        except (sqlite3.Error, OSError, ValueError, TypeError):
            return {}

    def keep(self, keys: Mapping[str, str], answers: Mapping[str, tuple[list[Diagnostic], Register]]) -> None:
        """Keep the answers of some parts, and forget those of parts that are no longer there."""
        rows = [row for part, answer in answers.items() if (row := _row(part, keys[part], *answer)) is not None]
        try:
            with closing(self._connect_or_begin_anew()) as database, database:
                kept = {part for (part,) in database.execute("select part from answer")}
                useless = sorted(kept - keys.keys() | answers.keys())
                database.executemany("delete from answer where part = ?", [(part,) for part in useless])
                database.executemany("insert into answer values (?, ?, ?, ?)", rows)
        except (sqlite3.Error, OSError, ValueError):
            return

    def outputs(self, folder: Path, keys: Mapping[str, str]) -> dict[str, Stamps]:
        """The files that each region last became in a folder, where the regions' keys are the same."""
        try:
            with closing(self._connect()) as database:
                asked = "select region, key, stamps from output where folder = ?"
                rows = database.execute(asked, (_name(folder),)).fetchall()
            return {region: _stamps.validate_json(stamps) for region, key, stamps in rows if keys.get(region) == key}
        except (sqlite3.Error, OSError, ValueError, TypeError):
            return {}

    def keep_outputs(self, folder: Path, keys: Mapping[str, str], stamps: Mapping[str, Stamps]) -> None:
        """Keep what regions became in a folder, and forget those that are no longer there."""
        name = _name(folder)
        rows = [(name, region, keys[region], json.dumps(files)) for region, files in stamps.items()]
        try:
            with closing(self._connect_or_begin_anew()) as database, database:
                asked = "select region from output where folder = ?"
                kept = {region for (region,) in database.execute(asked, (name,))}
                useless = [(name, region) for region in sorted(kept - keys.keys() | stamps.keys())]
                database.executemany("delete from output where folder = ? and region = ?", useless)
                database.executemany("insert into output values (?, ?, ?, ?)", rows)
        except (sqlite3.Error, OSError, ValueError):
            return

    def _connect(self) -> sqlite3.Connection:
        """Raises sqlite3.Error or OSError for a file that is not ours to read."""
        self._file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        database = sqlite3.connect(self._file, timeout=_PATIENCE)
        try:
            with database:
                database.executescript(_TABLES)
                known = database.execute("select fingerprint from tool").fetchall()
                if known != [(fingerprint(),)]:
                    database.execute("delete from tool")
                    database.execute("delete from answer")
                    database.execute("delete from output")
                    database.execute("insert into tool values (?)", (fingerprint(),))
        except BaseException:
            database.close()
            raise
        return database

    def _connect_or_begin_anew(self) -> sqlite3.Connection:
        """A file that is damaged would otherwise make every run a cold one."""
        try:
            return self._connect()
        except sqlite3.OperationalError:
            raise  # locked, or full: somebody else's moment
        except sqlite3.DatabaseError:
            self._file.unlink(missing_ok=True)
            return self._connect()


def _name(folder: Path) -> str:
    return os.fsencode(os.path.realpath(folder)).hex()


def _row(part: str, key: str, found: list[Diagnostic], register: Register) -> tuple[str, str, str, str] | None:
    """An answer as it is kept; None for one that is worked out anew each time."""
    try:
        diagnostics, kept_register = _diagnostics.dump_json(found).decode(), _register.dump_json(register).decode()
    except ValueError:
        return None  # a file name that is no text
    # A personal number stands in no file of ours; in JSON, an escape could part its digits.
    texts = (part, *_texts_in(json.loads(diagnostics)), *_texts_in(json.loads(kept_register)))
    is_kept = all(mask(text, cued=True) == text for text in texts)
    return (part, key, diagnostics, kept_register) if is_kept else None


def _texts_in(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | dict):
        for item in value if isinstance(value, list) else (*value, *value.values()):
            yield from _texts_in(item)
    else:
        yield str(value)


def cache_of(root: Path, folder: Path) -> Cache | None:
    """The cache of the tree below a root, in the user's folder for caches; none where that folder is in the tree."""
    tree = os.path.realpath(root)
    if Path(os.path.realpath(folder)).is_relative_to(tree):
        return None
    name = hashlib.sha256(os.fsencode(tree)).hexdigest()[:32]
    return Cache(folder / "basutbud" / f"{name}.sqlite")


def keys_of(tree: Tree, *more: object) -> dict[str, str]:
    """A key for each part of a tree, made of every byte that its answer depends on, and of the whole."""
    above = _digest(tree.as_of, more, _entries(tree.former))
    layers = by_region(tree.files)
    national = _digest(above, _entries(layers[""]), _refused(tree, ""))
    keys = {
        region: _digest(national, region, _entries(layers.get(region, {})), _refused(tree, region))
        for region in tree.regions
    }
    keys[""] = national
    return {**keys, NATIONWIDE: _digest(sorted(keys.items()))}


def _refused(tree: Tree, region: str) -> list[Misfit]:
    return [misfit for misfit in tree.refused if region_refused(misfit.at.file) == region]


def _entries(files: Mapping[str, bytes]) -> list[tuple[str, str]]:
    return [(path, hashlib.sha256(data).hexdigest()) for path, data in sorted(files.items())]


def _digest(*parts: object) -> str:
    return hashlib.sha256(repr(parts).encode(errors="surrogateescape")).hexdigest()


@cache
def fingerprint() -> str:
    """What the tool itself is: each of its files, the libraries it reads with, and the Python it runs on."""
    here = Path(__file__).parent.parent
    own = [(name, hashlib.sha256((here / name).read_bytes()).hexdigest()) for name in sorted(_own_files(here))]
    return _digest(own, sorted(_versions()), sys.version)


def _own_files(here: Path) -> Iterable[str]:
    for package in _PACKAGES:
        for folder, _, names in os.walk(here / package):
            if "__pycache__" not in folder:
                yield from (os.path.relpath(os.path.join(folder, name), here) for name in names)


def _versions() -> Iterable[str]:
    """The libraries' versions by the names of their folders, since asking the metadata takes long."""
    for library in _LIBRARIES:
        spec = find_spec(library)
        site = Path(spec.origin).parent.parent if spec is not None and spec.origin is not None else None
        if site is not None:
            known = library.replace("_", "").lower()
            names = (name for name in os.listdir(site) if name.endswith(".dist-info"))
            yield from (name for name in names if known in name.replace("_", "").lower())
