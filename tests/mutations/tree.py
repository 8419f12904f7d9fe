"""The shipped configuration, as the kinds of fault look at it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from .sheets import Extent, Fault, Sheet, Spot

DAY = date(2026, 12, 1)
"""The day that the tree is looked at, whatever day it is."""

_PROSE = frozenset(
    {
        "text",
        "description",
        "question",
        "help",
        "information",
        "opening_hours",
        "unit_text",
        "concerns",
        "conditions",
        "subject",
        "note",
    }
)
_LONG_ENOUGH = {"unit_text": 250}


@dataclass(frozen=True)
class Prose:
    """A text that residents read."""

    sheet: Sheet
    spot: Spot
    is_swedish: bool

    @property
    def style(self) -> str:
        return self.spot.form

    @property
    def word(self) -> Extent:
        """The word of the text that is changed, or before which something is put."""
        word = self.sheet.word(self.spot)
        assert word is not None
        return word


@dataclass(frozen=True)
class Listed:
    """A case type that an active unit lists, with the region's definition of it and the national template."""

    unit: Sheet
    entry: Spot
    own: Sheet | None
    template: Sheet | None

    @property
    def kind(self) -> str:
        return next((sheet.value("kind") for sheet in (self.own, self.template) if sheet and sheet.value("kind")), "")

    def guards(self, guard: str, field: str) -> bool:
        spots = (spot for sheet in (self.own, self.template) if sheet for spot in sheet.below(guard))
        return any(spot.value == field for spot in spots)

    def lacks(self, *names: str) -> bool:
        return all(self.unit.spot(*self.entry.path, name) is None for name in names)

    def more(self, line: str, seen: str) -> Fault:
        """A line more in the unit's entry."""
        assert self.entry.key is not None
        after = self.unit.line(self.entry.key[1])[1]
        return self.unit.write(after, after, f"    {line}\n", seen)


@dataclass(frozen=True)
class Tree:
    """The files as sheets, by their paths."""

    files: Mapping[str, bytes]

    @cached_property
    def sheets(self) -> dict[str, Sheet]:
        return {path: Sheet(path, self.files[path].decode()) for path in sorted(self.files)}

    @cached_property
    def regions(self) -> tuple[str, ...]:
        return tuple(sorted({sheet.region for sheet in self.sheets.values()} - {""} - {"README.md"}))

    def of(self, *kinds: str) -> list[Sheet]:
        """The YAML files of some kinds; of all kinds, if none is named."""
        return [sheet for sheet in self.sheets.values() if sheet.kind and (not kinds or sheet.kind in kinds)]

    def file(self, region: str, name: str) -> Sheet | None:
        return self.sheets.get(f"regions/{region}/{name}")

    def lists(self) -> list[Sheet]:
        return [sheet for path, sheet in self.sheets.items() if "/lists/" in path]

    def values(self, *names: str, kinds: tuple[str, ...] = ()) -> Iterator[tuple[Sheet, Spot]]:
        """The scalars that have one of some keys, or are items of the list that has it."""
        for sheet in self.of(*kinds):
            for spot in sheet.spots:
                key = spot.path[-2] if len(spot.path) > 1 and isinstance(spot.name, int) else spot.name
                if key in names and spot.is_scalar and spot.start < spot.end:
                    yield sheet, spot

    def definition(self, region: str, id: str) -> tuple[Sheet | None, Sheet | None]:
        """The region's case type of an id, if it has one, and the national template below it."""
        own = self.file(region, f"casetypes/{id}.yaml")
        return own, self.sheets.get(f"casetype_templates/{own.value('extends') if own is not None else id}.yaml")

    def kind_of(self, region: str, id: str) -> str:
        """The kind of a case type: form, booking, outlink or listing."""
        return next((sheet.value("kind") for sheet in self.definition(region, id) if sheet and sheet.value("kind")), "")

    def listed(self, *, central: bool) -> Iterator[Listed]:
        """The case types that active units list, those that the region governs or the others; none that are local."""
        for unit in self.of("unit"):
            for entry in unit.below("casetypes") if unit.value("status") == "active" else ():
                own, template = self.definition(unit.region, str(entry.name))
                is_central = own is not None and own.value("governance") == "central"
                if is_central == central and unit.spot(*entry.path, "local") is None and not entry.in_flow:
                    yield Listed(unit, entry, own, template)

    def shown_terms(self, kind: str) -> list[Sheet]:
        """The regional terms texts that some active unit shows with a case type of a kind that it lists."""
        return [self.sheets[path] for path in sorted(self._shown) if kind in self._shown[path]]

    @cached_property
    def _shown(self) -> dict[str, set[str]]:
        """The paths of the terms texts that are shown, each with the kinds of case type that it is shown with."""
        shown: dict[str, set[str]] = {}
        for unit in self.of("unit"):
            for entry in unit.below("casetypes") if unit.value("status") == "active" else ():
                own = self.file(unit.region, f"casetypes/{entry.name}.yaml")
                named = unit.value(*entry.path, "terms") or (own.value("terms") if own is not None else "")
                if named and unit.value(*entry.path, "active") != "false":
                    path = f"regions/{unit.region}/terms/{named}.yaml"
                    shown.setdefault(path, set()).add(self.kind_of(unit.region, str(entry.name)))
        return shown

    @cached_property
    def prose(self) -> tuple[Prose, ...]:
        """The texts for residents that are long enough to have a word changed, and short enough to have one added."""
        return tuple(self._prose())

    def _prose(self) -> Iterator[Prose]:
        for sheet in self.of():
            for spot in sheet.spots:
                is_translated = "translations" in spot.path and spot.path[-2:-1] == ("texts",)
                named = spot.name in _PROSE and "visible_when" not in spot.path and "translations" not in spot.path
                fits = len(spot.value) < _LONG_ENOUGH.get(str(spot.name), 10_000)
                if spot.is_scalar and (named or is_translated) and fits and sheet.word(spot) is not None:
                    yield Prose(sheet, spot, not is_translated)
