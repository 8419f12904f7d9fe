"""Journal notification at a unit with another journal system than the one that it is made for."""

from collections.abc import Iterator

from schema.places import Related
from schema.workspace import Workspace
from validate.facts.offering import groups_are_known
from validate.facts.written import settings
from validate.rule import Finding, Words, found, rule


@rule(
    "warning",
    sv=Words(
        title="Journalavisering med fel journalsystem",
        message="Journalavisering är påslagen, men mottagningens journalsystem är {system}.",
        reason="Journalavisering finns bara för Profdoc Journal III, och först när systemet har anpassats. "
        "Inställningen beskrivs i en äldre vägledning.",
        advice="Ta bort journal_notification härifrån. Kan {system} ändå ta emot aviseringar, stäng av regeln under "
        "rules i region.yaml.",
    ),
    en=Words(
        title="Journal notification with the wrong journal system",
        message="Journal notification is switched on, but the unit's journal system is {system}.",
        reason="Journal notification exists for Profdoc Journal III alone, and only once that system has been adapted. "
        "An older guide describes the setting.",
        advice="Take journal_notification away from here. If {system} can take notifications after all, switch the "
        "rule off under rules in region.yaml.",
    ),
    source="Vårdgivarguiden Stockholm, Inställningar (äldre vägledning)",
    good="""
-- units/vc.yaml --
booking: {journal_system: Profdoc Journal III, takning: not-ordered}
settings:
  journal_notification: true
""",
    bad="""
-- units/vc.yaml --
booking: {journal_system: Exempeljournal, takning: not-ordered}
settings:
  journal_notification: true  # <-- journal-notification-system
""",
)
def journal_notification_system(workspace: Workspace) -> Iterator[Finding]:
    for tree in workspace.regions.values():
        if not groups_are_known(tree) or not any(written.journal_notification for written, _ in settings(tree)):
            continue
        for unit in tree.resolved.values():
            # The journal system of a unit without booking is not known.
            booking, notification = unit.unit.booking, unit.setting("journal_notification")
            if booking is None or notification is None or not notification.value or unit.unit.status == "inactive":
                continue
            if "profdoc" not in booking.journal_system.casefold():
                yield found(
                    notification.place,
                    Related("set-here", unit.unit.at("booking", "journal_system")),
                    unit=None if notification.layer == "unit" else unit.id,
                    system=booking.journal_system,
                )
