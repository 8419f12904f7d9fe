"""Stretches of a text are asked whether they touch another."""

import pytest

from validate.wording.stretches import Stretches

MANY = Stretches([(20, 22), (3, 6), (5, 9), (9, 10)])


@pytest.mark.parametrize(
    ("start", "end", "touches"),
    [(0, 3, False), (0, 4, True), (7, 8, True), (9, 20, True), (10, 20, False), (21, 30, True), (22, 30, False)],
)
def test_a_stretch_touches_those_that_it_shares_a_character_with(start: int, end: int, touches: bool) -> None:
    assert MANY.touch(start, end) is touches


def test_nothing_touches_no_stretches() -> None:
    assert not Stretches([]).touch(0, 1)
