"""A cancellation limit that is no time before a visit, or longer than anybody plans."""

from collections.abc import Iterator

from schema.durations import Duration
from schema.workspace import Workspace
from validate.facts.limits import cancellation_limits
from validate.rule import Finding, Words, found, rule

_LONGEST = Duration(4, "weeks")


@rule(
    "error",
    sv=Words(
        title="Orimlig avbokningsgräns",
        message="Avbokningsgränsen är ”{limit}”, men ska vara en tid före besöket på högst {longest}.",
        reason="Invånaren läser gränsen som ”senast 24 timmar före besöket”. Med en orimlig gräns kan ingen avboka i "
        "tid.",
        advice="Skriv i stället för ”{limit}” ett antal timmar, dygn eller veckor, till exempel 24 h.",
    ),
    en=Words(
        title="Improbable cancellation limit",
        message="The cancellation limit is “{limit}”, but should be a time before the visit of {longest} at most.",
        reason="Residents read the limit as “no later than 24 hours before the visit”. With an improbable limit nobody "
        "can cancel in time.",
        advice="Write instead of “{limit}” a number of hours, days or weeks, such as 24 h.",
    ),
    source="Egen slutsats: källornas gränser är 24 till 72 timmar före besöket",
    good="""
-- region.yaml --
cancellation_limit: {primary: 24 h, specialist: 3 working days, dental: 2 days}
""",
    bad="""
-- region.yaml --
cancellation_limit:
  primary: same working day  # <-- cancellation-limit-form
  specialist: 999 weeks  # <-- cancellation-limit-form
""",
)
def cancellation_limit_form(workspace: Workspace) -> Iterator[Finding]:
    for limit, place in cancellation_limits(workspace):
        if limit.amount == 0 or limit.may_outlast(_LONGEST):
            yield found(place, limit=limit, longest=_LONGEST)
