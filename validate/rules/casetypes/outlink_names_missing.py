"""An outlink without its external or its internal name."""

from collections.abc import Iterator

from schema.models.casetypes import Outlink
from schema.places import Place
from schema.workspace import Workspace
from validate.facts.written import definitions
from validate.rule import Finding, Words, found, rule


@rule(
    "error",
    sv=Words(
        title="Uthopp utan namn",
        message="Uthoppet saknar {missing}.",
        reason="En uthoppstjänst kan inte skapas utan både ett externt namn, som invånaren ser, och ett internt namn, "
        "som personalen ser.",
        advice="Lägg till {missing} under outlink.",
        phrases={
            "missing": {
                "external": "externt namn (external_name)",
                "internal": "internt namn (internal_name)",
                "both": "externt namn (external_name) och internt namn (internal_name)",
            }
        },
    ),
    en=Words(
        title="Outlink without a name",
        message="The outlink lacks {missing}.",
        reason="An outlink cannot be made without both an external name, which residents see, and an internal name, "
        "which staff see.",
        advice="Add {missing} under outlink.",
        phrases={
            "missing": {
                "external": "its external name (external_name)",
                "internal": "its internal name (internal_name)",
                "both": "its external name (external_name) and its internal name (internal_name)",
            }
        },
    ),
    source="Inera, Uthoppstjänst",
    good="""
-- casetypes/sjalvhjalp.yaml --
name: Självhjälp på nätet
category: Råd
kind: outlink
terms: sjalvhjalp
outlink:
  external_name: Självhjälp på nätet
  internal_name: Självhjälp – vårdcentral
  service_type: Stöd och behandling
  address: https://sjalvhjalp.example/
-- terms/sjalvhjalp.yaml --
layout: points
status: approved
approved: {on: 2026-03-01, by: redaktionen}
version: 1
points:
  - id: om
    text: Här kommer du vidare till självhjälp på nätet.
""",
    bad="""
-- casetypes/sjalvhjalp.yaml --
name: Självhjälp på nätet
category: Råd
kind: outlink
terms: sjalvhjalp
outlink:  # <-- outlink-names-missing
  external_name: Självhjälp på nätet
  service_type: Stöd och behandling
  address: https://sjalvhjalp.example/
-- terms/sjalvhjalp.yaml --
layout: points
status: approved
approved: {on: 2026-03-01, by: redaktionen}
version: 1
points:
  - id: om
    text: Här kommer du vidare till självhjälp på nätet.
""",
    mandatory=True,
)
def outlink_names_missing(workspace: Workspace) -> Iterator[Finding]:
    for outlink, place in _outlinks(workspace):
        if outlink.external_name is None or outlink.internal_name is None:
            is_both = outlink.external_name is None and outlink.internal_name is None
            missing = "both" if is_both else "external" if outlink.external_name is None else "internal"
            yield found(place.key(), missing=missing)


def _outlinks(workspace: Workspace) -> Iterator[tuple[Outlink, Place]]:
    """Every outlink as it was written; a lower layer replaces it whole."""
    defined: list[tuple[object, Place]] = [(template, template.place) for template in workspace.templates.values()]
    for tree in workspace.regions.values():
        defined += definitions(tree)
    for definition, place in defined:
        outlink: Outlink | None = getattr(definition, "outlink", None)
        if outlink is not None:
            yield outlink, place.at("outlink")
