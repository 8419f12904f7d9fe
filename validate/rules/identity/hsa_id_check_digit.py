"""An HSA-id whose ten digits are no organisation number, as the check digit is wrong."""

from collections.abc import Iterator

from schema.workspace import Workspace, region_of
from validate.facts.hsa_ids import HsaId, hsa_ids
from validate.rule import Finding, Words, found, rule
from validate.wording.check_digits import luhn_agrees


@rule(
    "error",
    sv=Words(
        title="Fel kontrollsiffra i HSA-id",
        message="Siffrorna {number} i HSA-id:t är inget organisationsnummer: kontrollsiffran stämmer inte.{nearest}",
        reason="De tio siffrorna är organisationsnumret för den som äger katalogen. Den sista är en kontrollsiffra som "
        "avslöjar felskrivna nummer.",
        advice="Rätta {number} efter HSA-id:t i HSA.",
    ),
    en=Words(
        title="Wrong check digit in an HSA-id",
        message="The digits {number} in the HSA-id are no organisation number: the check digit is wrong.{nearest}",
        reason="The ten digits are the organisation number of the directory's owner. The last one is a check digit "
        "that gives misspelt numbers away.",
        advice="Correct {number} from the HSA-id in HSA.",
    ),
    source="HSA-identitet och Organisationsnummer (healthmod, openEHR), och Ineras öppna kod för HSA-id",
    good="""
-- units/vc.yaml --
hsa_id: SE2321000115-PAHITT0001
""",
    bad="""
-- units/vc.yaml --
hsa_id: SE2321000151-PAHITT0001  # <-- hsa-id-check-digit
""",
    mandatory=True,
)
def hsa_id_check_digit(workspace: Workspace) -> Iterator[Finding]:
    for hsa_id in hsa_ids(workspace):
        digits = hsa_id.number()
        if digits:
            number = hsa_id.text[slice(*digits)]
            if not luhn_agrees(number):
                yield found(hsa_id.at(*digits), number=number, nearest=_nearest(hsa_id, number, workspace))


def _nearest(hsa_id: HsaId, number: str, workspace: Workspace) -> str:
    """The region's own number, when at most two digits differ: one was misspelt, or two changed places."""
    tree = workspace.regions[region_of(hsa_id.unit.file)]
    own = tree.region.organisation_number.replace("-", "") if tree.region is not None else ""
    differing = sum(one != other for one, other in zip(own, number, strict=False))
    return own if own and differing <= 2 and luhn_agrees(own) else ""
