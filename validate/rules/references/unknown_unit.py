"""An HSA-id in a list or a selector that no unit of the region has."""

from collections.abc import Iterator

from schema.places import Place
from schema.workspace import RegionTree, Workspace
from validate.facts.existing import UnfittedUnits, suggester
from validate.facts.hsa_ids import hsa_ids, without_blanks
from validate.facts.selectors import alternatives, selectors_of
from validate.rule import Finding, Words, found, rule


@rule(
    "error",
    sv=Words(
        title="Okänd mottagning",
        message="Ingen mottagning i regionen har HSA-id ”{hsa_id}”.",
        reason="En felskriven rad betyder att den mottagning som menas inte får det som delas ut.",
        advice="Jämför med HSA-id i mottagningens fil i mappen units. Rätta raden, eller ta bort den om mottagningen "
        "har stängt.",
    ),
    en=Words(
        title="Unknown unit",
        message="No unit in the region has the HSA-id “{hsa_id}”.",
        reason="A mistyped line means that the unit that was meant does not get what is distributed.",
        advice="Compare with the HSA-id in the unit's file in the folder units. Correct the line, or take it away if "
        "the unit has closed.",
    ),
    source="basutbud, konfigurationsformatet",
    good="""
-- groups.yaml --
piloter:
  title: Mottagningar som provar först
  list: piloter.csv
-- lists/piloter.csv --
hsa-id,namn
se2321000115-pahitt0001,Påhittade vårdcentralen
""",
    bad="""
-- groups.yaml --
piloter:
  title: Mottagningar som provar först
  list: piloter.csv
-- lists/piloter.csv (escaped) --
hsa-id,namn
\\u200bSE2321000115-PAHITT0001,Påhittade vårdcentralen  # <-- unknown-unit
SE2321000115-PAHITT0010,Påhittade vårdcentralen  # <-- unknown-unit
""",
    mandatory=True,
)
def unknown_unit(workspace: Workspace) -> Iterator[Finding]:
    for tree in workspace.regions.values():
        # Blanks in a unit's own HSA-id are told of there.
        known = {id.lower() for unit in tree.units.values() for id in (unit.hsa_id, without_blanks(unit.hsa_id))}
        unfitted = UnfittedUnits(workspace, tree)
        unknown = [
            (hsa_id, place)
            for hsa_id, place in _named(tree)
            if hsa_id.lower() not in known and not unfitted.may_name(hsa_id)
        ]
        # A unit whose own HSA-id cannot be right may be the one that was meant.
        unsound = suggester(id.text for id in hsa_ids(workspace) if not id.is_sound()) if unknown else None
        for hsa_id, place in unknown:
            if unsound is None or not unsound(hsa_id):
                bare = without_blanks(hsa_id)
                is_known = bare != hsa_id and bare.lower() in known
                yield found(place, replacement=bare if is_known else None, hsa_id=hsa_id)


def _named(tree: RegionTree) -> Iterator[tuple[str, Place]]:
    for _, rows in sorted(tree.lists.items()):
        for row in rows:
            yield row.hsa_id, row.place
    for selector, at, _ in selectors_of(tree):
        yield from alternatives(selector.hsa_id, at.at("hsa_id"))
