"""The page of a template for messages from a unit to residents."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from generator.site.casetypes.fillings import Filling, fillings
from generator.site.casetypes.forms import form_of, how_many, questions_of
from generator.site.casetypes.holders import Holders, holders
from generator.site.comparing.changes import ChangesView, changes_view
from generator.site.page import Frame, Link, Row, Support, distinct, page_below, render, support
from generator.site.site import Page, RegionSite
from generator.site.wording.phrases import capital, counted
from generator.site.wording.words import MESSAGE_KIND
from generator.verdict import History
from schema.models.messages import MOST_RECIPIENTS, Message
from schema.workspace import RegionTree


@dataclass(frozen=True)
class MessagePage:
    """`groups` are those that the message goes to; without any, all units have it."""

    frame: Frame
    name: str
    kind: str
    facts: tuple[Row, ...]
    groups: tuple[Link, ...]
    units: Holders
    inventory: Link
    subject: str
    text: str
    form: Markup
    fillings: tuple[Filling, ...]
    support: Support
    changes: ChangesView
    file: str


_LIST = Link("Mallar för meddelanden", "../index.html#meddelanden")


def pages(site: RegionSite) -> Iterator[Page]:
    tree, history = site.tree, site.verdict.source.history
    titles = distinct({id: message.name for id, message in tree.messages.items()})

    def make(id: str) -> bytes:
        return render("message.html.j2", _page(tree.messages[id], tree, titles[id], history))

    for id, message in tree.messages.items():
        yield Page(f"messages/{id}.html", partial(make, id), (message.file,))


def _page(message: Message, tree: RegionTree, title: str, history: History) -> MessagePage:
    wanted = set(message.to)
    units = (unit.unit for unit in tree.resolved.values() if not wanted or not wanted.isdisjoint(unit.groups))
    scripts = ("form.js",) if message.questions else ()
    return MessagePage(
        page_below(tree, message.name, "mall för meddelande", title, scripts, _LIST),
        message.name,
        capital(MESSAGE_KIND[message.kind]),
        tuple(_facts(message)),
        tuple(
            Link(tree.groups[group].title if group in tree.groups else group, f"../index.html#grupp-{group}")
            for group in message.to
        ),
        holders(units),
        Link("Alla mottagningar", "../inventory.html"),
        message.subject,
        message.text,
        form_of(questions_of(message.questions)),
        tuple(fillings((message.subject, message.text), {}, ())),
        support(message.source, message.illustrative),
        changes_view(history, message.file),
        message.file,
    )


def _facts(message: Message) -> Iterator[Row]:
    if message.internal_name:
        yield Row("Internt namn", message.internal_name)
    most = message.maximum_recipients or MOST_RECIPIENTS
    below = f" (plattformen tillåter {MOST_RECIPIENTS})" if most < MOST_RECIPIENTS else ""
    yield Row("Högst antal mottagare", f"{most} i varje utskick{below}")
    yield Row("Bilagor", "personalen får bifoga filer" if message.attachments else "får inte bifogas")
    if message.kind == "questions":
        yield Row("Frågor till invånaren", counted(how_many(message.questions), "fråga", "frågor"))
