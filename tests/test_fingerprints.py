"""A finding is known again when the file around it changes, and is a new one when what was wrong changes."""

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schema.load import load
from schema.places import At, Place, Stretch
from validate.diagnostic import Diagnostic
from validate.examples import AS_OF, read_example
from validate.fingerprints import FingerprintKey, fingerprint_key, fingerprints
from validate.locator import Locator
from validate.rule import Rule
from validate.rulebook import rules
from validate.run import run

FILE = "regions/a/terms/b.yaml"
TEXT = """\
layout: points
points:
  - id: om
    text: Skriv till oss.
  - id: svarstid
    text: >-
      Du får svar
      inom kort.
activities: ["1502", "1503"]
service_area:
  - {region: "13", from: a}
  - {region: "14", from: b}
"""
SAID = Place(FILE, ("points", 1, "text"))
KEY = Place(FILE, ("points", 1, "text"), "key")


def _key(text: str, at: At, rule: str = "a-rule", **words: str) -> FingerprintKey:
    return fingerprint_key(Diagnostic(rule, "error", at, words), Locator({at.file: text.encode()}))


def test_a_key_names_the_rule_the_file_and_the_object() -> None:
    key = _key(TEXT, SAID)
    assert key[:3] == ("a-rule", FILE, "points/svarstid/text")
    assert len(key.value) == 16
    assert int(key.value, 16) > 0


PATHS = [
    ((), ""),
    (("layout",), "layout"),
    (("activities", 1), "activities/1503"),
    (("points", 0), "points/om"),
    (("points", 7, "text"), "points/7/text"),
    (("nothing", "here"), "nothing/here"),
    (("layout", 0), "layout/points"),
    (("layout", 0, "a/b~c"), "layout/points/a~1b~0c"),
]


@pytest.mark.parametrize(("path", "expected"), PATHS)
def test_items_are_named_by_what_they_are_and_not_by_where_they_stand(
    path: tuple[str | int, ...], expected: str
) -> None:
    assert _key(TEXT, Place(FILE, path)).path == expected


def test_an_item_without_an_id_is_named_by_what_it_says() -> None:
    first, second = (_key(TEXT, Place(FILE, ("service_area", number, "region"))).path for number in (0, 1))
    assert first != second
    turned = TEXT.replace('{region: "13", from: a}', "{from: 'a', region: '13'}")
    assert _key(turned, Place(FILE, ("service_area", 0, "region"))).path == first


def test_equal_items_are_told_apart() -> None:
    text = "a: [b, c, b]\n"
    assert [_key(text, Place(FILE, ("a", number))).path for number in range(3)] == ["a/b", "a/c", "a/b#2"]


MOVES: dict[str, Callable[[str], str]] = {
    "lines above": lambda text: f"version: 1\nstatus: draft\n{text}",
    "comments": lambda text: "# hej\n" + text.replace("\n", "\n# hej\n", 2),
    "keys in another order": lambda text: text.removeprefix("layout: points\n") + "layout: points\n",
    "quotes": lambda text: text.replace(">-\n      Du får svar\n      inom kort.", '"Du får svar\\x20inom kort."'),
    "folded elsewhere": lambda text: text.replace("svar\n      inom kort", "svar inom\n      kort"),
    "literal": lambda text: text.replace(">-", "|"),
    "indented": lambda text: re.sub("\n( +)", r"\n\1  ", text),
    "windows": lambda text: text.replace("\n", "\r\n"),
    "decomposed": lambda text: text.replace("å", "a\u030a"),
    "another item's text": lambda text: text.replace("Skriv till oss", "Skriv gärna till oss"),
}


@pytest.mark.parametrize("at", [SAID, KEY, SAID.within(3, 6)], ids=["value", "key", "part"])
@pytest.mark.parametrize("move", MOVES.values(), ids=MOVES)
def test_a_finding_is_the_same_when_only_the_file_around_it_changes(move: Callable[[str], str], at: Place) -> None:
    moved = move(TEXT)
    assert moved != TEXT
    part = (3, 6) if "\u030a" not in moved else (3, 7)
    there = at.within(*part) if at.part else at
    assert _key(moved, there, word="x") == _key(TEXT, at, word="x")


def test_a_finding_is_the_same_when_items_change_places() -> None:
    text = "points:\n  - {id: om, text: Skriv}\n  - {id: svarstid, text: Snart}\n"
    turned = "points:\n- id: svarstid\n  text: Snart\n- id: om\n  text: Skriv\n"
    assert _key(text, Place(FILE, ("points", 1, "text"))) == _key(turned, Place(FILE, ("points", 0, "text")))
    stretch, there = (Stretch(FILE, body.index("Snart"), body.index("Snart") + 5) for body in (text, turned))
    assert _key(text, stretch) == _key(turned, there)
    assert _key(text, stretch).path == "points/svarstid/text"


