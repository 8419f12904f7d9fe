"""A case type that builds on something that does not exist, or on something that it cannot build on."""

from collections.abc import Iterator

from schema.models.casetypes import ExtendingCaseType, LocalExtendingCaseType
from schema.workspace import Workspace
from validate.facts.existing import ids_by_folder, suggester
from validate.facts.written import local_casetypes
from validate.rule import Finding, Words, found, rule


@rule(
    "error",
    sv=Words(
        title="Okänd mall",
        message="Ärendetypen kan inte bygga på ”{template}”: {problem}.{nearest}",
        reason="En ärendetyp som bygger på något får sitt slag, sitt formulär och sin text därifrån.",
        advice="Regionens ärendetyper bygger på en nationell mall. En mottagnings lokala ärendetyp bygger på en "
        "nationell mall eller på en av regionens ärendetyper. Rätta id:t efter extends.",
        phrases={
            "problem": {
                "nothing": "det finns ingen mall med det namnet",
                "casetype": "det är en av regionens egna ärendetyper, inte en nationell mall",
                "local": "det är en lokal ärendetyp, som inget annat kan bygga på",
            }
        },
    ),
    en=Words(
        title="Unknown template",
        message="The case type cannot build on “{template}”: {problem}.{nearest}",
        reason="A case type that builds on something takes its kind, its form and its text from there.",
        advice="A region's case types build on a national template. A unit's local case type builds on a national "
        "template or on one of the region's case types. Correct the id after extends.",
        phrases={
            "problem": {
                "nothing": "there is no template of that name",
                "casetype": "it is one of the region's own case types, not a national template",
                "local": "it is a local case type, which nothing else can build on",
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
  ring-mig: {}
  ring-mig-om-provsvar:
    local:
      extends: ring-mig
      name: Ring mig om mitt provsvar
""",
    bad="""
-- casetypes/ring-mig.yaml --
extends: kontakta-mej  # <-- unknown-template
name: Ring mig
-- casetypes/ring-mig-igen.yaml --
extends: ring-mig  # <-- unknown-template
name: Ring mig igen
-- units/vc.yaml --
casetypes:
  kontakta-mig: {}
  ring-mig: {}
  ring-mig-om-provsvar:
    local:
      extends: ringmig  # <-- unknown-template
      name: Ring mig om mitt provsvar
""",
    mandatory=True,
)
def unknown_template(workspace: Workspace) -> Iterator[Finding]:
    for tree in workspace.regions.values():
        ids = ids_by_folder(tree)
        templates, regional = ids["casetype_templates"], ids[tree.path("casetypes")]
        suggest_template = suggester(templates)
        for casetype in tree.casetypes.values():
            if isinstance(casetype, ExtendingCaseType) and casetype.extends not in templates:
                named = casetype.extends
                problem = "casetype" if named in regional else "nothing"
                nearest = "" if problem == "casetype" else suggest_template(named)
                yield found(casetype.at("extends"), template=named, problem=problem, nearest=nearest)
        extendable = templates | regional
        suggest = suggester(extendable)
        for unit, _, local, place in local_casetypes(tree):
            if isinstance(local, LocalExtendingCaseType) and local.extends not in extendable:
                other = tree.units[unit].casetypes.get(local.extends)
                problem = "local" if other is not None and other.local is not None else "nothing"
                nearest = "" if problem == "local" else suggest(local.extends)
                yield found(place.at("extends"), template=local.extends, problem=problem, nearest=nearest)
