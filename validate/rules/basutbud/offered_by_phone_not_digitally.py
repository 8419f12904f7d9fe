"""Something that a unit does by phone, and that residents cannot do on 1177.se."""

from collections.abc import Iterator

from schema.offers import ResolvedUnit
from schema.workspace import Workspace
from validate.facts.duties import Duties, rows_for
from validate.facts.needing import casetypes_by_need, lineage_of
from validate.facts.offering import offers_are_known
from validate.rule import Finding, Words, found, rule


@rule(
    "warning",
    sv=Words(
        title="Det som görs per telefon går inte att göra digitalt",
        message="Mottagningen har {capability} under offers, men ingen aktiv ärendetyp för det.",
        reason="Regionens policy är att det som mottagningen gör per telefon eller på annat sätt också ska gå att göra "
        "på 1177.se.",
        advice="Aktivera någon av dessa: {casetypes}. Gör mottagningen inte {capability}, ta bort det under offers.",
    ),
    en=Words(
        title="What is done by phone cannot be done digitally",
        message="The unit has {capability} under offers, but no active case type for it.",
        reason="The region's policy is that what a unit does by phone or otherwise residents must also be able to do "
        "on 1177.se.",
        advice="Activate one of these: {casetypes}. If the unit does not do {capability}, take it away under offers.",
    ),
    source="Regionens policy, till exempel Vårdgivare Skåne, Utbud av e-tjänster och E-tjänster på 1177.se, och Region "
    "Kronoberg, 1177 Personalverktyg",
    good="""
-- region.yaml --
policy: {digital_offer: as-by-phone}
-- units/vc.yaml --
offers: [calls-back]
""",
    bad="""
-- region.yaml --
policy: {digital_offer: as-by-phone}
-- casetype_templates/fornya-recept.yaml --
name: Förnya recept
kind: form
category: Recept
needs: prescribes
form:
  - {id: medicin, question: Vad heter medicinen?, type: text}
-- units/vc.yaml --
offers:
  - calls-back
  - prescribes  # <-- offered-by-phone-not-digitally
""",
)
def offered_by_phone_not_digitally(workspace: Workspace) -> Iterator[Finding]:
    for tree in workspace.regions.values():
        if tree.region is None or tree.region.policy.digital_offer != "as-by-phone" or not offers_are_known(tree):
            continue
        # A decision that could not be read may ask for it, which is then told of by the decision.
        if tree.is_broken("basutbud.yaml"):
            continue
        by_need, duties = casetypes_by_need(tree), Duties(tree)
        for unit in tree.resolved.values():
            # A case type that could not be resolved may be the one that is wanted.
            if unit.unit.status != "active" or unit.unresolved:
                continue
            covered = _covered(unit)
            for number, capability in enumerate(unit.unit.offers):
                casetypes = () if capability in covered else by_need.get(capability, ())
                if casetypes and not _is_decided(unit, casetypes, duties):
                    at = unit.unit.at("offers", number)
                    yield found(at, capability=capability, casetypes=", ".join(casetypes))


def _covered(unit: ResolvedUnit) -> set[str]:
    """What residents can do at a unit digitally, and what no unit does by phone."""
    active = [offer for offer in unit.offers.values() if offer.active]
    books = {"books-visits"} if any("book" in (offer.base.values.get("functions") or ()) for offer in active) else set()
    return {"direct-booking", *books, *(offer.get("needs") for offer in active)}


def _is_decided(unit: ResolvedUnit, casetypes: tuple[str, ...], duties: Duties) -> bool:
    """Whether a decision asks the unit for one of the case types, or for what may stand in its place, or forbids all.

    What is lacking then has a rule of its own, and what stands in its place is enough.
    """
    lineages = [lineage_of(unit.tree, casetype) for casetype in casetypes]
    binding = duties.binding(unit)
    asked = {id for decision in binding for row in rows_for(unit, decision, "require") for id in row.duty.casetype}
    banned = {id for decision in binding for row in rows_for(unit, decision, "forbid") for id in row.duty.casetype}
    return any(lineage & asked for lineage in lineages) or all(lineage & banned for lineage in lineages)
