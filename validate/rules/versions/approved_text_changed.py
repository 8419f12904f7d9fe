"""An approved terms text that was changed without a new version."""

from collections.abc import Iterator

from schema.places import Related
from schema.workspace import Workspace
from validate.facts.rewritten import rewritten
from validate.rule import Finding, Words, found, rule


@rule(
    "error",
    sv=Words(
        title="Godkänd text ändrad utan ny version",
        message="Texten är ändrad sedan version {version} godkändes, men har ingen ny version.",
        reason="Det ska gå att se exakt vilken text en invånare har godtagit. Därför ändras aldrig en godkänd version.",
        advice="Skriv version: {next} och vem som godkände den i approved. Är bara språket ändrat skriver du dessutom "
        "change: editorial.",
    ),
    en=Words(
        title="Approved text changed without a new version",
        message="The text was changed after version {version} was approved, but has no new version.",
        reason="It must be possible to see which text a resident accepted, so an approved version never changes.",
        advice="Write version: {next}, and who approved it in approved. If only the language was changed, also write "
        "change: editorial.",
    ),
    source="Egen slutsats: Inera, Användarforum 1177 e-tjänster (regionerna vill se vem som ändrat, när och vilken "
    "version)",
    good="""
-- terms/kontakta-mig.yaml (before) --
layout: points
status: approved
approved: {on: 2026-03-01, by: redaktionen}
version: 1
points:
  - id: om
    text: Här kan du be {enhet} att ringa dig.
  - id: svarstid
    text: Du får svar inom {svarstid}.
-- terms/kontakta-mig.yaml --
layout: points
status: approved
approved: {on: 2026-05-20, by: redaktionen}
version: 2
points:
  - id: om
    text: Här kan du be {enhet} att ringa dig.
  - id: svarstid
    text: Du får svar inom {svarstid}. Svaret kan vara ett telefonsamtal.
-- units/vc.yaml --
casetypes:
  kontakta-mig: {terms: kontakta-mig}
""",
    bad="""
-- terms/kontakta-mig.yaml (before) --
layout: points
status: approved
approved: {on: 2026-03-01, by: redaktionen}
version: 1
points:
  - id: om
    text: Här kan du be {enhet} att ringa dig.
  - id: svarstid
    text: Du får svar inom {svarstid}.
-- terms/kontakta-mig.yaml --
layout: points
status: approved
approved: {on: 2026-03-01, by: redaktionen}
version: 1  # <-- approved-text-changed
points:
  - id: om
    text: Här kan du be {enhet} att ringa dig.
  - id: svarstid
    text: Du får svar inom {svarstid}. Svaret kan vara ett telefonsamtal.
-- units/vc.yaml --
casetypes:
  kontakta-mig: {terms: kontakta-mig}
""",
)
def approved_text_changed(workspace: Workspace) -> Iterator[Finding]:
    for terms, former, part in rewritten(workspace):
        if terms.version == former.version:
            changed = Related("changed-here", part)
            yield found(terms.at("version"), changed, version=former.version, next=former.version + 1)
