"""A terms text rewritten from an earlier version of the national one."""

from collections.abc import Iterator

from schema.places import Related
from schema.workspace import Workspace
from validate.facts.based_on import rewritten
from validate.rule import Finding, Words, found, rule


@rule(
    "warning",
    sv=Words(
        title="Villkorstext från en äldre nationell text",
        message="Texten bygger på version {based_on} av mallen ”{template}”, vars text nu är version {version}.",
        reason="Det som har rättats i den nationella texten har inte nått regionens. Den som har ett gammalt exemplar "
        "märker det inte själv.",
        advice="Läs vad som är nytt i mallens text, för in det som ska gälla här och skriv version: {version}.",
    ),
    en=Words(
        title="Terms text from an earlier national one",
        message="The text is based on version {based_on} of the template “{template}”, whose text is now version "
        "{version}.",
        reason="What has been mended in the national text has not reached the region's. Who has an old copy does not "
        "notice.",
        advice="Read what is new in the template's text, take in what is to hold here and write version: {version}.",
    ),
    source="Inera, Användarforum 1177 e-tjänster, hösten 2022 (versioner av mallar, och besked när de ändras)",
    good="""
-- casetype_templates/kontakta-mig.yaml --
default_terms:
  layout: points
  status: approved
  approved: {on: 2026-03-01, by: redaktionen}
  version: 2
  points: [{id: om, text: "Här kan du be {enhet} att kontakta dig."}]
-- terms/kontakta-mig.yaml --
layout: points
status: approved
approved: {on: 2026-03-01, by: redaktionen}
version: 1
based_on: {template: kontakta-mig, version: 2}
points:
  - id: om
    text: Här kan du be {enhet} att ringa upp dig. Du får svar inom {svarstid}.
-- units/vc.yaml --
casetypes:
  kontakta-mig: {terms: kontakta-mig}
""",
    bad="""
-- casetype_templates/kontakta-mig.yaml --
default_terms:
  layout: points
  status: approved
  approved: {on: 2026-03-01, by: redaktionen}
  version: 2
  points: [{id: om, text: "Här kan du be {enhet} att kontakta dig."}]
-- terms/kontakta-mig.yaml --
layout: points
status: approved
approved: {on: 2026-03-01, by: redaktionen}
version: 1
based_on:
  template: kontakta-mig
  version: 1  # <-- terms-based-on-older-template
points:
  - id: om
    text: Här kan du be {enhet} att ringa upp dig. Du får svar inom {svarstid}.
-- units/vc.yaml --
casetypes:
  kontakta-mig: {terms: kontakta-mig}
""",
)
def terms_based_on_older_template(workspace: Workspace) -> Iterator[Finding]:
    for tree in workspace.regions.values():
        for terms, based_on, national in rewritten(tree):
            # A draft is not to be followed yet.
            if national is not None and national.status == "approved" and based_on.version < national.version:
                yield found(
                    terms.at("based_on", "version"),
                    Related("changed-here", national.at("version")),
                    template=based_on.template,
                    based_on=based_on.version,
                    version=national.version,
                )
