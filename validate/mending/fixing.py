"""Mending what a machine may mend, with proof that nothing else has changed and that nothing new is wrong."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from schema.places import Place, Span, Stretch
from validate.diagnostic import Diagnostic
from validate.mending.edits import Document
from validate.rulebook import rule_by_id

Files = Mapping[str, bytes]
Check = Callable[[Files], list[Diagnostic]]
Wanted = Callable[[Diagnostic], bool]
Obstacle = Literal["illegible", "read-otherwise", "new-finding", "not-tried"]

_MOST_ROUNDS = 8
_MOST_PASSES = 100
# Each try costs a reading of the file, or a check of the tree: what they cannot settle is left to people.
_MOST_READINGS = 100
_MOST_CHECKS = 30

_ON_WHAT_IS_MENDED = ("baseline", "waivers")
"""Topics whose findings say that a fault which was put up with is there no more."""


@dataclass(frozen=True, slots=True)
class Fix:
    """A finding with a replacement, where it stood, and the text that the replacement is for."""

    diagnostic: Diagnostic
    span: Span
    written: str
    obstacle: Obstacle | None = None
    """Why it was not made; None for one that was."""


@dataclass(frozen=True, slots=True)
class Mended:
    """The files that changed, and the fixes that were made and that had to be left."""

    files: Files
    made: tuple[Fix, ...]
    left: tuple[Fix, ...]


def mend(files: Files, check: Check, wanted: Wanted) -> Mended:
    """Make every wanted fix that can be proved to change nothing else.

    `check` gives the findings of a whole tree; `wanted` chooses among those that have a replacement. Each changed file
    is read again, and says what it said but for the replacements. The tree is checked again: those findings are gone,
    and none has come.
    """
    bench = _Bench(files, check, wanted)
    bench.clear()
    for _ in range(_MOST_ROUNDS):
        if not bench.go_round():
            break
    return bench.result()


class _Bench:
    """The tree as it is being mended, and what is found in it."""

    def __init__(self, files: Files, check: Check, wanted: Wanted) -> None:
        self._before = files
        self._check = check
        self._wanted = wanted
        self._made: list[Fix] = []
        self._left: list[Fix] = []
        self._obstacles: dict[object, Obstacle] = {}
        self._files = dict(files)
        self._documents: dict[str, Document] = {}
        self._found = check(self._files)

    def result(self) -> Mended:
        left = [self._fix(found, self._obstacles.get(_key(found), "not-tried")) for found in self._candidates()]
        changed = {file: data for file, data in self._files.items() if data != self._before[file]}
        return Mended(changed, tuple(sorted(self._made, key=_order)), tuple(sorted([*self._left, *left], key=_order)))

    def clear(self) -> None:
        """Mend what keeps files from being read, in each that can be read after that."""
        blocked = self._blocking(self._found)
        for file in sorted({found.at.file for found in blocked}):
            document, fixes = self._cleared(self._document(file))
            if document.is_legible():
                self._files[file] = document.data
                self._made += fixes
            else:
                self._left += [self._fix(found, "illegible") for found in blocked if found.at.file == file]
        if blocked:
            self._take_up(self._files, self._check(self._files))

    def _cleared(self, document: Document) -> tuple[Document, list[Fix]]:
        """What blocks the reading hides more of the same, so that the file alone is looked at again and again."""
        fixes: list[Fix] = []
        for _ in range(_MOST_PASSES):
            own = self._check({document.file: document.data})
            blocked = [found for found in self._blocking(own) if found.at.file == document.file]
            data = document.cleared(blocked)
            if data == document.data:
                break
            fixes += [_fix(document, found) for found in blocked]
            document = Document(document.file, data)
        return document, fixes

    def go_round(self) -> bool:
        """Make what can be made of what has not been tried; False where nothing is left to try."""
        untried = [found for found in self._candidates() if _key(found) not in self._obstacles]
        # What does not fit its model hides what rules would find in it.
        batch = [found for found in untried if _topic(found) == "structure"] or untried
        sound: list[Diagnostic] = []
        for file in sorted({found.at.file for found in batch}):
            sound += self._sound(self._document(file), [found for found in batch if found.at.file == file])
        accepted = set(map(id, self._accepted(sound)))
        self._obstacles |= {_key(found): "new-finding" for found in sound if id(found) not in accepted}
        return bool(batch)

    def _sound(self, document: Document, batch: list[Diagnostic]) -> list[Diagnostic]:
        """Those that the file can be read with; those that overlap wait for the next round."""
        apart = _apart(document, batch)
        sound = _largest(apart, lambda some: document.mended(some) is not None, _MOST_READINGS)
        held = set(map(id, sound))
        self._obstacles |= {_key(found): "read-otherwise" for found in apart if id(found) not in held}
        return sound

    def _accepted(self, sound: list[Diagnostic]) -> list[Diagnostic]:
        """Those after which nothing new is found; they are made."""
        results: list[tuple[dict[str, bytes], list[Diagnostic]]] = [(self._files, self._found)]

        def makes_nothing_new(some: list[Diagnostic]) -> bool:
            files = self._with(some)
            found = self._check(files)
            if _makes_new(self._found, found, some):
                return False
            results.append((files, found))
            return True

        accepted = _largest(sound, makes_nothing_new, _MOST_CHECKS)
        self._made += [self._fix(found) for found in accepted]
        self._take_up(*results[-1])
        return accepted

    def _with(self, some: Iterable[Diagnostic]) -> dict[str, bytes]:
        by_file: dict[str, list[Diagnostic]] = {}
        for found in some:
            by_file.setdefault(found.at.file, []).append(found)
        mended = {file: self._document(file).mended(own) for file, own in by_file.items()}
        return self._files | {file: data for file, data in mended.items() if data is not None}

    def _take_up(self, files: dict[str, bytes], found: list[Diagnostic]) -> None:
        self._files, self._found, self._documents = files, found, {}

    def _document(self, file: str) -> Document:
        if file not in self._documents:
            self._documents[file] = Document(file, self._files[file])
        return self._documents[file]

    def _fix(self, found: Diagnostic, obstacle: Obstacle | None = None) -> Fix:
        return _fix(self._document(found.at.file), found, obstacle)

    def _blocking(self, diagnostics: list[Diagnostic]) -> list[Diagnostic]:
        return [found for found in diagnostics if isinstance(found.at, Stretch) and self._is_to_be_made(found)]

    def _candidates(self) -> list[Diagnostic]:
        return [found for found in self._found if isinstance(found.at, Place) and self._is_to_be_made(found)]

    def _is_to_be_made(self, found: Diagnostic) -> bool:
        return found.replacement is not None and found.at.file in self._before and self._wanted(found)


def _fix(document: Document, found: Diagnostic, obstacle: Obstacle | None = None) -> Fix:
    return Fix(found, document.positions.span(found.at), document.written(found), obstacle)


def _apart(document: Document, batch: list[Diagnostic]) -> list[Diagnostic]:
    end, apart = 0, list[Diagnostic]()
    for (start, stop), number in sorted((document.positions.offsets(found.at), n) for n, found in enumerate(batch)):
        if start >= end:
            apart.append(batch[number])
            end = stop
    return apart


def _largest(batch: list[Diagnostic], holds: Callable[[list[Diagnostic]], bool], most: int) -> list[Diagnostic]:
    """Those that hold together, found by trying them all, then each half; at most so many times.

    What is returned is what `holds` was last true of.
    """
    tries = 0

    def grown(held: list[Diagnostic], more: list[Diagnostic]) -> list[Diagnostic]:
        nonlocal tries
        if not more or tries == most:
            return held
        tries += 1
        if holds([*held, *more]):
            return [*held, *more]
        if len(more) == 1:
            return held
        half = len(more) // 2
        return grown(grown(held, more[:half]), more[half:])

    return grown([], batch)


def _makes_new(before: Iterable[Diagnostic], after: Iterable[Diagnostic], made: list[Diagnostic]) -> bool:
    """Whether a finding stays that was to go, or one has come that was not hidden by what was mended."""
    uncovers = any(_topic(found) == "structure" for found in made)
    allowed = Counter(map(_spot, before))
    allowed.subtract(map(_spot, made))
    counts = Counter(map(_spot, _told(after, uncovers)))
    return any(count > allowed[spot] for spot, count in counts.items())


def _told(after: Iterable[Diagnostic], uncovers: bool) -> Iterable[Diagnostic]:
    for found in after:
        topic = _topic(found)
        if topic == "structure" or not (uncovers or topic in _ON_WHAT_IS_MENDED):
            yield found


def _spot(found: Diagnostic) -> tuple[object, ...]:
    """What is the same finding before and after: its part of a text moves with what is mended before it."""
    at = found.at
    place = (at.path, at.on) if isinstance(at, Place) else ()
    return found.rule, at.file, place, found.stands


def _order(fix: Fix) -> tuple[object, ...]:
    return fix.diagnostic.at.file, fix.span.line, fix.span.column, fix.diagnostic.rule


def _key(found: Diagnostic) -> object:
    return found.rule, found.at


def _topic(found: Diagnostic) -> str:
    rule = rule_by_id(found.rule)
    return rule.topic if rule is not None else ""
