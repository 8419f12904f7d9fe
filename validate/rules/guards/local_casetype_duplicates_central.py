"""A local case type with the same name as a central one that the unit has as well."""

from collections.abc import Iterator

from schema.offers import Offer, ResolvedUnit
from schema.places import Related
from schema.workspace import Workspace
from validate.rule import Finding, Words, found, rule


@rule(
    "error",
    sv=Words(
        title="Lokal dubblett av en central ärendetyp",
        message="Den lokala ärendetypen heter ”{name}”, precis som den centrala ärendetypen ”{casetype}” som "
        "mottagningen redan har.",
        reason="Invånaren ser två ärendetyper med samma namn och vet inte vilken som är rätt. Lokala dubbletter ska "
        "bort när en central ärendetyp kommer.",
        advice="Ta bort den lokala ärendetypen och använd ”{casetype}”, eller ge den lokala ett namn som säger vad som "
        "skiljer dem åt.",
    ),
    en=Words(
        title="Local duplicate of a central case type",
        message="The local case type is called “{name}”, just like the central case type “{casetype}” that the unit "
        "already has.",
        reason="Residents see two case types of the same name and do not know which is right. Local duplicates have to "
        "go when a central case type comes.",
        advice="Take the local case type away and use “{casetype}”, or give the local one a name that tells them "
        "apart.",
    ),
    source="Inera, Användarforum 1177 e-tjänster, hösten 2022",
    good="""
-- casetypes/kontakta-mig.yaml --
extends: kontakta-mig
governance: central
-- units/vc.yaml --
casetypes:
  kontakta-mig: {}
  kontakta-rehab:
    internal_name: Kontakta rehab
    local:
      extends: kontakta-mig
      name: Kontakta rehab
""",
    bad="""
-- casetypes/kontakta-mig.yaml --
extends: kontakta-mig
governance: central
-- units/vc.yaml --
casetypes:
  kontakta-mig: {}
  kontakta-rehab:
    internal_name: Kontakta rehab
    local:
      extends: kontakta-mig
      name: Kontakta mig  # <-- local-casetype-duplicates-central
""",
)
def local_casetype_duplicates_central(workspace: Workspace) -> Iterator[Finding]:
    for unit in workspace.units():
        local = [offer for offer in unit.offers.values() if offer.base.governance == "local" and offer.active]
        if local:
            yield from _duplicates(unit, local)


def _duplicates(unit: ResolvedUnit, local: list[Offer]) -> Iterator[Finding]:
    central: dict[str, Offer] = {}
    for offer in unit.offers.values():
        if offer.base.governance == "central":
            central.setdefault(_plain(offer.get("name")), offer)
    for offer in local:
        name = offer.get("name")
        other = central.get(_plain(name))
        if other is not None:
            named = offer.origin("name")
            at = named if named.file == unit.unit.file else offer.place.key()
            yield found(at, Related("other-one", other.origin("name")), name=name, casetype=other.id)


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()
