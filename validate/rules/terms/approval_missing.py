"""An approved terms text without an approval, or with one that lies ahead."""

from collections.abc import Iterator

from schema.workspace import Workspace
from validate.facts.terms_texts import terms_texts
from validate.rule import Finding, Words, found, rule


@rule(
    "error",
    sv=Words(
        title="Godkännande saknas",
        message="Texten är godkänd, men {fault}.",
        reason="Det ska gå att se vem som har godkänt det som invånaren läser, och när.",
        advice="Skriv approved med dagen och rollen: approved: {{on: {today}, by: redaktionen}}. Är texten inte "
        "godkänd skriver du status: draft.",
        phrases={
            "fault": {
                "missing": "det står inte vem som godkände den och när",
                "ahead": "dagen för godkännandet har inte kommit",
            }
        },
    ),
    en=Words(
        title="Approval missing",
        message="The text is approved, but {fault}.",
        reason="It must be possible to see who approved what residents read, and when.",
        advice="Write approved with the day and the role: approved: {{on: {today}, by: redaktionen}}. If the text is "
        "not approved, write status: draft.",
        phrases={
            "fault": {
                "missing": "it does not say by whom and when",
                "ahead": "the day of the approval has not come",
            }
        },
    ),
    source="Egen slutsats: Inera, Användarforum 1177 e-tjänster (regionerna vill se vem som ändrat, när och vilken "
    "version)",
    good="""
-- terms/kontakta-mig.yaml --
layout: points
status: approved
approved: {on: 2026-06-01, by: redaktionen}
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
status: approved  # <-- approval-missing
version: 1
points:
  - id: om
    text: Här kan du be {enhet} att ringa dig.
  - id: svarstid
    text: Du får svar inom {svarstid}.
-- terms/ring-mig.yaml --
layout: points
status: approved
approved:
  on: 2026-06-02  # <-- approval-missing
  by: redaktionen
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
def approval_missing(workspace: Workspace) -> Iterator[Finding]:
    for terms in terms_texts(workspace):
        if terms.status == "approved" and terms.approved is None:
            yield found(terms.at("status"), fault="missing", today=workspace.as_of.isoformat())
        elif terms.status == "approved" and terms.approved is not None and terms.approved.on > workspace.as_of:
            yield found(terms.at("approved", "on"), fault="ahead", today=workspace.as_of.isoformat())
