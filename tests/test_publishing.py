"""Publishing: the old output or the new stands whole, whatever happens, and what is the same is left alone."""

import os
import resource
import signal
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.files import Files
from generator.publishing import OutputBusy, OutputForeign, Staging, locked

OLD: Files = {
    "a/region.json": b"1",
    "a/units/x.json": b"same",
    "b/region.json": b"2",
    "b.tar": b"3",
    "start.html": b"4",
}
NEW: Files = {"a/region.json": b"one", "a/units/x.json": b"same", "c/region.json": b"5", "start.html": b"four"}
LARGE: Files = {**NEW, "c/large.json": b"x" * 300_000}


def publish(folder: Path, files: Files, kept: tuple[str, ...] = ()) -> int:
    """What a build does with one folder: makes the new content beside it, and swaps it in."""
    staging = Staging.begin(folder)
    try:
        staged = staging.finish([staging.lay(files)], kept)
        staged.swap()
    finally:
        staging.discard()
    return staged.changes


def _content(folder: Path) -> Files:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def _identities(folder: Path) -> dict[str, tuple[int, int]]:
    return {
        name: (status.st_ino, status.st_mtime_ns) for name in _content(folder) if (status := (folder / name).stat())
    }


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An output folder that holds the old files, far back in time."""
    folder = tmp_path / "out" / "bundles"
    folder.parent.mkdir()
    publish(folder, OLD)
    for name in OLD:
        os.utime(folder / name, (1_000_000_000, 1_000_000_000))
    return folder


def test_a_folder_holds_just_what_was_published(folder: Path) -> None:
    assert _content(folder) == OLD
    publish(folder, NEW)
    assert _content(folder) == NEW
    assert os.listdir(folder.parent) == ["bundles"]


def test_a_folder_that_nothing_was_published_to_is_empty(tmp_path: Path) -> None:
    assert publish(tmp_path / "bundles", {}) == 0
    assert os.listdir(tmp_path / "bundles") == []


def test_what_was_written_or_removed_is_counted(folder: Path) -> None:
    # Two are other than they were, one is new, and two have gone.
    assert publish(folder, NEW) == 5
    assert publish(folder, NEW) == 0


def test_a_file_that_is_the_same_stays_the_same_file(folder: Path) -> None:
    before = _identities(folder)
    publish(folder, NEW)
    after = _identities(folder)
    assert before["a/units/x.json"] == after["a/units/x.json"]
    assert before["a/region.json"] != after["a/region.json"]


def test_a_folder_where_all_is_the_same_is_not_touched(folder: Path) -> None:
    before = (folder.stat().st_ino, folder.stat().st_mtime_ns, _identities(folder))
    assert publish(folder, OLD) == 0
    assert before == (folder.stat().st_ino, folder.stat().st_mtime_ns, _identities(folder))


def test_a_file_of_the_same_size_with_other_bytes_is_written(folder: Path) -> None:
    publish(folder, {**OLD, "a/units/x.json": b"emas"})
    assert (folder / "a/units/x.json").read_bytes() == b"emas"


def test_a_file_with_another_name_in_the_old_output_keeps_its_bytes(folder: Path) -> None:
    """What links share their bytes with is never written to."""
    os.link(folder / "a/region.json", folder.parent / "taken.json")
    publish(folder, NEW)
    assert (folder.parent / "taken.json").read_bytes() == b"1"


def test_what_is_kept_stands_as_it_stood(folder: Path) -> None:
    before = _identities(folder)
    publish(folder, NEW, kept=("b", "b.tar"))
    assert _content(folder) == {**NEW, "b/region.json": b"2", "b.tar": b"3"}
    assert [before[name] for name in ("b/region.json", "b.tar")] == [
        _identities(folder)[name] for name in ("b/region.json", "b.tar")
    ]


def test_what_is_kept_is_a_path_and_not_the_beginning_of_one(folder: Path) -> None:
    publish(folder, {}, kept=("b", "start"))
    assert list(_content(folder)) == ["b/region.json"]


def test_new_files_stand_in_the_place_of_what_is_kept(folder: Path) -> None:
    publish(folder, {"b/region.json": b"two"}, kept=("b",))
    assert _content(folder) == {"b/region.json": b"two"}


def test_a_file_may_become_a_folder_and_a_folder_a_file(folder: Path) -> None:
    publish(folder, {"a": b"file", "start.html/x": b"folder"})
    assert _content(folder) == {"a": b"file", "start.html/x": b"folder"}


def test_a_link_in_the_old_output_is_replaced_and_not_followed(folder: Path) -> None:
    outside = folder.parent.parent / "outside.json"
    outside.write_bytes(b"1")
    (folder / "a/region.json").unlink()
    (folder / "a/region.json").symlink_to(outside)
    assert publish(folder, OLD) == 1
    assert not (folder / "a/region.json").is_symlink()
    assert outside.read_bytes() == b"1"


def test_a_folder_in_the_old_output_that_is_a_link_is_replaced_and_not_followed(folder: Path) -> None:
    outside = folder.parent.parent / "outside"
    (folder / "a").rename(outside)
    (folder / "a").symlink_to(outside)
    publish(folder, NEW)
    assert _content(folder) == NEW
    assert _content(outside) == {"region.json": b"1", "units/x.json": b"same"}


@pytest.mark.parametrize("path", ["../outside.json", "a/../../outside.json", "/outside.json", "a/../b.json", ".."])
def test_nothing_is_written_outside_the_folder(folder: Path, path: str) -> None:
    target = str(folder.parent.parent / "outside.json") if path == "/outside.json" else path
    with pytest.raises(ValueError, match="outside"):
        publish(folder, {**NEW, target: b"evil"})
    assert _content(folder.parent.parent) == {f"out/bundles/{name}": data for name, data in OLD.items()}


def test_an_output_that_is_a_link_is_replaced_and_not_followed(folder: Path) -> None:
    outside = folder.parent.parent / "outside"
    folder.rename(outside)
    folder.symlink_to(outside)
    publish(folder, NEW)
    assert not folder.is_symlink()
    assert _content(folder) == NEW
    assert _content(outside) == OLD


LEFTOVERS = {
    "a folder that was being made": lambda out: publish(out / ".bundles.new", {"x": b"half"}),
    "a folder that was to be removed": lambda out: publish(out / ".bundles.old", {"x": b"old"}),
    "both": lambda out: [publish(out / name, {"x": b"x"}) for name in (".bundles.new", ".bundles.old")],
    "a file": lambda out: (out / ".bundles.new").write_bytes(b"x"),
    "a link to elsewhere": lambda out: (out / ".bundles.new").symlink_to(out.parent / "elsewhere"),
    "an old output that was moved aside": lambda out: (out / "bundles").rename(out / ".bundles.old"),
}


@pytest.mark.parametrize("leave", LEFTOVERS.values(), ids=LEFTOVERS)
def test_what_a_killed_build_left_is_taken_away_by_the_next(folder: Path, leave: Callable[[Path], object]) -> None:
    (folder.parent.parent / "elsewhere").mkdir()
    leave(folder.parent)
    publish(folder, NEW)
    assert _content(folder) == NEW
    assert os.listdir(folder.parent) == ["bundles"]
    assert os.listdir(folder.parent.parent / "elsewhere") == []


def test_an_old_output_that_was_moved_aside_is_put_back_before_anything_else(folder: Path) -> None:
    folder.rename(folder.with_name(".bundles.old"))
    assert publish(folder, OLD) == 0
    assert _content(folder) == OLD


def _in_a_child(work: Callable[[], object]) -> int:
    """Do work in a process of its own; the signal that ended it, or 0 when it was done, or 1 when it failed."""
    sys.stdout.flush()
    process = os.fork()
    if process == 0:
        status = 1
        try:
            work()
            status = 0
        except OSError:
            pass
        finally:
            os._exit(status)
    _, ended = os.waitpid(process, 0)
    return os.WTERMSIG(ended) if os.WIFSIGNALED(ended) else os.WEXITSTATUS(ended)


def _killed_at(number: int) -> None:
    """Kill this process at its n-th step on the disk, before the step is taken."""
    steps = 0

    def watch(event: str, _: object) -> None:
        nonlocal steps
        if event == "open" or event.startswith(("os.", "shutil.", "ctypes.")):
            steps += 1
            if steps == number:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(watch)


def _without_exchange(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a system that cannot swap two names in one step."""
    monkeypatch.setattr("generator.publishing._exchange", lambda _one, _other: False)


