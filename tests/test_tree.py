"""Reading the tree from disk: plain files inside the root are read, nothing else is trusted or waited for."""

import os
import socket
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from schema.load import load
from schema.reading.positions import locate
from schema.tree import SIZE_LIMIT, read_tree
from validate.examples import AS_OF
from validate.rulebook import rules
from validate.run import run

NOBODY = 65534

Told = list[tuple[str, str, str]]


def _lay(root: Path, files: dict[str, bytes]) -> None:
    for path, data in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)


def _told(root: Path) -> tuple[list[str], Told]:
    """The paths that were read, and what was told of those that were not."""
    files, misfits = read_tree(root)
    return list(files), [(misfit.at.file, misfit.kind, misfit.facts.get("reason", "")) for misfit in misfits]


@contextmanager
def _without_privileges() -> Iterator[Path]:
    """A folder of a user to whom permissions mean something, which they do not to root."""
    with TemporaryDirectory() as name:
        root = Path(name)
        if os.geteuid() != 0:
            yield root
            return
        os.chown(root, NOBODY, NOBODY)
        os.seteuid(NOBODY)
        try:
            yield root
        finally:
            os.seteuid(0)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "root"
    _lay(folder, {"regions/a/region.yaml": b"A", "casetype_templates/x.yaml": b"X"})
    return folder


BOTH = ["casetype_templates/x.yaml", "regions/a/region.yaml"]


def test_files_are_read_by_their_path_below_the_root_in_order(root: Path) -> None:
    _lay(root, {"regions/a/units/b.yaml": b"B", "regions/a/a.txt": b"", "regions/.gitkeep": b""})
    files, misfits = read_tree(root)
    assert list(files.items()) == [
        ("casetype_templates/x.yaml", b"X"),
        ("regions/a/a.txt", b""),
        ("regions/a/region.yaml", b"A"),
        ("regions/a/units/b.yaml", b"B"),
    ]
    assert misfits == []


def test_what_stands_beside_the_top_folders_is_not_read(root: Path) -> None:
    _lay(root, {"README.md": b"", "output/bundles/a.json": b"", "schema/regions/b.yaml": b""})
    assert _told(root) == (BOTH, [])


