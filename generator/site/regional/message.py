"""The page of a template for messages from a unit to residents."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from generator.site.forms import Question, questions_of
from generator.site.page import Frame, Link, Row, Support, distinct, page_below, render, support
from generator.site.phrases import capital
from generator.site.site import Page, RegionSite
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


def pages(site: RegionSite) -> Iterator[Page]:
    tree = site.tree
    titles = distinct({id: message.name for id, message in tree.messages.items()})

    def make(id: str) -> bytes:
        return render("message.html.j2", _page(tree.messages[id], tree, titles[id]))

    for id, message in tree.messages.items():
        yield Page(f"messages/{id}.html", partial(make, id), (message.file,))


def _page(message: Message, tree: RegionTree, title: str) -> MessagePage:
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
