"""A region's baseline as a file: made once of what is wrong, and only made shorter after that."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from generator.work import Tree
from schema.fitting import fit
from schema.models.files import kind_of
from schema.reading.strict import read
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
        "sv": "{region}: {path} går inte att läsa. Rätta den först, se basutbud check.",
        "en": "{region}: {path} cannot be read. Mend it first, see basutbud check.",
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
        return self.fate == "broken"

    def said(self, language: Language) -> str:
        left = _SAID["left"][language].format(count=self.left) if self.left else ""
        words = {"region": self.region, "path": self.path, "kept": self.kept, "gone": self.gone, "left": left}
        return _SAID[self.fate][language].format(**words)


def baselines_for(tree: Tree, diagnostics: Iterable[Diagnostic], chosen: tuple[str, ...]) -> Iterator[Made]:
    """The baseline of each region, or of each chosen one; none for a region that has nothing to keep and no file."""
    mandatory = {rule.id for rule in rules() if rule.mandatory}
    found = [_as_new(one) for one in diagnostics]
    for region in chosen or tree.regions:
        path = f"regions/{region}/baseline.yaml"
        own = [one for one in found if one.region == region and one.at.file != path]
        present = debts_in((one for one in own if one.rule not in mandatory), region, tree.files)
        left = sum(one.rule in mandatory and one.stands for one in own)
        if path not in tree.files:
            if present:
                yield Made(region, path, "made", present.total(), 0, left, _written(present))
            continue
        former = _former(path, tree.files[path])
        if former is None:
            yield Made(region, path, "broken", 0, 0, 0, None)
            continue
        kept = former & present
        gone = former.total() - kept.total()
        yield Made(region, path, "shrunk", kept.total(), gone, left, _written(kept) if gone else None)


def _as_new(found: Diagnostic) -> Diagnostic:
    return replace(found, is_old=False)


def _former(path: str, data: bytes) -> Counter[Debt] | None:
    kind = kind_of(path)
    value, misfits = read(path, data)
    if kind is None or misfits:
        return None
    entries, more = fit(kind, path, value)
    return None if more else debts_of(entries)


def _written(debts: Counter[Debt]) -> bytes:
    """One entry a line, sorted, so that what goes is one line in a review."""
    lines = "".join(_line(debt, times) for debt, times in sorted(debts.items()))
    return (_HEAD + (lines or "[]\n")).encode()


def _line(debt: Debt, times: int) -> str:
    several = f", times: {times}" if times > 1 else ""
    return f"- {{rule: {debt.rule}, object: {_quoted(debt.object)}, value: {_quoted(debt.value)}{several}}}\n"


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
