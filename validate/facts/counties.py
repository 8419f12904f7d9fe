"""Which county a region means, when its county code, its organisation number and its name do not agree."""

from schema.codelists import counties
from schema.models.regions import Region


def county_meant(region: Region) -> str:
    """The county code of the region; that of its organisation number and its name, where these agree on another."""
    for county in counties().values():
        if county.organisation_number == region.organisation_number and is_named(region, county.code):
            return county.code
    return region.county


def is_named(region: Region, code: str) -> bool:
    """Whether the region has the name of the one with this county code."""
    county = counties().get(code)
    return county is not None and _plain(county.region) == _plain(region.name)


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()
