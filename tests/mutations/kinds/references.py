"""Names of what does not exist, and things that nobody names."""

from collections.abc import Iterator

from ..kind import kind
from ..sheets import Fault, Sheet
from ..tree import Tree


def _misspelt(name: str) -> str:
    """A name with two letters that have changed places, or one too many."""
    return name[:1] + name[2] + name[1] + name[3:] if len(name) > 3 and name[1] != name[2] else name + "q"


@kind("unknown-casetype")
def casetype_of_a_unit_that_nobody_has(tree: Tree) -> Iterator[Fault]:
    for sheet in tree.of("unit"):
        for spot in sheet.below("casetypes"):
            start = sheet.lines(spot)[0]
            yield sheet.write(start, start, f"  {_misspelt(str(spot.name))}:\n", _misspelt(str(spot.name)))


@kind("unknown-casetype")
def casetype_of_a_decision_that_nobody_has(tree: Tree) -> Iterator[Fault]:
    for sheet, spot in tree.values("casetype", kinds=("basutbud",)):
        if "recommend" in spot.path:
            yield sheet.write(spot.start, spot.end, _misspelt(spot.value))


@kind("unknown-casetype")
def casetype_of_a_group_that_nobody_has(tree: Tree) -> Iterator[Fault]:
    for sheet in tree.of("groups"):
        for spot in sheet.spots:
            if len(spot.path) == 3 and spot.path[1] == "casetypes" and sheet.stands_alone(spot):
                start = sheet.lines(spot)[0]
                name = _misspelt(str(spot.name))
                yield sheet.write(start, start, f"{sheet.indent(spot)}{name}: {{sort_order: 5}}\n", name)


@kind("unknown-template")
def template_misspelt(tree: Tree) -> Iterator[Fault]:
    for sheet, spot in tree.values("extends"):
        yield sheet.write(spot.start, spot.end, _misspelt(spot.value))


@kind("unknown-terms")
def terms_misspelt(tree: Tree) -> Iterator[Fault]:
    for sheet, spot in tree.values("terms", kinds=("casetype", "unit", "groups")):
        yield sheet.write(spot.start, spot.end, _misspelt(spot.value))


@kind("unknown-group")
def group_that_nobody_declares(tree: Tree) -> Iterator[Fault]:
    for sheet, spot in tree.values("groups", "to", kinds=("unit", "casetype", "message")):
        if isinstance(spot.name, int):
            yield sheet.write(spot.start, spot.end, _misspelt(spot.value))


@kind("unknown-group")
def group_selected_that_nobody_declares(tree: Tree) -> Iterator[Fault]:
    for sheet in tree.of("groups"):
        for spot in sheet.below():
            start = sheet.lines(spot)[0]
            group = "provgrupp:\n  title: Prov\n  select:\n    groups: qvarnvakten\n"
            yield sheet.write(start, start, group, "qvarnvakten")


@kind("unknown-group")
def group_selected_that_stands_below(tree: Tree) -> Iterator[Fault]:
    for sheet in tree.of("groups"):
        # A group that units name themselves is known whatever the order.
        selecting = {spot.path[0] for spot in sheet.spots if spot.path[1:] in (("select",), ("list",))}
        groups = [str(spot.name) for spot in sheet.below() if spot.name in selecting]
        for name in groups[1:]:
            group = f"provgrupp:\n  title: Prov\n  select:\n    groups: {name}\n"
            yield sheet.write(sheet.spots[0].start, sheet.spots[0].start, group, name)


@kind("unknown-list")
def list_misspelt(tree: Tree) -> Iterator[Fault]:
    for sheet, spot in tree.values("list", kinds=("groups",)):
        yield sheet.write(spot.start, spot.end, _misspelt(spot.value))


def _rows(sheet: Sheet) -> Iterator[tuple[int, int, str]]:
    """The HSA-ids of a list, each with its extent."""
    at = 0
    for line in sheet.text.splitlines(keepends=True):
        if line.startswith("SE"):
            hsa_id = line.rstrip().replace(";", ",").replace("\t", ",").partition(",")[0]
            yield at, at + len(hsa_id), hsa_id
        at += len(line)


@kind("unknown-unit")
def unit_in_a_list_that_nobody_is(tree: Tree) -> Iterator[Fault]:
    for sheet in tree.lists():
        for start, _, hsa_id in _rows(sheet):
            stranger = hsa_id[:-4] + "9731"
            yield sheet.write(start, start, f"{stranger}\n", stranger)


@kind("unknown-unit")
def unit_selected_that_nobody_is(tree: Tree) -> Iterator[Fault]:
    for sheet in tree.of("groups"):
        for spot in sheet.below():
            start = sheet.lines(spot)[0]
            number = tree.sheets[f"regions/{sheet.region}/region.yaml"].value("organisation_number").replace("-", "")
            group = f"provgrupp:\n  title: Prov\n  select:\n    hsa_id: SE{number}-PAHITT9731\n"
            yield sheet.write(start, start, group, f"SE{number}-PAHITT9731")


@kind("repeated-list-entry")
def unit_twice_in_a_list(tree: Tree) -> Iterator[Fault]:
    for sheet in tree.lists():
        for _, end, hsa_id in _rows(sheet):
            after = sheet.line(end)[1]
            twin = hsa_id.lower()
            yield sheet.write(after, after, f"{twin}\n" if sheet.text[after - 1] == "\n" else f"\n{twin}\n", twin)


