"""Building again: what still holds is kept, and what comes out is what a build from nothing gives."""

import os
import random
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from nations import DAY, content, lay, nation, region
from test_build import RICH, _git

from generator import building, processes
from generator.building import Outcome
from generator.cache import Cache
from generator.files import Files
from generator.inputs import Tree
from generator.source import source_of
from generator.verdict import Change, History, Source
from generator.work import Part
from generator.writing import build_into
from schema.tree import read_tree
from schema.workspace import Workspace

AS_OF = date.fromisoformat(DAY)
HERE = Source("0" * 40, False)


class Place:
    """An output folder with a cache, and what comes of building into it."""

    def __init__(self, folder: Path) -> None:
        self.out = folder / "out"
        self.cache = Cache(folder / "cache" / "tree.sqlite")

    def build(self, files: Files, source: Source = HERE, regions: tuple[str, ...] = ()) -> tuple[Outcome, int]:
        tree = Tree(files, (), AS_OF)
        return build_into(self.out, tree, source, regions, lambda done: None, self.cache)

    def read(self) -> Files:
        return {path: data for path, data in content(self.out).items() if not path.startswith(".")}


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path / "kept")


def from_nothing(folder: Path, files: Files, source: Source = HERE) -> Files:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    build_into(folder / "out", Tree(files, (), AS_OF), source, (), lambda done: None)
    return content(folder / "out")


def changed(files: Files, path: str, old: str, new: str) -> Files:
    assert old.encode() in files[path]
    return {**files, path: files[path].replace(old.encode(), new.encode())}


