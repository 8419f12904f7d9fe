"""An HSA-id whose ten digits cannot be an organisation number."""

from collections.abc import Iterator

from schema.workspace import Workspace
from validate.facts.hsa_ids import hsa_ids
from validate.masking import personal_numbers
from validate.rule import Finding, Words, found, rule
from validate.wording.check_digits import luhn_agrees


@rule(
    "error",
    sv=Words(
        title="HSA-id utan organisationsnummer",
        message="De tio siffrorna i HSA-id:t kan inte vara ett organisationsnummer: den tredje är {digit}.",
        reason="Den tredje siffran i ett organisationsnummer är alltid 2 eller högre, så att det inte tas för ett "
        "personnummer. Siffrorna är alltså felskrivna.",
        advice="Skriv av HSA-id:t från HSA, tecken för tecken.",
    ),
    en=Words(
        title="An HSA-id without an organisation number",
        message="The ten digits of the HSA-id cannot be an organisation number: the third is {digit}.",
        reason="The third digit of an organisation number is always 2 or higher, so that it is not taken for a "
        "personal number. So the digits are miswritten.",
        advice="Copy the HSA-id from HSA, character by character.",
    ),
    source="Katalogen över objektidentifierare, OID 1.3.7 (organisationsnummer)",
    good="""
-- units/vc.yaml --
hsa_id: SE2321000115-PAHITT0001
""",
    bad="""
-- units/vc.yaml --
hsa_id: SE2300000110-PAHITT0001  # <-- hsa-id-organisation-number
""",
)
def hsa_id_organisation_number(workspace: Workspace) -> Iterator[Finding]:
    for hsa_id in hsa_ids(workspace):
        span = hsa_id.number()
        digits = hsa_id.text[slice(*span)] if span is not None else ""
        # A wrong check digit and a personal number have rules of their own.
        if span is not None and digits[2] < "2" and luhn_agrees(digits) and not any(personal_numbers(hsa_id.text)):
            yield found(hsa_id.at(*span), digit=digits[2])
