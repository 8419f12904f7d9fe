"""Keys, values and files that the models do not have."""

from collections.abc import Iterator

from ..kind import Places, declare, kind
from ..sheets import Fault, Sheet, Spot
from ..tree import Tree

_FIXED = {"settings", "roles", "policy", "defaults", "administration", "booking", "decided", "valid", "outlink"}
"""Keys below which the names of the keys are those of a model, in whatever file."""


def _fields(tree: Tree) -> Iterator[tuple[Sheet, Spot]]:
    """The keys that stand on lines of their own and are names of a model's fields."""
    for sheet in tree.of():
        for spot in sheet.spots:
            of_model = len(spot.path) == 1 and sheet.kind != "groups"
            of_model = of_model or (len(spot.path) > 1 and spot.path[-2] in _FIXED)
            if spot.key is not None and of_model and sheet.stands_alone(spot):
                yield sheet, spot


@kind("unknown-key")
def key_that_nobody_knows(tree: Tree) -> Iterator[Fault]:
    for sheet, spot in _fields(tree):
        start, _ = sheet.lines(spot)
        if sheet.text[start : spot.key[0]].isspace() or start == spot.key[0]:  # type: ignore[index]
            yield sheet.write(start, start, f"{sheet.indent(spot)}qvarzy: ja\n", "qvarzy")


@kind("unknown-key")
def key_misspelt(tree: Tree) -> Iterator[Fault]:
    for sheet, spot in _fields(tree):
        name = str(spot.name)
        if spot.key is not None and len(name) > 5:
            yield sheet.write(*spot.key, name[:2] + name[3] + name[2] + name[4:] if name[2] != name[3] else name + "x")


@kind("repeated-key")
def key_repeated(tree: Tree) -> Iterator[Fault]:
    for sheet, spot in _fields(tree):
        if spot.is_scalar:
            start, end = sheet.lines(spot)
            yield sheet.write(end, end, sheet.text[start:end], str(spot.name))


@kind("repeated-key")
def casetype_listed_twice(tree: Tree) -> Iterator[Fault]:
    for sheet in tree.of("unit"):
        for spot in sheet.below("casetypes"):
            if sheet.stands_alone(spot):
                end = sheet.lines(spot)[1]
                yield sheet.write(end, end, f"  {spot.name}:\n", str(spot.name))


_REQUIRED = {
    "unit": "hsa_id name status business_type care_level governed_by municipality phone",
    "region": "name county organisation_number directory administration",
    "terms": "layout status version",
    "message": "name kind subject text",
    "template": "name kind category",
}


def _without(sheet: Sheet, spot: Spot) -> Fault:
    """A key and its value taken away; what lacks it is shown by its own key, or by its first line."""
    start, end = sheet.lines(spot)
    parent = sheet.spot(*spot.path[:-1])
    assert parent is not None
    if parent.key is not None:
        return sheet.write_seen_at(start, end, "", sheet, parent.key)
    first = parent
    if start <= parent.start < end:
        first = next(other for other in sheet.below(*parent.path) if other.key and other.key[0] >= end)
        assert first.key is not None
        line = first.key[0], first.key[0] + len(sheet.text[first.key[0] : sheet.line(first.key[0])[1]].rstrip())
        return sheet.write_seen_at(start, end, "", sheet, line)
    return sheet.write_seen_at(start, end, "", sheet, sheet.first_line(first))


def _required(kind: str, names: str) -> Places:
    def places(tree: Tree) -> Iterator[Fault]:
        for sheet in tree.of(kind):
            for name in names.split():
                spot = sheet.spot(name)
                if spot is not None and sheet.stands_alone(spot):
                    yield _without(sheet, spot)

    return places


for _kind, _names in _REQUIRED.items():
    declare(f"key missing in a file of {_kind}", "missing-key", _required(_kind, _names))


def _required_inside(kinds: tuple[str, ...], above: tuple[str, ...], names: str) -> Places:
    """Keys of the items of a list, but for the first: the dash stands on its line."""

    def places(tree: Tree) -> Iterator[Fault]:
        for sheet in tree.of(*kinds):
            for spot in sheet.spots:
                parent = spot.path[-3:-2] if len(spot.path) > 2 else ("",)
                fits = str(parent[0]) in above and isinstance(spot.path[-2], int)
                if fits and spot.name in names.split() and sheet.stands_alone(spot):
                    yield _without(sheet, spot)

    return places


def _required_in_files_of_items(kind: str, names: str) -> Places:
    def places(tree: Tree) -> Iterator[Fault]:
        for sheet in tree.of(kind):
            for spot in sheet.spots:
                if len(spot.path) == 2 and spot.name in names.split() and sheet.stands_alone(spot):
                    yield _without(sheet, spot)

    return places


_FORMS = ("form", "items", "questions")
declare("key missing in a question", "missing-key", _required_inside((), _FORMS, "question type"))
declare("key missing in a point", "missing-key", _required_inside((), ("points", "extra_points"), "text"))
declare("key missing in an answer", "missing-key", _required_inside((), ("standard_answers", "answer_forms"), "text"))
declare("key missing in a decision", "missing-key", _required_in_files_of_items("basutbud", "title decided valid"))
declare("key missing in a waiver", "missing-key", _required_in_files_of_items("waivers", "reason owner ticket"))
declare("key missing in a group", "missing-key", _required_in_files_of_items("groups", "title"))


@kind("empty-value")
def value_taken_away(tree: Tree) -> Iterator[Fault]:
    for sheet, spot in _fields(tree):
        if spot.is_scalar and spot.key is not None and spot.start < spot.end and spot.form in ("plain", "double"):
            yield sheet.write_seen_at(spot.key[1] + 1, spot.whole[1], "", sheet, spot.key)


