"""A translation of a version that its terms text does not have yet."""

from collections.abc import Iterator

from schema.places import Related
from schema.workspace import Workspace
from validate.facts.translated import translated
from validate.rule import Finding, Words, found, rule


@rule(
    "error",
    sv=Words(
        title="Översättning av en version som inte finns",
        message="Översättningen till ”{language}” är av version {of_version}, men villkorstexten är bara version "
        "{version}.",
        reason="En översättning görs av en version som finns. Annars vet ingen vilken text den motsvarar.",
        advice="Skriv of_version: {version}. Är den svenska texten ändrad, höj dess version också.",
    ),
    en=Words(
        title="Translation of a version that does not exist",
        message="The translation into “{language}” is of version {of_version}, but the terms text is only version "
        "{version}.",
        reason="A translation is made of a version that exists. Otherwise nobody knows which text it stands for.",
        advice="Write of_version: {version}. If the Swedish text has been changed, raise its version too.",
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
    of_version: 3  # <-- translation-of-version-to-come
    texts:
      om: Here you can ask {enhet} to call you.
      svarstid: You get an answer within {svarstid}.
-- units/vc.yaml --
casetypes:
  kontakta-mig: {terms: kontakta-mig}
""",
)
def translation_of_version_to_come(workspace: Workspace) -> Iterator[Finding]:
    for text in translated(workspace):
        if text.translation.of_version > text.terms.version:
            yield found(
                text.place.at("of_version"),
                Related("set-here", text.terms.at("version")),
                language=text.language,
                of_version=text.translation.of_version,
                version=text.terms.version,
            )
