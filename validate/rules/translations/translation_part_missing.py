"""A part of a terms text that a translation of it leaves out."""

from collections.abc import Iterator

from schema.fitting import nearest
from schema.places import Related
from schema.workspace import Workspace
from validate.facts.translated import translated
from validate.rule import Finding, Words, found, rule


@rule(
    "warning",
    sv=Words(
        title="Oöversatt del",
        message="Översättningen till ”{language}” saknar delen ”{part}”.",
        reason="Den som läser översättningen får inte veta det som står i delen.",
        advice="Lägg till en översättning av ”{part}” under texts.",
    ),
    en=Words(
        title="Untranslated part",
        message="The translation into “{language}” lacks the part “{part}”.",
        reason="Who reads the translation does not learn what the part says.",
        advice="Add a translation of “{part}” below texts.",
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
    texts:  # <-- translation-part-missing
      om: Here you can ask {enhet} to call you.
-- units/vc.yaml --
casetypes:
  kontakta-mig: {terms: kontakta-mig}
""",
)
def translation_part_missing(workspace: Workspace) -> Iterator[Finding]:
    for text in translated(workspace):
        if text.is_of_other_version:
            continue
        parts = [part for _, part, _ in text.terms.parts()]
        # A part that stands there by a misspelt id is told of as that.
        misspelt = {nearest(part, parts) for part in text.translation.texts if part not in parts}
        for path, part, _ in text.terms.parts():
            if part not in text.translation.texts and part not in misspelt:
                missing = Related("needed-here", text.terms.at(*path))
                yield found(text.place.at("texts").key(), missing, language=text.language, part=part)
