"""A scalar of each form, written as people write it when they have not read the manual."""

from collections.abc import Iterator

from ..kind import Places, declare
from ..sheets import Fault
from ..tree import Tree

_FORMS: dict[str, tuple[tuple[str, ...], str]] = {
    "flag": (("invented", "partial_answer_counts", "illustrative", "required", "contact_page", "active"), "ja"),
    "count": (("local_administrator", "case_receiver", "sort_order", "minimum_local_administrators"), "tio"),
    "positive count": (("version", "maximum_length", "staff_after_days", "resident_after_days"), '"0"'),
    "day": (("on", "from", "last_day"), "2026-02-30"),
    "duration": (("answer_within", "primary", "specialist", "cancellation_limit"), "2 arbetsdagar"),
    "id": (("id", "extends", "terms", "governed_by"), "Förnya recept"),
    "county code": (("county",), '"1"'),
    "municipality code": (("municipality",), '"148"'),
    "activity code": (("activities",), '"150"'),
    "organisation number": (("organisation_number",), "2321000131"),
    "web address": (("address",), "http://region.example/"),
    "e-mail address": (("emails", "email"), "brevlåda hos region.example"),
    "list file": (("list",), "lists/piloter.xlsx"),
    "service area": (("region",), "hela-landet"),
    "line": (("name", "title", "subject", "directory", "owner"), '"Ett namn\\npå två rader"'),
    "text": (("description", "text", "question", "information"), '" "'),
    "HSA-id": (("hsa_id",), '" "'),
}


def _places(names: tuple[str, ...], text: str) -> Places:
    quoted = text.startswith('"')

    def places(tree: Tree) -> Iterator[Fault]:
        for sheet, spot in tree.values(*names):
            is_of_point = spot.name == "text" and "values" in spot.path
            if spot.form in ("plain", "double", "single") and "visible_when" not in spot.path and not is_of_point:
                yield sheet.write(*spot.whole, text, text[1:-1] if quoted else None)

    return places


for _form, (_names, _text) in _FORMS.items():
    declare(f"no {_form}", "wrong-value", _places(_names, _text))


def _language_code(tree: Tree) -> Iterator[Fault]:
    for sheet in tree.of("terms"):
        for spot in sheet.below("translations"):
            assert spot.key is not None
            yield sheet.write(*spot.key, "engelska")


def _placeholder_name(tree: Tree) -> Iterator[Fault]:
    for sheet in tree.of("casetype", "template"):
        for spot in sheet.below("variables"):
            assert spot.key is not None
            yield sheet.write(*spot.key, "Funktionens namn")


def _empty_list(tree: Tree) -> Iterator[Fault]:
    for sheet in tree.of("casetype", "template"):
        for path in (("functions",), ("distribute", "to")):
            spot = sheet.spot(*path)
            if spot is not None and spot.in_flow:
                yield sheet.write(*spot.whole, "[]")


declare("no language code", "wrong-value", _language_code)
declare("no name of a placeholder", "wrong-value", _placeholder_name)
declare("nothing in a list of at least one", "wrong-value", _empty_list)
