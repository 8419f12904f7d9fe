"""A unit by another name than it has in HSA."""

import unicodedata
from collections import Counter
from collections.abc import Iterator

from schema.places import Related
from schema.workspace import Workspace
from validate.facts.registered import units_in_hsa
from validate.rule import Finding, Words, found, rule
from validate.wording.invisible import INVISIBLE


@rule(
    "error",
    sv=Words(
        title="Mottagningens namn är ett annat i HSA",
        message="Mottagningen heter ”{name}” här, men ”{registered}” i HSA.",
        reason="En mottagning aktiveras i e-tjänsterna under samma namn som i HSA. Heter den olika vet varken "
        "invånaren eller förvaltningen om det är samma mottagning.",
        advice="Är det rätt mottagning, skriv ”{registered}”. Annars är det hsa_id som är fel. Har namnet ändrats i "
        "HSA sedan hsa.csv hämtades, hämta filen igen.",
    ),
    en=Words(
        title="The unit has another name in HSA",
        message="The unit is called “{name}” here, but “{registered}” in HSA.",
        reason="A unit is activated in the e-services under the same name as in HSA. Where the names differ neither "
        "residents nor the administration know whether it is the same unit.",
        advice="If it is the right unit, write “{registered}”. Otherwise its hsa_id is wrong. If the name has changed "
        "in HSA since hsa.csv was made, make the file again.",
    ),
    source="Region Jönköpings län, Stöd vid införande av 1177 e-tjänster (aktivera enhet: samma namn som i HSA)",
    good="""
-- hsa.csv --
hsa-id,namn
SE2321000115-PAHITT0001,Påhittade vårdcentralen
-- units/vc.yaml --
name: Påhittade vårdcentralen
""",
    bad="""
-- hsa.csv --
hsa-id,namn
SE2321000115-PAHITT0001,Påhittade vårdcentralen
-- units/vc.yaml --
name: Påhittade Vårdcentralen  # <-- unit-name-differs-from-hsa
""",
)
def unit_name_differs_from_hsa(workspace: Workspace) -> Iterator[Finding]:
    for tree in workspace.regions.values():
        held = [(unit, registered) for unit, registered in units_in_hsa(tree) if registered is not None]
        bearers = Counter(registered.place for _, registered in held)
        for unit, registered in held:
            # Of an HSA-id that two units have there is a rule of its own.
            if bearers[registered.place] > 1 or not _is_clean(unit.name):
                continue
            if registered.name not in ("", unit.name.strip()):
                line = Related("other-one", registered.place)
                yield found(unit.at("name"), line, name=unit.name, registered=registered.name)


def _is_clean(name: str) -> bool:
    """Whether no rule of its own tells of characters in the name, which may be all that differs."""
    return unicodedata.is_normalized("NFC", name) and INVISIBLE.search(name) is None
