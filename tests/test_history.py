"""The history of files: what git tells, in repositories of every sort."""

import os
import subprocess
from datetime import date
from pathlib import Path

import pytest

from generator.source import source_of
from generator.verdict import History

TERMS = "regions/exempel/terms/kontakt.yaml"
UNIT = "regions/exempel/units/vc.yaml"


class Repository:
    """A repository of git's own, with the configuration in it or in one of its folders."""

    def __init__(self, top: Path, below: str = "") -> None:
        self.top, self.root = top, top / below
        self.root.mkdir(parents=True, exist_ok=True)
        self("init", "-q", "-b", "main")

    def __call__(self, *arguments: str, **environment: str) -> str:
        identity = {f"GIT_{who}_{what}": value for who in ("AUTHOR", "COMMITTER") for what, value in ME.items()}
        done = subprocess.run(
            ["git", "-C", str(self.top), *arguments],
            capture_output=True,
            check=True,
            env={"PATH": os.environ["PATH"], "HOME": str(self.top.parent), "GIT_CONFIG_NOSYSTEM": "1"}
            | identity
            | environment,
        )
        return done.stdout.decode(errors="replace").strip()

    def write(self, path: str, text: str | bytes) -> None:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode() if isinstance(text, str) else text)

    def commit(self, subject: str, files: dict[str, str | bytes] | None = None, **environment: str) -> str:
        for path, text in (files or {}).items():
            self.write(path, text)
        self("add", "-A")
        self("commit", "-q", "--allow-empty", "--allow-empty-message", "-m", subject, **environment)
        return self("rev-parse", "HEAD")

    def history(self) -> History:
        return source_of(self.root).history


ME = {"NAME": "Redaktionen", "EMAIL": "redaktionen@exempel.se", "DATE": "2026-03-01T12:00:00+0100"}


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path / "repository")


def subjects(history: History, path: str) -> list[str]:
    return [change.subject for change in history.changes.get(path, ())]


def test_each_file_has_the_commits_that_changed_it_the_latest_first(repository: Repository) -> None:
    first = repository.commit("Skriv texten", {TERMS: "ett", UNIT: "ett"})
    second = repository.commit("Gör texten kortare", {TERMS: "två"}, GIT_AUTHOR_DATE="2026-04-02T00:30:00+0200")
    history = repository.history()
    assert [(each.commit, each.day, each.author, each.subject) for each in history.changes[TERMS]] == [
        (second, date(2026, 4, 2), "Redaktionen", "Gör texten kortare"),
        (first, date(2026, 3, 1), "Redaktionen", "Skriv texten"),
    ]
    assert subjects(history, UNIT) == ["Skriv texten"]
    assert (history.is_known, history.is_cut, history.uncommitted) == (True, False, frozenset())


def test_a_terms_text_is_kept_as_it_was_at_each_commit_and_other_files_are_not(repository: Repository) -> None:
    first = repository.commit("ett", {TERMS: b"\xff\x00ett", UNIT: "ett"})
    second = repository.commit("två", {TERMS: "två\n", UNIT: "två"})
    assert repository.history().contents == {(TERMS, first): b"\xff\x00ett", (TERMS, second): b"tv\xc3\xa5\n"}


def test_a_terms_text_with_one_version_is_kept_only_while_it_is_being_changed(repository: Repository) -> None:
    first = repository.commit("ett", {TERMS: "ett"})
    assert repository.history().contents == {}
    repository.write(TERMS, "två")
    assert repository.history().contents == {(TERMS, first): b"ett"}


def test_only_the_latest_changes_are_told_and_all_are_counted(repository: Repository) -> None:
    for number in range(25):
        repository.commit(f"nummer {number}", {TERMS: f"{number}"})
    history = repository.history()
    assert subjects(history, TERMS) == [f"nummer {number}" for number in range(24, 4, -1)]
    assert (history.totals[TERMS], len(history.contents)) == (25, 6)


def test_what_a_commit_says_of_itself_may_hold_anything(repository: Repository) -> None:
    name, subject = "A\x1fB\x1b[31m\x01 \u202eC", f"{'a' * 40}\x1f2026-01-01\x1f{UNIT} <script>"
    repository.commit(subject, {TERMS: "ett"}, GIT_AUTHOR_NAME=name)
    repository.commit("", {TERMS: "två"}, GIT_AUTHOR_NAME="b" * 40)
    history = repository.history()
    assert [(each.author, each.subject) for each in history.changes[TERMS]] == [
        ("b" * 40, ""),
        (name, subject),
    ]
    assert set(history.changes) == {TERMS}


