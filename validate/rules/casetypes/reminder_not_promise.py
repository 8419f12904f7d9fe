"""A reminder to staff that does not come when the promised answering time is over."""

from collections.abc import Iterator

from schema.models.casetypes import Promise
from schema.offers import Base, Offer, ResolvedUnit
from schema.places import Related
from schema.workspace import Workspace
from validate.facts.offering import units_known
from validate.rule import Finding, Words, found, rule


@rule(
    "warning",
    sv=Words(
        title="Påminnelse som inte följer svarstiden",
        message="Personalen påminns efter {days} {day_word}, men den kortaste utlovade svarstiden är {promise}.",
        reason="Påminnelsen ska ha samma antal dagar som den längsta tid ett ärende får ta. Annars kommer den för "
        "sent, eller innan den behövs.",
        advice="Skriv lika många dagar i staff_after_days som i svarstiden ({promise}). Samma arbetsdag räknas som en "
        "dag.",
        phrases={"day_word": {"day": "dag", "days": "dagar"}},
    ),
    en=Words(
        title="A reminder that does not follow the answering time",
        message="Staff are reminded after {days} {day_word}, but the shortest promised answering time is {promise}.",
        reason="The reminder should have the same number of days as the longest that a case may take. Otherwise it "
        "comes too late, or before it is needed.",
        advice="Write as many days in staff_after_days as in the answering time ({promise}). The same working day "
        "counts as one day.",
        phrases={"day_word": {"day": "day", "days": "days"}},
    ),
    source="Egen slutsats: den utlovade svarstiden är den längsta tid ett ärende får ta. Vårdgivarguiden Stockholm, "
    "Inställningar (äldre vägledning: lika många dagar)",
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
    days = _Days()
    for unit in units_known(workspace):
        # A case type that could not be resolved may be the one with the shortest promise.
        if unit.unit.status != "active" or unit.unresolved:
            continue
        reminder, promised = unit.setting("reminders", "staff_after_days"), _shortest(unit, days)
        if reminder is not None and promised is not None and days.of(promised) != reminder.value:
            yield found(
                reminder.place,
                Related("promised-here", promised.origin("promise").at("answer_within")),
                unit=None if reminder.layer == "unit" else unit.id,
                days=reminder.value,
                day_word="day" if reminder.value == 1 else "days",
                promise=promised.get("promise").answer_within,
            )


def _shortest(unit: ResolvedUnit, days: "_Days") -> Offer | None:
    """The active form with the shortest promise, of those that promise days; the others say nothing of days."""
    shortest, fewest = None, 0
    for offer in unit.offers.values():
        own = days.of(offer) if offer.active else 0
        if own and (shortest is None or own < fewest):
            shortest, fewest = offer, own
    return shortest


class _Days:
    """The days that offers promise, worked out once for all that share a base."""

    def __init__(self) -> None:
        self._of_base: dict[int, int] = {}

    def of(self, offer: Offer) -> int:
        """The promised days or working days of a form, at least 1; 0 for what promises none."""
        _, _, base, entry, _ = offer
        if entry is not None and "promise" in entry.model_fields_set:
            return _days(base, offer.get("promise"))
        known = self._of_base.get(id(base))
        if known is None:
            known = self._of_base[id(base)] = _days(base, base.values.get("promise"))
        return known


def _days(base: Base, promise: Promise | None) -> int:
    if base.kind != "form" or promise is None or promise.answer_within.unit not in ("days", "working days"):
        return 0
    return max(promise.answer_within.amount, 1)
