"""Holding a change against a commit: what was approved is not altered in silence."""

import os
import subprocess
from pathlib import Path

import pytest
from nations import DAY, basutbud, invoke, lay, region

from generator.source import source_of

TERMS = """\
-- terms/kontakta-mig.yaml --
layout: points
status: approved
approved: {on: 2026-03-01, by: redaktionen}
version: 1
points:
  - id: om
    text: Här kan du be {enhet} att ringa dig.
  - id: svarstid
    text: Du får svar inom {svarstid}.
-- units/vc.yaml --
casetypes:
  kontakta-mig: {terms: kontakta-mig}
"""
FILE = "regions/halland/terms/kontakta-mig.yaml"
TEMPLATE = "casetype_templates/kontakta-mig.yaml"


def _git(folder: Path, *arguments: str) -> str:
    identity = ("-c", "user.name=x", "-c", "user.email=x@example.com", "-c", "commit.gpgsign=false")
    environment = {"PATH": os.environ["PATH"], "GIT_CONFIG_GLOBAL": os.devnull, "LC_ALL": "C"}
    done = subprocess.run(
        ["git", *identity, *arguments], cwd=folder, env=environment, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def _commit(root: Path) -> None:
    _git(root, "add", "-A")
    _git(root, "commit", "-q", "--allow-empty", "-m", "x")


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """On a branch of its own, which left main at the commit that main is at."""
    lay(tmp_path, region("halland", TERMS))
    _git(tmp_path, "init", "-q", "-b", "main")
    _commit(tmp_path)
    _git(tmp_path, "checkout", "-q", "-b", "min-gren")
    return tmp_path


def _edit(root: Path, path: str, old: str, new: str) -> None:
    text = (root / path).read_text(encoding="utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new), encoding="utf-8")


def _check(root: Path, *more: str) -> tuple[int, str]:
    result = invoke("check", "--root", root, "--as-of", DAY, *more)
    return result.exit_code, result.output


def test_an_approved_text_needs_a_new_version_to_change(repository: Path) -> None:
    _edit(repository, FILE, "ringa dig", "kontakta dig")
    assert _check(repository)[0] == 0
    status, output = _check(repository, "--base", "main")
    assert status == 1
    assert f"{FILE}:4:10: fel[approved-text-changed]" in output
    assert f"ändrat här: {FILE}:7:11" in output


def test_the_default_text_of_a_template_likewise(repository: Path) -> None:
    _edit(repository, TEMPLATE, "att kontakta dig", "att ringa dig")
    status, output = _check(repository, "--base", "main")
    assert status == 1
    assert f"{TEMPLATE}:11:12: fel[approved-text-changed]" in output


def test_committed_or_not_makes_no_difference(repository: Path) -> None:
    _edit(repository, FILE, "ringa dig", "kontakta dig")
    _commit(repository)
    assert _check(repository, "--base", "main")[0] == 1
    assert _check(repository, "--base", "HEAD")[0] == 0


def test_what_main_has_changed_since_is_not_held_against_the_branch(repository: Path) -> None:
    _commit(repository)
    _git(repository, "checkout", "-q", "main")
    _edit(repository, FILE, "version: 1", "version: 2")
    _edit(repository, FILE, "ringa dig", "kontakta dig")
    _commit(repository)
    _git(repository, "checkout", "-q", "min-gren")
    assert _check(repository, "--base", "main")[0] == 0


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("points:", "# en anmärkning\npoints:"),
        ("text: Du får svar inom {svarstid}.", "text: >-\n      Du får svar\n      inom {svarstid}."),
        ("version: 1", "version: '1'"),
        ("Du får svar", "Du\xa0fa\u030ar\u200b sv\xadar"),
    ],
    ids=["comment", "layout", "quotes", "invisible"],
)
def test_what_no_resident_reads_may_change(repository: Path, old: str, new: str) -> None:
    _edit(repository, FILE, old, new)
    assert "approved-text-changed" not in _check(repository, "--base", "main")[1]
    _commit(repository)
    invoke("fix", "--root", repository, "--as-of", DAY, "--write")
    assert _check(repository, "--base", "HEAD")[0] == 0