@pytest.mark.parametrize("exchange", [True, False])
def test_a_build_that_is_killed_at_any_step_leaves_the_old_or_the_new_whole(
    tmp_path: Path, exchange: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not exchange:
        _without_exchange(monkeypatch)
    seen = set()
    for number in range(1, 1000):
        folder = tmp_path / str(number) / "bundles"
        folder.parent.mkdir()
        publish(folder, OLD)
        ended = _in_a_child(lambda: (_killed_at(number), publish(folder, NEW, kept=("b",))))  # noqa: B023
        after = {**NEW, "b/region.json": b"2"}
        found = _content(folder)
        # Where names cannot be swapped there is one moment without any; the next build puts the old one back.
        seen.add("old" if found == OLD else "new" if found == after else "none" if not folder.exists() else "mixed")
        publish(folder, NEW, kept=("b",))
        assert _content(folder) == after
        assert os.listdir(folder.parent) == ["bundles"]
        if ended == 0:
            break
        assert ended == signal.SIGKILL
    assert number > 20
    assert seen == ({"old", "new"} if exchange else {"old", "none", "new"})


@pytest.mark.parametrize("deadly", [True, False])
@pytest.mark.parametrize("most", [0, 1, 4, 4096, 299_999])
def test_a_build_that_stops_in_the_middle_of_a_file_leaves_the_old_whole(folder: Path, most: int, deadly: bool) -> None:
    def work() -> None:
        # The system stops whatever writes more than this into a file, by a signal or, like a full disk, by an error.
        signal.signal(signal.SIGXFSZ, signal.SIG_DFL if deadly else signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, resource.RLIM_INFINITY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        publish(folder, LARGE)

    assert (signal.SIGXFSZ if deadly else 1) == _in_a_child(work)
    assert _content(folder) == OLD
    publish(folder, LARGE)
    assert _content(folder) == LARGE


def test_a_reader_never_finds_the_output_half_written(folder: Path) -> None:
    """A file that is there in the old output and in the new can be opened at any moment in between."""
    missing, done = [], threading.Event()

    def read() -> None:
        while not done.is_set():
            try:
                (folder / "start.html").read_bytes()
            except FileNotFoundError as error:
                missing.append(error)

    reader = threading.Thread(target=read)
    reader.start()
    for _ in range(50):
        publish(folder, NEW)
        publish(folder, OLD)
    done.set()
    reader.join()
    assert missing == []


def test_a_second_build_at_the_same_time_is_refused(tmp_path: Path) -> None:
    with locked(tmp_path / "out", []), pytest.raises(OutputBusy), locked(tmp_path / "out", []):
        pass


def test_a_build_in_another_process_is_refused_until_the_first_is_done_or_dead(tmp_path: Path) -> None:
    def attempt() -> None:
        try:
            with locked(tmp_path, []):
                pass
        except OutputBusy:
            os._exit(7)

    with locked(tmp_path, []):
        assert _in_a_child(attempt) == 7
    assert _in_a_child(attempt) == 0
    assert (
        _in_a_child(lambda: (locked(tmp_path, []).__enter__(), os.kill(os.getpid(), signal.SIGKILL))) == signal.SIGKILL
    )
    assert _in_a_child(attempt) == 0


def test_builds_to_different_places_do_not_wait_for_each_other(tmp_path: Path) -> None:
    with locked(tmp_path / "a", []), locked(tmp_path / "b", []):
        assert {"a", "b"} == set(os.listdir(tmp_path))


def test_a_folder_that_no_build_made_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site/thesis.txt").write_bytes(b"ten years of work")
    with pytest.raises(OutputForeign), locked(tmp_path, ["bundles", "site"]):
        raise AssertionError("not reached")
    assert _content(tmp_path) == {"site/thesis.txt": b"ten years of work"}
