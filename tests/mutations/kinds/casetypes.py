"""Case types that do not hold together."""

from collections.abc import Iterator

from ..kind import kind
from ..sheets import Fault
from ..tree import Tree


@kind("promise-too-long")
def promise_longer_than_decided(tree: Tree) -> Iterator[Fault]:
    for listed in tree.listed(central=False):
        is_free = listed.lacks("promise") and not listed.guards("stricter_only", "promise")
        is_bound = listed.unit.value("governed_by") in _binding(tree, listed.unit.region)
        if is_free and is_bound and listed.kind == "form":
            yield listed.more("promise: {answer_within: 9 working days}", "9 working days")


def _binding(tree: Tree, region: str) -> set[str]:
    """What governs the units that a decision with a promise binds today."""
    sheet = tree.file(region, "basutbud.yaml")
    names: set[str] = set()
    for decision in sheet.below() if sheet is not None else ():
        assert sheet is not None
        starts, ends = sheet.value(*decision.path, "valid", "from"), sheet.value(*decision.path, "valid", "to")
        promises = sheet.spot(*decision.path, "promise") is not None
        if promises and starts <= "2026-12-01" <= (ends or "9999"):
            governed = sheet.spot(*decision.path, "applies_to", "governed_by")
            if governed is not None:
                names |= {governed.value, *(spot.value for spot in sheet.below(*governed.path))}
    return names


def _last_in_casetypes(tree: Tree, text: str, seen: str) -> Iterator[Fault]:
    """A case type more, put first among those of an active unit that has none of its id."""
    for sheet in tree.of("unit"):
        first = sheet.below("casetypes")[:1]
        if first and sheet.value("status") == "active":
            start = sheet.lines(first[0])[0]
            yield sheet.write(start, start, text, seen)


@kind("casetype-without-capability")
def casetype_for_what_the_unit_does_not_do(tree: Tree) -> Iterator[Fault]:
    for sheet in tree.of("unit"):
        offers = [spot.value for spot in sheet.below("offers")]
        first = sheet.below("casetypes")[:1]
        for template in tree.of("template") if first and sheet.value("status") == "active" else ():
            is_new = sheet.spot("casetypes", template.id) is None and template.spot("variables") is None
            is_new = is_new and tree.file(sheet.region, f"casetypes/{template.id}.yaml") is None
            is_new = is_new and not _is_forbidden(tree, sheet.region, template.id)
            if is_new and template.value("needs") not in ("", *offers) and template.value("kind") == "form":
                start = sheet.lines(first[0])[0]
                yield sheet.write(start, start, f"  {template.id}:\n", template.id)


def _is_forbidden(tree: Tree, region: str, id: str) -> bool:
    sheet = tree.file(region, "basutbud.yaml")
    return sheet is not None and any(spot.value == id for spot in sheet.spots if "forbid" in spot.path)


@kind("terms-missing")
def local_casetype_without_terms(tree: Tree) -> Iterator[Fault]:
    form = "form:\n        - {id: arende, question: Vad gäller det?, type: text}"
    text = f"  eget-prov:\n    local:\n      name: Eget prov\n      category: Kontakt\n      kind: form\n      {form}\n"
    yield from _last_in_casetypes(tree, text, "local")


@kind("casetype-without-questions")
def local_form_without_questions(tree: Tree) -> Iterator[Fault]:
    local = "    local:\n      extends: skicka-meddelande\n      name: Eget prov\n      internal_name: Eget prov\n"
    form = "      form:\n        - {id: om, question: Vi ringer från dolt nummer., type: display}\n"
    for fault in _last_in_casetypes(tree, f"  eget-prov:\n{local}{form}", "form"):
        if "takes-messages" in tree.sheets[fault.path].text:
            yield fault


@kind("field-of-other-kind")
def functions_of_a_form(tree: Tree) -> Iterator[Fault]:
    for sheet in tree.of("casetype"):
        extends = sheet.spot("extends")
        template = tree.sheets.get(f"casetype_templates/{sheet.value('extends')}.yaml")
        if extends is not None and template is not None and template.value("kind") == "form":
            end = sheet.lines(extends)[1]
            yield sheet.write(end, end, "functions: [book, cancel]\n", "functions")


@kind("option-text-repeated")
def option_with_the_text_of_another(tree: Tree) -> Iterator[Fault]:
    for sheet in tree.of("casetype", "template", "unit", "message"):
        for spot in sheet.spots:
            if spot.name == "text" and spot.path[-3:-2] == ("options",) and spot.path[-2] != 0:
                above = sheet.spot(*spot.path[:-2], 0, "text")
                if above is not None and above.form == spot.form == "plain":
                    yield sheet.write(spot.start, spot.end, sheet.text[above.start : above.end])


@kind("outlink-names-missing")
def outlink_without_a_name(tree: Tree) -> Iterator[Fault]:
    for sheet in tree.of("casetype", "template"):
        outlink = sheet.spot("outlink")
        for name in ("external_name", "internal_name"):
            spot = sheet.spot("outlink", name)
            if outlink is not None and outlink.key is not None and spot is not None:
                yield sheet.write_seen_at(*sheet.lines(spot), "", sheet, outlink.key)


@kind("central-casetype-unoffered")
def central_casetype_that_nobody_has(tree: Tree) -> Iterator[Fault]:
    for region in tree.regions:
        for template in tree.of("template"):
            if template.value("kind") == "form" and template.spot("variables") is None:
                path = f"regions/{region}/casetypes/eget-prov.yaml"
                text = f"extends: {template.id}\nname: Eget prov\ninternal_name: Eget prov\ngovernance: central\n"
                at = text.rindex("central")
                yield Fault(path, 0, 0, text, path, (at, at + 7))


