"""A key that stands on the level of the key it belongs under: one cause, though it shows in several places."""

from collections.abc import Iterable, Iterator
from typing import Any, get_origin

from schema.annotations import along, fields, plain
from schema.places import Misfit, Path, Place

Keys = dict[tuple[Path, str], list[str]]
"""A mapping's path and the key in it -> the keys that belong under that one, in the order of the file."""


def joined(misfits: Iterable[Misfit], model: Any, data: object) -> Iterator[Misfit]:
    """The misfits, where all that a key which is not indented has led to is told once, at that key."""
    misfits = list(misfits)
    unknown = [misfit for misfit in misfits if misfit.kind == "unknown-key"]
    dedented = _dedented(unknown, model, data) if unknown else {}
    for misfit in misfits:
        path = misfit.at.path if isinstance(misfit.at, Place) else ()
        key = str(path[-1]) if path else ""
        parent = next(
            (parent for (above, parent), keys in dedented.items() if above == path[:-1] and key in keys), None
        )
        if misfit.kind == "unknown-key" and parent is not None:
            if key == dedented[path[:-1], parent][0]:
                yield Misfit("dedented-key", misfit.at, {"key": key, "parent": parent})
        elif not (
            (path[:-1], key) in dedented
            and (misfit.kind == "empty-value" or misfit.facts["key"] in dedented[path[:-1], key])
        ):
            yield misfit


def _dedented(unknown: list[Misfit], model: Any, data: Any) -> Keys:
    found: Keys = {}
    places = {misfit.at.path: misfit.facts["nearest"] for misfit in unknown if isinstance(misfit.at, Place)}
    for above in dict.fromkeys(path[:-1] for path in places):
        mapping = data
        for step in above:
            mapping = mapping[step]
        *_, annotation = along(model, above)
        known = fields(annotation)
        parents: list[str] = []
        for key in mapping:
            if (*above, key) not in places:
                parents.insert(0, key)
                continue
            for number, parent in enumerate(parents):
                if (number == 0 or mapping[parent] is None) and parent in known:
                    if _belongs(key, mapping[parent], known[parent][0], "?" if number else places[*above, key]):
                        found.setdefault((above, parent), []).append(key)
                        break
    return found


def _belongs(key: str, value: object, annotation: Any, nearest: str) -> bool:
    """Whether a key that nobody knows here is one of those that belong under the known key above it."""
    if value is None and get_origin(plain(annotation)) is dict:
        return not nearest
    return key in fields(annotation) and (value is None or (isinstance(value, dict) and key not in value))