@kind("empty-value")
def item_without_content(tree: Tree) -> Iterator[Fault]:
    for sheet, spot in tree.values("activities", "offers", "handler_groups", "time_types", "to", "locked"):
        if isinstance(spot.name, int) and not spot.in_flow:
            yield sheet.write_seen_at(spot.whole[0] - 1, spot.whole[1], "", sheet, (spot.start - 2, spot.start - 1))


@kind("unknown-choice")
def choice_that_is_none(tree: Tree) -> Iterator[Fault]:
    for sheet, spot in tree.values("status", "business_type", "care_level", "governance", "takning", "layout"):
        if "select" not in spot.path and "when" not in spot.path and "applies_to" not in spot.path:
            yield sheet.write(spot.start, spot.end, "ovanlig-sak")


@kind("unknown-choice")
def capability_that_is_none(tree: Tree) -> Iterator[Fault]:
    for sheet, spot in tree.values("offers", "needs", kinds=("unit", "casetype", "template")):
        yield sheet.write(spot.start, spot.end, "tar-emot")


@kind("wrong-shape")
def word_where_a_list_belongs(tree: Tree) -> Iterator[Fault]:
    for sheet in tree.of("unit"):
        spot = sheet.spot("activities")
        if spot is not None and spot.in_flow:
            yield sheet.write(*spot.whole, "koden")


@kind("wrong-shape")
def braces_that_yaml_takes_for_keys(tree: Tree) -> Iterator[Fault]:
    for sheet, spot in tree.values("description", "text", "question"):
        if spot.form == "plain" and not spot.in_flow and "visible_when" not in spot.path:
            yield sheet.write(spot.start, spot.end, "{enhet}")


@kind("wrong-shape")
def word_where_keys_belong(tree: Tree) -> Iterator[Fault]:
    for sheet in tree.of("unit", "region", "terms"):
        for name in ("roles", "settings", "administration", "policy", "approved"):
            spot = sheet.spot(name)
            if spot is not None and spot.key is not None and sheet.stands_alone(spot):
                yield sheet.write(spot.key[1], spot.whole[1], ": enligt avtal", "enligt avtal")


@kind("dedented-key")
def key_not_indented(tree: Tree) -> Iterator[Fault]:
    for sheet in tree.of("unit", "region"):
        for name in ("roles", "settings", "booking", "policy"):
            children = sheet.below(name)
            if len(children) == 1 or (children and name in ("roles", "booking")):
                only = children[0]
                if sheet.stands_alone(only) and only.is_scalar and only.key is not None:
                    start = sheet.lines(only)[0]
                    rest = sheet.text[start : sheet.lines(children[-1])[1]]
                    moved = "".join(line[2:] for line in rest.splitlines(keepends=True))
                    yield sheet.write(start, start + len(rest), moved, str(only.name))


@kind("key-not-text")
def doubled_braces_at_the_start(tree: Tree) -> Iterator[Fault]:
    for sheet, spot in tree.values("description", "text", "question"):
        if spot.form == "plain" and not spot.in_flow and "visible_when" not in spot.path:
            yield sheet.write(spot.start, spot.end, "{{enhet}}", (1, 2))


@kind("repeated-id")
def id_given_twice(tree: Tree) -> Iterator[Fault]:
    for sheet in tree.of("terms", "casetype", "template", "message"):
        for spot in sheet.spots:
            if spot.name == "id" and isinstance(spot.path[-2], int) and spot.path[-2] > 0:
                above = sheet.value(*spot.path[:-2], spot.path[-2] - 1, "id")
                is_named = f"question: {spot.value}" in sheet.text or f"is: {spot.value}" in sheet.text
                is_named = is_named or f"{spot.value}," in sheet.text or f"{spot.value}]" in sheet.text
                if not is_named and "translations:" not in sheet.text:
                    yield sheet.write(spot.start, spot.end, above)


@kind("repeated-id")
def decision_id_given_twice(tree: Tree) -> Iterator[Fault]:
    for sheet in tree.of("basutbud"):
        for spot in sheet.spots:
            if spot.name == "id" and len(spot.path) == 2 and spot.path[0] != 0:
                yield sheet.write(spot.start, spot.end, sheet.value(0, "id"))


@kind("unexpected-file")
def file_in_a_folder_that_is_not_read(tree: Tree) -> Iterator[Fault]:
    for sheet in tree.of("unit", "terms"):
        folder, _, name = sheet.path.rpartition("/")
        path = f"{folder}-gamla/{name}"
        yield Fault(path, 0, 0, sheet.text, path, (0, 0))


@kind("unexpected-file")
def file_with_another_ending(tree: Tree) -> Iterator[Fault]:
    for sheet in tree.of("unit", "terms", "casetype", "message", "template"):
        path = f"{sheet.path}.bak"
        yield Fault(path, 0, 0, sheet.text, path, (0, 0))


@kind("missing-file")
def region_file_gone(tree: Tree) -> Iterator[Fault]:
    for sheet in tree.of("region"):
        yield Fault(sheet.path, 0, len(sheet.text), "", sheet.path, (0, 0), is_gone=True)


@kind("empty-file")
def file_with_nothing_but_remarks(tree: Tree) -> Iterator[Fault]:
    for sheet in tree.of():
        text = "# Skrivs senare\n"
        yield sheet.write(0, len(sheet.text), text, (0, 0))


@kind("file-too-large", 6)
def file_too_large(tree: Tree) -> Iterator[Fault]:
    for sheet in tree.of("unit", "terms"):
        end = len(sheet.text)
        text = "# Anteckningar\n" * 70_000
        yield Fault(sheet.path, end, end, text, sheet.path, (0, 0))
