"""An HSA-id that starts with TSE or SE16, as some do, though the description of the format has only SE."""

import re
from collections.abc import Iterator

from schema.workspace import Workspace
from validate.facts.hsa_ids import hsa_ids
from validate.rule import Finding, Words, found, rule


@rule(
    "warning",
    sv=Words(
        title="Ovanlig början på HSA-id",
        message="HSA-id:t börjar med {start} i stället för SE. {meaning}",
        reason="Ett HSA-id beskrivs som SE och de tio siffrorna i organisationsnumret. Andra inledningar förekommer, "
        "men kan också komma från en testmiljö eller ett tekniskt system.",
        advice="Jämför med HSA. Står det {start} där är id:t rätt, och regionen kan stänga av regeln under rules i "
        "region.yaml.",
        phrases={
            "meaning": {
                "TSE": "Så ser id:n ut som kan komma från en testmiljö.",
                "SE16": "Vissa kataloger skriver 16 framför organisationsnumret.",
            }
        },
    ),
    en=Words(
        title="Unusual start of an HSA-id",
        message="The HSA-id starts with {start} instead of SE. {meaning}",
        reason="An HSA-id is described as SE and the ten digits of the organisation number. Other starts occur, but "
        "may also come from a test environment or a technical system.",
        advice="Compare with HSA. If it says {start} there the id is right, and the region can switch the rule off "
        "under rules in region.yaml.",
        phrases={
            "meaning": {
                "TSE": "Ids that may come from a test environment look so.",
                "SE16": "Some directories write 16 before the organisation number.",
            }
        },
    ),
    source="Egen slutsats: HSA-identitet och Organisationsnummer (healthmod, openEHR) har bara SE, men Ineras öppna "
    "kod för HSA-id godtar SE16, och TSE finns i publika exempel",
    good="""
-- units/vc.yaml --
hsa_id: SE2321000115-PAHITT0001
""",
    bad="""
-- units/vc.yaml --
hsa_id: TSE2321000115-PAHITT0001  # <-- hsa-id-unusual-start
""",
)
def hsa_id_unusual_start(workspace: Workspace) -> Iterator[Finding]:
    for hsa_id in hsa_ids(workspace):
        start = _UNUSUAL.match(hsa_id.text)
        if start:
            yield found(hsa_id.at(*start.span()), start=start[0], meaning=start[0])


_UNUSUAL = re.compile(r"TSE|SE16(?=[0-9]{10}(?![0-9]))")