@kind("cancellation-limit-form")
def cancellation_limit_that_makes_no_sense(tree: Tree) -> Iterator[Fault]:
    for sheet in tree.of("region"):
        for spot in sheet.below("cancellation_limit"):
            if spot.name in ("primary", "specialist", "dental", "municipal"):
                yield sheet.write(spot.start, spot.end, "same working day")
                yield sheet.write(spot.start, spot.end, "9 weeks")


@kind("booking-before-takning")
def booking_before_it_is_connected(tree: Tree) -> Iterator[Fault]:
    for sheet, spot in tree.values("takning"):
        kinds = [tree.kind_of(sheet.region, str(entry.name)) for entry in sheet.below("casetypes")]
        if sheet.value("status") == "active" and "booking" in kinds:
            yield sheet.write(spot.start, spot.end, "ordered")


@kind("booking-function-unsupported")
def booking_that_the_journal_system_cannot_bear(tree: Tree) -> Iterator[Fault]:
    for sheet in tree.of("unit"):
        spot = sheet.spot("booking", "supports")
        kinds = [tree.kind_of(sheet.region, str(entry.name)) for entry in sheet.below("casetypes")]
        if spot is not None and spot.in_flow and sheet.value("status") == "active" and "booking" in kinds:
            words = [item.value for item in sheet.below(*spot.path) if item.value != "cancel"]
            yield sheet.write(*spot.whole, f"[{', '.join(words)}]")


@kind("reminder-not-promise")
def reminder_later_than_the_promise(tree: Tree) -> Iterator[Fault]:
    for sheet in tree.of("unit"):
        first = sheet.below("settings")[:1]
        if first and sheet.spot("settings", "reminders") is None and sheet.value("status") == "active":
            start = sheet.lines(first[0])[0]
            yield sheet.write(start, start, "  reminders: {staff_after_days: 9}\n", "9")


@kind("same-outward-name")
def local_casetype_with_the_name_of_another(tree: Tree) -> Iterator[Fault]:
    for sheet in tree.of("unit"):
        entry = sheet.spot("casetypes", "skicka-meddelande")
        own = tree.file(sheet.region, "casetypes/skicka-meddelande.yaml")
        is_plain = entry is not None and entry.start == entry.end and own is None
        if entry is not None and is_plain and sheet.value("status") == "active":
            end = sheet.lines(entry)[1]
            text = "  eget-prov:\n    local:\n      extends: skicka-meddelande\n"
            yield sheet.write(end, end, text, "skicka-meddelande")


@kind("book-without-cancel")
def cancelling_taken_away(tree: Tree) -> Iterator[Fault]:
    besides = frozenset({"required-casetype-missing", "booking-function-unsupported"})
    for sheet in tree.of("unit"):
        book, cancel = sheet.spot("casetypes", "boka-tid"), sheet.spot("casetypes", "om-avboka-tid-direkt")
        if book is not None and book.key is not None and cancel is not None and sheet.value("status") == "active":
            yield sheet.write_seen_at(*sheet.lines(cancel), "", sheet, book.key, besides=besides)


def _local_form(tree: Tree, name: str, form: str, seen: str | tuple[int, int]) -> Iterator[Fault]:
    """A form of a unit's own that builds on Skicka meddelande."""
    start = (
        f"  eget-prov:\n    local:\n      extends: skicka-meddelande\n      name: {name}\n      internal_name: Prov\n"
    )
    if isinstance(seen, str):
        seen = (start + form).rindex(seen), (start + form).rindex(seen) + len(seen)
    for sheet in tree.of("unit"):
        first = sheet.below("casetypes")[:1]
        if first and sheet.value("status") == "active" and "takes-messages" in sheet.text:
            at = sheet.lines(first[0])[0]
            yield sheet.write(at, at, start + form, seen)


@kind("attachment-question-refused")
def question_for_a_file_that_may_not_be_sent(tree: Tree) -> Iterator[Fault]:
    form = "      form:\n        - {id: bild, question: En bild av utslaget, type: attachment}\n"
    yield from _local_form(tree, "Eget prov", form + "      attachments: {resident: false}\n", "false")


@kind("attachment-questions-too-many")
def questions_for_more_files_than_may_be_sent(tree: Tree) -> Iterator[Fault]:
    rows = [
        f"        - {{id: bild-{number}, question: Bild nummer {number}, type: attachment}}\n" for number in range(1, 7)
    ]
    form = f"      attachments: {{resident: true}}\n      form:\n{''.join(rows)}"
    yield from _local_form(tree, "Eget prov", form, "attachment")


@kind("casetype-name-too-long")
def name_longer_than_the_region_allows(tree: Tree) -> Iterator[Fault]:
    for region in tree.of("region"):
        policy = region.below("policy")[:1]
        own = [(len(sheet.value("name")), sheet) for sheet in tree.of("casetype") if sheet.region == region.region]
        longest, second = sorted(own, key=lambda each: (-each[0], each[1].path))[:2]
        name = longest[1].spot("name")
        others = [len(template.value("name")) for template in tree.of("template")]
        if policy and name is not None and longest[0] > max(second[0], *others):
            start = region.lines(policy[0])[0]
            text = f"  longest_casetype_name: {longest[0] - 1}\n"
            yield region.write_seen_at(start, start, text, longest[1], (name.start, name.end))
