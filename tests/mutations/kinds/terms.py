"""Terms texts where they are shown, and the placeholders in them."""

from collections.abc import Iterator

from ..kind import kind
from ..sheets import Fault
from ..tree import Tree


@kind("draft-terms-active")
def draft_shown_to_residents(tree: Tree) -> Iterator[Fault]:
    for sheet in tree.of("terms"):
        status = sheet.spot("status")
        names = {
            str(entry.name)
            for own in tree.of("casetype")
            if own.region == sheet.region and own.value("terms") == sheet.id
            for unit in tree.of("unit")
            if unit.region == sheet.region and unit.value("status") == "active"
            for entry in unit.below("casetypes")
            if entry.name == own.id and entry.start == entry.end and own.value("governance") != "central"
        }
        if status is not None and names:
            yield sheet.write(status.start, status.end, "draft")


@kind("approval-missing")
def approved_by_nobody(tree: Tree) -> Iterator[Fault]:
    for sheet in tree.of("terms"):
        status, approved = sheet.spot("status"), sheet.spot("approved")
        if status is not None and approved is not None and status.value == "approved":
            yield sheet.write_seen_at(*sheet.lines(approved), "", sheet, (status.start, status.end))


@kind("approval-missing")
def approved_on_a_day_to_come(tree: Tree) -> Iterator[Fault]:
    for sheet in tree.of("terms", "template"):
        for spot in sheet.spots:
            if spot.path[-2:] == ("approved", "on"):
                yield sheet.write(spot.start, spot.end, "2026-12-02")


@kind("layout-for-kind")
def terms_of_booking_for_a_form(tree: Tree) -> Iterator[Fault]:
    # A placeholder of one case type would be unknown in another.
    booking = [sheet for sheet in tree.of("terms") if sheet.value("layout") == "booking" and "besok}" not in sheet.text]
    for listed in tree.listed(central=False):
        plain = [sheet.id for sheet in booking if sheet.region == listed.unit.region]
        if plain and listed.kind == "form" and listed.lacks("terms", "values", "extra_points"):
            yield listed.more(f"terms: {plain[0]}", plain[0])


@kind("built-in-placeholder")
def value_of_a_built_in_placeholder(tree: Tree) -> Iterator[Fault]:
    for listed in tree.listed(central=False):
        if listed.lacks("values"):
            yield listed.more("values: {svarstid: en vecka}", "svarstid")


@kind("built-in-placeholder")
def built_in_placeholder_declared(tree: Tree) -> Iterator[Fault]:
    for sheet in tree.of("casetype", "template"):
        for spot in sheet.below("variables"):
            start = sheet.lines(spot)[0]
            line = "  enhet: {type: text, label: Mottagningens namn, default: vi}\n"
            yield sheet.write(start, start, line, "enhet")


@kind("placeholder-value-unused")
def value_that_no_text_uses(tree: Tree) -> Iterator[Fault]:
    for listed in tree.listed(central=False):
        if listed.lacks("values"):
            yield listed.more("values: {vantetid: en vecka}", "vantetid")


@kind("placeholder-value-unused")
def placeholder_that_no_text_uses(tree: Tree) -> Iterator[Fault]:
    for sheet in tree.of("casetype"):
        for spot in sheet.below("variables"):
            start = sheet.lines(spot)[0]
            line = '  vantetid: {type: days, label: Dagar i kö, default: "9"}\n'
            yield sheet.write(start, start, line, "vantetid")


@kind("placeholder-value-missing")
def value_that_the_texts_need_taken_away(tree: Tree) -> Iterator[Fault]:
    for sheet in tree.of("unit"):
        for spot in sheet.below("casetypes"):
            values = sheet.below(*spot.path, "values")
            given = sheet.spot(*spot.path, "values")
            own, template = tree.definition(sheet.region, str(spot.name))
            asked = [
                definition.spot("variables", str(values[0].name), "default")
                for definition in (own, template)
                if definition is not None and len(values) == 1 and definition.spot("variables", str(values[0].name))
            ]
            if asked and not any(asked) and given is not None and spot.key is not None:
                yield sheet.write_seen_at(*sheet.lines(given), "", sheet, spot.key)


@kind("placeholder-value-form")
def phone_that_is_none_as_a_value(tree: Tree) -> Iterator[Fault]:
    for sheet, spot in tree.values("telefon", "akuttelefon", kinds=("unit",)):
        yield sheet.write(spot.start, spot.end, "031-39006")


@kind("booking-parts")
def booking_text_with_no_parts(tree: Tree) -> Iterator[Fault]:
    for region in tree.regions:
        path = f"regions/{region}/terms/eget-prov.yaml"
        text = "layout: booking\nstatus: draft\nversion: 1\n"
        yield Fault(path, 0, 0, text, path, (8, 15))


@kind("booking-parts")
def what_is_booked_where_nothing_can_be(tree: Tree) -> Iterator[Fault]:
    for sheet in tree.of("casetype"):
        template = tree.definition(sheet.region, sheet.id)[1]
        functions = [
            spot.value for other in (sheet, template) if other is not None for spot in other.below("functions")
        ]
        terms = tree.file(sheet.region, f"terms/{sheet.value('terms')}.yaml")
        if not functions or "book" in functions or terms is None or terms.spot("concerns") is not None:
            continue
        if terms.value("layout") == "booking" and "translations:" not in terms.text:
            end = len(terms.text)
            yield terms.write(end, end, "concerns: Besök hos läkare.\n", "Besök hos läkare.")


@kind("promise-placeholder-without-promise")
def promise_of_the_region_taken_away(tree: Tree) -> Iterator[Fault]:
    for sheet in tree.of("region"):
        promise, first = sheet.spot("promise"), sheet.below()[0]
        if promise is not None and first.key is not None:
            yield sheet.write_seen_at(*sheet.lines(promise), "", sheet, first.key)


@kind("promise-placeholder-without-promise")
def cancellation_limit_of_the_region_taken_away(tree: Tree) -> Iterator[Fault]:
    for sheet in tree.of("region"):
        limits = sheet.spot("cancellation_limit")
        for spot in sheet.below("cancellation_limit")[1:]:
            if limits is not None and limits.key is not None and spot.name in ("primary", "specialist"):
                yield sheet.write_seen_at(*sheet.lines(spot), "", sheet, limits.key)
