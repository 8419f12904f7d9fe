"""Taking a file's plain data into its model, and turning what does not fit into misfits."""

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, Tag, ValidationError
from pydantic_core import ErrorDetails

from schema.models.files import Kind, adapter
from schema.models.values import FORM_OF_PATTERN
from schema.places import Misfit, Path, Place

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
            _misfit(kind, file, details)
            for details in error.errors(include_url=False)
            if not (details["type"] == "too_short" and details["input"])
        ]
        return None, sorted(_causes(misfits), key=lambda misfit: str(misfit.at))


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


def _misfit(kind: Kind, file: str, details: ErrorDetails) -> Misfit:
    path, annotation, on_key = _walk(kind.model, details["loc"])
    place = Place(file, path)
    value = details["input"]
    context: Mapping[str, Any] = details.get("ctx", {})
    match details["type"]:
        case "extra_forbidden":
            return _unknown_key(place, _walk(kind.model, details["loc"][:-1])[1])
        case "missing":
            return Misfit("missing-key", Place(file, path[:-1]).key(), {"key": str(path[-1])})
        case "union_tag_not_found" | "union_tag_invalid":
            return _kind_untold(place, value, context)
        case "empty":
            return Misfit("empty-value", place.key(), {"key": _last(path)})
        case "form":
            return _wrong_value(place, value, str(context["form"]))
        case "string_pattern_mismatch":
            misfit = _wrong_value(place, value, FORM_OF_PATTERN[str(context["pattern"])])
            return Misfit(misfit.kind, place.key(), misfit.facts) if on_key else misfit
        case "too_short":
            return _wrong_value(place, "[]", "at-least-one")
        case "literal_error" if isinstance(value, str):
            return _unknown_choice(place, value, [str(choice) for choice in get_args(_plain(annotation))])
        case problem if value is None:
            del problem
            return Misfit("empty-value", place.key(), {"key": _last(path)})
        case problem:
            return Misfit(
                "wrong-shape",
                place,
                {"expected": _SHAPES[problem], "found": _shape_of(value), "key": _last(path)},
            )


def _kind_untold(place: Place, value: object, context: Mapping[str, Any]) -> Misfit:
    """A mapping of which it cannot be told what kind it is."""
    key = str(context["discriminator"]).strip("'")
    key = "kind" if key.endswith("()") else key
    if not isinstance(value, dict) or key not in value:
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


def _unknown_key(place: Place, annotation: Any) -> Misfit:
    known = _keys(annotation)
    key = _last(place.path)
    return Misfit(
        "unknown-key", place.key(), {"key": key, "nearest": _nearest_key(key, known), "known": ", ".join(known)}
    )


def nearest(word: str, choices: list[str]) -> str:
    """The choice most like a misspelt word, or "" when none is."""
    by_lower = {choice.lower(): choice for choice in reversed(choices)}
    found = get_close_matches(word.lower(), list(by_lower), n=1, cutoff=0.6)
    return by_lower[found[0]] if found else ""


def _nearest_key(key: str, known: dict[str, str]) -> str:
    """The key most like a misspelt one, or the key whose Swedish title the author wrote."""
    by_title = {title.lower(): name for name, title in known.items()}
    found = nearest(key, [*known, *by_title])
    return by_title.get(found, found)


def _keys(annotation: Any) -> dict[str, str]:
    """The keys that a mapping may have, with their Swedish titles."""
    plain = _plain(annotation)
    if isinstance(plain, type) and issubclass(plain, BaseModel):
        return {field.alias or name: field.title or "" for name, field in plain.model_fields.items()}
    return {}


def _walk(annotation: Any, location: tuple[int | str, ...]) -> tuple[Path, Any, bool]:
    """An error's location without pydantic's union tags, the annotation there, and whether a key is meant."""
    path: list[int | str] = []
    steps = list(location)
    while True:
        members = _members(annotation)
        if len(members) > 1 and steps:
            annotation = _member(members, str(steps.pop(0)))
            continue
        plain = _plain(annotation)
        if not steps:
            return tuple(path), annotation, False
        step = steps.pop(0)
        path.append(step)
        if steps == ["[key]"]:
            return tuple(path), get_args(plain)[0], True
        if get_origin(plain) is tuple:
            annotation = get_args(plain)[0]
        elif get_origin(plain) is dict:
            annotation = get_args(plain)[1]
        else:
            fields = getattr(plain, "model_fields", {})
            annotation = next((f.annotation for name, f in fields.items() if step in (name, f.alias)), object)


def _plain(annotation: Any) -> Any:
    """An annotation without its metadata and without `| None`."""
    while True:
        if get_origin(annotation) is Annotated:
            annotation = get_args(annotation)[0]
        elif get_origin(annotation) in (Union, UnionType):
            members = [member for member in get_args(annotation) if member is not type(None)]
            if len(members) != 1:
                return annotation
            annotation = members[0]
        else:
            return annotation


def _members(annotation: Any) -> list[Any]:
    """The members of a tagged union of models; empty for anything else."""
    plain = _plain(annotation)
    return list(get_args(plain)) if get_origin(plain) in (Union, UnionType) else []


def _tags_of(member: Any) -> list[str]:
    if get_origin(member) is Annotated:
        named = [data.tag for data in get_args(member)[1:] if isinstance(data, Tag)]
        if named:
            return named
    fields = _plain(member).model_fields.values()
    return [
        str(tag) for field in fields if get_origin(field.annotation) is Literal for tag in get_args(field.annotation)
    ]


def _member(members: list[Any], tag: str) -> Any:
    return next(member for member in members if tag in _tags_of(member))
