"""A region's baseline as a file: made once of what is wrong, and only made shorter after that."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from generator.inputs import Tree
from schema.reading.strict import SIZE_LIMIT
from schema.workspace import RegionTree
from validate.baseline import Debt, debts_in, debts_of
from validate.diagnostic import Diagnostic
from validate.rule import Language
from validate.rulebook import rules

_HEAD = """\
# Gamla fel, som fanns när granskningen infördes. De räknas, men stoppar inget.
# Filen skrivs av basutbud baseline och blir bara kortare. Ändra den inte för hand.
"""
_SAID: dict[str, dict[Language, str]] = {
    "made": {
        "sv": "{region}: gamla fel sparade i {path}: {kept}.{left}",
        "en": "{region}: old faults kept in {path}: {kept}.{left}",
    },
    "shrunk": {
        "sv": "{region}: rättade fel borttagna ur {path}: {gone}. Kvar: {kept}.{left}",
        "en": "{region}: mended faults taken out of {path}: {gone}. Left: {kept}.{left}",
    },
    "broken": {
        "sv": "{region}: {path} går inte att granska som den är. Rätta den först, se basutbud check.",
        "en": "{region}: {path} cannot be checked as it is. Mend it first, see basutbud check.",
    },
    "too many": {
        "sv": "{region}: {kept} fel är fler än {path} rymmer. Stäng av de regler som ger flest, och ta en i taget.",
        "en": "{region}: {kept} faults are more than {path} holds. Switch off the rules that give most, and take one "
        "at a time.",
    },
    "left": {
        "sv": " Fel som inte går att spara som gamla: {count}, se basutbud check.",
        "en": " Faults that cannot be kept as old ones: {count}, see basutbud check.",
    },
}


@dataclass(frozen=True)
class Made:
    """What became of a region's baseline; `data` is None where its file need not be written."""

    region: str
    path: str
    fate: str
    kept: int
    gone: int
    left: int
    data: bytes | None

    @property
    def is_refused(self) -> bool:
        return self.fate in ("broken", "too many")

    def said(self, language: Language) -> str:
        left = _SAID["left"][language].format(count=self.left) if self.left else ""
        words = {"region": self.region, "path": self.path, "kept": self.kept, "gone": self.gone, "left": left}
        return _SAID[self.fate][language].format(**words)


def baselines_for(tree: Tree, diagnostics: Iterable[Diagnostic], chosen: tuple[str, ...]) -> Iterator[Made]:
    """The baseline of each region, or of each chosen one; none for a region that has nothing to keep and no file."""
    mandatory = {rule.id for rule in rules() if rule.mandatory}
    found = [_as_new(one) for one in diagnostics]
    read = tree.workspace().regions
    for region in chosen or tree.regions:
        path = f"regions/{region}/baseline.yaml"
        broken = _unseen(read[region])
        if broken is not None:
            yield Made(region, broken, "broken", 0, 0, 0, None)
            continue
        own = [one for one in found if one.region == region and one.at.file != path]
        present = debts_in((one for one in own if one.rule not in mandatory), region, tree.files)
        left = sum(one.rule in mandatory and one.stands for one in own)
        if path not in tree.files:
            if present:
                yield _first(region, path, present, left)
            continue
        former = debts_of(read[region].baseline)
        kept = former & present
        gone = former.total() - kept.total()
        yield Made(region, path, "shrunk", kept.total(), gone, left, _written(kept) if gone else None)


def _as_new(found: Diagnostic) -> Diagnostic:
    return replace(found, is_old=False)


def _unseen(tree: RegionTree) -> str | None:
    """A file that keeps rules from seeing all that they might find."""
    missing = () if tree.region is not None else (tree.path("region.yaml"),)
    return min((*tree.broken, *missing), default=None)


def _first(region: str, path: str, debts: Counter[Debt], left: int) -> Made:
    data = _written(debts)
    fits = len(data) <= SIZE_LIMIT
    return Made(region, path, "made" if fits else "too many", debts.total(), 0, left, data if fits else None)


def _written(debts: Counter[Debt]) -> bytes:
    """One entry a line, sorted, so that what goes is one line in a review."""
    lines = "".join(_line(debt, times) for debt, times in sorted(debts.items()))
    return (_HEAD + (lines or "[]\n")).encode()


def _line(debt: Debt, times: int) -> str:
    several = f", times: {times}" if times > 1 else ""
    return f"- {{rule: {debt.rule}, object: {_quoted(debt.object)}, value: {_quoted(debt.value)}{several}}}\n"


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