@pytest.mark.parametrize("name", [".", "a"])
def test_a_root_may_be_named_in_any_way(root: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    (root.parent / "a").symlink_to(root)
    monkeypatch.chdir(root if name == "." else root.parent)
    assert _told(Path(name)) == (BOTH, [])


def test_an_empty_root_and_one_that_is_not_there_hold_nothing(tmp_path: Path) -> None:
    assert _told(tmp_path) == ([], [])
    assert _told(tmp_path / "none") == ([], [])


def test_hidden_files_and_folders_are_left_alone(root: Path) -> None:
    _lay(root, {"regions/a/.region.yaml.swp": b"", "regions/.git/config": b"", "casetype_templates/.DS_Store": b""})
    (root / "regions/a/.hidden").symlink_to("/etc/passwd")
    assert _told(root) == (BOTH, [])


def test_a_link_to_a_file_inside_the_root_is_read(root: Path) -> None:
    (root / "regions/a/link.yaml").symlink_to("region.yaml")
    (root / "regions/a/far.yaml").symlink_to(root / "casetype_templates/x.yaml")
    files, misfits = read_tree(root)
    assert (files["regions/a/link.yaml"], files["regions/a/far.yaml"], misfits) == (b"A", b"X", [])


@pytest.mark.parametrize(
    ("target", "reason"),
    [
        ("/etc/passwd", "outside"),
        ("../../../outside.yaml", "outside"),
        ("../../../root-beside/x.yaml", "outside"),
        ("/dev/zero", "outside"),
        ("/", "outside"),
        ("..", "folder"),
        (".", "folder"),
        ("../../casetype_templates", "folder"),
        ("nothing.yaml", "broken"),
        ("link.yaml", "broken"),
        ("../../../nothing.yaml", "outside"),
    ],
)
def test_a_link_to_anything_else_is_told_and_not_followed(root: Path, target: str, reason: str) -> None:
    _lay(root.parent, {"outside.yaml": b"secret", "root-beside/x.yaml": b"secret"})
    (root / "regions/a/link.yaml").symlink_to(target)
    assert (BOTH, [("regions/a/link.yaml", "symbolic-link", reason)]) == _told(root)


def test_a_link_by_way_of_another_that_leads_out_is_told(root: Path) -> None:
    _lay(root.parent, {"outside.yaml": b"secret"})
    (root / "step.yaml").symlink_to("../outside.yaml")
    (root / "regions/a/link.yaml").symlink_to("../../step.yaml")
    assert _told(root) == (BOTH, [("regions/a/link.yaml", "symbolic-link", "outside")])


def test_a_region_that_is_a_link_is_told_and_not_followed(root: Path) -> None:
    _lay(root.parent, {"outside/region.yaml": b"secret"})
    (root / "regions/b").symlink_to(root.parent / "outside")
    (root / "regions/c").symlink_to("a")
    expected = [("regions/b", "symbolic-link", "outside"), ("regions/c", "symbolic-link", "folder")]
    assert (BOTH, expected) == _told(root)


@pytest.mark.parametrize("name", ["regions", "casetype_templates"])
@pytest.mark.parametrize("target", ["../outside", "inside"])
def test_a_top_folder_that_is_a_link_is_told_and_not_followed(tmp_path: Path, name: str, target: str) -> None:
    _lay(tmp_path, {"outside/a/region.yaml": b"secret", "root/inside/a/region.yaml": b""})
    (tmp_path / "root" / name).symlink_to(target)
    assert ([], [(name, "symbolic-link", "folder")]) == _told(tmp_path / "root")


def test_a_pipe_is_told_and_not_waited_for(root: Path) -> None:
    os.mkfifo(root / "regions/a/pipe.yaml")
    assert _told(root) == (BOTH, [("regions/a/pipe.yaml", "unreadable-file", "not a plain file")])


def test_a_link_to_a_pipe_is_told_and_not_waited_for(root: Path) -> None:
    os.mkfifo(root / "pipe")
    (root / "regions/a/link.yaml").symlink_to("../../pipe")
    assert _told(root) == (BOTH, [("regions/a/link.yaml", "symbolic-link", "outside")])


def test_a_socket_is_told(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root / "regions/a")  # since the path of a socket must be short
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("socket.yaml")
        assert _told(root) == (BOTH, [("regions/a/socket.yaml", "unreadable-file", "No such device or address")])


def test_a_file_and_a_folder_that_may_not_be_read_are_told() -> None:
    with _without_privileges() as root:
        _lay(root, {"regions/a/region.yaml": b"A", "regions/b/region.yaml": b"B"})
        (root / "regions/a/region.yaml").chmod(0)
        (root / "regions/b").chmod(0)
        told = _told(root)
        (root / "regions/b").chmod(stat.S_IRWXU)
    expected = [
        ("regions/a/region.yaml", "unreadable-file", "Permission denied"),
        ("regions/b", "unreadable-file", "Permission denied"),
    ]
    assert ([], expected) == told


@pytest.mark.parametrize("size", [0, SIZE_LIMIT, SIZE_LIMIT + 1, SIZE_LIMIT + 2, 40 * SIZE_LIMIT])
def test_no_more_is_read_of_a_file_than_shows_that_it_is_too_large(root: Path, size: int) -> None:
    with (root / "regions/a/region.yaml").open("wb") as file:
        file.truncate(size)
    files, misfits = read_tree(root)
    assert min(size, SIZE_LIMIT + 1) == len(files["regions/a/region.yaml"])
    assert misfits == []


def test_a_file_one_byte_too_large_is_told_by_one_finding(root: Path) -> None:
    (root / "regions/a/region.yaml").write_bytes(b"#" * (SIZE_LIMIT + 1))
    files, _ = read_tree(root)
    told = [misfit.kind for misfit in load(files, AS_OF).misfits if misfit.at.file == "regions/a/region.yaml"]
    assert told == ["file-too-large"]


NAMES = [
    b"\xff.yaml",
    b"\xe5\xe4\xf6.yaml",
    b"a\nb.yaml",
    b"\x1b[31m.yaml",
    b" .yaml",
    b"a b.yaml",
    b"-rf.yaml",
    b"%s{0}.yaml",
    b"a:1:2.yaml",
    "åäö.yaml".encode(),
    "a\u030a.yaml".encode(),
    "\u202egnp.yaml".encode(),
    b"UPPER.yaml",
    b"a.yaml.yaml",
    b"a.yml",
    b"\xc3\xa5" * 125 + b".yaml",
]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("folder", ["regions", "regions/a", "regions/a/units", "casetype_templates"])
def test_a_file_of_any_name_is_one_that_nothing_expects(root: Path, folder: str, name: bytes) -> None:
    (root / folder).mkdir(exist_ok=True)
    Path(os.fsdecode(os.fsencode(root / folder) + b"/" + name)).write_bytes(b"a: b\n")
    path = f"{folder}/{os.fsdecode(name)}"
    files, misfits = read_tree(root)
    assert (files[path], misfits) == (b"a: b\n", [])
    workspace = load(files, AS_OF)
    assert [misfit.kind for misfit in workspace.misfits if misfit.at.file == path] == ["unexpected-file"]
    for found in run(workspace, rules()):
        locate(files.get(found.at.file, b""), found.at)


@pytest.mark.parametrize("name", NAMES)
def test_a_region_of_any_name_is_told(root: Path, name: bytes) -> None:
    folder = Path(os.fsdecode(os.fsencode(root / "regions") + b"/" + name))
    folder.mkdir()
    (folder / "region.yaml").write_bytes(b"name: A\n")
    workspace = load(read_tree(root)[0], AS_OF)
    path = f"regions/{os.fsdecode(name)}/region.yaml"
    assert [misfit.kind for misfit in workspace.misfits if misfit.at.file == path] == ["unexpected-file"]


def test_a_file_in_the_place_of_a_folder_and_a_folder_in_the_place_of_a_file_are_told(root: Path) -> None:
    _lay(root, {"regions/a/units": b"", "regions/a/groups.yaml/x": b"", "regions/b": b""})
    workspace = load(read_tree(root)[0], AS_OF)
    told = {misfit.at.file: misfit.kind for misfit in workspace.misfits}
    assert (
        tuple(told[path] for path in ("regions/a/units", "regions/a/groups.yaml/x", "regions/b"))
        == ("unexpected-file",) * 3
    )


def test_folders_a_hundred_deep_are_read(root: Path) -> None:
    path = "regions/a/" + "d/" * 100 + "x.yaml"
    _lay(root, {path: b"x"})
    assert read_tree(root)[0][path] == b"x"
