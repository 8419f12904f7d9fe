"""A unit with fewer local administrators than its region's policy asks for."""

from collections.abc import Iterator

from schema.places import Related
from schema.workspace import Workspace
from validate.rule import Finding, Words, found, rule


@rule(
    "error",
    sv=Words(
        title="För få lokala administratörer",
        message="Antalet lokala administratörer är {count}. Regionen kräver minst {minimum} per mottagning.",
        reason="Utan lokal administratör kan ingen ändra mottagningens inställningar eller ge behörigheter. En "
        "mottagning som stänger behöver någon till det sista.",
        advice="Utbilda fler lokala administratörer och rätta antalet under roles.",
    ),
    en=Words(
        title="Too few local administrators",
        message="The number of local administrators is {count}. The region asks for at least {minimum} per unit.",
        reason="Without a local administrator nobody can change the unit's settings or give permissions. A unit that "
        "is closing needs somebody until the end.",
        advice="Train more local administrators and correct the number under roles.",
    ),
    source="Regionens policy. Region Jönköpings län, Stöd vid införande av 1177 e-tjänster (minst en), och Region "
    "Kronoberg, 1177 Personalverktyg (minst två)",
    good="""
-- region.yaml --
policy: {minimum_local_administrators: 2}
-- units/vc.yaml --
roles:
  local_administrator: 2
""",
    bad="""
-- region.yaml --
policy: {minimum_local_administrators: 2}
-- units/vc.yaml --
roles:
  local_administrator: 1  # <-- administrators-too-few
""",
)
def administrators_too_few(workspace: Workspace) -> Iterator[Finding]:
    for tree in workspace.regions.values():
        if tree.region is None:
            continue
        minimum = tree.region.policy.minimum_local_administrators
        is_written = "minimum_local_administrators" in tree.region.policy.model_fields_set
        required = [Related("required-here", tree.region.at("policy", "minimum_local_administrators"))]
        for unit in tree.units.values():
            count = unit.roles.local_administrator
            if count < minimum and unit.status in ("active", "closing"):
                at = unit.at("roles", "local_administrator")
                yield found(at, *(required if is_written else []), count=count, minimum=minimum)
