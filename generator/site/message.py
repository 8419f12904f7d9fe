"""The page of a template for messages from a unit to residents."""

from dataclasses import dataclass

from generator.site.forms import Question, questions_of
from generator.site.page import Frame, Link, Row, Support, page_below, support
from generator.site.phrases import capital
from generator.site.words import MESSAGE_KIND
from schema.models.messages import MOST_RECIPIENTS, Message
from schema.workspace import RegionTree


@dataclass(frozen=True)
class MessagePage:
    frame: Frame
    name: str
    kind: str
    facts: tuple[Row, ...]
    groups: tuple[Link, ...]
    subject: str
    text: str
    questions: tuple[Question, ...]
    support: Support


def message_page(message: Message, tree: RegionTree, title: str) -> MessagePage:
    most = message.maximum_recipients or MOST_RECIPIENTS
    facts = (
        *((Row("Internt namn", message.internal_name),) if message.internal_name else ()),
        Row("Högst antal mottagare", f"{most} i varje utskick"),
        Row("Bilagor", "personalen får bifoga filer" if message.attachments else "får inte bifogas"),
    )
    return MessagePage(
        page_below(tree, message.name, "mall för meddelande", title),
        message.name,
        capital(MESSAGE_KIND[message.kind]),
        facts,
        tuple(
            Link(tree.groups[group].title if group in tree.groups else group, f"../index.html#grupp-{group}")
            for group in message.to
        ),
        message.subject,
        message.text,
        questions_of(message.questions),
        support(message.source, message.illustrative),
    )
