"""Who a unit and a region are: HSA-ids, codes and names."""

from collections.abc import Iterator

from ..kind import Places, declare, kind
from ..sheets import Fault, Sheet, Spot
from ..tree import Tree


def _unlisted(tree: Tree) -> Iterator[tuple[Sheet, Spot]]:
    """The HSA-ids of units that no list, group or snapshot of HSA names, which would miss them."""
    listed = "".join(sheet.text for sheet in tree.sheets.values() if sheet.kind in ("", "groups"))
    for sheet, spot in tree.values("hsa_id", kinds=("unit",)):
        if spot.value not in listed:
            yield sheet, spot


def _changed(start: int, end: int, written: str, seen: tuple[int, int] | None = None) -> Places:
    """Something else in place of a stretch of every HSA-id; `seen` counts from the start of the id."""

    def places(tree: Tree) -> Iterator[Fault]:
        for sheet, spot in _unlisted(tree):
            text = spot.value[:start] + written + spot.value[end:]
            quoted = text != text.strip()
            extent = seen or (start, start + len(written))
            extent = (extent[0] + quoted, extent[1] + quoted)
            yield sheet.write(*spot.whole, f'"{text}"' if quoted else text, extent)

    return places


declare("HSA-id with a blank first", "hsa-id-blanks", _changed(0, 0, " "))
declare("HSA-id with a blank inside", "hsa-id-blanks", _changed(12, 12, " "))
declare("HSA-id with a no-break space inside", "hsa-id-blanks", _changed(13, 13, "\xa0"))
declare("HSA-id with a zero width space", "hsa-id-blanks", _changed(13, 13, "\u200b"))
declare("HSA-id with a letter O among the digits", "hsa-id-form", _changed(6, 7, "O"))
declare("HSA-id with another country", "hsa-id-form", _changed(0, 2, "NO"))
declare("HSA-id without its hyphen", "hsa-id-form", _changed(12, 13, "", (12, 13)))
declare("HSA-id with a sign in its last part", "hsa-id-form", _changed(19, 19, "_"))
declare("HSA-id with a letter that is not English", "hsa-id-form", _changed(14, 15, "Å"))
declare("HSA-id with the start of the test system", "hsa-id-unusual-start", _changed(0, 2, "TSE"))
declare("HSA-id that is too long", "hsa-id-length", _changed(13, 19, "PAHITTADMOTTAGNING", (31, 35)))


@kind("hsa-id-check-digit")
def hsa_id_with_two_digits_in_each_other_s_place(tree: Tree) -> Iterator[Fault]:
    for sheet, spot in _unlisted(tree):
        digits = spot.value[2:12]
        at = next(at for at in range(9) if digits[at] != digits[at + 1])
        swapped = digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :]
        yield sheet.write(spot.start + 2, spot.start + 12, swapped)


@kind("hsa-id-repeated")
def hsa_id_of_another_unit(tree: Tree) -> Iterator[Fault]:
    units = list(_unlisted(tree))
    for sheet, spot in units:
        for other, theirs in units:
            if other.region == sheet.region and other.path < sheet.path:
                yield sheet.write(spot.start, spot.end, theirs.value)
                break


@kind("unit-name-repeated")
def name_of_another_unit(tree: Tree) -> Iterator[Fault]:
    for sheet, spot in tree.values("name", kinds=("unit",)):
        for other in tree.of("unit"):
            alive = "inactive" not in (other.value("status"), sheet.value("status"))
            alive = alive and tree.file(sheet.region, "hsa.csv") is None
            if len(spot.path) == 1 and other.region == sheet.region and other.path < sheet.path and alive:
                yield sheet.write(spot.start, spot.end, other.value("name"))
                break


def _instead(names: tuple[str, ...], kinds: tuple[str, ...], *written: str) -> Places:
    """Another value of some keys."""

    def places(tree: Tree) -> Iterator[Fault]:
        for number, (sheet, spot) in enumerate(tree.values(*names, kinds=kinds)):
            if "local" not in spot.path:
                yield sheet.write(spot.start, spot.end, written[number % len(written)])

    return places


