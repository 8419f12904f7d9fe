"""Making faults at seeded places, one at a time, and holding what the validator says of each to what it must say."""

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import cached_property
from multiprocessing import get_all_start_methods, get_context
from random import Random

from schema.load import National, load_national, load_region
from schema.reading.positions import Positions
from schema.register import Register, joined, register_of
from schema.workspace import Workspace, by_region, region_of
from validate.diagnostic import Diagnostic
from validate.rulebook import rules
from validate.run import run_nationwide, run_part

from .kind import Kind, all_kinds
from .sheets import Fault
from .tree import DAY, Tree

SEED = 20261201

Seen = tuple[str, str, int, int, bool]
"""A rule, a file, a stretch of its text in code points, and whether a waiver covers the finding."""


@dataclass
class Score:
    """What came of the places that were tried of one kind, and a line on each that went wrong."""

    kind: Kind
    tried: int = 0
    found: int = 0
    misplaced: int = 0
    extra: int = 0
    wrong: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class _Part:
    """What the rules say of one part of the tree, and what it tells the rules that look across regions."""

    seen: Counter[Seen]
    register: Register


@dataclass(frozen=True)
class Bench:
    """The unchanged tree with all that has been worked out of it once."""

    files: Mapping[str, bytes]

    @cached_property
    def tree(self) -> Tree:
        return Tree(self.files)

    @cached_property
    def layers(self) -> dict[str, dict[str, bytes]]:
        return by_region(self.files)

    @cached_property
    def national(self) -> National:
        return load_national(self.layers[""])

    @cached_property
    def parts(self) -> dict[str, _Part]:
        return {name: self._part(name, files, self.national) for name, files in sorted(self.layers.items())}

    @cached_property
    def before(self) -> Counter[Seen]:
        return self._joined(self.parts, self.files)

    def after(self, fault: Fault) -> Counter[Seen]:
        """What the rules say of the tree with the fault in it; only the parts that it can change are run again."""
        files = dict(self.files)
        if fault.is_gone:
            del files[fault.path]
        else:
            files[fault.path] = changed(self.files, fault)
        layers = by_region(files)
        region = region_of(fault.path)
        national = self.national if region else load_national(layers[""])
        touched = [region] if region else sorted(layers)
        again = {name: self._part(name, layers.get(name, {}), national) for name in touched}
        return self._joined({**self.parts, **again}, files)

    @staticmethod
    def _part(name: str, files: Mapping[str, bytes], national: National) -> _Part:
        if name:
            workspace = load_region(name, files, national, DAY)
        else:
            workspace = Workspace(DAY, files, national.templates, {}, national.misfits)
        return _Part(_seen(run_part(workspace, rules()), files), register_of(workspace))

    @staticmethod
    def _joined(parts: Mapping[str, _Part], files: Mapping[str, bytes]) -> Counter[Seen]:
        nationwide = run_nationwide(joined(part.register for part in parts.values()), rules())
        total = _seen(nationwide, files)
        for part in parts.values():
            total.update(part.seen)
        return total


def _seen(diagnostics: Iterable[Diagnostic], files: Mapping[str, bytes]) -> Counter[Seen]:
    positions: dict[str, Positions] = {}
    seen: Counter[Seen] = Counter()
    for found in diagnostics:
        file = found.at.file
        known = positions.setdefault(file, Positions(file, files.get(file, b"")))
        seen[found.rule, file, *known.offsets(found.at), found.exemption is not None] += 1
    return seen


def changed(files: Mapping[str, bytes], fault: Fault) -> bytes:
    text = files.get(fault.path, b"").decode()
    return (text[: fault.start] + fault.text + text[fault.end :]).encode(fault.encoding)


