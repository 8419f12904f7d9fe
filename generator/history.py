"""The history of the configuration's files, as git tells it in one reading."""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from generator.verdict import Change, History
from schema.models.files import kind_of
from schema.reading.strict import SIZE_LIMIT
from schema.tree import TOP_FOLDERS

Git = Callable[..., bytes]

_MOST_CHANGES = 20
"""How many of a file's commits are told, the latest; nobody reads on a page what is older."""
_MOST_TEXTS = 6
"""How many of a terms text's former contents are kept."""
# What was really committed, and nothing fetched from elsewhere on the way.
_AS_COMMITTED = ("--no-replace-objects", "-c", "protocol.allow=never")
# `-c` tells of a merge what it has that neither side had. The other options set aside what settings may say of logs.
_LOG = (
    *("log", "-z", "-c", "--root", "--name-only", "--no-renames", "--no-ext-diff", "--no-show-signature", "--no-color"),
    *("-O/dev/null", "--encoding=UTF-8", "--format=%H%x00%as%x00%an%x00%s", "HEAD"),
)
_IS_COMMIT = re.compile(b"[0-9a-f]{40}|[0-9a-f]{64}")
_WITH_TEXTS = ("terms", "template")


def history_of(git: Git, status: Iterable[str]) -> History:
    """The history of all files below the top folders. `status` are the entries of git's own that tell what has changed.

    What git cannot tell, in a repository that is damaged or was fetched in part, is not known.
    """
    from git.exc import GitError

    prefix = git("rev-parse", "--show-prefix").decode(errors="replace").removesuffix("\n")
    told = History(uncommitted=frozenset(entry[3:].removeprefix(prefix) for entry in status))
    try:
        told = _with_changes(told, git, prefix)
        return replace(told, contents=_contents(git, list(_wanted(told))))
    except (GitError, OSError):
        return told


def _with_changes(told: History, git: Git, prefix: str) -> History:
    is_cut = git("rev-parse", "--is-shallow-repository").strip() == b"true"
    ends = _cut_ends(git) if is_cut else ()
    changes: dict[str, list[Change]] = {}
    totals: Counter[str] = Counter()
    for path, change in _changes(git(*_AS_COMMITTED, *_LOG, "--", *TOP_FOLDERS), prefix, ends):
        totals[path] += 1
        if totals[path] <= _MOST_CHANGES:
            changes.setdefault(path, []).append(change)
    latest = {path: tuple(each) for path, each in changes.items()}
    return replace(told, changes=latest, is_cut=is_cut, totals=dict(totals), is_known=True)


def _cut_ends(git: Git) -> Collection[str]:
    """The commits whose parents were not fetched: git takes all their files for new ones."""
    roots = git(*_AS_COMMITTED, "rev-list", "--max-parents=0", "HEAD").decode().split()
    commits = _objects(git, roots)
    return {root for root, text in commits.items() if b"\nparent " in text.partition(b"\n\n")[0]}


def _changes(log: bytes, prefix: str, ends: Collection[str]) -> Iterator[tuple[str, Change]]:
    """Each changed file with its commit. A commit has four entries, which may hold anything, and then its files."""
    entries = _entries(log)
    change = None
    for entry in entries:
        if _IS_COMMIT.fullmatch(entry):
            commit = entry.decode()
            day, author, subject = (next(entries).decode(errors="replace") for _ in range(3))
            change = Change(commit, _day(day), author, subject) if commit not in ends else None
        elif entry and change is not None:
            yield entry.decode(errors="replace").removeprefix("\n").removeprefix(prefix), change


def _entries(log: bytes) -> Iterator[bytes]:
    start = 0
    while (end := log.find(b"\0", start)) >= 0:
        yield log[start:end]
        start = end + 1


def _day(text: str) -> date | None:
    """The day of a commit; None for one that no calendar has, as anybody can write into a commit what they like."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _wanted(told: History) -> Iterator[tuple[str, str]]:
    """The former contents of terms texts, and of templates, which have a default one: each by path and commit."""
    for path, changes in told.changes.items():
        kind = kind_of(path)
        if kind is not None and kind.name in _WITH_TEXTS and (len(changes) > 1 or told.is_uncommitted(path)):
            yield from ((path, change.commit) for change in changes[:_MOST_TEXTS])


def _contents(git: Git, wanted: list[tuple[str, str]]) -> Mapping[tuple[str, str], bytes]:
    found = _objects(git, [f"{commit}:./{path}" for path, commit in wanted])
    named = ((key, found.get(f"{key[1]}:./{key[0]}")) for key in wanted)
    return {key: data for key, data in named if data is not None}


def _objects(git: Git, names: list[str]) -> dict[str, bytes]:
    """What is found by each name; nothing for one that git does not have, or that is larger than any file may be."""
    if not names:
        return {}
    asked = "".join(f"{name}\n" for name in names).encode()
    heads = git(*_AS_COMMITTED, "cat-file", "--batch-check", given=asked).splitlines()
    ids = {name: head.split()[0] for name, head in zip(names, heads, strict=True) if _is_small(head)}
    wanted = sorted(set(ids.values()))
    answer = git(*_AS_COMMITTED, "cat-file", "--batch", given=b"".join(id + b"\n" for id in wanted))
    contents, start = {}, 0
    for id in wanted:
        end = answer.index(b"\n", start)
        size = int(answer[start:end].rsplit(b" ", 1)[1])
        contents[id] = answer[end + 1 : end + 1 + size]
        start = end + size + 2
    return {name: contents[id] for name, id in ids.items()}


def _is_small(head: bytes) -> bool:
    """Whether an answer of git's tells of an object and not that there is none: `<id> blob 1234`."""
    parts = head.split(b" ")
    return len(parts) == 3 and parts[2].isdigit() and int(parts[2]) <= SIZE_LIMIT
