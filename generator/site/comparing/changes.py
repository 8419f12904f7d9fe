"""What has happened to a file of the configuration: who changed it, when, in which commit."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.site.wording.phrases import counted, day
from generator.verdict import Change, History

SHOWN = 5
"""Changes of a file that a page shows; those before are counted."""
_LONGEST = 160
"""Characters of an author's name, or of what a commit is called, that a page shows."""


@dataclass(frozen=True)
class CommitView:
    """A commit, as a reader meets it. `id` is short, and enough for git to find the commit."""

    id: str
    day: str
    author: str
    subject: str


@dataclass(frozen=True)
class ChangesView:
    """The latest changes of a file, and what a reader must know of those that are not shown."""

    commits: tuple[CommitView, ...]
    notes: tuple[str, ...]
    is_uncommitted: bool


def changes_view(history: History, path: str) -> ChangesView:
    """The changes of the file at a path, as the configuration calls it: `regions/halland/units/vc.yaml`."""
    told = history.changes.get(path, ())
    return ChangesView(
        tuple(commit_view(change) for change in told[:SHOWN]),
        tuple(_notes(history, path, told)),
        history.is_uncommitted(path),
    )


def commit_view(change: Change) -> CommitView:
    return CommitView(
        change.commit[:10],
        day(change.day) if change.day is not None else "okänd dag",
        _short(change.author) or "okänd",
        _short(change.subject) or "utan namn",
    )


def _notes(history: History, path: str, told: tuple[Change, ...]) -> Iterator[str]:
    if not told and not history.is_known:
        yield "Filens historia är inte känd: git kunde inte tillfrågas när sidan gjordes."
        return
    if history.is_uncommitted(path):
        yield "Filen har ändringar som inte är sparade i git." if told else "Filen är inte sparad i git ännu."
    older = history.totals.get(path, len(told)) - len(told[:SHOWN])
    if older > 0:
        yield f"Före dem finns {counted(older, 'ändring', 'ändringar')} till."
    if history.is_cut:
        earlier = "Ändringar före dem" if told else "Filens ändringar"
        yield f"{earlier} syns inte, för bara en del av historien är hämtad."
    elif not told and not history.is_uncommitted(path):
        yield "Git känner inte till några ändringar av filen."


def _short(text: str) -> str:
    text = text.strip()
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()} …"
