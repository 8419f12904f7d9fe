"""The rule book: every rule there is, found by folder into a fresh sorted list."""

import pkgutil
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import import_module

import validate.rules
from validate.rule import Rule


@cache
def rules() -> tuple[Rule, ...]:
    """All rules by id. A module that holds no rule of its own name is our mistake, and says so."""
    found: dict[str, Rule] = {}
    for topic in pkgutil.iter_modules(validate.rules.__path__, "validate.rules."):
        package = import_module(topic.name)
        for module in pkgutil.iter_modules(package.__path__, f"{topic.name}."):
            name = module.name.rpartition(".")[2]
            made: Rule = getattr(import_module(module.name), name).rule
            if made.id in found:
                raise ValueError(f"two rules are called {made.id}")
            found[made.id] = made
    return tuple(found[id] for id in sorted(found))


def rule_by_id(id: str) -> Rule | None:
    return next((rule for rule in rules() if rule.id == id), None)


def book_of(own: Iterable[Rule] = ()) -> Mapping[str, Rule]:
    """All rules by id, with those that regions have written; a report looks up a finding's rule here."""
    return {rule.id: rule for rule in (*own, *rules())}
