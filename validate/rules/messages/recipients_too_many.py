"""A template for messages that lets more residents be written to at once than the service does."""

from collections.abc import Iterator

from schema.models.messages import MOST_RECIPIENTS
from schema.workspace import Workspace
from validate.rule import Finding, Words, found, rule


@rule(
    "error",
    sv=Words(
        title="För många mottagare",
        message="Mallen tillåter {recipients} mottagare i ett utskick, men tjänsten tar högst {most}.",
        reason="Tjänsten skickar inte till fler på en gång. De som inte får plats skulle inte få meddelandet.",
        advice="Skriv högst {most}, och dela upp större utskick på flera.",
    ),
    en=Words(
        title="Too many recipients",
        message="The template lets {recipients} residents be written to at once, but the service takes {most}.",
        reason="The service does not send to more at once. Those who find no room would not get the message.",
        advice="Write {most} at most, and divide larger send-outs into several.",
    ),
    source="VGR Vårdgivarwebben, Manualer: högst 250 invånare i ett utskick",
    good="""
-- messages/provsvar.yaml --
name: Meddelande om provsvar
kind: information
subject: Ditt provsvar
text: Ditt prov visar inget som du behöver göra något åt.
maximum_recipients: 250
""",
    bad="""
-- messages/provsvar.yaml --
name: Meddelande om provsvar
kind: information
subject: Ditt provsvar
text: Ditt prov visar inget som du behöver göra något åt.
maximum_recipients: 251  # <-- recipients-too-many
""",
    mandatory=True,
)
def recipients_too_many(workspace: Workspace) -> Iterator[Finding]:
    for tree in workspace.regions.values():
        for message in tree.messages.values():
            recipients = message.maximum_recipients
            if recipients is not None and recipients > MOST_RECIPIENTS:
                yield found(message.at("maximum_recipients"), recipients=recipients, most=MOST_RECIPIENTS)
