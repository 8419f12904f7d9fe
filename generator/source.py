"""Where the configuration came from: the commit, and whether anything was changed since."""

import os
from pathlib import Path

from generator.verdict import Source
from schema.tree import TOP_FOLDERS

# What a repository's own settings could make git run or hide is set aside: the tree may be anybody's.
_SAFELY = ("-c", "core.fsmonitor=false", "-c", "safe.bareRepository=explicit", "--no-optional-locks")
_STATUS = ("status", "--porcelain", "-z", "--untracked-files=all", "--ignored=matching", "--ignore-submodules=none")


def source_of(root: Path) -> Source:
    """The commit of the configuration's repository; none outside git, without git, and before the first commit."""
    # Without git on the machine the import would fail; this way the first call does, and is caught.
    os.environ.setdefault("GIT_PYTHON_REFRESH", "quiet")
    from git import Git
    from git.exc import GitCommandError, GitError

    folders = [str(root.resolve() / name) for name in TOP_FOLDERS]
    try:
        git = Git(root)
        commit = git.execute(["git", *_SAFELY, "rev-parse", "--verify", "HEAD^{commit}"])
        status = git.execute(["git", *_SAFELY, *_STATUS, "--", *folders], strip_newline_in_stdout=False)
    except GitCommandError as error:
        said = error.stderr.strip().removeprefix("stderr:").strip(" '\n").partition("\n")[0]
        no_commit = "not a git repository" in said or "Needed a single revision" in said
        return Source(trouble="" if no_commit else said)
    except (GitError, OSError):
        return Source()
    return Source(str(commit), any(map(_is_read, str(status).split("\0"))))


def _is_read(entry: str) -> bool:
    """Whether an entry of git's status is one that a build reads: hidden ones are not."""
    return bool(entry) and not any(step.startswith(".") for step in entry[3:].split("/"))
