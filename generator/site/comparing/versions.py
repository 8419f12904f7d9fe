"""The versions of a terms text: what each commit made of it, and what differs from the one before."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.site.casetypes.terms import state_of, versions_of
from generator.site.comparing.changes import SHOWN, CommitView, changes_view, commit_view
from generator.site.comparing.differences import Difference, differences_of
from generator.site.wording.phrases import capital, joined
from generator.verdict import Change, History
from schema.models.texts import Terms

_BESIDES = {
    "status": "statusen",
    "approved": "godkännandet",
    "version": "versionsnumret",
    "change": "om ändringen är saklig eller språklig",
    "translations": "översättningarna",
    "based_on": "vilken mall texten bygger på",
    "illustrative": "märkningen som exempel",
}


@dataclass(frozen=True)
class VersionView:
    """The text as a commit left it; `commit` is None for what is not committed yet."""

    state: str
    commit: CommitView | None
    note: str
    differences: tuple[Difference, ...]


@dataclass(frozen=True)
class VersionsView:
    """The latest versions, the newest first, and what a reader must know of those before."""

    versions: tuple[VersionView, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True)
class _State:
    """The text at a commit, or as it stands; without a text, `why` says why there is none."""

    change: Change | None
    terms: Terms | None
    why: str = ""


def versions_view(file: str, terms: Terms, history: History) -> VersionsView:
    """The versions of the terms text of a file, which now is as given."""
    states = list(_states(file, terms, history))
    is_all = history.totals.get(file, 0) <= len(states) and not history.is_cut
    shown = (_version(states, place, is_all) for place in range(min(len(states), SHOWN)))
    return VersionsView(tuple(shown), changes_view(history, file).notes)


def _states(file: str, terms: Terms, history: History) -> Iterator[_State]:
    told = history.changes.get(file, ())[: SHOWN + 1]
    known = {version.change.commit: version.terms for version in versions_of(file, history)}
    is_committed = bool(told) and not history.is_uncommitted(file)
    if not is_committed:
        yield _State(None, terms)
    for place, change in enumerate(told):
        if change.commit in known:
            found = known[change.commit]
            yield _State(change, found, "" if found else "Texten kan inte läsas: filen hade fel i den här ändringen.")
        elif place == 0 and is_committed:
            yield _State(change, terms)
        elif known:
            yield _State(change, None, "Filen fanns inte efter den här ändringen.")
        else:
            yield _State(change, None, "Texten kan inte läsas: den är inte hämtad från git.")


def _version(states: list[_State], place: int, is_all: bool) -> VersionView:
    state = states[place]
    commit = commit_view(state.change) if state.change is not None else None
    if state.terms is None:
        return VersionView("", commit, state.why, ())
    said = capital(state_of(state.terms))
    older = next((other.terms for other in states[place + 1 :] if other.terms is not None), None)
    if older is None:
        is_first = is_all and place == len(states) - 1
        return VersionView(said, commit, "Den äldsta versionen i git." if is_first else "", ())
    found = differences_of(older, state.terms)
    return VersionView(said, commit, "" if found else _besides(older, state.terms), found)


def _besides(old: Terms, new: Terms) -> str:
    """What else became another, where no words did."""
    changed = [words for field, words in _BESIDES.items() if getattr(old, field, None) != getattr(new, field, None)]
    return f"Texten är densamma. Ändrat: {joined(changed)}." if changed else "Texten är densamma."
