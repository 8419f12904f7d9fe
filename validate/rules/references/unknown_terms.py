"""A terms text that is named, but that the region does not have."""

from collections.abc import Iterator

from schema.places import Place
from schema.workspace import RegionTree, Workspace
from validate.facts.existing import ids_by_folder, suggester
from validate.facts.written import local_casetypes
from validate.rule import Finding, Words, found, rule


@rule(
    "error",
    sv=Words(
        title="Okänd villkorstext",
        message="Villkorstexten ”{terms}” finns inte.{nearest}",
        reason="Utan villkorstext vet invånaren inte vad som gäller, och ärendetypen kan inte visas.",
        advice="Rätta stavningen, eller lägg till texten som en fil i regionens mapp terms.",
    ),
    en=Words(
        title="Unknown terms text",
        message="There is no terms text “{terms}”.{nearest}",
        reason="Without a terms text residents do not know what holds, and the case type cannot be shown.",
        advice="Correct the spelling, or add the text as a file in the region's folder terms.",
    ),
    source="basutbud, konfigurationsformatet",
    good="""
-- terms/kontakta-mig.yaml --
layout: points
status: approved
approved: {on: 2026-03-01, by: redaktionen}
version: 1
points:
  - id: om
    text: Här kan du be {enhet} att ringa upp dig.
  - id: svarstid
    text: Du får svar inom {svarstid}.
-- units/vc.yaml --
casetypes:
  kontakta-mig:
    terms: kontakta-mig
""",
    bad="""
-- terms/kontakta-mig.yaml --
layout: points
status: approved
approved: {on: 2026-03-01, by: redaktionen}
version: 1
points:
  - id: om
    text: Här kan du be {enhet} att ringa upp dig.
  - id: svarstid
    text: Du får svar inom {svarstid}.
-- units/vc.yaml --
casetypes:
  kontakta-mig:
    terms: kontakta-mej  # <-- unknown-terms
""",
    mandatory=True,
)
def unknown_terms(workspace: Workspace) -> Iterator[Finding]:
    for tree in workspace.regions.values():
        known = ids_by_folder(tree)[tree.path("terms")]
        suggest = suggester(known)
        for terms, place in _unknown(tree, known):
            yield found(place, terms=terms, nearest=suggest(terms))


def _unknown(tree: RegionTree, known: set[str]) -> Iterator[tuple[str, Place]]:
    for casetype in tree.casetypes.values():
        if casetype.terms is not None and casetype.terms not in known:
            yield casetype.terms, casetype.at("terms")
    for group in tree.groups.values():
        for id, override in group.casetypes.items():
            if override.terms is not None and override.terms not in known:
                yield override.terms, group.at("casetypes", id, "terms")
    for unit in tree.units.values():
        for id, entry in unit.casetypes.items():
            if entry is not None and entry.terms is not None and entry.terms not in known:
                yield entry.terms, unit.at("casetypes", id, "terms")
    for definition in local_casetypes(tree):
        terms = definition.casetype.terms
        if terms is not None and terms not in known:
            yield terms, definition.place.at("terms")
