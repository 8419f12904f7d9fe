"""What the models say of a place in a file: which keys stand there, and what each of them holds."""

from collections.abc import Iterator
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, Tag

from schema.places import Path, Step


def walk(annotation: Any, location: tuple[Step, ...]) -> tuple[Path, Any, bool]:
    """An error's location without pydantic's union tags, the annotation there, and whether a key is meant."""
    path: list[Step] = []
    steps = list(location)
    while True:
        members = _members(annotation)
        if len(members) > 1 and steps:
            annotation = _member(members, str(steps.pop(0)))
            continue
        if not steps:
            return tuple(path), annotation, False
        step = steps.pop(0)
        path.append(step)
        if steps == ["[key]"]:
            return tuple(path), get_args(plain(annotation))[0], True
        annotation = below(annotation, step)


def along(annotation: Any, path: Path) -> Iterator[Any]:
    """The annotations at a path and at every step above it, from the top."""
    for step in path:
        yield annotation
        annotation = below(annotation, step)
    yield annotation


def below(annotation: Any, step: Step) -> Any:
    """The annotation one step further down; of a union's members, that of the first that has the key."""
    bare = plain(annotation)
    if get_origin(bare) is tuple:
        return get_args(bare)[0]
    if get_origin(bare) is dict:
        return get_args(bare)[1]
    return fields(annotation).get(str(step), (object, ""))[0]


def fields(annotation: Any) -> dict[str, tuple[Any, str]]:
    """The keys that a mapping may have, each with its annotation and its Swedish title; in a union those of all."""
    found: dict[str, tuple[Any, str]] = {}
    for member in _members(annotation) or [annotation]:
        bare = plain(member)
        if isinstance(bare, type) and issubclass(bare, BaseModel):
            for name, field in bare.model_fields.items():
                found.setdefault(field.alias or name, (field.annotation, field.title or ""))
    return found


def plain(annotation: Any) -> Any:
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
    bare = plain(annotation)
    return list(get_args(bare)) if get_origin(bare) in (Union, UnionType) else []


def _tags_of(member: Any) -> list[str]:
    if get_origin(member) is Annotated:
        named = [data.tag for data in get_args(member)[1:] if isinstance(data, Tag)]
        if named:
            return named
    kinds = plain(member).model_fields.values()
    return [
        str(tag) for field in kinds if get_origin(field.annotation) is Literal for tag in get_args(field.annotation)
    ]


def _member(members: list[Any], tag: str) -> Any:
    return next(member for member in members if tag in _tags_of(member))
