"""A translation of an earlier version of its terms text."""

from collections.abc import Iterator

from schema.places import Related
from schema.workspace import Workspace
from validate.facts.translated import translated
from validate.rule import Finding, Words, found, rule


@rule(
    "warning",
    sv=Words(
        title="Översättning av en äldre version",
        message="Översättningen till ”{language}” är av version {of_version}, men villkorstexten är nu version "
        "{version}.",
        reason="Den som läser översättningen får inte veta vad som har ändrats i den svenska texten.",
        advice="Låt översätta ändringarna och skriv of_version: {version}, eller ta bort översättningen så länge.",
    ),
    en=Words(
        title="Translation of an earlier version",
        message="The translation into “{language}” is of version {of_version}, but the terms text is now version "
        "{version}.",
        reason="Who reads the translation does not learn what has changed in the Swedish text.",
        advice="Have the changes translated and write of_version: {version}, or take the translation away until then.",
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
    of_version: 1  # <-- translation-stale
    texts:
      om: Here you can ask {enhet} to call you.
      svarstid: You get an answer within {svarstid}.
-- units/vc.yaml --
casetypes:
  kontakta-mig: {terms: kontakta-mig}
""",
)
def translation_stale(workspace: Workspace) -> Iterator[Finding]:
    for text in translated(workspace):
        if text.translation.of_version < text.terms.version:
            yield found(
                text.place.at("of_version"),
                Related("set-here", text.terms.at("version")),
                language=text.language,
                of_version=text.translation.of_version,
                version=text.terms.version,
            )
