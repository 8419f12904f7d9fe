"""Texts that are no YAML, and YAML that is not taken."""

from collections.abc import Iterator

from ..kind import kind
from ..sheets import Fault, Sheet, Spot
from ..tree import Tree


def _plain(tree: Tree) -> Iterator[tuple[Sheet, Spot]]:
    """Plain values on one line of their own, after their key."""
    for sheet in tree.of():
        for spot in sheet.spots:
            is_on_a_line = spot.start < spot.end and "\n" not in sheet.text[spot.start : spot.end]
            if spot.form == "plain" and spot.key is not None and is_on_a_line and sheet.stands_alone(spot):
                yield sheet, spot


def _first_in_line(tree: Tree) -> Iterator[tuple[Sheet, Spot]]:
    """Scalars whose key is the first of an indented line, with another key of the same mapping above it."""
    for sheet, spot in _plain(tree):
        above = sheet.below(*spot.path[:-1])
        if len(spot.path) > 1 and above[0].path != spot.path and sheet.indent(spot).isspace():
            yield sheet, spot


@kind("not-yaml")
def line_indented_with_tab(tree: Tree) -> Iterator[Fault]:
    for sheet, spot in _first_in_line(tree):
        start = sheet.lines(spot)[0]
        above = sheet.below(*spot.path[:-1])
        before = above[[other.path for other in above].index(spot.path) - 1]
        if before.form in ("single", "double") or (before.form in ("mapping", "list") and before.in_flow):
            yield sheet.write(start, start + len(sheet.indent(spot)), "\t")


@kind("not-yaml")
def quote_never_closed(tree: Tree) -> Iterator[Fault]:
    for sheet, spot in _plain(tree):
        if '"' not in sheet.text[spot.start :]:
            yield sheet.write(spot.start, spot.start, '"')


@kind("not-yaml")
def list_never_closed(tree: Tree) -> Iterator[Fault]:
    for sheet in tree.of():
        for spot in sheet.spots:
            if spot.form == "list" and spot.in_flow and spot.key is not None and sheet.stands_alone(spot):
                end = spot.whole[1]
                if sheet.lines(spot)[1] < len(sheet.text) and sheet.text[spot.start] == "[":
                    yield sheet.write_seen_at(end - 1, end, "", sheet, (spot.start, spot.start + 1))


@kind("not-yaml")
def colon_forgotten(tree: Tree) -> Iterator[Fault]:
    for sheet, spot in _plain(tree):
        above = sheet.below(*spot.path[:-1])
        number = [other.path for other in above].index(spot.path)
        is_after = number > 0 and above[number - 1].form in ("double", "single")
        if spot.key is not None and is_after:
            yield sheet.write(spot.key[0], spot.end, f"{spot.name} {sheet.text[spot.start : spot.end]}")


@kind("not-yaml")
def colon_inside_a_value(tree: Tree) -> Iterator[Fault]:
    for sheet, spot in _plain(tree):
        word = sheet.word(spot)
        if word is not None:
            yield sheet.write(word[1], word[1], ":" + (" det" if sheet.text[word[1]] != " " else ""), ":")


@kind("not-yaml")
def value_that_begins_with_a_reserved_sign(tree: Tree) -> Iterator[Fault]:
    for number, (sheet, spot) in enumerate(_plain(tree)):
        yield sheet.write(spot.start, spot.start, "@`"[number % 2])


@kind("not-yaml")
def line_indented_too_far(tree: Tree) -> Iterator[Fault]:
    for sheet, spot in _plain(tree):
        above = sheet.below(*spot.path[:-1])
        number = [other.path for other in above].index(spot.path)
        if spot.key is None or number == 0 or above[number - 1].form != "plain":
            continue
        if (
            above[number - 1].start < above[number - 1].end
            and sheet.line(above[number - 1].start)[1] == sheet.lines(spot)[0]
        ):
            start = sheet.lines(spot)[0]
            begun, end = spot.key
            if sheet.text[start:begun].strip() == "":
                written = "  " + sheet.text[start:end]
                yield sheet.write(start, end, written, str(spot.name))


@kind("not-yaml")
def two_commas_in_a_list(tree: Tree) -> Iterator[Fault]:
    for sheet in tree.of():
        for spot in sheet.spots:
            if spot.form == "list" and spot.in_flow and len(sheet.below(*spot.path)) > 1:
                comma = sheet.text.index(",", spot.start)
                yield sheet.write(comma, comma, ",", (1, 2))


@kind("not-yaml")
def comma_forgotten_in_a_list(tree: Tree) -> Iterator[Fault]:
    for sheet in tree.of():
        for spot in sheet.spots:
            items = sheet.below(*spot.path) if spot.form == "list" and spot.in_flow else []
            if len(items) > 1 and items[0].form == "double" and items[1].form == "double":
                comma = sheet.text.index(",", items[0].end)
                yield sheet.write_seen_at(comma, comma + 1, "", sheet, (items[1].whole[0], items[1].whole[0] + 1))


@kind("not-yaml")
def bracket_closed_by_a_brace(tree: Tree) -> Iterator[Fault]:
    for sheet in tree.of():
        for spot in sheet.spots:
            if spot.form == "list" and spot.in_flow and sheet.text[spot.start] == "[":
                yield sheet.write(spot.whole[1] - 1, spot.whole[1], "}")


