"""A reminder to staff that does not come when the promised answering time is over."""

from collections.abc import Iterator

from schema.models.casetypes import Promise
from schema.offers import Offer, ResolvedUnit
from schema.places import Related
from schema.workspace import Workspace
from validate.facts.offering import units_known
from validate.rule import Finding, Words, found, rule


@rule(
    "warning",
    sv=Words(
        title="Påminnelse som inte följer svarstiden",
        message="Personalen påminns efter {days} dagar, men den kortaste utlovade svarstiden är {promise}.",
        reason="Påminnelsen ska ha samma antal dagar som den längsta tid ett ärende får ta. Annars kommer den för "
        "sent, eller innan den behövs.",
        advice="Skriv lika många dagar i staff_after_days som i svarstiden ({promise}). Samma arbetsdag räknas som en "
        "dag.",
    ),
    en=Words(
        title="A reminder that does not follow the answering time",
        message="Staff are reminded after {days} days, but the shortest promised answering time is {promise}.",
        reason="The reminder should have the same number of days as the longest that a case may take. Otherwise it "
        "comes too late, or before it is needed.",
        advice="Write as many days in staff_after_days as in the answering time ({promise}). The same working day "
        "counts as one day.",
    ),
    source="Vårdgivarguiden Stockholm, Inställningar (äldre vägledning)",
    good="""
-- units/vc.yaml --
settings:
  reminders: {staff_after_days: 2}
""",
    bad="""
-- units/vc.yaml --
settings:
  reminders: {staff_after_days: 3}  # <-- reminder-not-promise
""",
)
def reminder_not_promise(workspace: Workspace) -> Iterator[Finding]:
    for unit in units_known(workspace):
        # A case type that could not be resolved may be the one with the shortest promise.
        if unit.unit.status != "active" or unit.unresolved:
            continue
        reminder, promised = unit.setting("reminders", "staff_after_days"), _shortest(unit)
        if reminder is not None and promised is not None and _days(promised) != reminder.value:
            yield found(
                reminder.place,
                Related("promised-here", promised.origin("promise").at("answer_within")),
                unit=None if reminder.layer == "unit" else unit.id,
                days=reminder.value,
                promise=promised.get("promise").answer_within,
            )


def _shortest(unit: ResolvedUnit) -> Offer | None:
    """The active form with the shortest promise, of those that promise days; the others say nothing of days."""
    shortest, fewest = None, 0
    for offer in unit.offers.values():
        if offer.active and offer.base.kind == "form":
            days = _days(offer)
            if days and (shortest is None or days < fewest):
                shortest, fewest = offer, days
    return shortest


def _days(offer: Offer) -> int:
    """The promised days or working days of a form, at least 1; 0 for what promises none."""
    promise: Promise | None = offer.get("promise") if offer.base.kind == "form" else None
    if promise is None or promise.answer_within.unit not in ("days", "working days"):
        return 0
    return max(promise.answer_within.amount, 1)
