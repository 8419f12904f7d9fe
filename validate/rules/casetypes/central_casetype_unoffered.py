"""A central case type that the region distributes to no group, and that no unit lists."""

from collections.abc import Iterator

from schema.workspace import Workspace
from validate.facts.existing import UnfittedUnits
from validate.rule import Finding, Words, found, rule


@rule(
    "warning",
    sv=Words(
        title="Central ärendetyp som ingen har",
        message="Den centrala ärendetypen ”{casetype}” delas inte ut till någon grupp, och ingen mottagning har den.",
        reason="Regionen delar ut centrala ärendetyper till mottagningarna. Utan utdelning når den ingen invånare.",
        advice="Lägg till distribute: {{to: [...]}} i {casetype}, eller ta bort filen om den inte ska användas.",
    ),
    en=Words(
        title="Central case type that nobody has",
        message="The central case type “{casetype}” is distributed to no group, and no unit has it.",
        reason="The region distributes central case types to its units. Without that it reaches no resident.",
        advice="Add distribute: {{to: [...]}} in {casetype}, or take the file away if it is not to be used.",
    ),
    source="Inera, Användarforum 1177 e-tjänster, hösten 2022 (centrala ärendetyper delas ut)",
    good="""
-- casetypes/ring-mig.yaml --
extends: kontakta-mig
name: Ring mig
governance: central
distribute: {to: [vardcentraler]}
-- groups.yaml --
vardcentraler:
  title: Vårdcentraler
  select: {business_type: vardcentral}
""",
    bad="""
-- casetypes/ring-mig.yaml --
extends: kontakta-mig
name: Ring mig
governance: central  # <-- central-casetype-unoffered
""",
)
def central_casetype_unoffered(workspace: Workspace) -> Iterator[Finding]:
    for tree in workspace.regions.values():
        central = [
            (id, casetype)
            for id, casetype in sorted(tree.casetypes.items())
            if casetype.governance == "central" and casetype.distribute is None
        ]
        if not central:
            continue
        unfitted = UnfittedUnits(workspace, tree)
        listed = {id for unit in tree.units.values() for id in unit.casetypes}
        for id, casetype in central:
            if id not in listed and not unfitted.may_name(id):
                yield found(casetype.at("governance"), casetype=id)