def test_a_commit_in_another_encoding_and_one_in_none_are_read(repository: Repository) -> None:
    repository("config", "i18n.commitEncoding", "ISO-8859-1")
    repository("config", "i18n.logOutputEncoding", "UTF-16")
    repository.write(TERMS, "ett")
    repository("add", "-A")
    message = repository.top.parent / "message"
    message.write_bytes("Ändra".encode("latin-1"))
    repository("commit", "-q", "-F", str(message))
    assert subjects(repository.history(), TERMS) == ["Ändra"]
    repository.write(TERMS, "två")
    repository("add", "-A")
    tree, parent = repository("write-tree"), repository("rev-parse", "HEAD")
    who = "Redaktionen <redaktionen@exempel.se> 1772362800 +0100"
    heads = f"tree {tree}\nparent {parent}\nauthor {who}\ncommitter {who}\n\n"
    message.write_bytes(heads.encode() + b"\xff\xfe Trasig")
    repository("reset", "-q", "--hard", repository("hash-object", "-t", "commit", "-w", str(message)))
    assert subjects(repository.history(), TERMS) == ["\ufffd\ufffd Trasig", "Ändra"]


def test_a_day_that_no_calendar_has_is_not_known(repository: Repository) -> None:
    repository.commit("framtiden", {TERMS: "ett"}, GIT_AUTHOR_DATE="@99999999999999 +0000")
    (change,) = repository.history().changes[TERMS]
    assert (change.subject, change.day) == ("framtiden", None)


def test_settings_of_a_repository_change_nothing(repository: Repository) -> None:
    repository.commit("ett", {TERMS: "ett"})
    repository.commit("två", {TERMS: "två"})
    before = repository.history()
    for setting in (
        *("log.showRoot=false", "log.showSignature=true", "log.diffMerges=first-parent", "color.ui=always"),
        *(
            "diff.orderFile=/nowhere",
            "diff.noprefix=true",
            "diff.relative=true",
            "log.follow=true",
            "status.short=true",
        ),
        *("core.quotePath=true", "format.pretty=full", "diff.renames=copies", "log.date=relative"),
    ):
        repository("config", *setting.split("=", 1))
    assert repository.history() == before


def test_replaced_objects_do_not_rewrite_the_history(repository: Repository) -> None:
    real = repository.commit("verklig", {TERMS: "ett"})
    repository.commit("senare", {TERMS: "två"})
    forged = repository("commit-tree", "-m", "påhittad", f"{real}^{{tree}}", GIT_AUTHOR_NAME="Någon annan")
    repository("replace", real, forged)
    history = repository.history()
    assert [(each.author, each.subject) for each in history.changes[TERMS]] == [
        ("Redaktionen", "senare"),
        ("Redaktionen", "verklig"),
    ]


def test_a_renamed_file_begins_anew_and_the_old_name_keeps_its_past(repository: Repository) -> None:
    repository.commit("skriv", {TERMS: "ett\n" * 20})
    new = TERMS.replace("kontakt", "nytt-namn")
    repository("mv", TERMS, new)
    repository.commit("byt namn")
    history = repository.history()
    assert subjects(history, new) == ["byt namn"]
    assert subjects(history, TERMS) == ["byt namn", "skriv"]


def test_a_text_that_was_away_has_nothing_for_that_time(repository: Repository) -> None:
    first = repository.commit("skriv", {TERMS: "ett"})
    (repository.root / TERMS).unlink()
    away = repository.commit("ta bort")
    back = repository.commit("skriv igen", {TERMS: "ett"})
    history = repository.history()
    assert [each.commit for each in history.changes[TERMS]] == [back, away, first]
    assert history.contents == {(TERMS, back): b"ett", (TERMS, first): b"ett"}


def test_a_text_that_was_a_link_or_far_too_large_is_no_trouble(repository: Repository) -> None:
    repository.commit("stor", {TERMS: b"x" * 2_000_000})
    (repository.root / TERMS).unlink()
    (repository.root / TERMS).symlink_to("annan.yaml")
    link = repository.commit("länk")
    (repository.root / TERMS).unlink()
    plain = repository.commit("vanlig", {TERMS: "ett"})
    assert repository.history().contents == {(TERMS, link): b"annan.yaml", (TERMS, plain): b"ett"}


