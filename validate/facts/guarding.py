"""Guards that lower layers break, wherever in a region they do."""

from collections.abc import Iterator
from itertools import chain
from typing import Literal, NamedTuple

from schema.layers import Guard, Layer, Origin, origins
from schema.models.base import FileNode
from schema.models.casetypes import CaseType, ExtendingCaseType
from schema.offers import Offer
from schema.workspace import RegionTree, Workspace

GuardKind = Literal["locked", "stricter_only"]


class Meeting(NamedTuple):
    """A guard, a lower layer's value of the guarded field, and the value that would hold without it."""

    casetype: str
    guard: Guard
    own: Origin
    above: Origin | None
    offer: Offer | None = None

    @property
    def unit(self) -> str | None:
        """The unit it concerns, when the value stands above the units."""
        if self.offer is None or self.own.place.file == self.offer.unit.file:
            return None
        return self.offer.unit.file_id


def meetings(workspace: Workspace, kind: GuardKind) -> Iterator[Meeting]:
    """Every value that stands below a guard of its field, once for each unit; not all of them break the guard."""
    for tree in workspace.regions.values():
        shared: dict[int, list[Meeting]] = {}
        offered = set()
        for offer in tree.offers():
            base = offer.base
            offered.add(base.id)
            if not base.guarded:
                continue
            if id(base) not in shared:
                shared[id(base)] = list(_meetings(base.id, base.layers, base.guards, offer.unit.care_level))
            for meeting in chain(shared[id(base)], _of_entry(offer)):
                if meeting.guard.kind == kind:
                    yield meeting._replace(offer=offer)
        for casetype in tree.casetypes.values():
            if casetype.file_id not in offered:
                yield from (meeting for meeting in _of_unoffered(casetype, tree) if meeting.guard.kind == kind)


def _of_entry(offer: Offer) -> Iterator[Meeting]:
    """The values that the unit itself gives."""
    if offer.entry is not None and offer.base.guarded & offer.entry.model_fields_set:
        for meeting in _meetings(offer.id, offer.layers(), offer.base.guards, offer.unit.care_level):
            if meeting.own.layer == "unit":
                yield meeting


def _of_unoffered(casetype: CaseType, tree: RegionTree) -> Iterator[Meeting]:
    """A case type that no unit has yet, below the template that it builds on."""
    template = tree.templates.get(casetype.extends) if isinstance(casetype, ExtendingCaseType) else None
    if template is not None:
        layers = (Layer("national", template, template.place), Layer("casetype", casetype, casetype.place))
        yield from _meetings(casetype.file_id, layers, tuple(_guards_of(template)), "")


def _guards_of(template: FileNode) -> Iterator[Guard]:
    kinds: tuple[GuardKind, ...] = ("locked", "stricter_only")
    for kind in kinds:
        for number, field in enumerate(getattr(template, kind)):
            yield Guard(kind, field, template.at(kind, number), 0)


def _meetings(
    casetype: str, layers: tuple[Layer, ...], guards: tuple[Guard, ...], care_level: str
) -> Iterator[Meeting]:
    for guard in guards:
        found = origins(layers, guard.field, care_level)
        for number, own in enumerate(origins(layers[guard.depth + 1 :], guard.field, care_level)):
            above = found[number + 1] if number + 1 < len(found) else None
            yield Meeting(casetype, guard, own, above)
