"""A unit without a contact page that links to it."""

from collections.abc import Iterator

from schema.places import Related
from schema.workspace import Workspace
from validate.facts.offering import units_known
from validate.rule import Finding, Words, found, rule


@rule(
    "warning",
    sv=Words(
        title="Länk till en kontaktsida som saknas",
        message="Mottagningen har ingen kontaktsida på 1177.se, men länken dit är inte avstängd.",
        reason="Länken är påslagen från början. Finns ingen sida leder den ingenstans.",
        advice="Skriv link_to_1177: false under settings i mottagningens fil. Finns sidan, ta bort contact_page: "
        "false.",
    ),
    en=Words(
        title="Link to a contact page that is missing",
        message="The unit has no contact page on 1177.se, but the link to it is not switched off.",
        reason="The link is on from the start. Where there is no page it leads nowhere.",
        advice="Write link_to_1177: false under settings in the unit's file. If there is a page, take contact_page: "
        "false away.",
    ),
    source="Vårdgivarguiden Stockholm, Inställningar (äldre vägledning)",
    good="""
-- units/vc.yaml --
contact_page: false
settings: {link_to_1177: false}
""",
    bad="""
-- units/vc.yaml --
contact_page: false  # <-- link-without-contact-page
""",
)
def link_without_contact_page(workspace: Workspace) -> Iterator[Finding]:
    for unit in units_known(workspace):
        if not unit.unit.contact_page and unit.unit.status in ("active", "closing"):
            link = unit.setting("link_to_1177")
            if link is None or link.value:
                switched_on = () if link is None else (Related("set-here", link.place),)
                yield found(unit.unit.at("contact_page"), *switched_on)