def chosen(kind: Kind, tree: Tree) -> list[Fault]:
    """Seeded places of a kind, in turn from each region, folder and style of text that has any."""
    heaps: dict[tuple[str, str, str], list[Fault]] = {}
    for fault in kind.places(tree):
        folder = fault.path.rpartition("/")[0] or fault.path
        heaps.setdefault((region_of(fault.path), folder, fault.style), []).append(fault)
    random = Random(f"{SEED} {kind.name}")
    piles = [heaps[name] for name in sorted(heaps)]
    random.shuffle(piles)
    for pile in piles:
        random.shuffle(pile)
    turns = max(map(len, piles), default=0)
    return [pile[turn] for turn in range(turns) for pile in piles if turn < len(pile)][: kind.most]


def judge(score: Score, fault: Fault, bench: Bench) -> None:
    """Count one fault: whether it was found where it must be, elsewhere, and whether anything else changed."""
    rule = score.kind.rule
    expected: Seen = (rule, fault.at, *fault.seen, False)
    before: Counter[Seen] = Counter()
    for (id, file, start, end, covered), count in bench.before.items():
        moved = fault.moved((start, end)) if file == fault.path else (start, end)
        before[id, file, *moved, covered] += count
    after = bench.after(fault)
    # All that stands before is waived, and a rule that has to keep silent over a broken file has nothing to waive.
    new = after - before
    score.tried += 1
    hit = new[expected] > 0
    new[expected] -= 1
    # One text may be at odds with several things, each of which is told at the same place.
    odd = [seen for seen in sorted(+new) if seen[0] not in fault.besides and seen != expected]
    if fault.path.endswith("/waivers.yaml"):
        odd = [seen for seen in odd if not before[(*seen[:4], True)]]
    misplaced = not hit and any(seen[0] == rule for seen in odd)
    extra = [seen for seen in odd if hit or seen[0] != rule]
    score.found += hit
    score.misplaced += misplaced
    score.extra += bool(extra)
    if not hit or odd:
        score.wrong.append(_told(fault, expected, hit, odd, bench))


def _told(fault: Fault, expected: Seen, hit: bool, odd: list[Seen], bench: Bench) -> str:
    text = changed(bench.files, fault).decode(fault.encoding, "replace") if not fault.is_gone else ""

    def put(seen: Seen) -> str:
        rule, file, start, end, _ = seen
        of_file = text if file == fault.path else bench.files.get(file, b"").decode()
        line = of_file.count("\n", 0, start) + 1
        return f"{rule} {file}:{line} [{start}:{end}] {of_file[start:end]!r}"

    return f"{'ok ' if hit else 'NOT'} {put(expected)}; beside: {'; '.join(map(put, odd)) or 'nothing'}"


def run_kind(kind: Kind, bench: Bench) -> Score:
    score = Score(kind)
    for fault in chosen(kind, bench.tree):
        judge(score, fault, bench)
    return score


_bench: Bench


def _begin(bench: Bench) -> None:
    global _bench  # noqa: PLW0603 - the one thing that a worker process is told before its work
    _bench = bench


def _run_numbered(number: int) -> tuple[int, int, int, int, list[str]]:
    score = run_kind(all_kinds()[number], _bench)
    return score.tried, score.found, score.misplaced, score.extra, score.wrong


def run_all(files: Mapping[str, bytes], only: str = "") -> Iterator[Score]:
    """The score of each kind whose name holds a word, in two processes where the system can fork."""
    bench = Bench(files)
    assert bench.before is not None  # worked out before the processes part, so that each has it
    assert bench.tree.prose
    numbers = [number for number, kind in enumerate(all_kinds()) if only in kind.name or only == kind.topic]
    wanted = [all_kinds()[number] for number in numbers]
    if len(wanted) < 2 or (os.cpu_count() or 1) < 2 or "fork" not in get_all_start_methods():
        yield from (run_kind(kind, bench) for kind in wanted)
        return
    with ProcessPoolExecutor(2, get_context("fork"), _begin, (bench,)) as pool:
        for kind, counts in zip(wanted, pool.map(_run_numbered, numbers), strict=True):
            yield Score(kind, *counts)
