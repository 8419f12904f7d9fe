"""Alignment: however a text is written in YAML, each of its characters is found where it was written."""

import random
import re
from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from schema.places import Path, Place
from schema.reading.positions import Positions
from schema.reading.scalars import align
from schema.reading.strict import compose, read

STEADY = settings(max_examples=150, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
BLANKS = (" ", "\t")


@dataclass(frozen=True)
class Frame:
    """What stands around a scalar; `increment` is what an explicit indentation indicator has to say there."""

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

    def breaks(self, count: int, silent: int = 0) -> None:
        """Line breaks with stray blanks between them; the first `silent` give no character."""
        for number in range(count):
            if number and self.odds(20):
                self.text += " " * self.chance.randrange(len(self.frame.indent) + 1)
            if number < silent:
                self.text += self.line_break
            else:
                self.mark(self.line_break)

    def fold(self, value: str, at: int) -> int:
        """Writes the space or line breaks at `at` as folded lines, and says how many characters they were."""
        if self.odds(30):
            self.text += self.chance.choice(BLANKS)
        count = 1 if value[at] == " " else len(value) - at - len(value[at:].lstrip("\n"))
        self.breaks(*((1, 0) if value[at] == " " else (count + 1, 1)))
        self.text += self.frame.indent
        return count


def alone(value: str, at: int) -> bool:
    """Whether a space has no blank beside it, so that a folded line break can stand for it."""
    return value[at] == " " and not set(value[max(0, at - 1) : at] + value[at + 1 : at + 2]) & {" ", "\t", "\n"}


def plain(page: Page, value: str, quote: str = "") -> None:
    page.text += quote
    at = 0
    while at < len(value):
        if value[at] == "\n" or (alone(value, at) and page.odds(40)):
            at += page.fold(value, at)
        else:
            page.mark("''" if value[at] == quote else value[at])
            at += 1
    page.text += quote


def single(page: Page, value: str) -> None:
    plain(page, value, "'")


NAMED = {"\t": "\\t", "\n": "\\n", " ": "\\ ", '"': '\\"', "\\": "\\\\", "/": "\\/", "\xa0": "\\_"}


def double(page: Page, value: str) -> None:
    page.text += '"'
    at, after = 0, "text"
    while at < len(value):
        char = value[at]
        if after != "break" and page.odds(10):
            page.text += "\\" + page.line_break + page.frame.indent
            after = "break"
        if after == "text" and char in " \n" and page.odds(40):
            at += page.fold(value, at)
            after = "break"
            continue
        must_escape = char in '"\\\n' or (char in BLANKS and after == "break")
        if must_escape or page.odds(20):
            forms = [NAMED.get(char, f"\\U{ord(char):08x}"), f"\\U{ord(char):08X}"]
            forms += [f"\\x{ord(char):02x}"] * (ord(char) < 256) + [f"\\u{ord(char):04X}"] * (ord(char) < 65536)
            page.mark(page.chance.choice(forms))
            after = "text"
        else:
            page.mark(char)
            after = "blank" if char in BLANKS else "text"
        at += 1
    page.text += '"'


def literal(page: Page, value: str, sign: str = "|") -> None:
    body = value.rstrip("\n")
    ending = len(value) - len(body)
    chomping = "-" if not ending else page.chance.choice(["", "+"]) if ending == 1 and body else "+"
    indicator = str(page.frame.increment) if body.lstrip("\n").startswith(BLANKS) else ""
    page.text += sign + page.chance.choice([chomping + indicator, indicator + chomping])
    page.text += page.chance.choice(["", " # en | rad"]) + page.line_break
    for line, breaks, following in re.findall(r"([^\n]*)(\n*)(?=(.?))", body):
        if line:
            page.text += page.frame.indent
        for at, char in enumerate(line):
            foldable = sign == ">" and line[0] not in BLANKS and alone(line, at) and 0 < at < len(line) - 1
            folded = foldable and page.odds(40)
            page.mark(page.line_break if folded else char)
            page.text += page.frame.indent if folded else ""
        silent = int(sign == ">" and bool(line) and line[0] not in BLANKS and following not in BLANKS)
        if breaks:
            page.breaks(len(breaks) + silent, silent)
    page.breaks(ending)
    if chomping != "+":
        page.text += page.line_break * (page.chance.randrange(3) + (not ending))


def folded(page: Page, value: str) -> None:
    literal(page, value, ">")


words = st.sampled_from(["ab", "å", "😀", "x:y", "a#b", "it's", 'say"', "-1", "100%", "a\tb", "\\n", "?"])
gaps = st.sampled_from([" ", " ", "  ", "\n", "\n\n\n"])
plain_values = st.tuples(st.sampled_from(["a", "å😀"]), st.lists(st.tuples(gaps, words).map("".join), max_size=8)).map(
    lambda parts: parts[0] + "".join(parts[1])
)
values = st.text("ab å😀'\"\\/ \n\t:#-\xa0", min_size=1, max_size=25)
unspaced = values.map(lambda value: re.sub(r"[ \t]*\n[ \t]*", lambda match: "\n" * match[0].count("\n"), value))
STYLES = [(plain, plain_values), (single, unspaced), (double, values), (literal, values), (folded, values)]


@pytest.mark.parametrize(("write", "texts"), STYLES, ids=lambda style: getattr(style, "__name__", ""))
@STEADY
@given(st.data())
def test_each_character_is_found_where_it_was_written(
    write: Callable[[Page, str], None], texts: st.SearchStrategy[str], data: st.DataObject
) -> None:
    value = data.draw(texts)
    frame = data.draw(st.sampled_from(IN_BLOCKS if write in (literal, folded) else IN_BLOCKS + IN_BRACKETS))
    page = Page(frame, data.draw(st.sampled_from(["\n", "\r\n", "\r"])), random.Random(data.draw(st.integers(0, 999))))
    page.text = frame.before
    write(page, value)
    page.text += frame.after.lstrip("\n") if write in (literal, folded) else frame.after
    content = read("a.yaml", page.text.encode())[0]
    for step in frame.path:
        content = content[step]  # type: ignore[index, call-overload]
    assert value == content
    positions = Positions("a.yaml", page.text.encode())
    found = [positions.offsets(Place("a.yaml", frame.path, part=(at, at + 1)))[0] for at in range(len(value))]
    assert page.origins == found


@pytest.mark.parametrize("style", [None, "'", '"', "|", ">"])
@STEADY
@given(
    values | st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=20),
    st.integers(5, 60),
    st.booleans(),
    st.sampled_from(["\n", "\r\n"]),
)
def test_what_another_program_writes_is_aligned_too(
    style: str | None, value: str, width: int, readable: bool, line_break: str
) -> None:
    text = yaml.dump([{"å": value}], default_style=style, width=width, allow_unicode=readable, line_break=line_break)
    node = compose(text.encode())
    if node is None:
        return
    node = node.value[0].value[0][1]
    extents = align(text, node.start_mark.index, node.end_mark.index, node.style, node.value)
    assert extents is not None
    for char, (start, end) in zip(node.value, extents, strict=True):
        written = text[start:end]
        assert written in (char, "''") or written[0] == "\\" or (char in " \n" and written == line_break)


def test_a_replay_that_differs_aligns_nothing() -> None:
    assert align("ab", 0, 2, "", "ac") is None
    assert align("|\n  a", 0, 5, "|", "b") is None
    assert align("|\n  ab", 0, 6, "|", "a") is None
