"""An active unit without any active case type."""

from collections.abc import Iterator

from schema.workspace import Workspace
from validate.facts.duties import Duties
from validate.facts.offering import offers_are_known
from validate.rule import Finding, Words, found, rule


@rule(
    "warning",
    sv=Words(
        title="Aktiv mottagning utan ärendetyper",
        message="Mottagningen är aktiv men har ingen aktiv ärendetyp.",
        reason="Invånare som loggar in hittar mottagningen men kan inte göra något där.",
        advice="Lägg till minst en ärendetyp under casetypes, eller skriv status: planned tills mottagningen är redo.",
    ),
    en=Words(
        title="Active unit without case types",
        message="The unit is active but has no active case type.",
        reason="Residents who log in find the unit but cannot do anything there.",
        advice="Add at least one case type under casetypes, or write status: planned until the unit is ready.",
    ),
    source="Egen slutsats: Vårdgivarguiden Stockholm, Inställningar (välj ärendetyper innan mottagningen öppnar)",
    good="""
-- units/vc.yaml --
status: planned
casetypes:
  kontakta-mig: {active: false}
""",
    bad="""
-- units/vc.yaml --
status: active
casetypes:  # <-- unit-active-without-casetypes
  kontakta-mig: {active: false}
""",
)
def unit_active_without_casetypes(workspace: Workspace) -> Iterator[Finding]:
    for tree in workspace.regions.values():
        duties = Duties(tree)
        is_known = offers_are_known(tree)
        for unit in tree.resolved.values() if is_known else ():
            if unit.unit.status != "active" or unit.unresolved or unit.active_lineage:
                continue
            # What the basutbud asks for is told of row by row, and says all of this and more.
            if next(duties.lacking(unit), None) is None:
                yield found(unit.unit.at("casetypes").key())
