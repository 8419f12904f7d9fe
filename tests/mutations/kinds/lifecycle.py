"""Units that open and close, messages, and how units are set up."""

from collections.abc import Iterator

from ..kind import kind
from ..sheets import Fault, Sheet
from ..tree import Tree


def _units(tree: Tree, *states: str) -> Iterator[Sheet]:
    for sheet in tree.of("unit"):
        if sheet.value("status") in states:
            yield sheet


def _policy(tree: Tree, sheet: Sheet, name: str) -> str:
    return tree.sheets[f"regions/{sheet.region}/region.yaml"].value("policy", name)


@kind("administrators-too-few")
def no_local_administrator(tree: Tree) -> Iterator[Fault]:
    for sheet in _units(tree, "active", "closing"):
        spot = sheet.spot("roles", "local_administrator")
        if spot is not None:
            yield sheet.write(spot.start, spot.end, "0")


@kind("listing-requests-only-bvc")
def listing_requests_on_another_unit(tree: Tree) -> Iterator[Fault]:
    for sheet in _units(tree, "active", "planned", "closing"):
        first = sheet.below("settings")[:1]
        if first and sheet.value("business_type") != "bvc":
            start = sheet.lines(first[0])[0]
            yield sheet.write(start, start, "  listing_requests: true\n", "true")


@kind("notification-address-personal")
def notifications_to_a_person(tree: Tree) -> Iterator[Fault]:
    for sheet, spot in tree.values("emails"):
        if _policy(tree, sheet, "notification_address") == "function-mailbox":
            address = "anna.exempelsson@region.example"
            yield sheet.write(spot.start, spot.end, address, "anna.exempelsson")


@kind("summons-flow-without-pas")
def summons_flow_that_needs_more(tree: Tree) -> Iterator[Fault]:
    for sheet in tree.of("unit"):
        spot = sheet.spot("summons", "flow")
        if spot is not None and sheet.spot("summons", "pas_supports") is None:
            yield sheet.write(*spot.whole, "2B")


@kind("service-area-missing")
def active_unit_with_no_service_area(tree: Tree) -> Iterator[Fault]:
    for sheet in _units(tree, "active"):
        settings, first = sheet.spot("settings"), sheet.below("settings")[:1]
        is_plain = not any(other.name in ("service_area", "approve_residents") for other in sheet.below("settings"))
        if settings is not None and settings.key is not None and first and is_plain:
            start = sheet.lines(first[0])[0]
            yield sheet.write_seen_at(start, start, "  service_area: []\n", sheet, settings.key)


@kind("service-area-not-whole-country")
def service_area_of_one_county(tree: Tree) -> Iterator[Fault]:
    for sheet in _units(tree, "active"):
        first = sheet.below("settings")[:1]
        is_plain = sheet.spot("settings", "service_area") is None
        if first and is_plain and _policy(tree, sheet, "service_area") == "whole-country":
            start = sheet.lines(first[0])[0]
            yield sheet.write(start, start, '  service_area: [{region: "14"}]\n', "service_area")


@kind("closing-unit-active-local")
def closing_unit_with_a_casetype_of_its_own(tree: Tree) -> Iterator[Fault]:
    for sheet in _units(tree, "closing"):
        for template in tree.of("template"):
            is_offered = template.value("needs") in ("", *(spot.value for spot in sheet.below("offers")))
            is_plain = template.value("kind") == "form" and sheet.spot("casetypes", template.id) is None
            is_plain = is_plain and tree.file(sheet.region, f"casetypes/{template.id}.yaml") is None
            first = sheet.below("casetypes")[:1]
            if is_offered and is_plain and first and template.spot("variables") is None:
                start = sheet.lines(first[0])[0]
                yield sheet.write(start, start, f"  {template.id}:\n", template.id)


@kind("inactive-unit-active")
def closed_unit_with_a_service_area(tree: Tree) -> Iterator[Fault]:
    for sheet in _units(tree, "inactive"):
        spot = sheet.spot("settings", "service_area")
        if spot is not None and spot.key is not None:
            yield sheet.write_seen_at(*spot.whole, "[{region: whole-country}]", sheet, spot.key)


@kind("message-to-nobody")
def message_to_nobody(tree: Tree) -> Iterator[Fault]:
    for sheet in tree.of("message"):
        spot = sheet.spot("to")
        if spot is not None and spot.key is not None and spot.in_flow:
            yield sheet.write_seen_at(*spot.whole, "[]", sheet, spot.key)


@kind("questions-in-information")
def questions_that_nobody_can_answer(tree: Tree) -> Iterator[Fault]:
    for sheet in tree.of("message"):
        kind_of_message, questions = sheet.spot("kind"), sheet.spot("questions")
        if kind_of_message is not None and questions is not None and questions.key is not None:
            at = kind_of_message
            yield sheet.write_seen_at(at.start, at.end, "information", sheet, questions.key)


@kind("questions-missing")
def message_with_questions_that_has_none(tree: Tree) -> Iterator[Fault]:
    for sheet in tree.of("message"):
        spot = sheet.spot("kind")
        if spot is not None and sheet.spot("questions") is None:
            yield sheet.write(spot.start, spot.end, "questions")


@kind("recipients-too-many")
def message_to_too_many(tree: Tree) -> Iterator[Fault]:
    for sheet in tree.of("message"):
        spot = sheet.spot("maximum_recipients")
        if spot is not None:
            yield sheet.write(spot.start, spot.end, "251")
        else:
            end = len(sheet.text)
            yield sheet.write(end, end, "maximum_recipients: 1000\n", "1000")


@kind("archive-export-too-seldom")
def archive_exported_too_seldom(tree: Tree) -> Iterator[Fault]:
    for sheet, spot in tree.values("archive_export_every_months"):
        yield sheet.write(spot.start, spot.end, "9")


@kind("inactive-unit-remains")
def closed_unit_with_a_contact_page(tree: Tree) -> Iterator[Fault]:
    for sheet in _units(tree, "inactive"):
        spot = sheet.spot("contact_page")
        if spot is not None:
            yield sheet.write(spot.start, spot.end, "true")


@kind("journal-notification-system")
def notifications_that_the_journal_system_cannot_send(tree: Tree) -> Iterator[Fault]:
    for sheet in _units(tree, "active", "planned", "closing"):
        first = sheet.below("settings")[:1]
        if first and sheet.spot("booking") is not None and "rofdoc" not in sheet.text:
            start = sheet.lines(first[0])[0]
            yield sheet.write(start, start, "  journal_notification: true\n", "true")


@kind("link-without-contact-page")
def link_to_a_page_that_is_not_there(tree: Tree) -> Iterator[Fault]:
    for sheet in _units(tree, "active", "closing"):
        phone = sheet.spot("phone")
        if phone is not None and sheet.spot("contact_page") is None and sheet.spot("settings", "link_to_1177") is None:
            end = sheet.lines(phone)[1]
            yield sheet.write(end, end, "contact_page: false\n", "false")


@kind("contact-card-heading")
def heading_with_signs_in_it(tree: Tree) -> Iterator[Fault]:
    for sheet in tree.of("unit"):
        phone = sheet.spot("phone")
        if phone is not None and sheet.spot("contact_card") is None:
            end = sheet.lines(phone)[1]
            text = "contact_card: {headings: [Vaccination, Råd (sömn & stress)]}\n"
            yield sheet.write(end, end, text, "(")
