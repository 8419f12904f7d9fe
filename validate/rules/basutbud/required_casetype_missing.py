"""A case type that the basutbud asks of a unit, and that the unit does not offer."""

from collections.abc import Iterator

from schema.offers import ResolvedUnit
from schema.places import Place, Related
from schema.workspace import Workspace
from validate.facts.duties import BoundDuty, Duties
from validate.facts.needing import needs_of
from validate.facts.offering import offers_are_known
from validate.rule import Finding, Words, found, rule


@rule(
    "error",
    sv=Words(
        title="Ärendetyp i basutbudet saknas",
        message="”{name}” saknas. Beslutet ”{decision}” ({reference}) kräver det av mottagningen.",
        reason="Det som mottagningen gör per telefon eller på annat sätt ska invånaren också kunna göra på 1177.se, "
        "när beslutet säger det.",
        advice="Lägg till {casetype} under casetypes och gör den aktiv. {remedy} Behövs tid att ordna det, skriv ett "
        "undantag i waivers.yaml.",
        phrases={
            "remedy": {
                "offers": "Gör mottagningen inte det här ska det inte stå under offers.",
                "when": "Mottagningen måste då också ha under offers det som ärendetypen kräver. Gör den inte det, "
                "ändra beslutets when eller applies_to så att raden inte gäller mottagningen.",
            }
        },
    ),
    en=Words(
        title="A case type of the basutbud is missing",
        message="“{name}” is missing. The decision “{decision}” ({reference}) asks the unit for it.",
        reason="What the unit does by phone or otherwise residents must also be able to do on 1177.se, where the "
        "decision says so.",
        advice="Add {casetype} under casetypes and make it active. {remedy} If time is needed to arrange it, write a "
        "waiver in waivers.yaml.",
        phrases={
            "remedy": {
                "offers": "If the unit does not do this it must not stand under offers.",
                "when": "The unit must then also have under offers what the case type needs. If it does not do that, "
                "change when or applies_to of the decision so that the row is not for the unit.",
            }
        },
    ),
    source="Regionens beslut om basutbud, till exempel VGR Vårdgivarwebben, Basutbud i 1177 Vårdguidens e-tjänster, HS "
    "20-2016",
    good="""
-- basutbud.yaml --
- id: exempel-2026
  title: "Exempel: basutbud"
  decided: {by: "Exempel, inget verkligt beslut", on: 2026-01-15, reference: Exempel 2026-1}
  valid: {from: 2026-02-01}
  require:
    - casetype: kontakta-mig
      when: {offers: calls-back}
  illustrative: true
""",
    bad="""
-- basutbud.yaml --
- id: exempel-2026
  title: "Exempel: basutbud"
  decided: {by: "Exempel, inget verkligt beslut", on: 2026-01-15, reference: Exempel 2026-1}
  valid: {from: 2026-02-01}
  require:
    - casetype: kontakta-mig
      when: {offers: calls-back}
  illustrative: true
-- units/vc.yaml --
casetypes:
  kontakta-mig: {active: false}  # <-- required-casetype-missing
""",
)
def required_casetype_missing(workspace: Workspace) -> Iterator[Finding]:
    for tree in workspace.regions.values():
        if not tree.decisions or not offers_are_known(tree):
            continue
        duties = Duties(tree)
        for unit in tree.resolved.values():
            for row in duties.lacking(unit):
                yield _finding(unit, row)


def _finding(unit: ResolvedUnit, row: BoundDuty) -> Finding:
    decision, wanted = row.decision, row.duty.casetype
    return found(
        _place(unit, wanted),
        Related("required-here", row.place),
        objects={"casetype": wanted[0], "decision": decision.id},
        name=row.duty.name or _name(unit, wanted[0]),
        casetype=" / ".join(wanted),
        decision=decision.title,
        reference=decision.decided.reference,
        remedy="offers" if _is_able(unit, wanted) else "when",
    )


def _is_able(unit: ResolvedUnit, wanted: tuple[str, ...]) -> bool:
    """Whether the unit does what one of the case types needs."""
    return any(needs_of(unit.tree, casetype) in (None, *unit.unit.offers) for casetype in wanted)


def _place(unit: ResolvedUnit, wanted: tuple[str, ...]) -> Place:
    """The entry of a case type that would do but is not active; otherwise the unit's list of case types."""
    for offer in unit.offers.values():
        if offer.id in unit.unit.casetypes and not offer.base.lineage.isdisjoint(wanted):
            return offer.place.key()
    return unit.unit.at("casetypes").key()


def _name(unit: ResolvedUnit, casetype: str) -> str:
    tree = unit.tree
    template = tree.templates.get(casetype)
    own = tree.casetypes.get(casetype)
    return (own.name if own is not None else None) or (template.name if template is not None else casetype)
