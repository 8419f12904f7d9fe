"""The cache: what it says is what a cold run says, and nothing that happens to it is more than a cold run."""

import random
import sqlite3
from datetime import date
from pathlib import Path

import pytest
from nations import DAY, ROOT, invoke, lay, nation, region

from generator.cache import Cache, cache_of, keys_of
from generator.inputs import Tree
from generator.work import check
from schema.tree import read_tree
from validate.diagnostic import Diagnostic
from validate.examples import read_example
from validate.rulebook import rules

AS_OF = date.fromisoformat(DAY)
WRONG = "-- units/vc.yaml --\nmunicipality: '0180'\nactivities: ['1502', '1598']\n"
NUMBER = "19121212-1212"


def _tree(files: dict[str, bytes], as_of: date = AS_OF) -> Tree:
    return Tree(files, (), as_of)


def _check(tree: Tree, cache: Cache | None = None) -> list[Diagnostic]:
    return check(tree, lambda done: None, None, cache)


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "cache" / "tree.sqlite")


def test_it_gives_back_what_every_rule_found(cache: Cache) -> None:
    for rule in rules():
        example = read_example(rule.bad).workspace
        tree = Tree(
            example.files, tuple(m for m in example.misfits if m.kind in ("symbolic-link", "unreadable-file")), AS_OF
        )
        cold = _check(tree)
        assert _check(tree, cache) == cold
        assert _check(tree, cache) == cold, rule.id


def test_any_edit_gives_what_a_cold_run_gives(cache: Cache) -> None:
    files = dict(nation("halland", "skane", "stockholm", text=WRONG))
    chance = random.Random(20261201)
    for _ in range(40):
        path = chance.choice(sorted(files))
        data = files[path]
        place = chance.randrange(len(data))
        files[path] = (
            data[:place] + chance.choice((b"", b"x", b"\n", b"0", b": ")) + data[place + chance.randrange(3) :]
        )
        assert _check(_tree(files), cache) == _check(_tree(files))
        if chance.random() < 0.7:
            files[path] = data


def test_files_that_come_go_and_move_are_noticed(cache: Cache) -> None:
    files = dict(nation("halland", "skane"))
    _check(_tree(files), cache)
    moved = dict(files)
    moved["regions/skane/units/vb.yaml"] = moved.pop("regions/skane/units/vc.yaml")
    fewer = {path: data for path, data in files.items() if not path.startswith("regions/skane")}
    for changed in (moved, fewer, files):
        assert _check(_tree(changed), cache) == _check(_tree(changed))


def test_a_region_may_be_called_anything(cache: Cache) -> None:
    files = {**region("halland"), **{f"regions/{name}/x.yaml": b"a\n" for name in ("*", "/", "å", "-")}}
    for _ in range(2):
        assert _check(_tree(files), cache) == _check(_tree(files))


def test_a_folder_in_the_tree_is_none_of_the_user_s(tmp_path: Path) -> None:
    assert cache_of(tmp_path, tmp_path / ".cache") is None
    assert cache_of(tmp_path / "tree", tmp_path / ".cache") is not None


def test_another_day_is_another_question(cache: Cache) -> None:
    tree = _tree(dict(nation("halland")))
    later = Tree(tree.files, (), date(2027, 6, 1))
    assert keys_of(tree).keys() == keys_of(later).keys()
    assert all(keys_of(tree)[part] != keys_of(later)[part] for part in keys_of(tree))


def test_one_changed_region_leaves_the_answers_on_the_others(cache: Cache) -> None:
    files = dict(nation("halland", "skane"))
    changed = {**files, "regions/skane/region.yaml": files["regions/skane/region.yaml"] + b"# en rad\n"}
    before, after = keys_of(_tree(files)), keys_of(_tree(changed))
    assert {part for part in before if before[part] == after[part]} == {"", "halland"}


def test_what_is_wrong_between_regions_is_found_when_only_one_is_worked_out_anew(cache: Cache) -> None:
    files = dict(nation("halland", "skane"))
    _check(_tree(files), cache)
    unit = files["regions/halland/units/vc.yaml"]
    files["regions/skane/units/vb.yaml"] = unit
    found = _check(_tree(files), cache)
    assert "hsa-id-repeated" in {one.rule for one in found}
    assert found == _check(_tree(files))


