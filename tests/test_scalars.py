"""Alignment: however a text is written in YAML, each of its characters is found where it was written."""

import random
import re
from dataclasses import dataclass, field

import pytest
import yaml
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from schema.places import Path, Place
from schema.positions import Positions
from schema.reading import compose, read
from schema.scalars import align

STEADY = settings(max_examples=250, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
BLANKS = " \t"


@dataclass(frozen=True)
class Frame:
    """What stands around a scalar: `increment` is the number that an explicit indentation indicator would have."""

    before: str
    after: str
    indent: str
    increment: int
    path: Path


IN_BLOCKS = [
    Frame("--- ", "", "  ", 2, ()),
    Frame("å: ", "\nz: end\n", "   ", 3, ("å",)),
    Frame("'😀':\n  - b\n  - c: ", "\n  - d\n", "      ", 2, ("😀", 1, "c")),
    Frame("- - a\n  - ", "\n", "    ", 2, (0, 1)),
    Frame("a:\n- ", "\nb: c\n", " ", 1, ("a", 0)),
]
IN_BRACKETS = [Frame("[x, {y: ", "}, z]\n", " ", 1, (1, "y")), Frame("a: [", "]\n", "      ", 1, ("a", 0))]


@dataclass
class Page:
    """A text as it is written, and where each character of the scalar's value came to stand."""

    frame: Frame
    line_break: str
    chance: random.Random
    text: str = ""
    origins: list[int] = field(default_factory=list)

    def mark(self, written: str) -> None:
        self.origins.append(len(self.text))
        self.text += written

    def odds(self, percent: int) -> bool:
        return self.chance.randrange(100) < percent

    def breaks(self, count: int, given_up: int) -> None:
        """Line breaks with stray blanks, of which the first `given_up` give nothing."""
        for number in range(count):
            if number < given_up:
                self.text += self.line_break
            else:
                self.mark(self.line_break)
            if number < count - 1 and self.odds(20):
                self.text += " " * self.chance.randrange(len(self.frame.indent) + 1)
        self.text += self.frame.indent

    def fold(self, value: str, at: int) -> int:
        """Writes the space or the line breaks at `at` as breaks, and says how many characters that was."""
        if self.odds(30):
            self.text += self.chance.choice(BLANKS)
        if value[at] == " ":
            self.breaks(1, 0)
            return 1
        length = len(value[at:]) - len(value[at:].lstrip("\n"))
        self.breaks(length + 1, 1)
        return length


def plain(page: Page, value: str) -> None:
    single(page, value, quote="")


def single(page: Page, value: str, quote: str = "'") -> None:
    page.text += quote
    at = 0
    while at < len(value):
        if value[at] == "\n" or (value[at] == " " and not value[at - 1 : at + 2 : 2].strip("'a-zå😀:#") and page.odds(30)):
            at += page.fold(value, at)
        else:
            page.mark("''" if value[at] == quote else value[at])
            at += 1
    page.text += quote
