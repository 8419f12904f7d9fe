"""A case type that is named, but exists neither in the region nor among the national templates."""

from collections.abc import Iterator

from schema.places import Place
from schema.workspace import RegionTree, Workspace
from validate.facts.existing import UnfittedUnits, ids_by_folder, suggester
from validate.facts.selectors import alternatives, decisions_to_come, duties_of
from validate.facts.written import local_casetypes
from validate.rule import Finding, Words, found, rule


@rule(
    "error",
    sv=Words(
        title="Okänd ärendetyp",
        message="Ärendetypen ”{casetype}” finns inte.{nearest}",
        reason="En ärendetyp som inte finns kan ingen invånare använda, och ett krav på den kan ingen uppfylla.",
        advice="{remedy}",
        phrases={
            "remedy": {
                "unit": "Rätta stavningen, lägg till ärendetypen som en fil i regionens mapp casetypes, eller beskriv "
                "den under local om bara den här mottagningen ska ha den.",
                "many": "Rätta stavningen, eller lägg till ärendetypen som en fil i regionens mapp casetypes.",
            }
        },
    ),
    en=Words(
        title="Unknown case type",
        message="There is no case type “{casetype}”.{nearest}",
        reason="No resident can use a case type that does not exist, and nobody can fulfil a demand for it.",
        advice="{remedy}",
        phrases={
            "remedy": {
                "unit": "Correct the spelling, add the case type as a file in the region's folder casetypes, or "
                "describe it under local if only this unit is to have it.",
                "many": "Correct the spelling, or add the case type as a file in the region's folder casetypes.",
            }
        },
    ),
    source="basutbud, konfigurationsformatet",
    good="""
-- casetypes/ring-mig.yaml --
extends: kontakta-mig
name: Ring mig
-- units/vc.yaml --
casetypes:
  kontakta-mig: {}
  ring-mig: {}
-- groups.yaml --
vardcentraler:
  title: Vårdcentraler
  select: {business_type: vardcentral}
  casetypes:
    ring-mig: {sort_order: 5}
""",
    bad="""
-- casetypes/ring-mig.yaml --
extends: kontakta-mig
name: Ring mig
-- units/vc.yaml --
casetypes:
  kontakta-mig: {}
  ringmig: {}  # <-- unknown-casetype
-- groups.yaml --
vardcentraler:
  title: Vårdcentraler
  select: {business_type: vardcentral}
  casetypes:
    ring-mej: {sort_order: 5}  # <-- unknown-casetype
-- basutbud.yaml --
- id: exempel-2026
  title: "Exempel: basutbud"
  decided: {by: "Exempel, inget verkligt beslut", on: 2026-01-15, reference: Exempel 2026-1}
  valid: {from: 2026-02-01}
  require:
    - casetype: [kontakta-mig, kontakta-oss]  # <-- unknown-casetype
      when: {offers: calls-back}
  illustrative: true
""",
    mandatory=True,
)
def unknown_casetype(workspace: Workspace) -> Iterator[Finding]:
    for tree in workspace.regions.values():
        ids = ids_by_folder(tree)
        known = ids["casetype_templates"] | ids[tree.path("casetypes")]
        suggest = suggester(known)
        for unit in tree.units.values():
            for id, entry in unit.casetypes.items():
                if id not in known and (entry is None or entry.local is None):
                    place = unit.at("casetypes", id).key()
                    yield found(place, casetype=id, remedy="unit", nearest=suggest(id))
        unknown = [(id, place) for id, place in _named_for_many(tree) if id not in known]
        # A local case type, which stands in the unit's own file, can also be named by a group or a decision.
        local = {definition.id for definition in local_casetypes(tree)} if unknown else set()
        unfitted = UnfittedUnits(workspace, tree)
        for id, place in unknown:
            if id not in local and not unfitted.may_name(id):
                yield found(place, casetype=id, remedy="many", nearest=suggest(id))


def _named_for_many(tree: RegionTree) -> Iterator[tuple[str, Place]]:
    for group in tree.groups.values():
        for id in group.casetypes:
            yield id, group.at("casetypes", id).key()
    for decision in decisions_to_come(tree):
        for duty, place in duties_of(decision):
            yield from alternatives(duty.casetype, place.at("casetype"))
    for own in tree.own_rules:
        yield from alternatives(own.casetypes or (), own.at("casetypes"))
