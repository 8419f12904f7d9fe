"""The history of the configuration's files, as git tells it in one reading."""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date

from generator.verdict import Change, History
from schema.models.files import kind_of
from schema.tree import TOP_FOLDERS

Git = Callable[..., bytes]

_MOST_CHANGES = 20
"""How many of a file's commits are told, the latest; nobody reads on a page what is older."""
_MOST_TEXTS = 5
"""How many of a terms text's former contents are kept."""
_LOG = (
    *("log", "-z", "--no-renames", "--no-ext-diff", "--no-show-signature", "--relative", "--name-only"),
    "--format=%H%x1f%as%x1f%an%x1f%s",
)
_IS_COMMIT = re.compile("[0-9a-f]{40,64}\x1f")
_WITH_TEXTS = ("terms", "template")


def history_of(git: Git, status: Iterable[str]) -> History:
    """The history of all files below the top folders. `status` are the entries of git's own that tell what has changed.

    Raises what `git` raises.
    """
    changes: dict[str, list[Change]] = {}
    for path, change in _changes(git(*_LOG, "--", *TOP_FOLDERS).decode(errors="replace")):
        told = changes.setdefault(path, [])
        if len(told) < _MOST_CHANGES:
            told.append(change)
    prefix = git("rev-parse", "--show-prefix").decode(errors="replace").rstrip("\n")
    return History(
        {path: tuple(told) for path, told in changes.items()},
        dict(_contents(git, changes)),
        frozenset(entry[3:].removeprefix(prefix) for entry in status),
        git("rev-parse", "--is-shallow-repository").strip() == b"true",
    )


def _changes(log: str) -> Iterator[tuple[str, Change]]:
    """Each changed file with its commit. What a commit is called may hold any character but NUL."""
    change = None
    for entry in log.split("\0"):
        if _IS_COMMIT.match(entry):
            commit, day, author, subject = entry.split("\x1f", 3)
            change = Change(commit, date.fromisoformat(day), author, subject)
        elif change is not None and entry.strip():
            yield entry.removeprefix("\n"), change


def _contents(git: Git, changes: dict[str, list[Change]]) -> Iterator[tuple[tuple[str, str], bytes]]:
    """The former contents of terms texts and of templates, which have a default one, in one call of git."""
    wanted = [
        (path, change.commit)
        for path, told in changes.items()
        if len(told) > 1 and (kind := kind_of(path)) and kind.name in _WITH_TEXTS and "\n" not in path
        for change in told[:_MOST_TEXTS]
    ]
    if not wanted:
        return
    asked = "".join(f"{commit}:./{path}\n" for path, commit in wanted).encode()
    answer, start = git("cat-file", "--batch", given=asked), 0
    for key in wanted:
        head = answer[start : answer.index(b"\n", start)]
        start += len(head) + 1
        if head.endswith(b" missing"):
            continue
        size = int(head.rsplit(b" ", 1)[1])
        yield key, answer[start : start + size]
        start += size + 1
