"""A closed unit that still has a contact page, or staff with other roles than the last local administrators."""

from collections.abc import Iterator

from schema.models.units import Unit
from schema.workspace import Workspace
from validate.rule import Finding, Words, found, rule

_ROLES = ("permission_administrator", "case_receiver", "case_handler", "reviewer", "account_administrator")


@rule(
    "warning",
    sv=Words(
        title="Stängd mottagning som inte är avvecklad",
        message="Mottagningen är stängd (status: inactive) men har kvar {remains}.",
        reason="När en mottagning har stängt tas rollerna bort, utom en eller två lokala administratörer, och HSA "
        "ändras så att kontaktsidan försvinner. Annars söker invånare dit.",
        advice="Avveckla det som är kvar och skriv det här: contact_page: false när sidan är borta ur HSA, och 0 för "
        "roller som är borttagna.",
        phrases={
            "remains": {
                "contact-page": "en kontaktsida på 1177.se",
                "permission_administrator": "personal i rollen behörighetsadministratör",
                "case_receiver": "personal i rollen ärendemottagare",
                "case_handler": "personal i rollen ärendehanterare",
                "reviewer": "personal i rollen granskare",
                "account_administrator": "personal i rollen kontoadministratör",
            }
        },
    ),
    en=Words(
        title="A closed unit that has not been wound up",
        message="The unit is closed (status: inactive) but still has {remains}.",
        reason="When a unit has closed its roles are taken away, but for one or two local administrators, and HSA is "
        "changed so that its contact page goes. Otherwise residents turn to it.",
        advice="Wind up what remains and write it here: contact_page: false when the page is gone from HSA, and 0 for "
        "roles that are taken away.",
        phrases={
            "remains": {
                "contact-page": "a contact page on 1177.se",
                "permission_administrator": "permission administrators",
                "case_receiver": "case receivers",
                "case_handler": "case handlers",
                "reviewer": "reviewers",
                "account_administrator": "account administrators",
            }
        },
    ),
    source="Region Jönköpings län, Stöd vid införande av 1177 e-tjänster (inaktivera enhet)",
    good="""
-- units/vc.yaml --
status: inactive
contact_page: false
casetypes: {}
""",
    bad="""
-- units/vc.yaml --
status: inactive
contact_page: true  # <-- inactive-unit-remains
roles:
  local_administrator: 1
  case_handler: 4  # <-- inactive-unit-remains
casetypes: {}
""",
)
def inactive_unit_remains(workspace: Workspace) -> Iterator[Finding]:
    for tree in workspace.regions.values():
        for unit in tree.units.values():
            if unit.status == "inactive":
                yield from _remains(unit)


def _remains(unit: Unit) -> Iterator[Finding]:
    # A page that is not spoken of may be gone: what a unit has from the start says nothing of one that has closed.
    if unit.contact_page and "contact_page" in unit.model_fields_set:
        yield found(unit.at("contact_page"), remains="contact-page")
    for role in _ROLES:
        if getattr(unit.roles, role):
            yield found(unit.at("roles", role), remains=role)
