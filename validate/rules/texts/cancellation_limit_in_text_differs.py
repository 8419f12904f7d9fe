"""A text that says another limit for cancelling than the case type has."""

from collections.abc import Iterator

from schema.durations import Duration
from schema.offers import Offer
from schema.places import Related
from schema.workspace import Workspace
from validate.facts.contradicted import contradicted
from validate.rule import Finding, Words, found, rule
from validate.wording.cancellation_times import cancellation_times


@rule(
    "error",
    sv=Words(
        title="En annan avbokningsgräns i texten",
        message="Texten säger ”{said}”, men avbokningsgränsen för ärendetypen är {limit}.",
        reason="Den som avbokar för sent kan få betala. Därför måste invånaren kunna lita på tiden i texten.",
        advice="Skriv {{avbokningsgrans}} där tiden står, till exempel ”senast {{avbokningsgrans}} före besöket”. Då "
        "blir det {limit}. Är det texten som stämmer ändrar du cancellation_limit i stället.",
    ),
    en=Words(
        title="Another limit for cancelling in the text",
        message="The text says “{said}”, but the cancellation limit of the case type is {limit}.",
        reason="Who cancels too late may have to pay. So residents must be able to trust the time in the text.",
        advice="Write {{avbokningsgrans}} where the time stands, such as “senast {{avbokningsgrans}} före besöket”. It "
        "becomes {limit}. If the text is right, change cancellation_limit instead.",
    ),
    source="RJL, Villkorstexter e-tjänster (72 timmar i specialistvård, 24 timmar i primärvård)",
    good="""
-- units/vc.yaml --
casetypes:
  kontakta-mig:
    cancellation_limit: 24 h
    description: Avboka senast ett dygn före besöket.
""",
    bad="""
-- units/vc.yaml --
casetypes:
  kontakta-mig:
    cancellation_limit: 24 h
    description: Avboka senast 48 timmar före besöket.  # <-- cancellation-limit-in-text-differs
""",
)
def cancellation_limit_in_text_differs(workspace: Workspace) -> Iterator[Finding]:
    for one in contradicted(workspace, cancellation_times, _limit):
        set_here = Related("set-here", one.offer.origin("cancellation_limit"))
        yield found(one.at, set_here, unit=one.unit, said=one.said, limit=one.set_time)


def _limit(offer: Offer) -> Duration | None:
    limit: Duration | None = offer.get("cancellation_limit")
    return limit