@kind("not-yaml")
def text_after_the_last_quote(tree: Tree) -> Iterator[Fault]:
    for sheet in tree.of():
        for spot in sheet.spots:
            if spot.form == "double" and spot.key is not None and sheet.stands_alone(spot):
                yield sheet.write(spot.whole[1], spot.whole[1], " enligt HSA", "enligt HSA")


@kind("not-yaml")
def backslash_in_a_quoted_text(tree: Tree) -> Iterator[Fault]:
    for sheet in tree.of():
        for spot in sheet.spots:
            if spot.form == "double" and spot.start < spot.end:
                yield sheet.write(spot.end, spot.end, "\\q")


@kind("not-yaml")
def text_on_the_line_of_a_block_sign(tree: Tree) -> Iterator[Fault]:
    for sheet in tree.of():
        for spot in sheet.spots:
            if spot.form in ("folded", "literal"):
                at = spot.whole[0] + 2
                # From the sign to the end of what is written after it.
                yield sheet.write(at, at, " Ring oss", (-2, len(" Ring oss")), style=spot.form)


@kind("not-yaml")
def dash_after_a_key(tree: Tree) -> Iterator[Fault]:
    for sheet, spot in _plain(tree):
        yield sheet.write(spot.start, spot.start, "- ", "-")


@kind("not-yaml")
def hard_space_before_a_key(tree: Tree) -> Iterator[Fault]:
    for sheet, spot in _first_in_line(tree):
        above = sheet.below(*spot.path[:-1])
        before = above[[other.path for other in above].index(spot.path) - 1]
        start = sheet.lines(spot)[0]
        if before.form in ("double", "single"):
            yield sheet.write(start + 1, start + 2, "\xa0")


@kind("anchor")
def anchor_on_a_value(tree: Tree) -> Iterator[Fault]:
    for sheet, spot in _plain(tree):
        yield sheet.write(spot.start, spot.start, "&varde ", "&varde")


@kind("alias")
def alias_for_a_value(tree: Tree) -> Iterator[Fault]:
    for sheet, spot in _plain(tree):
        yield sheet.write(spot.start, spot.end, "*varde")


@kind("tag")
def tag_on_a_value(tree: Tree) -> Iterator[Fault]:
    for number, (sheet, spot) in enumerate(_plain(tree)):
        tag = ("!!str", "!lokal", "!")[number % 3]
        yield sheet.write(spot.start, spot.start, f"{tag} ", tag)


@kind("directive")
def directive_first(tree: Tree) -> Iterator[Fault]:
    for sheet in tree.of():
        yield sheet.write(0, 0, "%YAML 1.2\n---\n", "%YAML 1.2")


@kind("second-document")
def second_document(tree: Tree) -> Iterator[Fault]:
    for sheet in tree.of():
        for spot in sheet.below():
            if spot.key is not None and spot.key[0] > sheet.spots[0].start:
                start = sheet.lines(spot)[0]
                yield sheet.write(start, start, "---\n", "---")


@kind("merge-conflict")
def marks_of_a_conflict(tree: Tree) -> Iterator[Fault]:
    for sheet, spot in _plain(tree):
        start, end = sheet.lines(spot)
        line = sheet.text[start:end]
        written = f"<<<<<<< HEAD\n{line}=======\n{line}>>>>>>> nya-texter\n"
        yield sheet.write(start, end, written, "<<<<<<< HEAD")


@kind("merge-conflict")
def marks_of_a_conflict_in_a_list(tree: Tree) -> Iterator[Fault]:
    for sheet in tree.lists():
        yield sheet.write(0, 0, "<<<<<<< HEAD\n", "<<<<<<< HEAD")


@kind("wrong-encoding")
def byte_order_mark(tree: Tree) -> Iterator[Fault]:
    for sheet in tree.of():
        yield sheet.write(0, 0, "", encoding="utf-8-sig")


@kind("wrong-encoding")
def saved_as_utf_16(tree: Tree) -> Iterator[Fault]:
    for sheet in tree.of():
        yield sheet.write(0, 0, "", encoding="utf-16")


@kind("wrong-encoding")
def saved_as_latin_1(tree: Tree) -> Iterator[Fault]:
    for sheet in (*tree.of(), *tree.lists()):
        first = next((at for at, letter in enumerate(sheet.text) if not letter.isascii()), None)
        if first is not None and all(ord(letter) < 256 for letter in sheet.text):
            yield Fault(sheet.path, 0, 0, "", sheet.path, (first, first + 1), encoding="latin-1")


@kind("control-character")
def control_character(tree: Tree) -> Iterator[Fault]:
    signs = "\x00\x08\x0b\x0c\x1b\x7f\x85\u2028\u2029\ufeff"
    for number, prose in enumerate(tree.prose):
        word = prose.sheet.word(prose.spot)
        if word is not None:
            yield prose.sheet.write(word[0] + 2, word[0] + 2, signs[number % len(signs)], style=prose.style)


@kind("too-deep")
def brackets_without_end(tree: Tree) -> Iterator[Fault]:
    for sheet, spot in _plain(tree):
        inner = 64 - len(spot.path)
        yield sheet.write(spot.start, spot.end, "[" * 70 + "]" * 70, (inner, inner + 1))
