"""Settings in words."""

from collections.abc import Iterator
from typing import Any

from generator.site.casetypes.origins import source_of
from generator.site.page import Row
from generator.site.wording.phrases import counted, joined, yes_or_no
from generator.site.wording.words import SETTING, SEX
from schema.codelists import counties, municipalities
from schema.layers import Origin
from schema.models.units import ServiceArea, Settings
from schema.offers import ResolvedUnit

Path = tuple[str, ...]

_EVERY = {1: "varje månad", 2: "varannan månad", 3: "var tredje månad", 6: "var sjätte månad", 12: "en gång om året"}


class SettingRows:
    """Puts units' settings into rows. What groups and region give is put into words once for each set of groups."""

    def __init__(self) -> None:
        self._inherited: dict[tuple[str, ...], dict[Path, Row]] = {}

    def of(self, unit: ResolvedUnit) -> Iterator[Row]:
        """The unit's settings that any layer gives, each with its source."""
        if unit.groups not in self._inherited:
            self._inherited[unit.groups] = dict(_inherited(unit))
        inherited = self._inherited[unit.groups]
        for path, label in SETTING.items():
            if _value(unit.unit.settings, path) is not None:
                yield from (_row(label, path, origin, unit) for origin in unit.setting_origins(*path)[:1])
            elif path in inherited:
                yield inherited[path]


def _inherited(unit: ResolvedUnit) -> Iterator[tuple[Path, Row]]:
    for path, label in SETTING.items():
        above = [origin for origin in unit.setting_origins(*path) if origin.layer != "unit"]
        if above:
            yield path, _row(label, path, above[0], unit)


def _row(label: str, path: Path, origin: Origin, unit: ResolvedUnit) -> Row:
    return Row(label, _said(path, origin.value), source_of(origin, unit.tree))


def written_in(settings: Settings) -> Iterator[Row]:
    """The settings that one layer gives."""
    for path, label in SETTING.items():
        value = _value(settings, path)
        if value is not None:
            yield Row(label, _said(path, value))


def _value(settings: Settings, path: Path) -> Any:
    """What a layer itself says of a setting, or None."""
    value: Any = settings
    for step in path:
        if value is None or step not in value.model_fields_set:
            return None
        value = getattr(value, step)
    return value


def _said(path: Path, value: Any) -> str:
    if isinstance(value, bool):
        return yes_or_no(value)
    match path:
        case ("reminders", _):
            return f"efter {counted(value, 'dag', 'dagar')}"
        case ("archive_export_every_months",):
            return _EVERY.get(value, f"med {value} månaders mellanrum")
        case ("service_area",):
            return "\n".join(_area(area) for area in value) or "inget"
        case ("notifications", _) | ("care_types",):
            return joined(value) if value else "ingen"
    return str(value)


def _area(area: ServiceArea) -> str:
    """`Region Halland, Varberg, kvinnor, 18 till 25 år`."""
    county = counties().get(area.region)
    parts = ["hela landet" if area.region == "whole-country" else county.region if county else area.region]
    if area.municipality is not None:
        parts.append(municipalities().get(area.municipality, area.municipality))
    if area.sex is not None:
        parts.append(SEX[area.sex])
    match area.age_from, area.age_to:
        case None, None:
            pass
        case start, None:
            parts.append(f"från {start} år")
        case None, end:
            parts.append(f"till och med {end} år")
        case start, end:
            parts.append(f"{start} till {end} år")
    return ", ".join(parts)
