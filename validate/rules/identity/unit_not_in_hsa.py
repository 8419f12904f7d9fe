"""A unit that is missing in what the region keeps of HSA."""

from collections.abc import Iterator

from schema.places import Related
from schema.reading.snapshot import RegisteredUnit
from schema.workspace import RegionTree, Workspace
from validate.facts.registered import units_in_hsa
from validate.rule import Finding, Words, found, rule


@rule(
    "warning",
    sv=Words(
        title="Mottagning som inte finns i HSA",
        message="Mottagningens HSA-id står inte i regionens hsa.csv.",
        reason="En mottagning måste finnas i HSA innan den kan aktiveras i e-tjänsterna. Ett HSA-id som inte finns där "
        "är ofta felskrivet.",
        advice="Jämför HSA-id:t med HSA. Är det rätt, lägg in mottagningen i HSA eller hämta hsa.csv igen.",
    ),
    en=Words(
        title="A unit that is not in HSA",
        message="The unit's HSA-id does not stand in the region's hsa.csv.",
        reason="A unit must be in HSA before it can be activated in the e-services. An HSA-id that is not there is "
        "often misspelt.",
        advice="Compare the HSA-id with HSA. If it is right, put the unit into HSA or make hsa.csv again.",
    ),
    source="Region Jönköpings län, Stöd vid införande av 1177 e-tjänster (aktivera enhet: mottagningen finns i HSA)",
    good="""
-- hsa.csv --
hsa-id,namn
se2321000115-pahitt0001,Påhittade vårdcentralen
-- units/vc.yaml --
hsa_id: SE2321000115-PAHITT0001
""",
    bad="""
-- hsa.csv --
hsa-id,namn
SE2321000115-PAHITT0001,Påhittade vårdcentralen
-- units/vc.yaml --
hsa_id: SE2321000115-PAHITT0010  # <-- unit-not-in-hsa
""",
)
def unit_not_in_hsa(workspace: Workspace) -> Iterator[Finding]:
    for tree in workspace.regions.values():
        if not _may_hide_units(workspace, tree):
            by_name = {registered.name: registered for registered in (tree.snapshot or {}).values()}
            for unit, registered in units_in_hsa(tree):
                if registered is None:
                    yield found(unit.at("hsa_id"), *_namesake(by_name.get(unit.name.strip())))


def _may_hide_units(workspace: Workspace, tree: RegionTree) -> bool:
    """Whether a line cannot be used, which may be that of any unit."""
    return any(misfit.at.file == tree.path("hsa.csv") for misfit in workspace.misfits)


def _namesake(registered: RegisteredUnit | None) -> tuple[Related, ...]:
    """The line of the same name, whose HSA-id may be the one that was meant."""
    return (Related("other-one", registered.place),) if registered is not None else ()