def test_a_finding_is_another_when_what_is_wrong_changes() -> None:
    changed = TEXT.replace("inom kort", "i morgon")
    keys = [
        _key(TEXT, SAID),
        _key(changed, SAID),
        _key(TEXT, SAID, rule="another-rule"),
        _key(TEXT, SAID.within(12, 21)),
        _key(changed, SAID.within(12, 20)),
        _key(TEXT, Place("regions/b/terms/b.yaml", SAID.path)),
        _key(TEXT, KEY, key="a"),
        _key(TEXT, KEY, key="b"),
    ]
    assert len(set(keys)) == len(keys)


def test_what_could_be_written_instead_makes_no_difference() -> None:
    assert _key(TEXT, KEY, key="a", nearest="b") == _key(TEXT, KEY, key="a", nearest="")


LIST = "regions/a/lists/b.csv"


def test_a_line_of_a_unit_list_is_known_by_what_it_says() -> None:
    key = _key("HSA-id\nSE1-A\nSE1-B\n", Place(LIST, (2,)))
    assert key == _key("HSA-id\nSE1-C\n  SE1-B\nSE1-A", Place(LIST, (2,)))
    assert key == _key("HSA-id;namn\nSE1-B;b\n", Place(LIST, (1,), "value", (0, 5)))
    assert key != _key("HSA-id\nSE1-A\n", Place(LIST, (1,)))
    assert _key("", Place(LIST), list="b.csv").path == ""


def test_what_does_not_read_is_known_by_its_letters_or_by_what_is_said_of_it() -> None:
    text = "a: b: c\n"
    assert _key(text, Stretch(FILE, 3, 4)) == _key(f"# hej\n{text}", Stretch(FILE, 9, 10))
    assert _key(text, Stretch(FILE, 0, 0), problem="a") != _key(text, Stretch(FILE, 0, 0), problem="b")
    assert _key("", Stretch("regions/a/b.pdf", 0, 0), file="b.pdf").path == ""


NUMBER = "19800101-9804"
HIDING = [
    (f"a: {NUMBER}\n", Place(FILE, ("a",))),
    (f"a: [{NUMBER}, b]\n", Place(FILE, ("a", 0))),
    (f"a: [{{id: {NUMBER}, b: c}}]\n", Place(FILE, ("a", 0, "b"))),
    (f"{NUMBER}: b\n", Place(FILE, (NUMBER,), "key")),
    ("a: b\n", Place(f"regions/a/terms/{NUMBER}.yaml", ("a",))),
]


@pytest.mark.parametrize(("text", "at"), HIDING)
def test_no_personal_number_is_in_a_key_nor_can_be_worked_out_from_it(text: str, at: Place) -> None:
    key = _key(text, at, word=NUMBER)
    assert NUMBER not in "".join(key)
    other = NUMBER.replace("1980", "1981")
    there = Place(at.file.replace(NUMBER, other), tuple(other if step == NUMBER else step for step in at.path), at.on)
    assert key == _key(text.replace(NUMBER, other), there, word=other)


def test_equal_findings_in_one_object_have_fingerprints_of_their_own() -> None:
    keys = [_key(TEXT, SAID.within(0, 2)) for _ in range(3)]
    made = fingerprints(keys)
    assert len(set(made)) == 3
    assert made[:2] == fingerprints(keys[:2])


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.id)
def test_the_findings_of_every_rule_are_known_again_under_other_lines(rule: Rule) -> None:
    files = dict(read_example(rule.bad).workspace.files)
    moved = {
        path: data if _may_not_be_moved(path, data) else b"# hej\n\n" + data.replace(b"\n", b"\n\n# hej\n", 1)
        for path, data in files.items()
    }
    before, after = (
        sorted(
            fingerprint_key(found, Locator(tree))
            for found in run(load(tree, AS_OF), rules())
            if found.rule == rule.id and isinstance(found.at, Place)
        )
        for tree in (files, moved)
    )
    assert before == after


def _may_not_be_moved(path: str, data: bytes) -> bool:
    first = data.partition(b"\n")[0]
    return not path.endswith(".yaml") or first.strip()[-1:] in (b">", b"|", b"-", b"+", b"") or b"[" in first


@given(st.text(max_size=60), st.integers(0, 60), st.integers(0, 9))
def test_anything_at_all_has_a_key(text: str, start: int, length: int) -> None:
    for at in (Stretch(FILE, start, start + length), Place(FILE, (text, start)), Place(LIST, (start,))):
        assert len(_key(text, at)) == 4
