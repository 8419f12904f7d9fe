"""Two units with the same HSA-id, in one region or in two."""

from collections.abc import Iterator

from schema.places import Place, Related
from schema.register import Register
from validate.facts.hsa_ids import without_blanks
from validate.rule import Finding, Words, found, rule


@rule(
    "error",
    sv=Words(
        title="Samma HSA-id två gånger",
        message="HSA-id:t {hsa_id} hör redan till {other}.",
        reason="Ett HSA-id pekar ut en enda mottagning i hela landet. Stora och små bokstäver gör ingen skillnad.",
        advice="Skriv mottagningens eget HSA-id, eller ta bort den ena filen om det är samma mottagning som {other}.",
    ),
    en=Words(
        title="The same HSA-id twice",
        message="The HSA-id {hsa_id} already belongs to {other}.",
        reason="An HSA-id points out a single unit in the whole country. Upper and lower case make no difference.",
        advice="Write the unit's own HSA-id, or take one of the files away if it is the same unit as {other}.",
    ),
    source="HSA-identitet och Organisationsnummer (healthmod, openEHR)",
    good="""
-- units/bvc.yaml --
hsa_id: SE2321000115-PAHITT0002
name: Påhittade barnavårdscentralen
status: planned
invented: true
business_type: bvc
care_level: primary
governed_by: forvaltning
municipality: "1380"
phone: 031-390 06 01
""",
    bad="""
-- units/vc.yaml --
hsa_id: SE2321000115-pahitt0001  # <-- hsa-id-repeated
-- units/bvc.yaml --
hsa_id: SE2321000115-PAHITT0001
name: Påhittade barnavårdscentralen
status: planned
invented: true
business_type: bvc
care_level: primary
governed_by: forvaltning
municipality: "1380"
phone: 031-390 06 01
""",
)
def hsa_id_repeated(register: Register) -> Iterator[Finding]:
    first: dict[str, Place] = {}
    for hsa_id, place, number in sorted(register.hsa_ids, key=_originals_first):
        del number
        known = first.setdefault(without_blanks(hsa_id).casefold(), place)
        if known is not place:
            yield found(place, Related("other-one", known), hsa_id=hsa_id, other=known.file)


def _originals_first(entry: tuple[str, Place, str]) -> tuple[bool, str]:
    """A unit in the region that its HSA-id names comes before its copy in another, and `x.yaml` before `x-2.yaml`."""
    hsa_id, place, number = entry
    is_own = number != "" and number.replace("-", "") in hsa_id
    return not is_own, place.file.removesuffix(".yaml")
