"""A unit that changes what it may not change in a case type that the region governs centrally."""

from collections.abc import Iterator

from schema.models.regions import Region
from schema.offers import Offer
from schema.places import Place, Related
from schema.workspace import RegionTree, Workspace
from validate.rule import Finding, Words, found, rule

_ALLOWED = ("values", "standard_answers", "extra_points", "terms", "sort_order", "internal_name")


@rule(
    "error",
    sv=Words(
        title="Ändrad central ärendetyp",
        message="Den centrala ärendetypen ”{casetype}” kan mottagningen inte {edit}.",
        reason="En central ärendetyp skapas, ändras och delas ut av regionen, så att den är lika på alla mottagningar.",
        advice="Ta bort ”{field}” här, eller be regionens förvaltning om ändringen. Mottagningen får själv skriva "
        "{allowed}.",
        phrases={
            "edit": {
                "active": "aktivera eller inaktivera själv",
                "name": "döpa om",
                "description": "ge en egen beskrivning",
                "promise": "ge en egen svarstid",
                "cancellation_limit": "ge en egen avbokningsgräns",
                "attachments": "ge egna regler för bilagor",
                "limited_selection": "ge ett eget urval av invånare",
                "local": "ersätta med en lokal ärendetyp",
            }
        },
    ),
    en=Words(
        title="Edited central case type",
        message="The unit cannot {edit} the central case type “{casetype}”.",
        reason="The region makes, changes and distributes a central case type, so that it is the same on all units.",
        advice="Take “{field}” away here, or ask the region's administration for the change. The unit itself may write "
        "{allowed}.",
        phrases={
            "edit": {
                "active": "by itself activate or inactivate",
                "name": "rename",
                "description": "give a description of its own to",
                "promise": "give a promised time of its own to",
                "cancellation_limit": "give a cancellation limit of its own to",
                "attachments": "set attachments of its own for",
                "limited_selection": "choose the residents of",
                "local": "put a local case type in place of",
            }
        },
    ),
    source="Inera, Användarforum 1177 e-tjänster, hösten 2022. Vem som aktiverar: regionens egen policy, eftersom "
    "Region Jönköpings län låter mottagningen göra det",
    good="""
-- casetypes/kontakta-mig.yaml --
extends: kontakta-mig
governance: central
distribute: {to: [vardcentraler], active: true}
-- groups.yaml --
vardcentraler:
  title: Vårdcentraler
  select: {business_type: vardcentral}
-- units/vc.yaml --
casetypes:
  kontakta-mig:
    internal_name: Kontakta mig – vårdcentral
    sort_order: 10
""",
    bad="""
-- casetypes/kontakta-mig.yaml --
extends: kontakta-mig
governance: central
distribute: {to: [vardcentraler], active: true}
-- groups.yaml --
vardcentraler:
  title: Vårdcentraler
  select: {business_type: vardcentral}
-- units/vc.yaml --
casetypes:
  kontakta-mig:
    description: Skriv till oss så ringer vi upp dig.  # <-- central-casetype-edited
    sort_order: 10
""",
    mandatory=True,
)
def central_casetype_edited(workspace: Workspace) -> Iterator[Finding]:
    for tree in workspace.regions.values():
        central = {id for id, casetype in tree.casetypes.items() if casetype.governance == "central"}
        for offer in tree.offers() if central else ():
            if offer.entry is not None and offer.id in central:
                yield from _edits(offer, tree)


def _edits(offer: Offer, tree: RegionTree) -> Iterator[Finding]:
    assert offer.entry is not None
    region = tree.region
    # Without its region file nobody can say who activates.
    by_unit = region is None or region.policy.central_casetypes_activated_by == "unit"
    allowed = (*_ALLOWED, "active") if by_unit else _ALLOWED
    if offer.entry.local is not None:
        fields = ["local"]
    else:
        locked = {guard.field for guard in offer.base.guards if guard.kind == "locked"}
        fields = sorted(offer.entry.model_fields_set - {*allowed, *locked})
    for field in fields:
        yield found(
            offer.place.at(field).key(),
            Related("decided-here", _decision(field, offer, region, tree)),
            casetype=offer.id,
            edit=field,
            field=field,
            allowed=", ".join(allowed),
        )


def _decision(field: str, offer: Offer, region: Region | None, tree: RegionTree) -> Place:
    """Where the region has decided it: that the case type is central, or that only the region activates."""
    if field == "active" and region is not None:
        return region.at("policy", "central_casetypes_activated_by")
    return tree.casetypes[offer.id].at("governance")
