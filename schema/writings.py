"""Every piece of prose in the models, and where it stands."""

from collections.abc import Callable, Iterator
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, NamedTuple, Union, get_args, get_origin

from pydantic import BaseModel, StringConstraints

from schema.models.base import FileNode
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
    """A piece of prose, at a path in a node. Translations are of another language than Swedish."""

    text: str
    node: Place
    path: Path
    reader: "_Reader"

    @property
    def place(self) -> Place:
        return self.node.at(*self.path)

    @property
    def file(self) -> str:
        return self.node.file

    @property
    def audience(self) -> Audience:
        """Who reads it."""
        return self.reader.audience

    @property
    def is_swedish(self) -> bool:
        return self.reader.is_swedish

    @property
    def is_for_residents(self) -> bool:
        """Whether residents read it, in Swedish."""
        return self.reader == _RESIDENT


class _Reader(NamedTuple):
    """Who reads what stands below a key."""

    audience: Audience
    is_swedish: bool

    def below(self, key: str) -> "_Reader":
        audience: Audience = "staff" if key in _FOR_STAFF else self.audience
        return _Reader(audience, self.is_swedish and key != "translations")


_Walk = Callable[[Any, Place, Path, list[Writing]], None]
"""Puts the prose in a value into a list, which for a hundred thousand of them takes half the time of yielding it."""
_RESIDENT = _Reader("resident", True)
_STAFF = _Reader("staff", True)


def writings_of(workspace: Workspace) -> list[Writing]:
    """All prose of a workspace, in a fixed order."""
    writings: list[Writing] = []
    for template in workspace.templates.values():
        _walk_node(template, _RESIDENT, writings)
    for tree in workspace.regions.values():
        for node in _nodes(tree):
            _walk_node(node, _RESIDENT, writings)
        for own_rule in tree.own_rules:
            _walk_node(own_rule, _STAFF, writings)
    return writings


def _nodes(tree: RegionTree) -> Iterator[FileNode]:
    if tree.region is not None:
        yield tree.region
    yield from tree.decisions
    for nodes in (tree.casetypes, tree.terms, tree.messages, tree.groups, tree.units):
        yield from nodes.values()
    yield from tree.waivers


def _walk_node(node: FileNode, reader: _Reader, writings: list[Writing]) -> None:
    kind: Any = type(node)
    _walk_of(kind, reader)(node, node.place, (), writings)


@cache
def _walk_of(annotation: Any, reader: _Reader) -> _Walk:
    """How to find the prose in a value of a type; made once for each type from its annotations."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return _walk_model(annotation, reader)
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _walk_text(reader) if any(map(_is_prose, arguments[1:])) else _walk_of(arguments[0], reader)
    if origin in (Union, UnionType):
        members = [member for member in arguments if member is not type(None)]
        return _walk_of(members[0], reader) if len(members) == 1 else _walk_any_model(reader)
    if origin is tuple:
        return _walk_items(_walk_of(arguments[0], reader))
    if origin is dict:
        return _walk_values(_walk_of(arguments[1], reader))
    return _nothing


def _is_prose(data: object) -> bool:
    return isinstance(data, StringConstraints) and FORM_OF_PATTERN.get(str(data.pattern)) in ("line", "text")


def _nothing(value: Any, place: Place, path: Path, writings: list[Writing]) -> None:
    return


def _walk_text(reader: _Reader) -> _Walk:
    def text(value: Any, place: Place, path: Path, writings: list[Writing]) -> None:
        writings.append(Writing(value, place, path, reader))

    return text


def _walk_any_model(reader: _Reader) -> _Walk:
    """Only models stand in unions, and each knows its own type."""

    def member(value: Any, place: Place, path: Path, writings: list[Writing]) -> None:
        kind: Any = type(value)
        _walk_of(kind, reader)(value, place, path, writings)

    return member


def _walk_items(walk: _Walk) -> _Walk:
    def items(value: Any, place: Place, path: Path, writings: list[Writing]) -> None:
        for number, item in enumerate(value):
            if item is not None:
                walk(item, place, (*path, number), writings)

    return _nothing if walk is _nothing else items


def _walk_values(walk: _Walk) -> _Walk:
    def values(value: Any, place: Place, path: Path, writings: list[Writing]) -> None:
        for key, item in value.items():
            if item is not None:
                walk(item, place, (*path, key), writings)

    return _nothing if walk is _nothing else values


def _walk_model(model: type[BaseModel], reader: _Reader) -> _Walk:
    walks: list[tuple[str, str, _Walk]] | None = None
    names: frozenset[str]

    def fields(value: Any, place: Place, path: Path, writings: list[Writing]) -> None:
        nonlocal walks, names
        if walks is None:
            # Not before the first use, as a form's groups hold forms.
            walks = sorted(_walks_of_fields(model, reader))
            names = frozenset(name for name, _, _ in walks)
        written: set[str] = value.model_fields_set
        # Most of a unit's entries hold no prose at all.
        if written.isdisjoint(names):
            return
        held = value.__dict__
        for name, key, walk in walks:
            if name in written and held[name] is not None:
                walk(held[name], place, (*path, key), writings)

    return fields


def _walks_of_fields(model: type[BaseModel], reader: _Reader) -> Iterator[tuple[str, str, _Walk]]:
    for name, field in model.model_fields.items():
        key = field.alias or name
        below = reader.below(key)
        annotation: Any = field.annotation
        walk = _walk_text(below) if any(map(_is_prose, field.metadata)) else _walk_of(annotation, below)
        if walk is not _nothing:
            yield name, key, walk
