"""A form that asks residents for more files than one message can hold."""

from collections.abc import Iterator

from schema.workspace import Workspace
from validate.facts.forms import forms, items_of
from validate.rule import Finding, Words, found, rule

_MOST_FILES = 5


@rule(
    "error",
    sv=Words(
        title="För många frågor efter filer",
        message="Formuläret ber om {count} filer. Invånaren kan bifoga högst {most} i ett meddelande.",
        reason="Den som ska svara på alla frågorna kan inte skicka formuläret.",
        advice="Ta bort frågor efter filer så att det blir högst {most}, eller låt en fråga gälla flera bilder.",
    ),
    en=Words(
        title="Too many questions for files",
        message="The form asks for {count} files. Residents can attach {most} at most in one message.",
        reason="Who is to answer all of the questions cannot send the form.",
        advice="Take away questions for files until there are {most} at most, or let one question be for several "
        "pictures.",
    ),
    source="Inera, Vanliga frågor och svar (Personalverktyget, bifoga filer: högst fem filer från invånaren)",
    good="""
-- casetype_templates/kontakta-mig.yaml --
form:
  - {id: ett, question: Bild av ena handen, type: attachment}
  - {id: tva, question: Bild av andra handen, type: attachment}
""",
    bad="""
-- casetype_templates/kontakta-mig.yaml --
form:
  - {id: ett, question: Bild av ena handen, type: attachment}
  - {id: tva, question: Bild av andra handen, type: attachment}
  - {id: tre, question: Bild av ena foten, type: attachment}
  - {id: fyra, question: Bild av andra foten, type: attachment}
  - {id: fem, question: Bild av ansiktet, type: attachment}
  - {id: sex, question: Bild av ryggen, type: attachment}  # <-- attachment-questions-too-many
""",
)
def attachment_questions_too_many(workspace: Workspace) -> Iterator[Finding]:
    for form, place in forms(workspace):
        # Questions that are only shown upon an answer may not be shown to the same person.
        asked = [at for item, at in items_of(form, place) if item.type == "attachment" and item.visible_when is None]
        if len(asked) > _MOST_FILES:
            yield found(asked[_MOST_FILES].at("type"), count=len(asked), most=_MOST_FILES)
