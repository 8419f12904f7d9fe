"""A terms text that means something new, with an approval from before the change."""

from collections.abc import Iterator

from schema.places import Related
from schema.workspace import Workspace
from validate.facts.rewritten import rewritten
from validate.rule import Finding, Words, found, rule


@rule(
    "warning",
    sv=Words(
        title="Godkännandet är från den förra versionen",
        message="Version {version} är en saklig ändring, men godkännandet är det som version {former} fick {day}.",
        reason="Den som godkände den förra versionen har inte sett vad som är nytt.",
        advice="Låt texten godkännas och skriv den nya dagen i approved. Är bara språket ändrat skriver du change: "
        "editorial.",
    ),
    en=Words(
        title="The approval is of the former version",
        message="Version {version} is a material change, but has the approval that version {former} got on {day}.",
        reason="Whoever approved the former version has not seen what is new.",
        advice="Have the text approved, and write the new day in approved. If only the language was changed, write "
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
approved: {on: 2026-03-01, by: redaktionen}
version: 2
change: editorial
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
approved: {on: 2026-03-01, by: redaktionen}  # <-- approval-not-renewed
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
)
def approval_not_renewed(workspace: Workspace) -> Iterator[Finding]:
    for terms, former, part in rewritten(workspace):
        if terms.version <= former.version or terms.status != "approved" or terms.change == "editorial":
            continue
        if terms.approved is not None and former.approved is not None and terms.approved.on <= former.approved.on:
            yield found(
                terms.at("approved", "on"),
                Related("changed-here", part),
                version=terms.version,
                former=former.version,
                day=former.approved.on.isoformat(),
            )
