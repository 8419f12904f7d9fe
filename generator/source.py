"""What git tells of the configuration: the commit it stands at, and what its files were at another one."""

import os
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryFile

from generator.history import history_of
from generator.verdict import Source
from schema.models.files import kind_of
from schema.tree import TOP_FOLDERS

# What a repository's own settings could make git run or hide is set aside: the tree may be anybody's.
_SAFELY = (
    *("-c", "core.fsmonitor=false", "-c", f"core.hooksPath={os.devnull}", "-c", "safe.bareRepository=explicit"),
    "--no-optional-locks",
)
_CHANGED = ("diff", "--name-only", "--no-renames", "--no-ext-diff", "--relative", "-z")
_STATUS = (
    "status",
    "--porcelain",
    "-z",
    "--no-renames",
    "--untracked-files=all",
    "--ignored=matching",
    "--ignore-submodules=none",
)


_NOT_TO_BE_ALTERED = ("terms", "template", "baseline")
"""The kinds of file that are held against what they were."""


_NOTHING_IN_COMMON = (
    "Det som står här och den har ingen historia gemensam. "
    "Är bara en del av historien hämtad, hämta resten med git fetch --unshallow."
)
_NO_GIT = "Git finns inte på datorn."


class NoSuchCommit(Exception):
    """The commit is unknown, or has no history in common with what is here; says why, in Swedish."""


def source_of(root: Path) -> Source:
    """The commit of the configuration's repository; none outside git, without git, and before the first commit."""
    git = _git(root)
    from git.exc import GitCommandError, GitError

    folders = [str(root.resolve() / name) for name in TOP_FOLDERS]
    try:
        commit = git("rev-parse", "--verify", "HEAD^{commit}").decode().strip()
        status = git(*_STATUS, "--", *folders).decode(errors="replace")
    except GitCommandError as error:
        said = _said(error.stderr)
        no_commit = "not a git repository" in said or "Needed a single revision" in said
        return Source(trouble="" if no_commit else said)
    except (GitError, OSError):
        return Source()
    changed = [entry for entry in status.split("\0") if _is_read(entry)]
    return Source(commit, bool(changed), history=history_of(git, changed))


def former_files(root: Path, commit: str) -> dict[str, bytes]:
    """The files that may not be altered in silence and have been, as they stood where this branch left the commit's.

    Raises NoSuchCommit.
    """
    git = _git(root)
    from git.exc import GitCommandError, GitCommandNotFound, GitError

    try:
        base = git("merge-base", "--end-of-options", commit, "HEAD").decode().strip()
        changed = git(*_CHANGED, base, "--", *TOP_FOLDERS).decode(errors="replace").split("\0")
        held = [path for path in changed if path and (kind := kind_of(path)) and kind.name in _NOT_TO_BE_ALTERED]
        listed = git("ls-tree", "-r", "--name-only", "-z", base, "--", *TOP_FOLDERS) if held else b""
        there = set(listed.decode(errors="replace").split("\0"))
        return {path: git("cat-file", "blob", f"{base}:./{path}") for path in held if path in there}
    except GitCommandNotFound:
        raise NoSuchCommit(_NO_GIT) from None
    except GitCommandError as error:
        said = _said(error.stderr)
        raise NoSuchCommit(f"Git säger: {said}" if said else _NOTHING_IN_COMMON) from None
    except (GitError, OSError) as error:
        raise NoSuchCommit(str(error)) from None


def _git(root: Path) -> Callable[..., bytes]:
    """Git in a folder, as a function of its arguments that gives what git writes."""
    # Without git on the machine the import would fail; this way the first call does, and is caught.
    os.environ.setdefault("GIT_PYTHON_REFRESH", "quiet")
    from git import Git

    git = Git(root)
    unfiltered: dict[str, str] = {}

    def run(*arguments: str, given: bytes = b"") -> bytes:
        command = ["git", *_SAFELY, *arguments]
        with TemporaryFile() as asked:
            asked.write(given)
            asked.seek(0)
            written: bytes = git.execute(
                command, istream=asked, strip_newline_in_stdout=False, stdout_as_string=False, env=unfiltered
            )
        return written

    unfiltered.update(_without_filters(run))
    return run


def _without_filters(git: Callable[..., bytes]) -> dict[str, str]:
    """The environment in which git runs none of the programs that a repository filters its files with."""
    from git.exc import GitError

    try:
        keys = git("config", "--name-only", "-z", "--get-regexp", r"^filter\.").decode(errors="surrogateescape")
    except (GitError, OSError):
        return {}  # there are none, or git cannot be asked anything here
    named = sorted({key for key in keys.split("\0") if key})
    settings = [(key, "false" if key.endswith(".required") else "") for key in named]
    variables = {"GIT_CONFIG_COUNT": str(len(settings))}
    for number, (key, value) in enumerate(settings):
        variables |= {f"GIT_CONFIG_KEY_{number}": key, f"GIT_CONFIG_VALUE_{number}": value}
    return variables


def _said(stderr: str) -> str:
    return stderr.strip().removeprefix("stderr:").strip(" '\n").partition("\n")[0]


def _is_read(entry: str) -> bool:
    """Whether an entry of git's status is one that a build reads: hidden ones are not."""
    return bool(entry) and not any(step.startswith(".") for step in entry[3:].split("/"))
