"""A translation without a placeholder that the Swedish text has."""

from collections.abc import Iterator

from schema.placeholders import OF_OFFER, placeholders
from schema.places import Related
from schema.workspace import Workspace
from validate.facts.declared import declared_placeholders
from validate.facts.translated import translated
from validate.rule import Finding, Words, found, rule


@rule(
    "warning",
    sv=Words(
        title="Platshållare saknas i en översättning",
        message="Översättningen av ”{part}” saknar {{{placeholder}}}, som den svenska texten har.",
        reason="Där platshållaren står i den svenska texten ser invånaren till exempel svarstiden. I översättningen "
        "saknas den.",
        advice="Skriv {{{placeholder}}} i översättningen, eller ta bort platshållaren ur den svenska texten.",
    ),
    en=Words(
        title="Placeholder missing in a translation",
        message="The translation of “{part}” lacks {{{placeholder}}}, which the Swedish text has.",
        reason="Where the Swedish text has the placeholder, residents see the answering time or the like. The "
        "translation lacks it.",
        advice="Write {{{placeholder}}} in the translation, or take the placeholder out of the Swedish text.",
    ),
    source="Egen slutsats: en översättning säger det som den svenska texten säger",
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
      svarstid: You get an answer within 2 working days.  # <-- translation-placeholder-missing
-- units/vc.yaml --
casetypes:
  kontakta-mig: {terms: kontakta-mig}
""",
)
def translation_placeholder_missing(workspace: Workspace) -> Iterator[Finding]:
    known = _known(workspace)
    for text in translated(workspace):
        if text.is_of_other_version:
            continue
        for path, part, swedish in text.terms.parts():
            translation = text.translation.texts.get(part)
            if translation is None:
                continue
            names = {placeholder.name for placeholder in placeholders(translation)}
            if not names <= known:
                # A misspelt one is told of as that.
                continue
            for placeholder in placeholders(swedish):
                # One that nobody knows is told of in the Swedish text alone.
                if placeholder.name in known and placeholder.name not in names:
                    names.add(placeholder.name)
                    used = Related("used-here", text.terms.at(*path).within(placeholder.start, placeholder.end))
                    yield found(text.place.at("texts", part), used, part=part, placeholder=placeholder.name)


def _known(workspace: Workspace) -> set[str]:
    """Every placeholder that some text may use."""
    known = {*OF_OFFER, *(name for template in workspace.templates.values() for name in template.variables or ())}
    for tree in workspace.regions.values():
        known.update(declared_placeholders(tree) or ())
    return known
