"""A terms text that is still a draft, but that residents are shown."""

from collections.abc import Iterator

from schema.models.texts import Terms
from schema.places import Related
from schema.workspace import RegionTree, Workspace
from validate.facts.offering import offered_at, offers_met
from validate.rule import Finding, Words, found, rule


@rule(
    "error",
    sv=Words(
        title="Utkast som visas",
        message="Villkorstexten ”{terms}” är ett utkast, men visas för invånare.",
        reason="Invånaren måste läsa och godta villkoren innan ärendet skickas. Bara en granskad text får visas.",
        advice="Låt den som ansvarar för texten godkänna den: skriv status: approved och fyll i approved. Annars kan "
        "ärendetypen vara inaktiv så länge.",
    ),
    en=Words(
        title="Draft that is shown",
        message="The terms text “{terms}” is a draft, but residents are shown it.",
        reason="Residents must read and accept the terms before the case is sent. Only a reviewed text may be shown.",
        advice="Have it approved by whoever answers for the text: write status: approved and fill in approved. Else "
        "let the case type be inactive for now.",
    ),
    source="Egen slutsats: villkorstexten är det som invånaren godtar. Vårdgivarguiden, Inställningar (villkorstexter)",
    good="""
-- terms/kontakta-mig.yaml --
layout: points
status: approved
approved: {on: 2026-03-01, by: redaktionen}
version: 1
points:
  - id: om
    text: Här kan du be {enhet} att ringa dig.
  - id: svarstid
    text: Du får svar inom {svarstid}.
-- units/vc.yaml --
casetypes:
  kontakta-mig: {terms: kontakta-mig}
""",
    bad="""
-- terms/kontakta-mig.yaml --
layout: points
status: draft  # <-- draft-terms-active
version: 1
points:
  - id: om
    text: Här kan du be {enhet} att ringa dig.
  - id: svarstid
    text: Du får svar inom {svarstid}.
-- units/vc.yaml --
casetypes:
  kontakta-mig: {terms: kontakta-mig}
""",
)
def draft_terms_active(workspace: Workspace) -> Iterator[Finding]:
    has_drafts = {
        id: any(terms.status == "draft" for terms in _texts_of(tree)) for id, tree in workspace.regions.items()
    }
    for unit, offer in offers_met(workspace):
        terms = offer.terms() if has_drafts[unit.tree.id] else None
        if terms is not None and terms.status == "draft":
            named = offer.get("terms") is not None
            used = offer.origin("terms") if named else offered_at(unit, offer)[0]
            yield found(terms.at("status"), Related("used-here", used), unit=unit.id, terms=terms.file_id)


def _texts_of(tree: RegionTree) -> Iterator[Terms]:
    """The terms texts that units of a region may show."""
    yield from tree.terms.values()
    for template in tree.templates.values():
        if template.default_terms is not None:
            yield template.default_terms
