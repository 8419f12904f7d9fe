"""The code lists: regions, municipalities and HSA activity codes, each with its source in `codelists/README.md`."""

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class County:
    """A region's county code, name and organisation number."""

    code: str
    region: str
    organisation_number: str


def _rows(name: str) -> list[dict[str, str]]:
    text = files("schema").joinpath("codelists", name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


@cache
def counties() -> dict[str, County]:
    """County code -> the region."""
    rows = _rows("regions.csv")
    return {row["county_code"]: County(row["county_code"], row["region"], row["organisation_number"]) for row in rows}


@cache
def municipalities() -> dict[str, str]:
    """Municipality code of four digits -> name; the first two digits are the county code."""
    return {row["municipality_code"]: row["municipality"] for row in _rows("municipalities.csv")}


@cache
def activities() -> dict[str, str]:
    """HSA activity code (verksamhetskod) of four digits -> name, as of 2017: a code not found may be newer."""
    return {row["code"]: row["activity"].strip() for row in _rows("hsa_activity_codes.csv")}
