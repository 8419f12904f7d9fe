"""Strict reading: what is read is what was written, and what is refused is told with its exact place."""

import subprocess
import sys

import pytest

from schema.places import Misfit, Related, Stretch
from schema.reading.lines import read_lines
from schema.reading.strict import PROBLEMS, SIZE_LIMIT, Value, read

READS: list[tuple[str, Value]] = [
    ("a: no", {"a": "no"}),
    ("a: 10:30", {"a": "10:30"}),
    ("a: 0180", {"a": "0180"}),
    ("a: 012", {"a": "012"}),
    ("a: 1_000", {"a": "1_000"}),
    ("a: 2025-01-01", {"a": "2025-01-01"}),
    ("a: true", {"a": "true"}),
    ("a: 1e3", {"a": "1e3"}),
    ("a: .inf", {"a": ".inf"}),
    ("a: nULL", {"a": "nULL"}),
    ("a:", {"a": None}),
    ("a: # nothing", {"a": None}),
    ("a: null\nb: Null\nc: NULL\nd: ~", {"a": None, "b": None, "c": None, "d": None}),
    ("a: ''\nb: \"\"", {"a": "", "b": ""}),
    ("a: 'null'\nb: \"~\"", {"a": "null", "b": "~"}),
    ("a: |\nb: >-\n", {"a": "", "b": ""}),
    ("- null\n-\n- ''", [None, None, ""]),
    ("'null': a\n'': b", {"null": "a", "": "b"}),
    ("no: a\n10: b", {"no": "a", "10": "b"}),
    ("<<: a", {"<<": "a"}),
    ("=: a", {"=": "a"}),
    ("a: [b, 'c', {d: e}]", {"a": ["b", "c", {"d": "e"}]}),
    ("a: {b: , c}", {"a": {"b": None, "c": None}}),
    ("a: []\nb: {}", {"a": [], "b": {}}),
    ("[a: b, c: d]", [{"a": "b"}, {"c": "d"}]),
    ("a:\n- b\n- c", {"a": ["b", "c"]}),
    ("- - a\n  - b\n- c", [["a", "b"], "c"]),
    ("? a\n: b", {"a": "b"}),
    ("---\na: b\n...\n", {"a": "b"}),
    ("--- a", "a"),
    ("bara text", "bara text"),
    ("''", ""),
    ("a: b # c", {"a": "b"}),
    ("a: b#c", {"a": "b#c"}),
    ("a: Frågor & svar * 100 % säkert!", {"a": "Frågor & svar * 100 % säkert!"}),
    ("a: Obs ! läs\nb: Är det &så *då", {"a": "Obs ! läs", "b": "Är det &så *då"}),
    ("a: '&b'\nb: '!c'\nc: '*d'", {"a": "&b", "b": "!c", "c": "*d"}),
    ("a: |\n  %b\n  --- c", {"a": "%b\n--- c"}),
    ("a: b\r\nc: d\r\n", {"a": "b", "c": "d"}),
    ("a: b\rc: d\r", {"a": "b", "c": "d"}),
    ("å: ä\U0001f600ö", {"å": "ä\U0001f600ö"}),
    ('a: "\\u00e5\\x41\\n"', {"a": "åA\n"}),
    ("a: b\n  c\n\n  d", {"a": "b c\nd"}),
    ("a: \xa0b", {"a": "\xa0b"}),
    ("a: b – c … d", {"a": "b – c … d"}),
    # A dash or a hard space that is part of a text.
    ("a: b - c\n  d -e\n  -f", {"a": "b - c d -e -f"}),
    ("a: |\n  b\n  - c\nd: 'e\n  - f'", {"a": "b\n- c\n", "d": "e - f"}),
    ("a: Tel:\xa0031\n  kl.\xa08\nb: |\n  \xa0c\n  d:\xa0e", {"a": "Tel:\xa0031 kl.\xa08", "b": "\xa0c\nd:\xa0e"}),
    ("- \xa0a\n- '-\xa0b'", ["\xa0a", "-\xa0b"]),
    ("a:\n  -\n    b: c\n", {"a": [{"b": "c"}]}),
    ("a: |\n  <<<<<<< b\nc: =======", {"a": "<<<<<<< b\n", "c": "======="}),
]

