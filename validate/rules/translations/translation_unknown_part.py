"""A translated part that the terms text does not have."""

from collections.abc import Iterator

from schema.fitting import nearest
from schema.workspace import Workspace
from validate.facts.translated import translated
from validate.rule import Finding, Words, found, rule


@rule(
    "error",
    sv=Words(
        title="Översättning av en del som inte finns",
        message="Villkorstexten har ingen del som heter ”{part}”.{nearest}",
        reason="En översättning hör till en punkt eller del i den svenska texten. En som inte gör det visas inte.",
        advice="Skriv id:t på den punkt som är översatt i stället för {part}, eller ta bort översättningen av den.",
    ),
    en=Words(
        title="Translation of a part that does not exist",
        message="The terms text has no part called “{part}”.{nearest}",
        reason="A translation belongs to a point or a part of the Swedish text. One that does not is not shown.",
        advice="Write the id of the point that is translated instead of {part}, or take its translation away.",
    ),
    source="basutbud, konfigurationsformatet",
    good="""
-- terms/kontakta-mig.yaml --
layout: points
status: approved
approved: {on: 2026-03-01, by: redaktionen}
version: 2
points:
  - id: om
    text: Här kan du be {enhet} att ringa upp dig.
  - id: svarstid
    text: Du får svar inom {svarstid}.
translations:
  en:
    of_version: 2
    texts:
      om: Here you can ask {enhet} to call you.
      svarstid: You get an answer within {svarstid}.
-- units/vc.yaml --
casetypes:
  kontakta-mig: {terms: kontakta-mig}
""",
    bad="""
-- terms/kontakta-mig.yaml --
layout: points
status: approved
approved: {on: 2026-03-01, by: redaktionen}
version: 2
points:
  - id: om
    text: Här kan du be {enhet} att ringa upp dig.
  - id: svarstid
    text: Du får svar inom {svarstid}.
translations:
  en:
    of_version: 2
    texts:
      om: Here you can ask {enhet} to call you.
      svarstiden: You get an answer within {svarstid}.  # <-- translation-unknown-part
-- units/vc.yaml --
casetypes:
  kontakta-mig: {terms: kontakta-mig}
""",
)
def translation_unknown_part(workspace: Workspace) -> Iterator[Finding]:
    for text in translated(workspace):
        if text.is_of_other_version:
            continue
        parts = [part for _, part, _ in text.terms.parts()]
        untranslated = [part for part in parts if part not in text.translation.texts]
        for part in text.translation.texts:
            if part not in parts:
                near = nearest(part, untranslated)
                yield found(text.place.at("texts", part).key(), part=part, nearest=near)
