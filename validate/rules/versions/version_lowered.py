"""A terms text whose version is lower than the one that was approved before."""

from collections.abc import Iterator

from schema.workspace import Workspace
from validate.facts.rewritten import formerly_approved
from validate.rule import Finding, Words, found, rule


@rule(
    "error",
    sv=Words(
        title="Lägre version än förut",
        message="Version {version} är lägre än version {former}, som redan är godkänd.",
        reason="Två olika texter skulle få samma versionsnummer, och ingen vet då vilken en invånare har godtagit.",
        advice="Skriv version: {next}. Ska en gammal text gälla igen är också det en ny version.",
    ),
    en=Words(
        title="Lower version than before",
        message="Version {version} is lower than version {former}, which is approved already.",
        reason="Two texts would have the same version, and nobody could tell which one a resident accepted.",
        advice="Write version: {next}. When an old text is to be used again, that is a new version too.",
    ),
    source="Egen slutsats: Inera, Användarforum 1177 e-tjänster (regionerna vill se vem som ändrat, när och vilken "
    "version)",
    good="""
-- terms/kontakta-mig.yaml (before) --
layout: points
status: approved
approved: {on: 2026-03-01, by: redaktionen}
version: 2
points:
  - id: om
    text: Här kan du be {enhet} att ringa dig.
  - id: svarstid
    text: Du får svar inom {svarstid}.
-- terms/kontakta-mig.yaml --
layout: points
status: approved
approved: {on: 2026-05-20, by: redaktionen}
version: 3
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
-- terms/kontakta-mig.yaml (before) --
layout: points
status: approved
approved: {on: 2026-03-01, by: redaktionen}
version: 2
points:
  - id: om
    text: Här kan du be {enhet} att ringa dig.
  - id: svarstid
    text: Du får svar inom {svarstid}.
-- terms/kontakta-mig.yaml --
layout: points
status: approved
approved: {on: 2026-05-20, by: redaktionen}
version: 1  # <-- version-lowered
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
def version_lowered(workspace: Workspace) -> Iterator[Finding]:
    for terms, former in formerly_approved(workspace):
        if terms.version < former.version:
            yield found(terms.at("version"), version=terms.version, former=former.version, next=former.version + 1)
