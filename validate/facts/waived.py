"""What the waivers of a region name, and what of it does not exist."""

from collections.abc import Iterator

from schema.models.waivers import Waiver
from schema.workspace import RegionTree, Workspace
from validate.facts.existing import UnfittedUnits, ids_by_folder, suggester
from validate.waiving import OBJECTS


def unknown_objects(workspace: Workspace, tree: RegionTree) -> Iterator[tuple[Waiver, str, str, str]]:
    """Each waiver of something that does not exist, with its kind, its id and the id most like it."""
    if not tree.waivers:
        return
    known = _known(tree)
    suggest = {kind: suggester(ids) for kind, ids in known.items()}
    unfitted = UnfittedUnits(workspace, tree)
    for waiver in tree.waivers:
        for kind, id in objects_of_waiver(waiver):
            may_be_local = kind == "casetype" and unfitted.may_name(id)
            may_be_decision = kind == "decision" and tree.is_broken("basutbud.yaml")
            if not (id in known[kind] or may_be_local or may_be_decision):
                yield waiver, kind, id, suggest[kind](id)


def objects_of_waiver(waiver: Waiver) -> Iterator[tuple[str, str]]:
    """The kind and the id of each thing that a waiver names."""
    for kind in OBJECTS:
        id: str | None = getattr(waiver, kind)
        if id is not None:
            yield kind, id


def _known(tree: RegionTree) -> dict[str, set[str]]:
    ids = ids_by_folder(tree)
    on_units = {id for unit in tree.units.values() for id in unit.casetypes}
    return {
        "unit": ids[tree.path("units")],
        "casetype": ids["casetype_templates"] | ids[tree.path("casetypes")] | on_units,
        "terms": ids[tree.path("terms")],
        "message": ids[tree.path("messages")],
        "decision": {decision.id for decision in tree.decisions},
    }