@kind("unused-list")
def list_that_no_group_uses(tree: Tree) -> Iterator[Fault]:
    for sheet in tree.of("unit"):
        path = f"regions/{sheet.region}/lists/{sheet.id}.txt"
        text = sheet.value("hsa_id") + "\n"
        yield Fault(path, 0, 0, text, path, (0, 0))


@kind("orphan-group")
def group_that_nobody_belongs_to(tree: Tree) -> Iterator[Fault]:
    for sheet in tree.of("groups"):
        for spot in sheet.below():
            start = sheet.lines(spot)[0]
            group = "provgrupp:\n  title: Prov\n  select: {business_type: vardcentral, care_level: dental}\n"
            yield sheet.write(start, start, group, "provgrupp")


@kind("group-casetype-unoffered")
def casetype_changed_for_those_who_lack_it(tree: Tree) -> Iterator[Fault]:
    for sheet in tree.of("groups"):
        for spot in sheet.below():
            start = sheet.lines(spot)[0]
            group = "provgrupp:\n  title: Prov\n  select: {care_level: dental}\n"
            group += "  casetypes:\n    fraga-om-remiss: {sort_order: 5}\n"
            yield sheet.write(start, start, group, "fraga-om-remiss")


@kind("governed-by-unmatched")
def governing_document_misspelt(tree: Tree) -> Iterator[Fault]:
    for sheet in tree.of("groups"):
        governing = sorted({unit.value("governed_by") for unit in tree.of("unit") if unit.region == sheet.region})
        for spot in sheet.below():
            for name in governing:
                start = sheet.lines(spot)[0]
                group = f"provgrupp:\n  title: Prov\n  select:\n    governed_by: [{name}, {name}-ny]\n"
                yield sheet.write(start, start, group, f"{name}-ny")


@kind("repeated-item")
def item_twice_in_a_list(tree: Tree) -> Iterator[Fault]:
    for sheet in tree.of("unit", "casetype", "template"):
        for spot in sheet.spots:
            names = ("activities", "offers", "handler_groups", "supports", "time_types", "locked", "functions", "to")
            items = sheet.below(*spot.path) if spot.form == "list" and spot.in_flow and spot.name in names else []
            if items:
                first = sheet.text[items[0].whole[0] : items[0].whole[1]]
                seen = (3, 2 + len(first) - 1) if first[0] == '"' else (2, 2 + len(first))
                yield sheet.write(items[-1].whole[1], items[-1].whole[1], f", {first}", seen)


@kind("unknown-question")
def question_of_a_condition_misspelt(tree: Tree) -> Iterator[Fault]:
    for sheet, spot in tree.values("question"):
        if spot.path[-2:-1] == ("visible_when",):
            yield sheet.write(spot.start, spot.end, "qvarnvakten")


@kind("unknown-question")
def answer_of_a_condition_misspelt(tree: Tree) -> Iterator[Fault]:
    for sheet, spot in tree.values("is"):
        yield sheet.write(spot.start, spot.end, "qvarnvakten")


def _at_end_of_region(tree: Tree, text: str) -> Iterator[tuple[Sheet, int, str]]:
    for sheet in tree.of("region"):
        for spot in sheet.below():
            if not any(other.name in ("rules", "errors_from") for other in sheet.below()):
                yield sheet, sheet.lines(spot)[0], text


@kind("unknown-rule")
def rule_of_a_region_misspelt(tree: Tree) -> Iterator[Fault]:
    for sheet, start, text in _at_end_of_region(tree, "rules: {orphan-groups: error}\n"):
        yield sheet.write(start, start, text, "orphan-groups")


@kind("unknown-rule")
def rule_that_becomes_an_error_misspelt(tree: Tree) -> Iterator[Fault]:
    for sheet, start, text in _at_end_of_region(tree, "errors_from: {orphan-groups: 2027-06-01}\n"):
        yield sheet.write(start, start, text, "orphan-groups")


@kind("mandatory-rule-softened")
def mandatory_rule_switched_off(tree: Tree) -> Iterator[Fault]:
    for sheet, start, text in _at_end_of_region(tree, "rules: {unknown-terms: off}\n"):
        yield sheet.write(start, start, text, "off")


def _terms(tree: Tree) -> Iterator[tuple[Sheet, int]]:
    """The regional texts that do not say what they build on, and where they could."""
    for sheet in tree.of("terms"):
        layout = sheet.spot("layout")
        if layout is not None and sheet.spot("based_on") is None:
            yield sheet, sheet.lines(layout)[1]


@kind("terms-based-on-unknown")
def terms_based_on_a_template_that_does_not_exist(tree: Tree) -> Iterator[Fault]:
    for sheet, at in _terms(tree):
        yield sheet.write(at, at, "based_on: {template: kontakta-mej, version: 1}\n", "kontakta-mej")


@kind("terms-based-on-unknown")
def terms_based_on_a_version_to_come(tree: Tree) -> Iterator[Fault]:
    for sheet, at in _terms(tree):
        yield sheet.write(at, at, "based_on: {template: kontakta-mig, version: 9}\n", "9")


@kind("terms-based-on-older-template")
def template_of_a_later_version(tree: Tree) -> Iterator[Fault]:
    for sheet, spot in tree.values("template", kinds=("terms",)):
        version = sheet.spot("based_on", "version")
        template = tree.sheets.get(f"casetype_templates/{spot.value}.yaml")
        written = template.spot("default_terms", "version") if template is not None else None
        if version is not None and template is not None and written is not None:
            later = str(int(written.value) + 1)
            yield template.write_seen_at(written.start, written.end, later, sheet, (version.start, version.end))
