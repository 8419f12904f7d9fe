"""The faults of `tests/mutations`: all of them are found, where they are, and nothing else is."""

from functools import cache
from pathlib import Path

from mutations.harness import Score, run_all
from mutations.kind import all_kinds
from mutations.table import UNTRIED, table

from schema.tree import read_tree
from validate.rulebook import rules

ROOT = Path(__file__).parent.parent


@cache
def _scores() -> list[Score]:
    files, refused = read_tree(ROOT)
    assert refused == []
    return list(run_all(files))


def test_every_fault_is_found_where_it_is_and_nothing_else_is() -> None:
    wrong = {score.kind.name: score.wrong for score in _scores() if score.wrong or score.found < score.tried}
    assert wrong == {}
    assert [score.kind.name for score in _scores() if score.misplaced or score.extra] == []


def test_there_are_enough_kinds_and_places() -> None:
    assert len(_scores()) >= 80
    assert sum(score.tried for score in _scores()) >= 2000
    assert [score.kind.name for score in _scores() if score.tried == 0] == []


def test_every_rule_has_a_kind_or_a_reason_for_having_none() -> None:
    tried = {kind.rule for kind in all_kinds()}
    assert sorted(tried | UNTRIED.keys()) == sorted(rule.id for rule in rules())
    assert tried & UNTRIED.keys() == set()


def test_the_table_is_what_was_found() -> None:
    told = "docs/mutations.md is not what was found: run python -m tests.mutations --write"
    assert (ROOT / "docs/mutations.md").read_text(encoding="utf-8") == table(_scores()), told
