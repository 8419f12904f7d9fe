"""A notification that goes to what looks like a person's own address, where the region asks for a function's."""

from collections.abc import Iterator

from schema.places import Related
from schema.workspace import Workspace
from validate.facts.written import settings
from validate.rule import Finding, Words, found, rule
from validate.wording.addresses import let_through, looks_personal


@rule(
    "warning",
    sv=Words(
        title="Avisering till en persons adress",
        message="Adressen ser ut att gå till en person och inte till en funktion.",
        reason="När personen är borta ser ingen att ett ärende har kommit. Den som själv har valt avisering får "
        "dessutom två meddelanden om samma ärende.",
        advice="Ange mottagningens funktionsbrevlåda i stället. Hör adressen ändå till en funktion {let_through}.",
        phrases={
            "let_through": {
                "waiver": "räcker ett undantag i waivers.yaml",
                "rule": "kan regionen göra regeln mildare under rules i region.yaml",
            }
        },
    ),
    en=Words(
        title="Notification to a person's address",
        message="The address looks like a person's and not like a function's.",
        reason="When that person is away nobody sees that a case has come. Who has chosen notifications of their own "
        "also gets two messages about the same case.",
        advice="Give the unit's function mailbox instead. If the address belongs to a function after all, "
        "{let_through}.",
        phrases={
            "let_through": {
                "waiver": "a waiver in waivers.yaml is enough",
                "rule": "the region can make the rule milder under rules in region.yaml",
            }
        },
    ),
    source="Vårdgivarguiden Stockholm, Inställningar, och VGR Vårdgivarwebben, Manualer",
    good="""
-- region.yaml --
policy: {notification_address: function-mailbox}
-- units/vc.yaml --
settings:
  notifications:
    emails: [bvc.almhaga@region.example, info.vc@region.example]
""",
    bad="""
-- region.yaml --
policy: {notification_address: function-mailbox}
-- units/vc.yaml --
settings:
  notifications:
    emails: [anna.exempelsson@region.example]  # <-- notification-address-personal
""",
)
def notification_address_personal(workspace: Workspace) -> Iterator[Finding]:
    for tree in workspace.regions.values():
        if tree.region is None or tree.region.policy.notification_address != "function-mailbox":
            continue
        required = Related("required-here", tree.region.at("policy", "notification_address"))
        for written, place in settings(tree):
            for number, email in enumerate(written.notifications.emails if written.notifications else ()):
                if looks_personal(email):
                    at = place.at("notifications", "emails", number).within(0, email.index("@"))
                    yield found(at, required, let_through=let_through(at.file))
