"""A terms text that says that it was rewritten from a national one that does not exist."""

from collections.abc import Iterator

from schema.places import Related
from schema.workspace import Workspace
from validate.facts.based_on import rewritten
from validate.facts.existing import ids_by_folder, suggester
from validate.rule import Finding, Words, found, rule


@rule(
    "error",
    sv=Words(
        title="Villkorstext från en nationell text som inte finns",
        message="Texten kan inte bygga på version {version} av ”{template}”: {problem}.{nearest}",
        reason="Det som står i based_on jämförs med den nationella texten, så att regionen får veta när den har "
        "ändrats.",
        advice="Skriv mallens id och den version av dess text som ni utgick från. Är texten regionens egen, ta bort "
        "based_on.",
        phrases={
            "problem": {
                "no-template": "det finns ingen mall med det namnet",
                "no-text": "mallen har ingen villkorstext",
                "to-come": "mallens text har inte kommit till den versionen",
            }
        },
    ),
    en=Words(
        title="Terms text from a national one that does not exist",
        message="The text cannot be based on version {version} of “{template}”: {problem}.{nearest}",
        reason="What stands in based_on is held against the national text, so that the region learns when that has "
        "changed.",
        advice="Write the template's id and the version of its text that you started from. If the text is the region's "
        "own, take based_on away.",
        phrases={
            "problem": {
                "no-template": "there is no template of that name",
                "no-text": "the template has no terms text",
                "to-come": "the template's text has not come to that version",
            }
        },
    ),
    source="basutbud, konfigurationsformatet",
    good="""
-- terms/kontakta-mig.yaml --
layout: points
status: approved
approved: {on: 2026-03-01, by: redaktionen}
version: 1
based_on: {template: kontakta-mig, version: 1}
points:
  - id: om
    text: Här kan du be {enhet} att ringa upp dig. Du får svar inom {svarstid}.
-- units/vc.yaml --
casetypes:
  kontakta-mig: {terms: kontakta-mig}
""",
    bad="""
-- terms/kontakta-mig.yaml --
layout: points
status: approved
approved: {on: 2026-03-01, by: redaktionen}
version: 1
based_on:
  template: kontakta-mej  # <-- terms-based-on-unknown
  version: 1
points:
  - id: om
    text: Här kan du be {enhet} att ringa upp dig. Du får svar inom {svarstid}.
-- terms/kontakta-oss.yaml --
layout: points
status: approved
approved: {on: 2026-03-01, by: redaktionen}
version: 1
based_on:
  template: kontakta-mig
  version: 3  # <-- terms-based-on-unknown
points:
  - id: om
    text: Här kan du be {enhet} att ringa upp dig. Du får svar inom {svarstid}.
-- units/vc.yaml --
casetypes:
  kontakta-mig: {terms: kontakta-mig}
""",
    mandatory=True,
)
def terms_based_on_unknown(workspace: Workspace) -> Iterator[Finding]:
    for tree in workspace.regions.values():
        suggest = suggester(ids_by_folder(tree)["casetype_templates"])
        for terms, based_on, national in rewritten(tree):
            named, version = based_on.template, based_on.version
            at, problem, nearest = terms.at("based_on", "template"), "", ""
            related: tuple[Related, ...] = ()
            if named not in tree.templates:
                problem, nearest = "no-template", suggest(named)
            elif national is None:
                problem = "no-text"
            elif version > national.version:
                at, problem = terms.at("based_on", "version"), "to-come"
                related = (Related("set-here", national.at("version")),)
            if problem:
                yield found(at, *related, template=named, version=version, problem=problem, nearest=nearest)