# kind, the problem or the fact, and where it stands
REFUSES: list[tuple[str, list[tuple[str, str, int, int]]]] = [
    ("", [("empty-file", "", 0, 0)]),
    ("# bara en kommentar\n", [("empty-file", "", 0, 0)]),
    ("---\n...\n", [("empty-file", "", 4, 4)]),
    ("--- null\n", [("empty-file", "", 4, 8)]),
    ("a: 1\n---\nb: 2", [("second-document", "", 5, 8)]),
    ("a: 1\n...\nb: 2", [("second-document", "", 9, 13)]),
    ("a: 1\n---\n", [("second-document", "", 5, 8)]),
    ("a: &b c", [("anchor", "b", 3, 5)]),
    ("&a b: c\n*a : d", [("anchor", "a", 0, 2), ("alias", "a", 8, 10)]),
    ("a: &b c\nd: *b", [("anchor", "b", 3, 5), ("alias", "b", 11, 13)]),
    ("å: &b [c]\n😀: *b", [("anchor", "b", 3, 5), ("alias", "b", 13, 15)]),
    ("a: *b", [("alias", "b", 3, 5)]),
    ("[&a b,*a]", [("anchor", "a", 1, 3), ("alias", "a", 6, 8)]),
    ("{'a':&b c}", [("anchor", "b", 5, 7)]),
    ("a: !b c", [("tag", "!b", 3, 5)]),
    ("a: ! c", [("tag", "!", 3, 4)]),
    ("a: !!str &b c", [("tag", "!!str", 3, 8), ("anchor", "b", 9, 11)]),
    ("a: !b!c d", [("tag", "!b!c", 3, 7)]),
    ("%YAML 1.2\n---\na: b", [("directive", "%YAML 1.2", 0, 9)]),
    ("%TAG !e! tag:x,2000:\n---\na: !e!b c", [("directive", "%TAG !e! tag:x,2000:", 0, 20), ("tag", "!e!b", 28, 32)]),
    ("%TAG !e! tag:x,2000:\n---\na: b", [("directive", "%TAG !e! tag:x,2000:", 0, 20)]),
    ("# c\r%YAML 1.2\r---\ra: b", [("directive", "%YAML 1.2", 4, 13)]),
    ("a: b\n%c d \n", [("directive", "%c d", 5, 9)]),
    ("%YAML 1.1\na: b", [("directive", "%YAML 1.1", 0, 9)]),
    ("a: 1\nb: 2\na: 3", [("repeated-key", "a", 10, 11)]),
    ("a: 1\n'a': 2\na: 3", [("repeated-key", "a", 6, 7), ("repeated-key", "a", 12, 13)]),
    ("- {å: 1, å: {b: 1, b: 2}}", [("repeated-key", "å", 9, 10), ("repeated-key", "b", 19, 20)]),
    ("? [a]\n: b", [("key-not-text", "", 2, 3)]),
    ("a: {{b}}", [("key-not-text", "", 4, 5)]),
    ("null: a", [("key-not-text", "", 0, 4)]),
    ("? \n: a", [("key-not-text", "", 1, 1)]),
    ("[" * 65 + "]" * 65, [("too-deep", "64", 64, 65)]),
    ("a:\n\tb: c", [("not-yaml", "tab-indentation", 3, 4)]),
    ("\ta: b", [("not-yaml", "tab-indentation", 0, 1)]),
    ("a: |\n\tb", [("not-yaml", "tab-indentation", 5, 6)]),
    ("a: b\n\tc: d", [("not-yaml", "tab-indentation", 5, 6)]),
    ('a: "b\nc: d', [("not-yaml", "unclosed-quote", 3, 4)]),
    ('a: "b\nc: "d"', [("not-yaml", "unclosed-quote", 3, 4)]),
    ("å: 'b\r\nc: 'd", [("not-yaml", "unclosed-quote", 3, 4)]),
    ("a: 'b\n---\n", [("not-yaml", "unclosed-quote", 3, 4)]),
    ('a: 1\n"b\n": c', [("not-yaml", "unclosed-quote", 5, 6)]),
    ("a: [b, c\nd: e", [("not-yaml", "unclosed-bracket", 3, 4)]),
    ("- a: {b: c\n  d: |\n    e", [("not-yaml", "unclosed-bracket", 5, 6)]),
    ("a: [", [("not-yaml", "unclosed-bracket", 3, 4)]),
    ("a: [b, c}", [("not-yaml", "unexpected-bracket", 8, 9)]),
    ("a: {b: [c\n}", [("not-yaml", "unexpected-bracket", 10, 11)]),
    ("a: [b]]", [("not-yaml", "unexpected-bracket", 6, 7)]),
    ("a: ]", [("not-yaml", "unexpected-bracket", 3, 4)]),
    ("a: [\n  'b'\n  'c'\n]", [("not-yaml", "missing-comma", 13, 14)]),
    ("a: {b: c d: e}", [("not-yaml", "missing-comma", 10, 11)]),
    ("a: [b,, c]", [("not-yaml", "extra-comma", 6, 7)]),
    ("a: 1\nbcd\ne: 2", [("not-yaml", "missing-colon", 5, 8)]),
    ("abc\ndef: x", [("not-yaml", "missing-colon", 0, 3)]),
    ("a: 1\nb:2\nc: 3", [("not-yaml", "missing-space", 6, 7)]),
    ("- a\n-b", [("not-yaml", "missing-space", 4, 5)]),
    ("a: b: c", [("not-yaml", "colon-in-value", 4, 5)]),
    ("a: 1\n  bc: 2", [("not-yaml", "wrong-indentation", 7, 9)]),
    ("a:\n    b: 1\n  c: 2 \nd: 3", [("not-yaml", "wrong-indentation", 14, 18)]),
    ("a: >\n  b\n c", [("not-yaml", "wrong-indentation", 10, 11)]),
    ("-\na: b", [("not-yaml", "wrong-indentation", 2, 6)]),
    ("  a: 1\nb: 2", [("not-yaml", "wrong-indentation", 7, 11)]),
    ("a:\n  - b\n  c: d", [("not-yaml", "missing-dash", 11, 15)]),
    ("a: - b", [("not-yaml", "misplaced-dash", 3, 4)]),
    ("a: b\n- c", [("not-yaml", "misplaced-dash", 5, 6)]),
    ("a: [- b]", [("not-yaml", "misplaced-dash", 4, 5)]),
    ("a: @b", [("not-yaml", "reserved-character", 3, 4)]),
    ("a: `b`", [("not-yaml", "reserved-character", 3, 4)]),
    ("a: %b", [("not-yaml", "reserved-character", 3, 4)]),
    ("a: *b*", [("not-yaml", "reserved-character", 3, 4)]),
    ("a: & b", [("not-yaml", "reserved-character", 3, 4)]),
    ("a: !<b c", [("not-yaml", "reserved-character", 3, 4)]),
    ("a: ? b", [("not-yaml", "reserved-character", 3, 4)]),
    ("a: {b: |}", [("not-yaml", "reserved-character", 7, 8)]),
    ("a: | b c", [("not-yaml", "text-after-block-sign", 3, 8)]),
    ("a: >18 år", [("not-yaml", "text-after-block-sign", 3, 9)]),
    ('a: "C:\\data"', [("not-yaml", "unknown-escape", 6, 8)]),
    ('a: "\\xg"', [("not-yaml", "unknown-escape", 4, 6)]),
    ('a: "\\ud800"', [("not-yaml", "unknown-escape", 4, 10)]),
    ("a: 'it's'", [("not-yaml", "text-after-quote", 7, 9)]),
    ("a: {}\n  b: 1", [("not-yaml", "under-brackets", 8, 12)]),
    ("a:\n  b: []\n    - c\n", [("not-yaml", "under-brackets", 15, 18)]),
    ("a:\n  b: [1]\n    c: 1\n", [("not-yaml", "under-brackets", 16, 20)]),
    ("a:\n  b: [1]\n c: 1\n", [("not-yaml", "wrong-indentation", 13, 17)]),
    ("a: {enhet} är stängd", [("not-yaml", "text-after-bracket", 11, 20)]),
    (": a", [("not-yaml", "other", 0, 1)]),
    # A list that the value above swallows.
    ("a: b\n  - c\n  - d\ne: f", [("not-yaml", "list-in-text", 7, 8)]),
    ("a: b\n\n  - c", [("not-yaml", "list-in-text", 8, 9)]),
    ("- a\n  - b\n- c\n  - d", [("not-yaml", "list-in-text", 6, 7), ("not-yaml", "list-in-text", 16, 17)]),
    ("a: b\n    c\n  - d", [("not-yaml", "list-in-text", 13, 14)]),
    ("a: b\n  -\nc: d", [("not-yaml", "list-in-text", 7, 8)]),
    ("a: b\r\n  -", [("not-yaml", "list-in-text", 8, 9)]),
    ("a: b\n  - c: d\n    e: f", [("not-yaml", "list-in-text", 7, 8)]),
    ("[a\n - b]", [("not-yaml", "list-in-text", 4, 5)]),
    ("a\n - b", [("not-yaml", "list-in-text", 3, 4)]),
    # A hard space where an ordinary one belongs.
    ("a:\xa0b", [("not-yaml", "hard-space", 2, 3)]),
    ("a: 1\nb:\xa0c\nd: e", [("not-yaml", "hard-space", 7, 8)]),
    ("a:\n\xa0\xa0b: c", [("not-yaml", "hard-space", 3, 4)]),
    ("a:\n  b:\n\xa0\xa0\xa0\xa0c: d\n  e: f", [("not-yaml", "hard-space", 8, 9)]),
    ("a:\n  b: c\n  \u202fd: e", [("not-yaml", "hard-space", 12, 13)]),
    ("a\xa0: b", [("not-yaml", "hard-space", 1, 2)]),
    ("a:\n  b:\xa0c", [("not-yaml", "hard-space", 7, 8)]),
    ("a:\n  kontakta-mig-2:\xa0{}", [("not-yaml", "hard-space", 20, 21)]),
    ("- a:\xa0b\n- a: c", [("not-yaml", "hard-space", 4, 5)]),
    ("a:\n  -\xa0b\n  -\xa0c", [("not-yaml", "hard-space", 6, 7)]),
    ("a:\n  - b\n  -\xa0c", [("not-yaml", "hard-space", 12, 13)]),
    ("a:\n  - b\n\xa0\xa0- c", [("not-yaml", "hard-space", 9, 10)]),
    # Two versions that nobody has joined are told of, and nothing else.
    ("a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: &c 3\n>>>>>>> d\n", [("merge-conflict", "<<<<<<< HEAD", 5, 17)]),
    (
        "<<<<<<< HEAD\r\n- a\r\n=======\r\n>>>>>>> b\r\n<<<<<<< HEAD\r\n",
        [("merge-conflict", "<<<<<<< HEAD", 0, 12), ("merge-conflict", "<<<<<<< HEAD", 39, 51)],
    ),
    ("a: 1\n=======\nb: 2", [("merge-conflict", "=======", 5, 12)]),
    ("a: '\n<<<<<<< b\n'", [("merge-conflict", "<<<<<<< b", 5, 14)]),
    # What follows in a second document is not examined.
    ("a:\n  b: 1\n---\n  c: 1\nd: &e 2", [("second-document", "", 10, 13)]),
    ("a: &b c\nd: @", [("anchor", "b", 3, 5), ("not-yaml", "reserved-character", 11, 12)]),
    ("å: \ufeff", [("control-character", "U+FEFF", 3, 4)]),
    ("å: \x9f", [("control-character", "U+009F", 3, 4)]),
    ("a: b\0c", [("control-character", "U+0000", 4, 5)]),
    ("å\x85\u2028", [("control-character", "U+0085", 1, 2), ("control-character", "U+2028", 2, 3)]),
    ("a: \x7f\ufeff", [("control-character", "U+007F", 3, 4), ("control-character", "U+FEFF", 4, 5)]),
    ("\u2029\uffff", [("control-character", "U+2029", 0, 1), ("control-character", "U+FFFF", 1, 2)]),
]


