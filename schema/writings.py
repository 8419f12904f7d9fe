"""Every piece of prose in the models, and where it stands."""

from collections.abc import Callable, Iterator
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, NamedTuple, Union, get_args, get_origin

from pydantic import BaseModel, StringConstraints

from schema.models.values import FORM_OF_PATTERN
from schema.places import Path, Place
from schema.workspace import RegionTree, Workspace

Audience = Literal["resident", "staff"]

_FOR_STAFF = frozenset(
    {
        "approved",
        "by",
        "decided",
        "directory",
        "handler_groups",
        "internal_name",
        "journal_system",
        "label",
        "owner",
        "pas",
        "reason",
        "reference",
        "service_type",
        "source",
        "ticket",
        "waivers",
    }
)
"""Keys whose texts no resident meets."""


class Writing(NamedTuple):
    """A piece of prose. `audience` says who reads it; translations are of another language than Swedish."""

    text: str
    place: Place
    audience: Audience
    is_swedish: bool


_Walk = Callable[[Any, Path], Iterator[tuple[str, Path]]]


def writings_of(workspace: Workspace) -> Iterator[Writing]:
    """All prose of a workspace, in a fixed order."""
    for template in workspace.templates.values():
        yield from _writings(template, template.place)
    for tree in workspace.regions.values():
        yield from _writings_of_region(tree)


def _writings_of_region(tree: RegionTree) -> Iterator[Writing]:
    nodes = (
        *((tree.region,) if tree.region is not None else ()),
        *tree.decisions,
        *tree.casetypes.values(),
        *tree.terms.values(),
        *tree.messages.values(),
        *tree.groups.values(),
        *tree.units.values(),
        *tree.waivers,
    )
    for node in nodes:
        yield from _writings(node, node.place)


def _writings(node: BaseModel, place: Place) -> Iterator[Writing]:
    for text, path in _walk_of(type(node))(node, ()):
        steps = set(path)
        audience: Audience = "staff" if steps & _FOR_STAFF else "resident"
        yield Writing(text, place.at(*path), audience, "translations" not in steps)


@cache
def _walk_of(annotation: Any) -> _Walk:
    """How to find the prose in a value of a type; made once for each type from its annotations."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return _walk_model(annotation)
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        prose = any(_is_prose(data) for data in arguments[1:])
        return _yield_text if prose else _walk_of(arguments[0])
    if origin in (Union, UnionType):
        return _walk_union
    if origin is tuple:
        return _walk_items(_walk_of(arguments[0]))
    if origin is dict:
        return _walk_values(_walk_of(arguments[1]))
    return _nothing


def _is_prose(data: object) -> bool:
    return isinstance(data, StringConstraints) and FORM_OF_PATTERN.get(str(data.pattern)) in ("line", "text")


def _nothing(value: Any, path: Path) -> Iterator[tuple[str, Path]]:
    return iter(())


def _yield_text(value: Any, path: Path) -> Iterator[tuple[str, Path]]:
    if isinstance(value, str):
        yield value, path


def _walk_union(value: Any, path: Path) -> Iterator[tuple[str, Path]]:
    """Only models stand in unions, and each knows its own type."""
    return _walk_of(type(value))(value, path) if isinstance(value, BaseModel) else iter(())


def _walk_items(walk: _Walk) -> _Walk:
    def items(value: Any, path: Path) -> Iterator[tuple[str, Path]]:
        for number, item in enumerate(value or ()):
            yield from walk(item, (*path, number))

    return _nothing if walk is _nothing else items


def _walk_values(walk: _Walk) -> _Walk:
    def values(value: Any, path: Path) -> Iterator[tuple[str, Path]]:
        for key, item in (value or {}).items():
            yield from walk(item, (*path, key))

    return _nothing if walk is _nothing else values


def _walk_model(model: type[BaseModel]) -> _Walk:
    walks: dict[str, tuple[str, _Walk]] | None = None

    def fields(value: Any, path: Path) -> Iterator[tuple[str, Path]]:
        nonlocal walks
        if walks is None:
            # Not before the first use, as a form's groups hold forms.
            walks = dict(_walks_of_fields(model))
        # Most of a unit's entries set one field of twenty.
        for name in sorted(value.model_fields_set & walks.keys()):
            key, walk = walks[name]
            yield from walk(getattr(value, name), (*path, key))

    return fields


def _walks_of_fields(model: type[BaseModel]) -> Iterator[tuple[str, tuple[str, _Walk]]]:
    for name, field in model.model_fields.items():
        prose = any(_is_prose(data) for data in field.metadata)
        walk = _yield_text if prose else _walk_optional(field.annotation)
        if walk is not _nothing:
            yield name, (field.alias or name, walk)


def _walk_optional(annotation: Any) -> _Walk:
    """The walk of `X | None`, which is that of X."""
    if get_origin(annotation) in (Union, UnionType):
        members = [member for member in get_args(annotation) if member is not type(None)]
        if len(members) == 1:
            return _walk_of(members[0])
    return _walk_of(annotation)