def test_when_nothing_has_changed_no_region_is_read_and_nothing_is_written(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = nation(text=RICH)
    first, written = place.build(files)
    assert (sorted(first.built), bool(written)) == (["halland", "skane", "stockholm"], True)
    before = {path: path.stat() for path in place.out.rglob("*")}
    seen: list[list[str]] = []
    make = building._build_part

    def watched(part: Workspace, *rest: Any, **more: Any) -> Part:
        seen.append(sorted(part.regions))
        return make(part, *rest, **more)

    monkeypatch.setattr(building, "_build_part", watched)
    second, written = place.build(files)
    assert (dict(second.built), sorted(second.held), written) == ({}, ["halland", "skane", "stockholm"], 0)
    assert seen == [[]]
    assert second.diagnostics == first.diagnostics
    assert before.keys() == {path: path.stat() for path in place.out.rglob("*")}.keys()
    assert all((s.st_ino, s.st_mtime_ns) == (p.stat().st_ino, p.stat().st_mtime_ns) for p, s in before.items())


def test_only_the_region_that_was_changed_is_built(place: Place, tmp_path: Path) -> None:
    files = nation(text=RICH)
    place.build(files)
    files = changed(files, "regions/skane/units/vc.yaml", "name: ", "name: Nya ")
    outcome, _ = place.build(files)
    assert (list(outcome.built), sorted(outcome.held)) == (["skane"], ["halland", "stockholm"])
    assert place.read() == from_nothing(tmp_path / "new", files)


EDITS = [
    ("regions/skane/units/vc.yaml", b"status: active", b"status: planned"),
    ("regions/skane/units/vc.yaml", b"sort_order: 2", b"sort_order: 3"),
    ("regions/halland/terms/rad.yaml", "Här kan du".encode(), "Här kan ni".encode()),
    ("regions/halland/casetypes/egen.yaml", "Be om råd".encode(), "Få råd".encode()),
    ("regions/stockholm/messages/svar.yaml", b"Svar", b"Besked"),
    ("casetype_templates/kontakta-mig.yaml", b"Kontakta mig", b"Kontakt"),
    ("regions/halland/region.yaml", b"staff_after_days: 2", b"staff_after_days: 3"),
    ("regions/skane/units/vc.yaml", b"status: active", b"status: wrong"),
]


def test_after_any_edits_it_is_what_a_build_from_nothing_gives(place: Place, tmp_path: Path) -> None:
    whole = dict(nation(text=RICH))
    files = dict(whole)
    chance = random.Random(1177)
    place.build(files)
    for number in range(25):
        path, old, new = chance.choice(EDITS)
        files[path] = files.get(path, whole[path])
        files[path] = files[path].replace(old, new) if chance.random() < 0.6 else whole[path]
        if chance.random() < 0.2:
            gone = chance.choice(("halland", "skane", "stockholm"))
            files = {path: data for path, data in files.items() if not path.startswith(f"regions/{gone}/")}
        if not any(path.startswith("regions/") for path in files):
            files = dict(whole)
        outcome, _ = place.build(files)
        expected = from_nothing(tmp_path / "new", files)
        stopped = {found.region for found in outcome.diagnostics if found.stops_build}
        if not stopped:
            assert place.read() == expected, number
        for region_id in outcome.built | dict.fromkeys(outcome.held):
            mine = {path: data for path, data in place.read().items() if f"/{region_id}" in path}
            assert mine == {path: data for path, data in expected.items() if f"/{region_id}" in path}, number


@pytest.mark.parametrize(
    "harm", ["edited", "of the same size", "removed", "added", "a folder removed", "summaries", "a sum"]
)
def test_what_somebody_did_to_the_output_is_put_right(place: Place, tmp_path: Path, harm: str) -> None:
    files = nation(text=RICH)
    place.build(files)
    page = place.out / "site/skane/units/vc.html"
    match harm:
        case "edited":
            page.write_bytes(b"other")
        case "of the same size":
            page.write_bytes(bytes(page.stat().st_size))
        case "removed":
            page.unlink()
        case "added":
            page.with_name("more.html").write_bytes(b"more")
        case "a folder removed":
            shutil.rmtree(place.out / "bundles/skane")
        case "summaries":
            (place.out / "site/.summaries.json").write_bytes(b"{}")
        case "a sum":
            sums = place.out / "site/.summaries.json"
            changed_by_hand = sums.read_bytes().replace("Region Skåne".encode(), b"Region Annan")
            assert changed_by_hand != sums.read_bytes()
            sums.write_bytes(changed_by_hand)
    place.build(files)
    assert place.read() == from_nothing(tmp_path / "new", files)


def test_a_commit_elsewhere_leaves_a_region_s_pages_and_changes_every_manifest(place: Place, tmp_path: Path) -> None:
    files = nation(text=RICH)
    one = (Change("1" * 40, AS_OF, "A", "One"),)
    history = History({"regions/skane/terms/rad.yaml": one})
    place.build(files, replace(HERE, history=history))
    page = place.out / "site/halland/terms/rad.html"
    before = page.stat().st_ino, (place.out / "bundles/halland/manifest.json").read_bytes()
    two = (Change("2" * 40, AS_OF, "B", "Two"), *one)
    source = Source("2" * 40, False, history=History({"regions/skane/terms/rad.yaml": two}))
    place.build(files, source)
    assert page.stat().st_ino == before[0]
    assert (place.out / "bundles/halland/manifest.json").read_bytes() != before[1]
    assert place.read() == from_nothing(tmp_path / "new", files, source)


def test_two_output_folders_are_kept_apart(tmp_path: Path) -> None:
    files = nation(text=RICH)
    one, other = Place(tmp_path / "one"), Place(tmp_path / "other")
    other.cache = one.cache
    one.build(files)
    outcome, _ = other.build(files)
    assert len(outcome.built) == 3
    assert one.read() == other.read()
    assert (one.build(files)[1], other.build(files)[1]) == (0, 0)


def test_a_damaged_cache_is_a_build_from_nothing(place: Place, tmp_path: Path) -> None:
    files = nation(text=RICH)
    place.build(files)
    file = tmp_path / "kept" / "cache" / "tree.sqlite"
    file.write_bytes(b"x" * 5000)
    assert len(place.build(files)[0].built) == 3
    assert place.read() == from_nothing(tmp_path / "new", files)
    assert len(place.build(files)[0].held) == 3


def test_a_region_that_is_stopped_by_another_s_change_keeps_its_output(place: Place) -> None:
    files = nation("halland", "skane")
    place.build(files)
    before = place.read()
    twin = files["regions/skane/units/vc.yaml"]
    hsa_id = next(line for line in files["regions/halland/units/vc.yaml"].splitlines() if line.startswith(b"hsa_id"))
    own = next(line for line in twin.splitlines() if line.startswith(b"hsa_id"))
    outcome, _ = place.build({**files, "regions/skane/units/vc.yaml": twin.replace(own, hsa_id)})
    assert any(found.stops_build for found in outcome.diagnostics)
    assert "skane" not in {*outcome.built, *outcome.held}
    kept = {path: data for path, data in place.read().items() if "/skane" in path}
    assert kept == {path: data for path, data in before.items() if "/skane" in path}


def test_a_region_that_was_not_chosen_is_neither_built_nor_lost(place: Place) -> None:
    files = nation(text=RICH)
    place.build(files)
    before = place.read()
    files = changed(files, "regions/skane/units/vc.yaml", "name: ", "name: Nya ")
    outcome, _ = place.build(files, regions=("halland",))
    assert dict(outcome.built) == {}
    assert place.read() == before
    assert list(place.build(files)[0].built) == ["skane"]


def test_in_a_repository_an_edit_builds_its_own_region_alone(tmp_path: Path) -> None:
    root = lay(tmp_path / "root", {**region("halland"), **region("skane")})
    _git(root, "init", "-q")
    _git(root, "add", "-A")
    _git(root, "commit", "-q", "-m", "A")
    place = Place(tmp_path / "kept")

    def build() -> list[str]:
        return list(place.build(read_tree(root)[0], source_of(root))[0].built)

    assert build() == ["halland", "skane"]
    assert build() == []
    unit = root / "regions/skane/units/vc.yaml"
    unit.write_bytes(unit.read_bytes() + b"# Ett ord\n")
    assert build() == ["skane"]
    assert build() == []
    os.utime(unit)
    assert build() == []


def test_with_one_region_to_build_its_formats_are_built_side_by_side_to_the_same_bytes(
    place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = nation(text=RICH)
    place.build(files)
    files = changed(files, "regions/skane/units/vc.yaml", "name: ", "name: Nya ")
    expected = from_nothing(tmp_path / "new", files)
    monkeypatch.setattr(processes, "_WORTH_A_PROCESS", 0)
    monkeypatch.setattr(processes, "_processors", lambda: 2)
    assert list(place.build(files)[0].built) == ["skane"]
    assert place.read() == expected