@pytest.mark.parametrize(("text", "value"), READS)
def test_what_is_read_is_what_was_written(text: str, value: Value) -> None:
    assert (value, []) == read("a.yaml", text.encode())


@pytest.mark.parametrize(("text", "expected"), REFUSES)
def test_what_is_refused_is_told_where_it_stands(text: str, expected: list[tuple[str, str, int, int]]) -> None:
    _, misfits = read("a.yaml", text.encode())
    assert expected == [_summary(misfit) for misfit in misfits]


def _summary(misfit: Misfit) -> tuple[str, str, int, int]:
    assert isinstance(misfit.at, Stretch)
    return misfit.kind, next(iter(misfit.facts.values()), ""), misfit.at.start, misfit.at.end


def test_every_problem_has_an_example_here() -> None:
    shown = {fact for _, misfits in REFUSES for kind, fact, _, _ in misfits if kind == "not-yaml"}
    assert shown == PROBLEMS


def test_a_repeated_key_keeps_its_first_value_and_shows_the_first_place() -> None:
    related = (Related("first-written-here", Stretch("a.yaml", 0, 1)),)
    repeated = Misfit("repeated-key", Stretch("a.yaml", 5, 6), {"key": "a"}, related)
    assert ({"a": "1"}, [repeated]) == read("a.yaml", b"a: 1\na: {b: 2}\n")


