"""Numbers and addresses of persons, from the series and names that are nobody's."""

from collections.abc import Iterator

from ..kind import Places, declare, kind
from ..sheets import Fault
from ..tree import Tree

_NUMBERS = {
    "personal number": "800101-9804",
    "personal number with its century": "19800101-9804",
    "personal number without a hyphen": "8001019804",
    "personal number of someone over a hundred": "800101+9804",
    "coordination number": "701063-2391",
}


def _in_text(written: str, seen: str | None = None) -> Places:
    def places(tree: Tree) -> Iterator[Fault]:
        for prose in tree.prose:
            start, _ = prose.word
            yield prose.sheet.write(start, start, f"{written} ", seen or written, style=prose.style)

    return places


def _in_remark(written: str) -> Places:
    def places(tree: Tree) -> Iterator[Fault]:
        for sheet in tree.of():
            for spot in sheet.below():
                if spot.key is not None:
                    start = sheet.lines(spot)[0]
                    yield sheet.write(start, start, f"# Fråga {written} om det här.\n", written)

    return places


def _in_list(written: str) -> Places:
    def places(tree: Tree) -> Iterator[Fault]:
        for path, sheet in tree.sheets.items():
            if "/lists/" in path or path.endswith("/wordlist.txt"):
                for at, sign in enumerate(sheet.text):
                    if sign == "\n":
                        line = f"# {written}\n" if "/lists/" in path else f"{written}\n"
                        yield sheet.write(at + 1, at + 1, line, written)

    return places


for _name, _number in _NUMBERS.items():
    declare(f"{_name} in a text", "personal-number", _in_text(_number))
declare("personal number in a remark", "personal-number", _in_remark("800101-9804"))
declare("coordination number in a remark", "personal-number", _in_remark("701063-2391"))
declare("reserve number in a remark", "personal-number", _in_remark("19800101-R123"))
declare("personal number in a list", "personal-number", _in_list("800101-9804"))
declare("mobile number in a text", "mobile-number", _in_text("070-174 06 05"))
declare("mobile number in the form of abroad", "mobile-number", _in_text("+46 70 174 06 06"))
declare("mobile number in a remark", "mobile-number", _in_remark("070-174 06 07"))
declare("private address in a text", "personal-email", _in_text("vardcentralen@gmail.com"))
declare("private address in a remark", "personal-email", _in_remark("exempelsson@yahoo.de"))
declare("address of someone in the staff in a text", "staff-email", _in_text("anna.exempelsson@region.example"))


@kind("mobile-number")
def mobile_number_as_a_unit_s_phone(tree: Tree) -> Iterator[Fault]:
    for sheet, spot in tree.values("phone", kinds=("unit",)):
        yield sheet.write(spot.start, spot.end, "070-174 06 05")


@kind("personal-number")
def personal_number_as_an_id(tree: Tree) -> Iterator[Fault]:
    for sheet in tree.of("terms"):
        for spot in sheet.spots:
            if spot.name == "id" and "translations:" not in sheet.text:
                yield sheet.write(spot.start, spot.end, "800101-9804")


@kind("personal-number")
def personal_number_as_a_key(tree: Tree) -> Iterator[Fault]:
    for sheet in tree.of("groups"):
        for spot in sheet.below():
            start = sheet.lines(spot)[0]
            group = "800101-9804:\n  title: Vuxna\n  select: {care_level: [primary, specialist]}\n"
            yield sheet.write(start, start, group, "800101-9804")


@kind("personal-number")
def personal_number_with_an_escape(tree: Tree) -> Iterator[Fault]:
    for sheet, spot in tree.values("question", "help", "description", "note"):
        if spot.form == "plain" and "visible_when" not in spot.path:
            yield sheet.write(*spot.whole, '"Koden 800101\\x2D9804"', "800101\\x2D9804")


@kind("personal-email")
def private_address_for_notifications(tree: Tree) -> Iterator[Fault]:
    for sheet, spot in tree.values("emails", "email"):
        yield sheet.write(spot.start, spot.end, "vardcentralen@gmail.com")


declare(
    "HSA-id of a person in a text",
    "personal-hsa-id",
    _in_text("handläggaren SE2321000115-EXEMPEL2", "SE2321000115-EXEMPEL2"),
)
declare("HSA-id of a person in a remark", "personal-hsa-id", _in_remark("SE2321000115-EXEMPEL1"))
