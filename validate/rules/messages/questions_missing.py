"""A template for messages with questions that has no question to answer."""

from collections.abc import Iterator

from schema.models.forms import Form, GroupItem
from schema.workspace import Workspace
from validate.rule import Finding, Words, found, rule


@rule(
    "error",
    sv=Words(
        title="Mall med frågor, men utan frågor",
        message="Mallen ”{name}” är en mall med frågor, men har ingen fråga att besvara.",
        reason="En mall med frågor ber invånaren om svar. Utan frågor finns det inget att svara på.",
        advice="Lägg till minst en fråga under questions, eller skriv kind: information om invånaren inte ska svara.",
    ),
    en=Words(
        title="Template with questions, but without any",
        message="The template “{name}” is a template with questions, but has no question to answer.",
        reason="A template with questions asks residents for answers. Without questions there is nothing to answer.",
        advice="Add at least one question below questions, or write kind: information if residents are not to answer.",
    ),
    source="VGR Vårdgivarwebben, Manualer; Region Jönköpings län, Invånarärenden / omvänt ärende",
    good="""
-- messages/infor-besok.yaml --
name: Frågor inför besök
kind: questions
subject: Inför ditt besök
text: Svara på frågan innan du kommer till oss.
questions:
  - {id: tolk, question: Behöver du tolk?, type: boolean}
""",
    bad="""
-- messages/infor-besok.yaml --
name: Frågor inför besök
kind: questions  # <-- questions-missing
subject: Inför ditt besök
text: Svara på frågan innan du kommer till oss.
questions:
  - {id: hitta, question: Vi finns på plan två., type: display}
""",
    mandatory=True,
)
def questions_missing(workspace: Workspace) -> Iterator[Finding]:
    for tree in workspace.regions.values():
        for message in tree.messages.values():
            if message.kind == "questions" and not _asks(message.questions):
                yield found(message.at("kind"), name=message.name)


def _asks(form: Form) -> bool:
    return any(_asks(item.items) if isinstance(item, GroupItem) else item.type != "display" for item in form)
