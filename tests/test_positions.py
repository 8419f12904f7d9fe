"""Positions: every finding is shown at exactly the characters it is about."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from schema.places import At, Path, Place, Span, Stretch
from schema.reading.positions import Positions, locate

STEADY = settings(max_examples=300, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])

UNIT = """\
# En enhet
hsa_id: SE2321000131
name: "Almhaga vårdcentral" # som i HSA
'phone': '031-123'
activities: [1502, "1503"]
empty:
quoted: ''
null_value: ~
text: |

  Här kan du
    förnya

  recept.

folded: >2-
   😀 Du får svar
  inom 2 dagar.
plain: Ring
  oss
bare: >
list:
- {a: b}
- - c  # först
  -
- x: y
  z:
  - w
last: [{å: 1,
  b: 2}, ]
"""

# path, what is meant, and the text that is shown
SHOWN: list[tuple[Path, str, str]] = [
    (("hsa_id",), "value", "SE2321000131"),
    (("hsa_id",), "key", "hsa_id"),
    (("name",), "value", "Almhaga vårdcentral"),
    (("phone",), "value", "031-123"),
    (("phone",), "key", "phone"),
    (("activities",), "value", '[1502, "1503"]'),
    (("activities",), "key", "activities"),
    (("activities", 0), "value", "1502"),
    (("activities", 0), "key", "1502"),
    (("activities", 1), "value", "1503"),
    (("empty",), "value", "empty"),
    (("quoted",), "value", ""),
    (("null_value",), "value", "~"),
    (("text",), "value", "Här kan du\n    förnya\n\n  recept."),
    (("folded",), "value", " 😀 Du får svar\n  inom 2 dagar."),
    (("plain",), "value", "Ring\n  oss"),
    (("bare",), "value", ">"),
    (("list",), "value", "- {a: b}"),
    (("list", 0), "value", "{a: b}"),
    (("list", 0, "a"), "key", "a"),
    (("list", 1), "value", "- c  # först"),
    (("list", 1, 1), "value", "-"),
    (("list", 2), "value", "x: y"),
    (("list", 2), "key", "x: y"),
    (("list", 2, "z"), "value", "- w"),
    (("last",), "value", "[{å: 1,\n  b: 2}, ]"),
    (("last", 0, "b"), "value", "2"),
    ((), "value", "hsa_id: SE2321000131"),
    ((), "key", "hsa_id: SE2321000131"),
    # What does not exist is shown at what should hold it.
    (("nothing",), "value", "hsa_id"),
    (("nothing", "below"), "key", "hsa_id"),
    ((0,), "value", "hsa_id"),
    (("plain", "below"), "value", "plain"),
    (("list", 3), "value", "list"),
    (("list", -1), "value", "list"),
    (("list", "0"), "value", "list"),
    (("list", 0, "c"), "value", "{a: b}"),
    (("list", 2, "c", 5), "value", "x: y"),
]


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize(("path", "on", "shown"), SHOWN)
def test_a_place_is_shown_at_its_own_characters(path: Path, on: str, shown: str, line_break: str, mark: str) -> None:
    text = UNIT.replace("\n", line_break)
    place = Place("a.yaml", path).key() if on == "key" else Place("a.yaml", path)
    start, end = Positions("a.yaml", (mark + text).encode()).offsets(place)
    assert shown.replace("\n", line_break) == text[start:end]


# path, the part of the value, and the text that is shown
PARTS: list[tuple[Path, tuple[int, int], str]] = [
    (("name",), (8, 12), "vård"),
    (("phone",), (0, 3), "031"),
    (("activities", 1), (3, 4), "3"),
    (("text",), (1, 4), "Här"),
    (("text",), (12, 20), "  förnya"),
    (("text",), (20, 24), "\n\n  re"),
    (("folded",), (1, 2), "😀"),
    (("folded",), (13, 18), "r\n  ino"),
    (("plain",), (0, 4), "Ring"),
    (("plain",), (5, 8), "oss"),
    (("plain",), (3, 6), "g\n  o"),
    (("plain",), (4, 5), "\n"),
    (("plain",), (8, 8), ""),
    (("plain",), (-5, 99), "Ring\n  oss"),
    (("null_value",), (0, 1), "~"),
    (("empty",), (0, 1), "empty"),
    (("list", 0), (0, 1), "{a: b}"),
    (("nothing",), (0, 1), "hsa_id"),
]


@pytest.mark.parametrize(("path", "part", "shown"), PARTS)
def test_a_part_of_a_text_is_shown_where_it_was_written(path: Path, part: tuple[int, int], shown: str) -> None:
    start, end = Positions("a.yaml", UNIT.encode()).offsets(Place("a.yaml", path, part=part))
    assert shown == UNIT[start:end]


# a scalar, a part of its value, and the text that is shown
SCALARS: list[tuple[str, tuple[int, int], str]] = [
    ("'it''s'", (2, 3), "''"),
    ("'it''s'", (3, 4), "s"),
    (r'"\u00e5\x41\U0001F600\n\\b"', (0, 1), r"\u00e5"),
    (r'"\u00e5\x41\U0001F600\n\\b"', (1, 3), r"\x41\U0001F600"),
    (r'"\u00e5\x41\U0001F600\n\\b"', (3, 5), r"\n\\"),
    (r'"\u00e5\x41\U0001F600\n\\b"', (5, 6), "b"),
    (r'"\"\/\_"', (0, 3), r"\"\/\_"),
    ('"a\\\n  \\  b"', (1, 4), "\\  b"),
    ('"a \\\n\n  b"', (1, 4), " \\\n\n  b"),
    ('"a\n\n\n  b"', (1, 3), "\n\n"),
    ("'a \t\n  b'", (1, 2), "\n"),
    ("|\n  a\n\n  b", (2, 4), "\n  b"),
    ("|1\n   a\n  b", (0, 3), "  a"),
    ("|2+\n\n   a\n\n", (1, 3), " a"),
    ("| # c\n   \n   a", (1, 2), "a"),
    (">\n  a\n  b\n\n\n  c", (2, 5), "b\n\n\n"),
    (">\n  a\n   b\n  c", (1, 4), "\n   b"),
    (">-\n  a\n  b", (1, 2), "\n"),
    (">\n\n  a", (0, 2), "\n  a"),
]


@pytest.mark.parametrize(("scalar", "part", "shown"), SCALARS)
def test_a_part_is_shown_with_its_escapes_and_folds(scalar: str, part: tuple[int, int], shown: str) -> None:
    text = f"å: {scalar}\n"
    start, end = Positions("a.yaml", text.encode()).offsets(Place("a.yaml", ("å",), part=part))
    assert shown == text[start:end]


@pytest.mark.parametrize(
    ("text", "at", "span"),
    [
        ("a: 1\nå😀: 2\n", Place("f", ("å😀",)), Span(2, 5, 2, 6)),
        ("a: 1\r\nå😀: 2\r\n", Place("f", ("å😀",)), Span(2, 5, 2, 6)),
        ("a: 1\rb: 2\r", Place("f", ("b",), "key"), Span(2, 1, 2, 2)),
        ("a: |\n  b\n  c\n", Place("f", ("a",)), Span(2, 3, 3, 4)),
        ("a: ''", Place("f", ("a",)), Span(1, 5, 1, 5)),
        ("\ufeffa: 1", Place("f", ("a",)), Span(1, 4, 1, 5)),
        ("a: 1\na: 2", Place("f", ("a",)), Span(1, 4, 1, 5)),
        ("- 1\n- 2", Place("f", (5,)), Span(1, 1, 1, 4)),
        ("a", Place("f", ("b",)), Span(1, 1, 1, 2)),
        ("a: [", Place("f", ("a",)), Span(1, 1, 1, 1)),
        ("a: &b 1", Place("f", ("a",)), Span(1, 1, 1, 1)),
        ("", Place("f"), Span(1, 1, 1, 1)),
        ("a\nb", Stretch("f", 0, 3), Span(1, 1, 2, 2)),
        ("a\nb", Stretch("f", 1, 2), Span(1, 2, 2, 1)),
        ("a\nb", Stretch("f", 2, 2), Span(2, 1, 2, 1)),
        ("a\nb\n", Stretch("f", -9, 9), Span(1, 1, 3, 1)),
        ("a\nb", Stretch("f", 3, 1), Span(2, 2, 2, 2)),
        ("SE1;å \r\n  SE2;b \r\n", Place("l.csv", (1,)), Span(2, 3, 2, 8)),
        ("SE1;å \r\n  SE2;b \r\n", Place("l.csv", (1,), part=(2, 5)), Span(2, 3, 2, 6)),
        ("SE1;å \r\n  SE2;b \r\n", Place("l.csv", (0,), part=(4, 99)), Span(1, 5, 1, 7)),
        ("\ufeffSE1\nSE2", Place("l.txt", (0,)), Span(1, 1, 1, 4)),
        ("SE1\u2028x\n\nSE2", Place("l.TXT", (2,)), Span(3, 1, 3, 4)),
        ("SE1\n   \n", Place("l.txt", (1,)), Span(2, 4, 2, 4)),
        ("SE1", Place("l.txt", (7,)), Span(1, 4, 1, 4)),
        ("SE1", Place("l.txt", (-1,)), Span(1, 4, 1, 4)),
        ("SE1", Place("l.txt"), Span(1, 1, 1, 1)),
        ("{}", Place("f", ("a",)), Span(1, 1, 1, 3)),
    ],
)
def test_lines_and_columns_count_from_one_and_the_end_is_exclusive(text: str, at: At, span: Span) -> None:
    assert span == locate(text.encode(), at)


def test_what_is_not_utf_8_is_located_all_the_same() -> None:
    assert Span(2, 4, 2, 5) == locate(b"a: 1\nb: \xe5", Stretch("a.yaml", 8, 9))
    assert Span(2, 1, 2, 4) == locate(b"\xe5\nSE2", Place("a.csv", (1,)))


steps = st.sampled_from(["a", "b", "list", "", 0, 1, -1, 10**9]) | st.text(max_size=3)
numbers = st.integers(-3, 80)
places = st.builds(
    Place,
    st.sampled_from(["a.yaml", "a.csv", "a.txt"]),
    st.lists(steps, max_size=4).map(tuple),
    st.sampled_from(["key", "value"]),
    st.none() | st.tuples(numbers, numbers),
)
fragments = st.lists(
    st.sampled_from([*"ab:- \n\r[]{},'\"|>#?&*!", "a: ", "- ", "list: ", "\n  ", "å", "😀"]), max_size=14
)


@STEADY
@given(
    st.binary(max_size=40) | fragments.map(lambda parts: "".join(parts).encode()),
    places | st.builds(Stretch, st.just("a.yaml"), numbers, numbers),
)
def test_no_place_in_any_bytes_raises(data: bytes, at: At) -> None:
    span = locate(data, at)
    assert (1, 1) <= (span.line, span.column) <= (span.end_line, span.end_column)


@pytest.mark.parametrize("opening", ["[", "{", "- ", "? ", ": ", "!a [", "a: &a [*a"])
def test_depth_without_end_is_located_without_harm(opening: str) -> None:
    assert Span(1, 1, 1, 1) == locate((opening * 50_000)[:50_000].encode(), Place("a.yaml", ("a",)))
