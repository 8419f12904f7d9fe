"""What git tells of the configuration: the commit it stands at, and what its files were at another one."""

import os
from collections.abc import Callable
from pathlib import Path

from generator.verdict import Source
from schema.models.files import kind_of
from schema.tree import TOP_FOLDERS

# What a repository's own settings could make git run or hide is set aside: the tree may be anybody's.
_SAFELY = ("-c", "core.fsmonitor=false", "-c", "safe.bareRepository=explicit", "--no-optional-locks")
_CHANGED = ("diff", "--name-only", "--no-renames", "--no-ext-diff", "--relative", "-z")
_STATUS = ("status", "--porcelain", "-z", "--untracked-files=all", "--ignored=matching", "--ignore-submodules=none")


_NOT_TO_BE_ALTERED = ("terms", "template", "baseline")
"""The kinds of file that are held against what they were."""


class NoSuchCommit(Exception):
    """The commit is unknown, or has no history in common with what is here; the message is what git said."""


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
    return Source(commit, any(map(_is_read, status.split("\0"))))


def former_files(root: Path, commit: str) -> dict[str, bytes]:
    """The files that may not be altered in silence and have been, as they stood where this branch left the commit's.

    Raises NoSuchCommit.
    """
    git = _git(root)
    from git.exc import GitCommandError, GitError

    try:
        base = git("merge-base", "--end-of-options", commit, "HEAD").decode().strip()
        changed = git(*_CHANGED, base, "--", *TOP_FOLDERS).decode(errors="replace").split("\0")
        held = [path for path in changed if path and (kind := kind_of(path)) and kind.name in _NOT_TO_BE_ALTERED]
        there = git("ls-tree", "-r", "--name-only", "-z", base, "--", *held).decode(errors="replace").split("\0")
        return {path: git("cat-file", "blob", f"{base}:./{path}") for path in held if path in there} if held else {}
    except GitCommandError as error:
        raise NoSuchCommit(_said(error.stderr)) from None
    except (GitError, OSError) as error:
        raise NoSuchCommit(str(error)) from None


def _git(root: Path) -> Callable[..., bytes]:
    """Git in a folder, as a function of its arguments that gives what git writes."""
    # Without git on the machine the import would fail; this way the first call does, and is caught.
    os.environ.setdefault("GIT_PYTHON_REFRESH", "quiet")
    from git import Git

    git = Git(root)

    def run(*arguments: str) -> bytes:
        command = ["git", *_SAFELY, *arguments]
        written: bytes = git.execute(command, strip_newline_in_stdout=False, stdout_as_string=False)
        return written

    return run


def _said(stderr: str) -> str:
    return stderr.strip().removeprefix("stderr:").strip(" '\n").partition("\n")[0]


def _is_read(entry: str) -> bool:
    """Whether an entry of git's status is one that a build reads: hidden ones are not."""
    return bool(entry) and not any(step.startswith(".") for step in entry[3:].split("/"))
