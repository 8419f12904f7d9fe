"""A promise or a cancellation limit that a lower layer makes worse for residents, though it may only be made better.

Shorter is better in both: an answer comes sooner, and a resident who may cancel until 24 hours before a visit has more
time than one who must cancel 72 hours before it. A promise that a partial answer fulfils is the worse one.
"""

from collections.abc import Iterator

from schema.models.casetypes import Promise
from schema.places import Place, Related
from schema.workspace import Workspace
from validate.facts.guarding import Meeting, meetings
from validate.rule import Finding, Word, Words, found, rule


@rule(
    "error",
    sv=Words(
        title="Svarstid eller avbokningsgräns som mildras",
        message="{field} får bara bli bättre för invånaren än {above}, men här står {own}.",
        reason="Den som styr ärendetypen har lovat alla invånare minst det här. Att korta svarstiden, eller att låta "
        "invånaren avboka närmare besöket, går alltid bra.",
        advice="Ta bort raden så gäller {above}, eller skriv en kortare tid.",
        phrases={
            "field": {"promise": "Svarstiden", "cancellation_limit": "Avbokningsgränsen"},
            "above": {"final": "att ett delsvar inte räknas"},
            "own": {"partial": "att ett delsvar räknas"},
        },
    ),
    en=Words(
        title="Promise or cancellation limit made milder",
        message="{field} may only become better for residents than {above}, but this says {own}.",
        reason="Whoever governs the case type has promised all residents at least this. To answer sooner, or to let "
        "residents cancel closer to the visit, is always possible.",
        advice="Take the line away, and what holds is {above}; or write a shorter time.",
        phrases={
            "field": {"promise": "The promised time", "cancellation_limit": "The cancellation limit"},
            "above": {"final": "that a partial answer does not count"},
            "own": {"partial": "that a partial answer counts"},
        },
    ),
    source="basutbud, konfigurationsformatet: det som bara får skärpas får inget lägre lager mildra. "
    "Egen slutsats: skärpa och mildra räknas från invånarens sida",
    good="""
-- casetypes/kontakta-mig.yaml --
extends: kontakta-mig
promise: {answer_within: 2 working days}
stricter_only: [promise]
-- units/vc.yaml --
casetypes:
  kontakta-mig:
    promise:
      answer_within: 1 working day
""",
    bad="""
-- casetypes/kontakta-mig.yaml --
extends: kontakta-mig
promise: {answer_within: 2 working days}
stricter_only: [promise]
-- units/vc.yaml --
casetypes:
  kontakta-mig:
    promise:
      answer_within: 3 working days  # <-- stricter-only-field
""",
    mandatory=True,
)
def stricter_only_field(workspace: Workspace) -> Iterator[Finding]:
    for meeting in meetings(workspace, "stricter_only"):
        # Of a central case type a unit may set neither, which is a rule of its own.
        central = meeting.offer is not None and meeting.offer.base.governance == "central"
        if not (central and meeting.own.layer == "unit"):
            yield from _compare(meeting)


def _compare(meeting: Meeting) -> Iterator[Finding]:
    if meeting.above is None:
        return
    own, above = meeting.own.value, meeting.above.value
    at, there = meeting.own.place, meeting.above.place
    role = "set-here"
    if isinstance(own, Promise):
        if own.partial_answer_counts and above.partial_answer_counts is False:
            key = "partial_answer_counts"
            yield _finding(meeting, at.at(key), Related("promised-here", there.at(key)), own="partial", above="final")
        own, above = own.answer_within, above.answer_within
        at, there, role = at.at("answer_within"), there.at("answer_within"), "promised-here"
    if own.may_outlast(above):
        yield _finding(meeting, at, Related(role, there), own=own, above=above)


def _finding(meeting: Meeting, at: Place, related: Related, *, own: Word, above: Word) -> Finding:
    guarded = Related("guarded-here", meeting.guard.place)
    return found(at, related, guarded, unit=meeting.unit, field=meeting.guard.field, own=own, above=above)