def test_an_open_quote_shows_where_it_was_noticed() -> None:
    related = (Related("noticed-here", Stretch("a.yaml", 8, 8)),)
    unclosed = Misfit("not-yaml", Stretch("a.yaml", 3, 4), {"problem": "unclosed-quote"}, related)
    assert (None, [unclosed]) == read("a.yaml", b"a: 'b\nc\n")


def test_text_after_brackets_shows_where_they_begin() -> None:
    _, misfits = read("a.yaml", b"a: {b} c")
    assert (Related("begins-here", Stretch("a.yaml", 3, 4)),) == misfits[0].related


def test_a_file_over_a_mebibyte_is_not_read() -> None:
    facts = {"size": "1048577", "limit": "1048576"}
    assert (None, [Misfit("file-too-large", Stretch("a.yaml", 0, 0), facts)]) == read("a.yaml", b"a" * 1_048_577)
    largest = "a" * SIZE_LIMIT
    assert (largest, []) == read("a.yaml", largest.encode())


@pytest.mark.parametrize(
    ("data", "encoding", "start", "end"),
    [
        ("a: å".encode("utf-16"), "utf-16", 0, 0),
        ("a: å".encode("utf-16-be"), "utf-16", 0, 0),
        ("a: b".encode("utf-16-le"), "utf-16", 0, 0),
        ("a: å".encode("utf-32"), "utf-32", 0, 0),
        ("a: å".encode("utf-32-be"), "utf-32", 0, 0),
        (b"\xef\xbb\xbfa: b", "utf-8-bom", 0, 0),
        ("å: ".encode() + "å".encode("latin-1"), "not-utf-8", 3, 4),
        (b"a: \xed\xa0\x80", "not-utf-8", 3, 4),
        (b"a: \xc0\x80", "not-utf-8", 3, 4),
    ],
)
def test_an_encoding_other_than_utf_8_is_named(data: bytes, encoding: str, start: int, end: int) -> None:
    assert (None, [Misfit("wrong-encoding", Stretch("a.yaml", start, end), {"encoding": encoding})]) == read(
        "a.yaml", data
    )


