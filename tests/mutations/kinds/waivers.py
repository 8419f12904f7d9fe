"""Waivers that cannot be given, are not needed, or have had their time."""

from collections.abc import Iterator

from ..kind import Places, declare, kind
from ..sheets import Fault, Sheet
from ..tree import Tree

_WAIVER = """- rule: promise-too-long
  unit: {unit}
  reason: Mottagningen bygger om sin bemanning.
  owner: Regional administratör
  ticket: EXEMPEL-0001
  last_day: 2027-03-31
"""


def _added(old: str, new: str, seen: str) -> Places:
    """A waiver for each unit, put last, with something in it written otherwise."""

    def places(tree: Tree) -> Iterator[Fault]:
        for unit in tree.of("unit"):
            text = _WAIVER.replace(old, new).format(unit=unit.id)
            path = f"regions/{unit.region}/waivers.yaml"
            sheet = tree.sheets.get(path) or Sheet(path, "")
            yield sheet.write(len(sheet.text), len(sheet.text), text, seen.format(unit=unit.id))

    return places


declare("waiver that nothing needs", "waiver-unused", _added("", "", "promise-too-long"))
declare("waiver that has had its time", "waiver-expired", _added("2027-03-31", "2026-11-30", "2026-11-30"))
declare("waiver from a mandatory rule", "waiver-refused", _added("promise-too-long", "unknown-terms", "unknown-terms"))
declare("waiver from a rule that does not exist", "unknown-rule", _added("too-long", "tolong", "promise-tolong"))
declare("waiver for nothing in particular", "waiver-without-object", _added("  unit: {unit}\n", "", "promise-too-long"))
declare("waiver for a unit that does not exist", "unknown-waived-object", _added("{unit}", "{unit}-9", "{unit}-9"))


@kind("waiver-too-long")
def waiver_for_more_than_a_year(tree: Tree) -> Iterator[Fault]:
    for sheet, spot in tree.values("last_day"):
        for day in ("2027-12-31", "2028-06-30", "2062-01-31"):
            yield sheet.write(spot.start, spot.end, day)


@kind("waiver-expired")
def waiver_that_ran_out_yesterday(tree: Tree) -> Iterator[Fault]:
    for sheet, spot in tree.values("last_day"):
        for day in ("2026-11-30", "2025-01-31"):
            yield sheet.write(spot.start, spot.end, day)