def test_a_text_that_is_new_is_held_against_nothing(repository: Path) -> None:
    text = (repository / FILE).read_text(encoding="utf-8")
    (repository / FILE.replace("kontakta-mig", "ring-mig")).write_text(text, encoding="utf-8")
    assert _check(repository, "--base", "main")[0] == 0


def test_a_tree_below_the_repository_is_held_against_its_own_files(tmp_path: Path) -> None:
    root = lay(tmp_path / "sub" / "tree", region("halland", TERMS))
    _git(tmp_path, "init", "-q", "-b", "main")
    _commit(tmp_path)
    _edit(root, FILE, "ringa dig", "kontakta dig")
    assert _check(root, "--base", "main")[0] == 1


@pytest.mark.parametrize("commit", ["finns-inte", "--help", "HEAD~99", ""])
def test_a_commit_that_is_not_there_is_wrong_use(repository: Path, commit: str) -> None:
    result = invoke("check", "--root", repository, "--as-of", DAY, f"--base={commit}")
    assert result.exit_code == 2
    assert "Det går inte att jämföra med" in result.output
    assert "Traceback" not in result.output


def test_where_nothing_is_in_common_it_says_so(repository: Path) -> None:
    _git(repository, "checkout", "-q", "--orphan", "ensam")
    _edit(repository, FILE, "ringa dig", "kontakta dig")
    _commit(repository)
    result = invoke("check", "--root", repository, "--as-of", DAY, "--base", "main")
    assert result.exit_code == 2
    assert "ingen historia gemensam" in result.output
    assert "git fetch --unshallow" in result.output


def test_without_git_it_says_so(repository: Path) -> None:
    process = basutbud("check", "--root", repository, "--as-of", DAY, "--base", "main", PATH="/nowhere")
    assert process.returncode == 2
    assert process.stderr.endswith("Git finns inte på datorn.\n")


def test_a_repository_makes_git_run_nothing(repository: Path, tmp_path: Path) -> None:
    ran = tmp_path / "ran"
    program = f"touch {ran}; cat"
    (repository / ".gitattributes").write_text("*.yaml filter=x filter=a=b diff=x\n", encoding="utf-8")
    hook = repository / ".git/hooks/post-index-change"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(f"#!/bin/sh\n{program}\n", encoding="utf-8")
    hook.chmod(0o755)
    for name in ("filter.x.clean", "filter.x.process", "filter.a=b.clean", "diff.x.textconv", "diff.external"):
        _git(repository, "config", name, program)
    _git(repository, "config", "filter.x.required", "true")
    _git(repository, "config", "core.fsmonitor", program)
    _edit(repository, FILE, "ringa dig", "kontakta dig")
    for path in repository.glob("regions/*/units/*.yaml"):
        os.utime(path, (1, 1))
    assert _check(repository, "--base", "main")[0] == 1
    assert source_of(repository).dirty is True
    assert not ran.exists()


def test_outside_git_it_is_wrong_use(tmp_path: Path) -> None:
    root = lay(tmp_path, region("halland", TERMS))
    result = invoke("check", "--root", root, "--as-of", DAY, "--base", "main")
    assert result.exit_code == 2


def test_a_baseline_that_has_grown_is_an_error(repository: Path) -> None:
    _edit(repository, "regions/halland/units/vc.yaml", '["1502"]', '["1502", "1598"]')
    invoke("baseline", "--root", repository, "--as-of", DAY)
    assert _check(repository, "--base", "main")[0] == 0  # a first one
    _commit(repository)
    _edit(repository, "regions/halland/units/vc.yaml", '"1598"]', '"1598", "1597"]')
    (repository / "regions/halland/baseline.yaml").rename(repository / "old.yaml")
    invoke("baseline", "--root", repository, "--as-of", DAY)
    status, output = _check(repository, "--base", "HEAD")
    assert status == 1
    assert output.count("[baseline-grown]") == 1
