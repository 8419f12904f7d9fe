"""Listing requests on a unit that is no child health centre."""

from collections.abc import Iterator

from schema.workspace import Workspace
from validate.facts.offering import groups_are_known
from validate.facts.written import settings
from validate.rule import Finding, Words, found, rule


@rule(
    "warning",
    sv=Words(
        title="Listningsönskemål utanför BVC",
        message="Listningsönskemål är påslaget för en mottagning som inte är BVC.",
        reason="Inställningen listningsönskemål är bara till för barnavårdscentraler. Den beskrivs i en äldre "
        "vägledning.",
        advice="Ta bort listing_requests härifrån. Ska regionens BVC ha inställningen, ange den för dem i en grupp.",
    ),
    en=Words(
        title="Listing requests outside child health centres",
        message="Listing requests are switched on for a unit that is no child health centre (BVC).",
        reason="The setting for listing requests is meant for child health centres alone. An older guide describes it.",
        advice="Take listing_requests away from here. If the child health centres are to have it, give it to them in a "
        "group.",
    ),
    source="Vårdgivarguiden Stockholm, Inställningar",
    good="""
-- units/vc.yaml --
business_type: bvc
settings:
  listing_requests: true
""",
    bad="""
-- units/vc.yaml --
settings:
  listing_requests: true  # <-- listing-requests-only-bvc
""",
)
def listing_requests_only_bvc(workspace: Workspace) -> Iterator[Finding]:
    for tree in workspace.regions.values():
        if not groups_are_known(tree) or not any(written.listing_requests for written, _ in settings(tree)):
            continue
        for unit in tree.resolved.values():
            if unit.unit.business_type != "bvc" and unit.unit.status != "inactive":
                requests = unit.setting("listing_requests")
                if requests is not None and requests.value:
                    yield found(requests.place, unit=None if requests.layer == "unit" else unit.id)
