"""A key that stands on the level of the key it belongs under: one cause, though it shows in several places."""

from collections.abc import Iterable, Iterator
from typing import Any, get_origin

from schema.annotations import along, fields, plain
from schema.places import Misfit, Path, Place


def joined(misfits: Iterable[Misfit], model: Any, data: object) -> Iterator[Misfit]:
    """The misfits, where all that keys which are not indented have led to is told once, at the first of them."""
    misfits = list(misfits)
    strays = _strays([misfit for misfit in misfits if misfit.kind == "unknown-key"], model, data)
    parent_of = {(*parent[:-1], key): parent for parent, keys in strays.items() for key in keys}
    for misfit in misfits:
        path = misfit.at.path if isinstance(misfit.at, Place) else ()
        key = misfit.facts.get("key", "")
        if misfit.kind == "unknown-key" and path in parent_of:
            parent = parent_of[path]
            if key == strays[parent][0]:
                yield Misfit("dedented-key", misfit.at, {"key": key, "parent": str(parent[-1])})
        elif not (
            (misfit.kind == "empty-value" and path in strays)
            or (misfit.kind == "missing-key" and key in strays.get(path, ()))
        ):
            yield misfit


def _strays(unknown: list[Misfit], model: Any, data: Any) -> dict[Path, list[str]]:
    """The path of a key -> those that belong under it and stand beside it, in the order of the file."""
    found: dict[Path, list[str]] = {}
    nearest = {misfit.at.path: misfit.facts["nearest"] for misfit in unknown if isinstance(misfit.at, Place)}
    for above in dict.fromkeys(path[:-1] for path in nearest):
        mapping = data
        for step in above:
            mapping = mapping[step]
        *_, annotation = along(model, above)
        holders = {key: field for key, (field, _) in fields(annotation).items()}
        known: list[str] = []
        for key in mapping:
            if (*above, key) not in nearest:
                known.insert(0, key)
                continue
            for parent in known:
                value = mapping[parent]
                # Only what stands right above can hold keys of any name, or miss one of several.
                is_right_above = parent == known[0] and not nearest[*above, key]
                if parent in holders and _belongs(key, value, holders[parent], parent == known[0], is_right_above):
                    found.setdefault((*above, parent), []).append(key)
                    break
    return found


def _belongs(key: str, value: object, annotation: Any, is_right_above: bool, any_name: bool) -> bool:
    """Whether a key that nobody knows where it stands is one of those that a key above it holds."""
    if value is None and get_origin(plain(annotation)) is dict:
        return any_name
    lacks_key = value is None or (is_right_above and isinstance(value, dict) and key not in value)
    return lacks_key and key in fields(annotation)
