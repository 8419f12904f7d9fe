"""A template for messages with information only that has questions."""

from collections.abc import Iterator

from schema.places import Related
from schema.workspace import Workspace
from validate.rule import Finding, Words, found, rule


@rule(
    "error",
    sv=Words(
        title="Frågor i en mall med information",
        message="Mallen ”{name}” är en mall med information, men har frågor.",
        reason="Invånaren kan inte svara på ett meddelande med bara information. Frågorna skulle bli obesvarade.",
        advice="Skriv kind: questions om invånaren ska svara, eller ta bort questions.",
    ),
    en=Words(
        title="Questions in a template with information",
        message="The template “{name}” is a template with information, but has questions.",
        reason="Residents cannot answer a message with information only. The questions would go unanswered.",
        advice="Write kind: questions if residents are to answer, or take questions away.",
    ),
    source="VGR Vårdgivarwebben, Manualer; Region Jönköpings län, Invånarärenden / omvänt ärende",
    good="""
-- messages/provsvar.yaml --
name: Meddelande om provsvar
kind: information
subject: Ditt provsvar
text: Ditt prov visar inget som du behöver göra något åt.
""",
    bad="""
-- messages/provsvar.yaml --
name: Meddelande om provsvar
kind: information
subject: Ditt provsvar
text: Ditt prov visar inget som du behöver göra något åt.
questions:  # <-- questions-in-information
  - {id: ringa, question: Vill du att vi ringer dig?, type: boolean}
""",
    mandatory=True,
)
def questions_in_information(workspace: Workspace) -> Iterator[Finding]:
    for tree in workspace.regions.values():
        for message in tree.messages.values():
            if message.kind == "information" and message.questions:
                yield found(message.at("questions").key(), Related("set-here", message.at("kind")), name=message.name)