def test_after_a_byte_order_mark_the_rest_is_examined_too() -> None:
    value, misfits = read("a.yaml", b"\xef\xbb\xbfa: 1\na: 2\n")
    assert value is None
    expected = [("wrong-encoding", "utf-8-bom", 0, 0), ("repeated-key", "a", 5, 6)]
    assert expected == [_summary(misfit) for misfit in misfits]


def test_control_characters_have_names_and_are_told_twenty_times_at_most() -> None:
    _, misfits = read("a.yaml", b"a: " + b"\0\x1b" * 50)
    expected = ["NULL", "ESCAPE"] * 10
    assert expected == [misfit.facts["name"] for misfit in misfits]


def test_refused_things_are_told_twenty_times_of_each_kind_at_most() -> None:
    _, misfits = read("a.yaml", b"- &a b\n- *a\n" * 50)
    expected = ["anchor", "alias"] * 20
    assert expected == [misfit.kind for misfit in misfits]


@pytest.mark.parametrize("opening", ["[", "{", "- ", "? ", ": ", "[{", "- ? ", "{a: [", "!a [", "&a - "])
def test_depth_without_end_is_refused_without_harm(opening: str) -> None:
    data = (opening * 50_000)[:50_000].encode()
    script = (
        "import sys; from schema.reading.strict import *; data = sys.stdin.buffer.read(); read('', data), compose(data)"
    )
    subprocess.run([sys.executable, "-c", script], input=data, check=True)
    value, misfits = read("a.yaml", data)
    assert value is None
    assert {"too-deep", "not-yaml"} & {misfit.kind for misfit in misfits}


