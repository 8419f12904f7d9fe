"""What makes a finding the same one as before, however the file around it has changed."""

from collections import Counter
from collections.abc import Iterable
from hashlib import sha256
from typing import Any, NamedTuple

from yaml.nodes import ScalarNode

from schema.places import Place, Stretch
from validate.diagnostic import Diagnostic
from validate.locator import Locator
from validate.object_paths import digest, normalised, plain
from validate.printable import printable

_HINTS = frozenset({"nearest", "known", "allowed", "choices", "remedy"})
"""Words that say what could be written instead, and change with what stands elsewhere."""


class FingerprintKey(NamedTuple):
    """A rule, the object that breaks it, and a digest of what was wrong; nothing in it is a line or a number of one."""

    rule: str
    file: str
    path: str
    value: str


def fingerprint_key(diagnostic: Diagnostic, locator: Locator) -> FingerprintKey:
    path, value = _found(diagnostic, locator)
    return FingerprintKey(diagnostic.rule, printable(diagnostic.at.file), path, digest(value)[:16])


def fingerprints(keys: Iterable[FingerprintKey]) -> list[str]:
    """A fingerprint for each, no two alike: equal findings in one object are told apart by their number in it."""
    seen: Counter[FingerprintKey] = Counter()
    made = []
    for key in keys:
        seen[key] += 1
        made.append(sha256("\0".join((*key, str(seen[key]))).encode(errors="replace")).hexdigest())
    return made


def _found(diagnostic: Diagnostic, locator: Locator) -> tuple[str, Any]:
    """The object's path and what is wrong there: the letters that are pointed at, else what the message says of it."""
    at = diagnostic.at
    words = sorted([name, str(word)] for name, word in diagnostic.words.items() if name not in _HINTS)
    if isinstance(at, Stretch):
        text = locator.positions(at.file).text[at.start : at.end]
        return locator.objects(at.file).around(at.start, at.end).path, normalised(text) or words
    if at.file.lower().endswith((".csv", ".txt")):
        return "", _in_line(at, locator) or words
    path, node = locator.objects(at.file).at(at.path)
    if at.on == "key" or not isinstance(node, ScalarNode):
        return path, words
    return path, (normalised(str(node.value)[slice(*at.part)]) if at.part else plain(node)) or words


def _in_line(place: Place, locator: Locator) -> str:
    """What is pointed at in a unit list, where a line is known by nothing but what it says."""
    positions = locator.positions(place.file)
    start, end = positions.offsets(place)
    return normalised(positions.text[start:end])
