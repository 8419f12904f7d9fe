"""A text that promises another answering time than the case type does."""

from collections.abc import Iterator

from schema.durations import Duration
from schema.offers import Offer
from schema.places import Related
from schema.workspace import Workspace
from validate.facts.contradicted import contradicted
from validate.rule import Finding, Words, found, rule
from validate.wording.promised_times import promised_times


@rule(
    "error",
    sv=Words(
        title="En annan svarstid i texten",
        message="Texten säger ”{said}”, men svarstiden för ärendetypen är {promise}.",
        reason="Invånaren litar på texten. Säger den en längre tid väntar invånaren i onödan, och säger den en kortare "
        "lovar den mer än mottagningen har sagt att den håller.",
        advice="Skriv {{svarstid}} där tiden står, till exempel ”inom {{svarstid}}”. Då blir det {promise}, även om "
        "svarstiden ändras. Är det texten som stämmer ändrar du promise i stället.",
    ),
    en=Words(
        title="Another answering time in the text",
        message="The text says “{said}”, but the answering time of the case type is {promise}.",
        reason="Residents trust the text. If it says a longer time they wait for nothing, and if it says a shorter one "
        "it promises more than the unit has said that it will keep.",
        advice="Write {{svarstid}} where the time stands, such as “inom {{svarstid}}”. It becomes {promise}, also when "
        "the answering time changes. If the text is right, change promise instead.",
    ),
    source="Egen slutsats: texten ska lova den svarstid som är beslutad. VGR Vårdgivarwebben, Frågor och svar kring "
    "basutbudet; RJL, Villkorstexter e-tjänster; Vårdgivare Skåne, E-tjänster på 1177.se",
    good="""
-- terms/kontakta-mig.yaml --
layout: points
status: approved
approved: {on: 2026-03-01, by: redaktionen}
version: 1
points:
  - id: om
    text: Här kan du be {enhet} att ringa dig.
  - id: svarstid
    text: Du får svar inom två vardagar. Medicinen finns på apoteket inom tre dagar.
-- units/vc.yaml --
casetypes:
  kontakta-mig: {terms: kontakta-mig}
""",
    bad="""
-- terms/kontakta-mig.yaml --
layout: points
status: approved
approved: {on: 2026-03-01, by: redaktionen}
version: 1
points:
  - id: om
    text: Här kan du be {enhet} att ringa dig.
  - id: svarstid
    text: Du får svar inom tre vardagar.  # <-- promise-in-text-differs
-- units/vc.yaml --
casetypes:
  kontakta-mig:
    terms: kontakta-mig
    description: Vi hör av oss samma dag.  # <-- promise-in-text-differs
""",
)
def promise_in_text_differs(workspace: Workspace) -> Iterator[Finding]:
    for one in contradicted(workspace, promised_times, _promised):
        promised_here = Related("promised-here", one.offer.origin("promise").at("answer_within"))
        yield found(one.at, promised_here, unit=one.unit, said=one.said, promise=one.set_time)


def _promised(offer: Offer) -> Duration | None:
    promise = offer.get("promise")
    return promise.answer_within if promise is not None else None