DAMAGES = {
    "empty": lambda file: file.write_bytes(b""),
    "text": lambda file: file.write_text("nothing of the kind", encoding="utf-8"),
    "cut off": lambda file: file.write_bytes(file.read_bytes()[: file.stat().st_size // 2]),
    "torn": lambda file: file.write_bytes(file.read_bytes()[:4096] + bytes(4096) + file.read_bytes()[8192:]),
    "other tool": lambda file: _execute(file, "update tool set fingerprint = 'x'"),
    "no json": lambda file: _execute(file, "update answer set diagnostics = '[', register = '['"),
    "other json": lambda file: _execute(file, "update answer set diagnostics = '[{}]', register = '{}'"),
    "no tables": lambda file: _execute(file, "drop table answer"),
    "other tables": lambda file: _execute(file, "drop table answer; create table answer (part text)"),
}


def _execute(file: Path, statements: str) -> None:
    database = sqlite3.connect(file)
    database.executescript(statements)
    database.close()


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_cache_is_a_cold_run(tmp_path: Path, damage: str) -> None:
    file = tmp_path / "tree.sqlite"
    files = dict(nation("halland", "skane", text=WRONG))
    cold = _check(_tree(files))
    _check(_tree(files), Cache(file))
    DAMAGES[damage](file)
    assert _check(_tree(files), Cache(file)) == cold
    edited = {**files, "regions/skane/region.yaml": files["regions/skane/region.yaml"] + b"# en rad\n"}
    assert _check(_tree(edited), Cache(file)) == _check(_tree(edited))
    assert _check(_tree(files), Cache(file)) == cold


def test_a_cache_that_somebody_else_holds_is_a_cold_run(tmp_path: Path) -> None:
    file = tmp_path / "tree.sqlite"
    tree = _tree(dict(nation("halland", text=WRONG)))
    cold = _check(tree, Cache(file))
    holder = sqlite3.connect(file)
    holder.execute("begin exclusive")
    try:
        assert _check(tree, Cache(file)) == cold
    finally:
        holder.close()


def test_a_folder_that_cannot_be_made_is_a_cold_run(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    tree = _tree(dict(nation("halland", text=WRONG)))
    assert _check(tree, Cache(tmp_path / "file" / "tree.sqlite")) == _check(tree)


def test_it_never_holds_a_personal_number(tmp_path: Path) -> None:
    file = tmp_path / "tree.sqlite"
    texts = (
        f"-- units/vc.yaml --\nphone: '{NUMBER}'\n",
        f"-- units/vc.yaml --\nhsa_id: '{NUMBER}'\n",
        f"-- units/vc.yaml --\ncasetypes: {{'{NUMBER}': {{}}}}\n",
        f"-- units/vc.yaml --\nstatus: '{NUMBER}'\n",
        f"-- units/{NUMBER}.yaml --\nname: x\n",
        f'-- units/vc.yaml --\nstatus: "{NUMBER[:9]}\\n{NUMBER[9:]}"\n',
    )
    for text in texts:
        files = dict(region("halland", text))
        assert _check(_tree(files), Cache(file)) == _check(_tree(files))
        data = file.read_bytes()
        assert NUMBER.encode() not in data
        assert NUMBER.replace("-", "").encode() not in data
        assert NUMBER[:9].encode() not in data


@pytest.mark.parametrize("name", ["\udcff", "a\udcffb", "å", "\x00"])
def test_a_file_name_that_is_no_text_is_no_matter(cache: Cache, name: str) -> None:
    files = {
        **region("halland", WRONG),
        f"regions/halland/units/{name}.yaml": b"name: A\n",
        f"regions/{name}/x.yaml": b"",
    }
    for _ in range(2):
        assert _check(_tree(files), cache) == _check(_tree(files))


def test_it_lies_outside_the_tree_and_is_used_by_the_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "caches"))
    root = lay(tmp_path / "tree", region("halland", WRONG))
    before = sorted(root.rglob("*"))
    first = invoke("check", "--root", root, "--as-of", DAY)
    assert len(list((tmp_path / "caches/basutbud").glob("*.sqlite"))) == 1
    again = invoke("check", "--root", root, "--as-of", DAY)
    without = invoke("check", "--root", root, "--as-of", DAY, "--no-cache")
    assert (first.exit_code, first.output) == (again.exit_code, again.output) == (without.exit_code, without.output)
    assert sorted(root.rglob("*")) == before


def test_a_run_without_it_leaves_none_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "caches"))
    root = lay(tmp_path / "tree", region("halland"))
    invoke("check", "--root", root, "--as-of", DAY, "--no-cache")
    assert not (tmp_path / "caches").exists()


def test_the_shipped_regions_are_the_same_with_and_without(cache: Cache) -> None:
    files, misfits = read_tree(ROOT)
    tree = Tree(files, tuple(misfits), date(2026, 12, 1))
    cold = _check(tree)
    assert _check(tree, cache) == cold
    assert _check(tree, cache) == cold
