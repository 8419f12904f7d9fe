"""A terms text that does not show the answering time where residents see it at once."""

from collections.abc import Iterator

from schema.models.texts import PointsTerms
from schema.offers import Offer
from schema.places import Related
from schema.workspace import Workspace
from validate.facts.offering import offers_alike
from validate.facts.read_before_sending import FoundBeforeSending
from validate.rule import Finding, Words, found, rule
from validate.wording.promised_times import states_promise

_VISIBLE = 3


@rule(
    "warning",
    sv=Words(
        title="Svarstiden syns inte",
        message="Svarstiden {stands}.",
        reason="Bara de tre första punkterna syns direkt. Resten visas först när invånaren väljer att se hela "
        "informationen.",
        advice="Skriv ”Du får svar inom {{svarstid}}.” i punkt 2 eller 3.",
        phrases={
            "stands": {
                "hidden": "står inte i någon av de tre första punkterna, bara längre ner",
                "nowhere": "står ingenstans i villkorstexten",
            }
        },
    ),
    en=Words(
        title="The answering time is not seen",
        message="The answering time {stands}.",
        reason="Only the first three points are seen at once. The others are shown when residents choose to see all.",
        advice="Write “Du får svar inom {{svarstid}}.” in point 2 or 3.",
        phrases={
            "stands": {
                "hidden": "stands in none of the first three points, only further down",
                "nowhere": "stands nowhere in the terms text",
            }
        },
    ),
    source="Egen slutsats: den utlovade svarstiden ska stå i de punkter som syns. Vårdgivarguiden Stockholm, "
    "Inställningar (äldre vägledning)",
    good="""
-- terms/kontakta-mig.yaml --
layout: points
status: approved
approved: {on: 2026-03-01, by: redaktionen}
version: 1
points:
  - id: om
    text: Här kan du be {enhet} att ringa dig.
  - id: akut
    text: Ring 112 om det är akut.
  - id: svarstid
    text: Du får svar inom {svarstid}.
  - id: ombud
    text: Skriv bara om dig själv.
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
  - id: akut
    text: Ring 112 om det är akut.
  - id: ombud
    text: Skriv bara om dig själv.
  - id: svarstid
    text: Du får svar inom {svarstid}.  # <-- promise-not-visible
-- units/vc.yaml --
casetypes:
  kontakta-mig: {terms: kontakta-mig}
""",
)
def promise_not_visible(workspace: Workspace) -> Iterator[Finding]:
    stated = FoundBeforeSending(lambda text: (True,) if states_promise(text) else ())
    visible: dict[int, bool] = {}
    for lot in offers_alike(workspace):
        terms, offer = lot.terms, lot.first
        if not isinstance(terms, PointsTerms) or offer.base.kind != "form":
            continue
        if id(terms) not in visible:
            visible[id(terms)] = any(states_promise(point.text) for point in terms.points[:_VISIBLE])
        promise = None if visible[id(terms)] else offer.get("promise")
        if promise is not None and not _shows(offer, terms):
            places = [read.place for read in stated.by(offer, terms)]
            at = places[0] if places else terms.at("points", 0, "text")
            stands = "hidden" if places else "nowhere"
            for unit, offer in lot.offers:
                if unit.unit.status != "planned":
                    promised_here = Related("promised-here", offer.origin("promise").at("answer_within"))
                    shared_by = None if at.file == unit.unit.file else unit.id
                    yield found(at, promised_here, unit=shared_by, stands=stands)


def _shows(offer: Offer, terms: PointsTerms) -> bool:
    """Whether the description, or an extra point that comes among the first, makes up for the terms text."""
    extra = offer.get("extra_points") or ()
    seen = [point.text for point in (*terms.points, *extra)[:_VISIBLE]]
    return any(states_promise(text) for text in (offer.get("description") or "", *seen))
