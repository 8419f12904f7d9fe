"""An HSA-id of more than 31 characters."""

from collections.abc import Iterator

from schema.workspace import Workspace
from validate.facts.hsa_ids import LONGEST, hsa_ids
from validate.rule import Finding, Words, found, rule


@rule(
    "error",
    sv=Words(
        title="För långt HSA-id",
        message="HSA-id:t är {length} tecken långt. Det får vara högst {longest}.",
        reason="Ett id som är längre än formatet tillåter tas inte emot av andra system. Ofta har något klistrats in "
        "två gånger.",
        advice="Ta bort det som är för mycket. Jämför med id:t i HSA, som är högst {longest} tecken.",
    ),
    en=Words(
        title="Too long an HSA-id",
        message="The HSA-id is {length} characters long. It may be {longest} at most.",
        reason="An id that is longer than the format allows is not taken by other systems. Often something was pasted "
        "twice.",
        advice="Take away what is too much. Compare with the id in HSA, which has {longest} characters at most.",
    ),
    source="HSA-identitet och Organisationsnummer (healthmod, openEHR)",
    good="""
-- units/vc.yaml --
hsa_id: SE2321000115-PAHITT000000000001
""",
    bad="""
-- units/vc.yaml --
hsa_id: SE2321000115-PAHITT0000000000001  # <-- hsa-id-length
""",
    mandatory=True,
)
def hsa_id_length(workspace: Workspace) -> Iterator[Finding]:
    for hsa_id in hsa_ids(workspace):
        length = len(hsa_id.text)
        if length > LONGEST:
            yield found(hsa_id.at(LONGEST, length), length=length, longest=LONGEST)
