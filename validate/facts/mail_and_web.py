"""The e-mail and web addresses that have a field of their own, each with its place: they are no prose."""

import re
from collections.abc import Iterator

from schema.places import Place
from schema.workspace import RegionTree, Workspace
from validate.facts.written import local_casetypes, settings

PRIVATE_ADDRESS = re.compile(
    r"(?<![\w.+%'-])[\w.+%'-]+@("
    r"(?:aol|fastmail|gmail|googlemail|icloud|mac|mail|me|msn|protonmail|telia|tuta|tutanota|ymail|bredband2)\.com"
    r"|(?:gmx|hotmail|live|outlook|yahoo)\.(?:com|se|nu|fi|no|dk|de|fr|it|es|nl|co\.uk|net)"
    r"|(?:comhem|home|passagen|spray|swipnet|tele2|telia)\.se"
    r"|(?:bredband|glocalnet)\.net|(?:pm|proton)\.me|protonmail\.ch"
    r")(?![\w-]|\.\w)",
    re.IGNORECASE,
)
"""An address at a service for private persons; the group is the service."""

_LABEL = r"[^\W_](?:[\w-]*[^\W_])?"
WEB_ADDRESS = re.compile(rf"https://{_LABEL}(?:\.{_LABEL})+(?::[0-9]{{1,5}})?(?:[/?#][^\s\"<>\\^`{{|}}]*)?")
"""A secure web address with a host that could be one."""


def email_addresses(workspace: Workspace) -> tuple[tuple[str, Place], ...]:
    return workspace.once(_email_addresses)


def _email_addresses(workspace: Workspace) -> tuple[tuple[str, Place], ...]:
    return tuple(_mail_in(workspace))


def _mail_in(workspace: Workspace) -> Iterator[tuple[str, Place]]:
    for tree in workspace.regions.values():
        if tree.region is not None and tree.region.administration.email is not None:
            yield tree.region.administration.email, tree.region.at("administration", "email")
        for given, place in settings(tree):
            for number, address in enumerate(given.notifications.emails if given.notifications else ()):
                yield address, place.at("notifications", "emails", number)


def web_addresses(workspace: Workspace) -> Iterator[tuple[str, Place]]:
    for template in workspace.templates.values():
        yield from _of_outlink(template, template.place)
    for tree in workspace.regions.values():
        yield from _of_region(tree)


def _of_region(tree: RegionTree) -> Iterator[tuple[str, Place]]:
    if tree.region is not None:
        for number, service in enumerate(tree.region.other_services):
            if service.address is not None:
                yield service.address, tree.region.at("other_services", number, "address")
    for casetype in tree.casetypes.values():
        yield from _of_outlink(casetype, casetype.place)
    for _, _, local, place in local_casetypes(tree):
        yield from _of_outlink(local, place)


def _of_outlink(casetype: object, place: Place) -> Iterator[tuple[str, Place]]:
    outlink = getattr(casetype, "outlink", None)
    if outlink is not None:
        yield outlink.address, place.at("outlink", "address")