def test_sixty_four_levels_are_read() -> None:
    for padding in ("", " " * 1000 + "# " + ":" * 1000):
        value, misfits = read("a.yaml", b"[" * 64 + b"a" + b"]" * 64 + padding.encode())
        assert not misfits
        for _ in range(64):
            assert isinstance(value, list)
            [value] = value
        assert value == "a"


def test_a_bomb_of_aliases_is_refused_at_once() -> None:
    lines = ["a0: &a0 [x, x]"] + [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 40)]
    value, misfits = read("a.yaml", "\n".join(lines).encode())
    assert value is None
    assert {"anchor", "alias"} == {misfit.kind for misfit in misfits}


def test_a_large_file_is_read_like_a_small_one() -> None:
    text = "".join(f"k{n}: {{a: [b-c, 'd']}}\n" for n in range(2000))
    assert ({f"k{n}": {"a": ["b-c", "d"]} for n in range(2000)}, []) == read("a.yaml", text.encode())


def test_a_list_that_a_value_swallows_shows_where_the_value_begins() -> None:
    related = (Related("begins-here", Stretch("a.yaml", 3, 10)),)
    swallowed = Misfit("not-yaml", Stretch("a.yaml", 7, 8), {"problem": "list-in-text"}, related)
    assert (None, [swallowed]) == read("a.yaml", b"a: b\n  - c")


def test_a_unit_list_with_two_versions_is_not_read() -> None:
    conflict = Misfit("merge-conflict", Stretch("a.csv", 4, 16), {"text": "<<<<<<< HEAD"})
    assert ([], [conflict]) == read_lines("a.csv", "\ufeffhsa\n<<<<<<< HEAD\nA\n=======\nB\n>>>>>>> b\n".encode())