@pytest.mark.parametrize("below", ["", "konfiguration", "regions", 'a b/å\udcff\n"c"'])
def test_the_configuration_may_stand_in_a_folder_of_a_repository(tmp_path: Path, below: str) -> None:
    repository = Repository(tmp_path / "repository", below)
    first = repository.commit("ett", {TERMS: "ett"})
    repository.write("../utanför.txt" if below else "utanför.txt", "x")
    second = repository.commit("två", {TERMS: "två"})
    repository.write(UNIT, "ny")
    history = repository.history()
    assert {path: [each.commit for each in told] for path, told in history.changes.items()} == {TERMS: [second, first]}
    assert history.contents == {(TERMS, first): b"ett", (TERMS, second): b"tv\xc3\xa5"}
    assert history.uncommitted == {UNIT}


@pytest.mark.parametrize("below", ["", "konfiguration"])
def test_a_merge_counts_where_it_has_what_neither_side_had(tmp_path: Path, below: str) -> None:
    repository = Repository(tmp_path / "repository", below)
    repository.commit("grunden", {TERMS: "ett"})
    repository("checkout", "-q", "-b", "sidan")
    repository.commit("på sidan", {TERMS: "två", UNIT: "två"})
    repository("checkout", "-q", "main")
    repository.commit("på huvudspåret", {TERMS: "tre"})
    with pytest.raises(subprocess.CalledProcessError):
        repository("merge", "-q", "sidan")
    repository.commit("jämkat", {TERMS: "fyra"})
    history = repository.history()
    assert subjects(history, TERMS)[0] == "jämkat"
    assert sorted(subjects(history, TERMS)[1:]) == ["grunden", "på huvudspåret", "på sidan"]
    assert subjects(history, UNIT) == ["på sidan"]


@pytest.mark.parametrize(("depth", "told"), [(1, []), (2, ["två"]), (9, ["två", "ett"])])
def test_where_the_history_is_cut_nobody_is_said_to_have_written_it_all(
    tmp_path: Path, depth: int, told: list[str]
) -> None:
    repository = Repository(tmp_path / "repository")
    repository.commit("ett", {TERMS: "ett", UNIT: "ett"})
    repository.commit("annat", {"regions/exempel/region.yaml": "annat"})
    repository.commit("två", {TERMS: "två"})
    clone = tmp_path / "clone"
    repository("clone", "-q", "--depth", str(depth), f"file://{repository.top}", str(clone))
    history = source_of(clone).history
    assert subjects(history, TERMS) == told
    assert (history.is_known, history.is_cut) == (True, depth < 9)


def test_what_was_fetched_in_part_is_not_fetched_now(tmp_path: Path) -> None:
    repository = Repository(tmp_path / "repository")
    repository.commit("ett", {TERMS: "ett"})
    repository.commit("två", {TERMS: "två"})
    repository("config", "uploadpack.allowFilter", "true")
    clone = tmp_path / "clone"
    repository("clone", "-q", "--filter=blob:none", f"file://{repository.top}", str(clone))
    history = source_of(clone).history
    assert subjects(history, TERMS) == ["två", "ett"]
    assert history.contents == {}


def test_a_damaged_repository_tells_nothing(repository: Repository) -> None:
    first = repository.commit("ett", {TERMS: "ett"})
    repository.commit("två", {TERMS: "två"})
    (repository.top / ".git/objects" / first[:2] / first[2:]).unlink()
    source = source_of(repository.root)
    assert source.commit is not None
    assert source.history == History()


def test_there_is_no_history_before_the_first_commit_and_outside_git(repository: Repository, tmp_path: Path) -> None:
    repository.write(TERMS, "ett")
    assert repository.history() == History()
    outside = tmp_path / "utanför"
    outside.mkdir()
    assert source_of(outside).history == History()


def test_a_file_that_was_changed_added_or_is_ignored_is_not_committed(repository: Repository) -> None:
    repository.commit("ett", {TERMS: "ett", UNIT: "ett", ".gitignore": "hemligt/\n"})
    new, ignored = "regions/exempel/units/ny.yaml", "regions/hemligt/units/a.yaml"
    repository.write(TERMS, "två")
    repository.write(new, "ny")
    repository.write(ignored, "dold")
    history = repository.history()
    assert [history.is_uncommitted(path) for path in (TERMS, new, ignored, UNIT)] == [True, True, True, False]
    assert not history.of("exempel").is_uncommitted(ignored)
    assert history.of("exempel").is_uncommitted(TERMS)
