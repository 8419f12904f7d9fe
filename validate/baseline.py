"""The baseline laid over findings: those that a region had before are counted, and stop nothing."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from schema.models.baseline import OldFinding
from schema.workspace import RegionTree
from validate.diagnostic import Diagnostic
from validate.fingerprints import fingerprint_key
from validate.locator import Locator


class Debt(NamedTuple):
    """A finding as a baseline knows it: the rule, the object in the region's folder, and a digest of the value."""

    rule: str
    object: str
    value: str


def debts_of(entries: Iterable[OldFinding]) -> Counter[Debt]:
    debts: Counter[Debt] = Counter()
    for entry in entries:
        debts[Debt(entry.rule, entry.object, entry.value)] += entry.times
    return debts


def debts_in(diagnostics: Iterable[Diagnostic], region: str, files: Mapping[str, bytes]) -> Counter[Debt]:
    """What a baseline made of the findings would hold."""
    locator = Locator(files)
    return Counter(_debt(found, region, locator) for found in diagnostics if found.stands and found.region == region)


def laid_over(
    diagnostics: list[Diagnostic], tree: RegionTree, locator: Locator, mandatory: frozenset[str]
) -> Iterator[Diagnostic]:
    """The findings, those marked that the region's baseline has; a finding of a mandatory rule is never old."""
    owed = debts_of(entry for entry in tree.baseline if entry.rule not in mandatory)
    rules = {debt.rule for debt in owed}
    for found in diagnostics:
        if found.rule in rules and found.stands and found.region == tree.id:
            debt = _debt(found, tree.id, locator)
            if owed[debt] > 0:
                owed[debt] -= 1
                yield replace(found, is_old=True)
                continue
        yield found


def _debt(found: Diagnostic, region: str, locator: Locator) -> Debt:
    key = fingerprint_key(found, locator)
    file = key.file.removeprefix(f"regions/{region}/")
    return Debt(key.rule, f"{file}#{key.path}" if key.path else file, key.value)