declare("municipality that does not exist", "municipality-unknown", _instead(("municipality",), ("unit",), "1379"))
declare("municipality of another county", "municipality-in-county", _instead(("municipality",), ("unit",), "2580"))
declare("activity code that does not exist", "activity-code-unknown", _instead(("activities",), ("unit",), "1540"))
declare("county that does not exist", "county-unknown", _instead(("county",), ("region",), "15"))
declare("county of another region", "region-identity", _instead(("county",), ("region",), "25"))


@kind("region-name")
def name_of_another_region(tree: Tree) -> Iterator[Fault]:
    for sheet in tree.of("region"):
        spot = sheet.spot("name")
        if spot is not None:
            yield sheet.write(spot.start, spot.end, "Region Norrbotten")


@kind("service-area-region")
def service_area_of_a_county_that_does_not_exist(tree: Tree) -> Iterator[Fault]:
    for sheet in tree.of("unit"):
        for spot in sheet.below("settings"):
            start = sheet.lines(spot)[0]
            if sheet.spot("settings", "service_area") is None and sheet.value("status") == "active":
                rows = '  service_area:\n    - {region: whole-country}\n    - {region: "15"}\n'
                yield sheet.write(start, start, rows, "15")


@kind("service-area-region")
def ages_in_the_wrong_order(tree: Tree) -> Iterator[Fault]:
    for sheet in tree.of("unit"):
        for spot in sheet.below("settings"):
            start = sheet.lines(spot)[0]
            if sheet.spot("settings", "service_area") is None and sheet.value("status") == "active":
                rows = "  service_area:\n    - {region: whole-country, age_from: 65, age_to: 18}\n"
                yield sheet.write(start, start, rows, "18")


declare("HSA-id with the number of a person", "hsa-id-organisation-number", _changed(2, 12, "2300000110"))


@kind("activity-code-missing")
def no_activity_codes(tree: Tree) -> Iterator[Fault]:
    for sheet in tree.of("unit"):
        spot = sheet.spot("activities")
        if spot is not None and spot.key is not None and spot.in_flow and sheet.value("status") == "active":
            yield sheet.write_seen_at(*spot.whole, "[]", sheet, spot.key)


@kind("county-repeated")
def region_copied(tree: Tree) -> Iterator[Fault]:
    for sheet in tree.of("region"):
        path = f"regions/{sheet.region}-kopia/region.yaml"
        county = sheet.spot("county")
        if county is not None:
            yield Fault(path, 0, 0, sheet.text, path, (county.start, county.end))


def _in_snapshot(tree: Tree) -> Iterator[tuple[Sheet, Spot, Spot]]:
    """The HSA-id and the name of units in regions that keep a snapshot of HSA."""
    named = "".join(sheet.text for sheet in tree.lists()) + "".join(sheet.text for sheet in tree.of("groups"))
    for sheet in tree.of("unit"):
        hsa_id, name = sheet.spot("hsa_id"), sheet.spot("name")
        is_kept = tree.file(sheet.region, "hsa.csv") is not None and sheet.value("status") != "inactive"
        if is_kept and hsa_id is not None and name is not None and hsa_id.value not in named:
            yield sheet, hsa_id, name


@kind("unit-not-in-hsa")
def unit_that_hsa_does_not_have(tree: Tree) -> Iterator[Fault]:
    for sheet, hsa_id, _ in _in_snapshot(tree):
        yield sheet.write(hsa_id.start, hsa_id.end, hsa_id.value[:-4] + "9731")


@kind("unit-name-differs-from-hsa")
def unit_with_another_name_than_in_hsa(tree: Tree) -> Iterator[Fault]:
    for sheet, _, name in _in_snapshot(tree):
        yield sheet.write(name.start, name.end, f"{name.value} och familjecentral")


@kind("hsa-line-unusable")
def line_of_hsa_without_a_name(tree: Tree) -> Iterator[Fault]:
    for path, sheet in tree.sheets.items():
        if path.endswith("/hsa.csv"):
            for at, sign in enumerate(sheet.text):
                if sign == "\n" and at > sheet.text.index("Namn\n"):
                    line = "SE2321000115-PAHITT9731;"
                    yield sheet.write(at + 1, at + 1, f"{line}\n", line)
