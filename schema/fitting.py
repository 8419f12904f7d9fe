"""Taking a file's plain data into its model, and turning what does not fit into misfits."""

import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from typing import Any, get_args, get_origin

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from schema.annotations import fields, plain, walk
from schema.models.files import Kind, adapter
from schema.models.values import FORM_OF_LENGTH, FORM_OF_PATTERN
from schema.places import Misfit, Path, Place, Step
from schema.reading.dedenting import joined

_SHAPES = {
    "model_type": "mapping",
    "model_attributes_type": "mapping",
    "dict_type": "mapping",
    "tuple_type": "list",
    "list_type": "list",
    "string_type": "text",
    "literal_error": "text",
}


def fit(kind: Kind, file: str, data: object) -> tuple[Any, list[Misfit]]:
    """The model of a file, or None and why not."""
    try:
        return adapter(kind).validate_python(data), []
    except ValidationError as error:
        # A list is also "too short" when its only items did not fit, which says nothing new.
        misfits = [
            _misfit(kind, file, details, data)
            for details in error.errors(include_url=False)
            if not (details["type"] == "too_short" and details["input"])
        ]
        return None, sorted(joined(_causes(misfits), kind.model, data), key=lambda misfit: str(misfit.at))


def fit_items(kind: Kind, data: object, faulty: set[Step]) -> dict[int, Any]:
    """The models of those items that fit in a file that is a list, by their numbers; `faulty` are those that do not."""
    if get_origin(plain(kind.model)) is not tuple or not isinstance(data, list):
        return {}
    items = {number: item for number, item in enumerate(data) if number not in faulty}
    models: tuple[Any, ...] = adapter(kind).validate_python(list(items.values()))
    return dict(zip(items, models, strict=True))


def _causes(misfits: list[Misfit]) -> Iterator[Misfit]:
    """Causes without their consequences: a misspelt key is not missing as well, and a place is named once."""
    misspelt = {
        (misfit.at.path[:-1], misfit.facts["nearest"])
        for misfit in misfits
        if misfit.kind == "unknown-key" and isinstance(misfit.at, Place)
    }
    seen: set[object] = set()
    for misfit in misfits:
        if misfit.kind == "missing-key":
            if isinstance(misfit.at, Place) and (misfit.at.path, misfit.facts["key"]) not in misspelt:
                yield misfit
        elif misfit.at not in seen:
            seen.add(misfit.at)
            yield misfit


def _misfit(kind: Kind, file: str, details: ErrorDetails, data: object) -> Misfit:
    path, annotation, on_key = walk(kind.model, details["loc"])
    place = Place(file, path)
    value = details["input"]
    context: Mapping[str, Any] = details.get("ctx", {})
    match details["type"]:
        case "extra_forbidden":
            titles = _titles(walk(kind.model, details["loc"][:-1])[1])
            return _unknown_key(place, titles, _nearest_key(str(path[-1]), titles, _found_at(data, path[:-1])))
        case "missing":
            return Misfit("missing-key", Place(file, path[:-1]).key(), {"key": str(path[-1])})
        case "union_tag_not_found" | "union_tag_invalid":
            return _kind_untold(place, value, context, _titles(annotation))
        case "empty":
            return Misfit("empty-value", place.key(), {"key": _last(path)})
        case "form":
            return _wrong_value(place, value, str(context["form"]))
        case "string_pattern_mismatch":
            misfit = _wrong_value(place, value, FORM_OF_PATTERN[str(context["pattern"])])
            return Misfit(misfit.kind, place.key(), misfit.facts) if on_key else misfit
        case "string_too_long":
            misfit = _wrong_value(place, value, FORM_OF_LENGTH[int(context["max_length"])])
            return Misfit(misfit.kind, place.key(), misfit.facts) if on_key else misfit
        case "too_short":
            return _wrong_value(place, "[]", "at-least-one")
        case "literal_error" if isinstance(value, str):
            return _unknown_choice(place, value, [str(choice) for choice in get_args(plain(annotation))])
        case problem if value is None:
            del problem
            return Misfit("empty-value", place.key(), {"key": _last(path)})
        case problem:
            return Misfit(
                "wrong-shape",
                place,
                {"expected": _SHAPES[problem], "found": _shape_of(value), "key": _last(path)},
            )


def _found_at(data: Any, path: Path) -> Any:
    for step in path:
        data = data[step]
    return data


def _kind_untold(place: Place, value: object, context: Mapping[str, Any], titles: dict[str, str]) -> Misfit:
    """A mapping of which it cannot be told what kind it is; `titles` are the keys of all kinds."""
    key = str(context["discriminator"]).strip("'")
    key = "kind" if key.endswith("()") else key
    if not isinstance(value, dict):
        return Misfit("missing-key", place.key(), {"key": key})
    if key not in value:
        for name in value:
            near = "" if name in titles else _nearest_key(name, titles, value)
            if near in (key, "extends"):
                return _unknown_key(place.at(name), titles, near)
        return Misfit("missing-key", place.key(), {"key": key})
    chosen = value[key]
    if chosen is None:
        return Misfit("empty-value", place.at(key).key(), {"key": key})
    if not isinstance(chosen, str):
        return _wrong_value(place.at(key), chosen, "text")
    choices = re.findall(r"'([^']*)'", str(context["expected_tags"]))
    return _unknown_choice(place.at(key), chosen, [choice for choice in choices if choice != "extends"])


def _last(path: Path) -> str:
    return str(path[-1]) if path else ""


def _shape_of(value: object) -> str:
    return "mapping" if isinstance(value, dict) else "list" if isinstance(value, list | tuple) else "text"


def _wrong_value(place: Place, value: object, form: str) -> Misfit:
    if isinstance(value, dict | list | tuple):
        return Misfit("wrong-shape", place, {"expected": "text", "found": _shape_of(value), "key": _last(place.path)})
    return Misfit("wrong-value", place, {"value": str(value), "form": form})


def _unknown_choice(place: Place, value: str, choices: list[str]) -> Misfit:
    return Misfit(
        "unknown-choice", place, {"value": value, "choices": ", ".join(choices), "nearest": nearest(value, choices)}
    )


def _unknown_key(place: Place, titles: dict[str, str], near: str) -> Misfit:
    return Misfit("unknown-key", place.key(), {"key": _last(place.path), "nearest": near, "known": ", ".join(titles)})


def nearest(word: str, choices: list[str]) -> str:
    """The choice most like a misspelt word, or "" when none is."""
    by_lower = {choice.lower(): choice for choice in reversed(choices)}
    found = get_close_matches(word.lower(), list(by_lower), n=1, cutoff=0.6)
    return by_lower[found[0]] if found else ""


def _nearest_key(key: str, titles: dict[str, str], written: Iterable[str]) -> str:
    """The key most like a misspelt one or with its Swedish title; none of those that are written already."""
    free = {name: title for name, title in titles.items() if name not in written}
    by_title = {title.lower(): name for name, title in free.items()}
    found = nearest(key, [*free, *by_title])
    return by_title.get(found, found)


def _titles(annotation: Any) -> dict[str, str]:
    """The keys that a mapping may have, with their Swedish titles."""
    return {name: title for name, (_, title) in fields(annotation).items()}
