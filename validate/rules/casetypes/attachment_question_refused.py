"""A question that asks for a file in a case type where residents may not attach any."""

from collections.abc import Iterator

from schema.offers import Offer
from schema.places import Place, Related
from schema.workspace import Workspace
from validate.facts.forms import items_of
from validate.rule import Finding, Words, found, rule


@rule(
    "error",
    sv=Words(
        title="Fråga efter en fil som inte får bifogas",
        message="Invånaren får inte bifoga filer i ”{casetype}”, men frågan ”{question}” ber om en.",
        reason="I vissa ärendetyper får invånaren bifoga filer, i andra inte. Där det inte går kan ingen besvara en "
        "fråga efter en fil.",
        advice="Skriv resident: true under attachments, eller ta bort frågan ”{question}” ur formuläret.",
    ),
    en=Words(
        title="Question for a file that may not be attached",
        message="Residents may not attach files in “{casetype}”, but the question “{question}” asks for one.",
        reason="In some case types residents may attach files, in others not. Where they may not nobody can answer a "
        "question for a file.",
        advice="Write resident: true under attachments, or take the question “{question}” out of the form.",
    ),
    source="Egen slutsats: en fråga ska gå att besvara. Inera, Vanliga frågor och svar (Personalverktyget, bifoga "
    "filer)",
    good="""
-- units/vc.yaml --
casetypes:
  visa-utslag:
    local:
      name: Visa ett utslag
      category: Kontakt
      kind: form
      terms: visa-utslag
      form:
        - {id: bild, question: En bild av utslaget, type: attachment}
      attachments: {resident: true}
-- terms/visa-utslag.yaml --
layout: points
status: approved
approved: {on: 2026-03-01, by: redaktionen}
version: 1
points:
  - id: om
    text: Här kan du visa {enhet} ett utslag. Du får svar inom {svarstid}.
""",
    bad="""
-- units/vc.yaml --
casetypes:
  visa-utslag:
    local:
      name: Visa ett utslag
      category: Kontakt
      kind: form
      terms: visa-utslag
      form:
        - {id: bild, question: En bild av utslaget, type: attachment}
      attachments:
        resident: false  # <-- attachment-question-refused
-- terms/visa-utslag.yaml --
layout: points
status: approved
approved: {on: 2026-03-01, by: redaktionen}
version: 1
points:
  - id: om
    text: Här kan du visa {enhet} ett utslag. Du får svar inom {svarstid}.
""",
)
def attachment_question_refused(workspace: Workspace) -> Iterator[Finding]:
    asked: dict[int, tuple[str, Place] | None] = {}
    for offer in workspace.offers():
        if offer.base.kind != "form":
            continue
        # Forms that ask for a file are few.
        if id(offer.base) not in asked:
            asked[id(offer.base)] = _asked_for(offer)
        question = asked[id(offer.base)]
        attachments = offer.get("attachments") if question is not None else None
        # Where nothing is said of attachments nothing is refused.
        if question is not None and attachments is not None and not attachments.resident:
            place = offer.origin("attachments")
            shared_by = None if place.file == offer.unit.file else offer.unit.file_id
            asks = Related("needed-here", question[1])
            objects = {"casetype": offer.id}
            at = place.at("resident")
            yield found(at, asks, unit=shared_by, objects=objects, casetype=offer.id, question=question[0])


def _asked_for(offer: Offer) -> tuple[str, Place] | None:
    """The first question of the form that asks for a file, and its place."""
    form = offer.base.values.get("form")
    # Where a form stands is worked out for the few that ask for a file.
    if form is None or not any(item.type == "attachment" for item, _ in items_of(form, offer.place)):
        return None
    items = items_of(form, offer.origins("form")[0].place)
    return next(((item.question, place.at("type")) for item, place in items if item.type == "attachment"), None)
