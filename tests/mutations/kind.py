"""What a kind of fault is: a name, the rule that must find it, and a function that knows every place for it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from pkgutil import iter_modules

from . import kinds as modules
from .sheets import Fault
from .tree import Tree

Places = Callable[[Tree], Iterator[Fault]]


@dataclass(frozen=True)
class Kind:
    """One kind of fault. `most` is how many places are tried of those that there are."""

    name: str
    topic: str
    rule: str
    most: int
    places: Places


_KINDS: dict[str, Kind] = {}


def kind(rule: str, most: int = 12) -> Callable[[Places], Places]:
    """Make a function that yields every place for a fault into the kind that is named as the function is."""

    def decorate(places: Places) -> Places:
        declare(places.__name__.strip("_").replace("_", " "), rule, places, most)
        return places

    return decorate


def declare(name: str, rule: str, places: Places, most: int = 12) -> None:
    """A kind that shares its function with others."""
    if name in _KINDS:
        raise ValueError(f"two kinds are called {name}")
    _KINDS[name] = Kind(name, places.__module__.rpartition(".")[2], rule, most, places)


def all_kinds() -> list[Kind]:
    """Every kind, by topic and then as they stand in their module."""
    for module in sorted(found.name for found in iter_modules(modules.__path__)):
        import_module(f"{modules.__name__}.{module}")
    return sorted(_KINDS.values(), key=lambda kind: kind.topic)
