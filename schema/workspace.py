"""The workspace: everything a configuration tree says, in one frozen object."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, Self, TypeVar

from schema.asked_day import note, noting
from schema.models.baseline import OldFinding
from schema.models.casetypes import CaseType, Template
from schema.models.decisions import Decision
from schema.models.groups import Group
from schema.models.messages import Message
from schema.models.own_rules import OwnRule
from schema.models.regions import Region
from schema.models.texts import RegionalTerms, Terms
from schema.models.units import Unit
from schema.models.waivers import Waiver
from schema.places import Misfit, Place
from schema.reading.snapshot import RegisteredUnit

if TYPE_CHECKING:
    from schema.offers import Offer, ResolvedUnit
    from schema.writings import Writing

T = TypeVar("T")
Speller = Callable[[str], bool]
"""Whether a dictionary knows a word."""


def region_of(path: str) -> str:
    """The region that a file belongs to; `""` for the national files, and for one that stands beside the regions."""
    steps = path.split("/", 2)
    return steps[1] if steps[0] == "regions" and len(steps) > 2 else ""


def region_refused(path: str) -> str:
    """The region of an entry on disk that could not be read: of one directly in `regions`, that is its name."""
    steps = path.split("/", 2)
    return steps[1] if steps[0] == "regions" and len(steps) > 1 else ""


def by_region(files: Mapping[str, bytes]) -> dict[str, dict[str, bytes]]:
    """The files of each layer, by region; the national ones under `""`."""
    layers: dict[str, dict[str, bytes]] = {"": {}}
    for path, data in files.items():
        layers.setdefault(region_of(path), {})[path] = data
    return layers


@dataclass(frozen=True)
class Former:
    """What stood in the changed files at the commit that a change is held against."""

    terms: Mapping[str, Terms]
    """The terms texts by file; of a national template, its default one."""
    baselines: Mapping[str, tuple[OldFinding, ...]]
    """The baselines by file."""


NOTHING_BEFORE = Former({}, {})


@dataclass(frozen=True, slots=True)
class ListedUnit:
    """An HSA-id in a unit list, and where it stands."""

    hsa_id: str
    place: Place


class _Shared:
    """What several rules work out of the same thing is worked out once."""

    as_of: date

    def once(self, make: Callable[[Self], T]) -> T:
        """What `make` makes of this, made for the first that asks and kept for the others."""
        if make not in self._made:
            self._made[make] = noting(self.as_of, lambda: make(self))
        made: T
        made, last = self._made[make]
        note(self.as_of, last)
        return made

    @cached_property
    def _made(self) -> dict[Any, tuple[Any, date]]:
        return {}


@dataclass(frozen=True, eq=False)
class RegionTree(_Shared):
    """What one region has written. A file that did not fit its model is known by `has`, and by nothing else."""

    id: str
    as_of: date
    paths: frozenset[str]
    templates: Mapping[str, Template]
    region: Region | None
    decisions: tuple[Decision, ...]
    casetypes: Mapping[str, CaseType]
    terms: Mapping[str, RegionalTerms]
    messages: Mapping[str, Message]
    groups: Mapping[str, Group]
    lists: Mapping[str, tuple[ListedUnit, ...]]
    snapshot: Mapping[str, RegisteredUnit] | None
    """What the region keeps of HSA, by HSA-id in lower case; None where it keeps nothing."""
    units: Mapping[str, Unit]
    own_rules: tuple[OwnRule, ...]
    waivers: tuple[Waiver, ...]
    baseline: tuple[OldFinding, ...]
    words: frozenset[str]
    """Words of the region's own that spelling accepts."""
    broken: frozenset[str]

    def path(self, name: str) -> str:
        """The path of one of the region's files: `units/almhaga-vc.yaml` -> `regions/vgr/units/almhaga-vc.yaml`."""
        return f"regions/{self.id}/{name}"

    def has(self, name: str) -> bool:
        """Whether the region has the file, be it one that did not fit its model, or stands where nobody can look."""
        return self._stands(self.path(name))

    def is_broken(self, name: str) -> bool:
        return self.path(name) in self.broken or self._is_out_of_sight(self.path(name))

    def has_template(self, casetype: str) -> bool:
        return self._stands(f"casetype_templates/{casetype}.yaml")

    def _stands(self, path: str) -> bool:
        return path in self.paths or self._is_out_of_sight(path)

    def _is_out_of_sight(self, path: str) -> bool:
        """Whether a folder above the file is one that could not be read."""
        steps = path.split("/")
        return any("/".join(steps[:depth]) in self.broken for depth in range(1, len(steps)))

    def decisions_in_force(self) -> list[Decision]:
        return [
            decision
            for decision in self.decisions
            if decision.valid.start <= self.as_of and (decision.valid.end is None or self.as_of <= decision.valid.end)
        ]

    @cached_property
    def resolved(self) -> "Mapping[str, ResolvedUnit]":
        """Each unit with the layers above it put together, by the unit's id."""
        from schema.resolving import resolve

        return resolve(self)

    def offers(self) -> "Iterator[Offer]":
        for unit in self.resolved.values():
            yield from unit.offers.values()


@dataclass(frozen=True, eq=False)
class Workspace(_Shared):
    """The national templates and one or more regions, as they stand on a day."""

    as_of: date
    files: Mapping[str, bytes]
    templates: Mapping[str, Template]
    regions: Mapping[str, RegionTree]
    misfits: tuple[Misfit, ...]
    former: Former = NOTHING_BEFORE
    speller: Speller | None = None
    """The dictionary that spelling is held against, where somebody asked for that."""

    def parts(self) -> "Iterator[Workspace]":
        """The national files and each region as workspaces of their own, which is what rules are run over.

        A region's part has no templates of its own, though its offers know them: what is said of a template is said
        once, and the parts can be checked side by side.
        """
        layers = by_region(self.files)
        yield Workspace(self.as_of, layers[""], self.templates, {}, self._misfits_in(""), self.former, self.speller)
        for id, tree in self.regions.items():
            files = layers.get(id, {})
            yield Workspace(self.as_of, files, {}, {id: tree}, self._misfits_in(id), self.former, self.speller)

    def _misfits_in(self, region: str) -> tuple[Misfit, ...]:
        return tuple(misfit for misfit in self.misfits if region_of(misfit.at.file) == region)

    @cached_property
    def writings(self) -> "tuple[Writing, ...]":
        """Every piece of prose in the models that fitted."""
        from schema.writings import writings_of

        return tuple(writings_of(self))

    @cached_property
    def texts(self) -> "Mapping[str, list[Writing]]":
        """The same by text: what thousands of units say alike need be looked through only once."""
        texts: dict[str, list[Writing]] = {}
        for writing in self.writings:
            texts.setdefault(writing.text, []).append(writing)
        return texts

    def units(self) -> "Iterator[ResolvedUnit]":
        for region in self.regions.values():
            yield from region.resolved.values()

    def offers(self) -> "Iterator[Offer]":
        for region in self.regions.values():
            yield from region.offers()
