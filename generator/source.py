"""Where the configuration came from: the commit, and whether anything was changed since."""

import os
from pathlib import Path

from generator.verdict import Source
from schema.tree import TOP_FOLDERS


def source_of(root: Path) -> Source:
    """The commit of the configuration's repository; nothing outside git or before the first commit."""
    # Without git on the machine the import would fail; this way the first call does, and is caught.
    os.environ.setdefault("GIT_PYTHON_REFRESH", "quiet")
    from git import Repo
    from git.exc import GitError

    try:
        with Repo(root, search_parent_directories=True) as repository:
            folders = [str(root.resolve() / name) for name in TOP_FOLDERS]
            changed = repository.git.status("--porcelain", "--untracked-files=all", "--", *folders)
            return Source(repository.head.commit.hexsha, bool(changed))
    except (GitError, ValueError):
        return Source()
