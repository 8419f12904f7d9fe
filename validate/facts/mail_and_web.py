"""The e-mail and web addresses that have a field of their own, each with its place: they are no prose."""

from collections.abc import Iterator

from schema.places import Place
from schema.workspace import RegionTree, Workspace
from validate.facts.written import local_casetypes, settings


def email_addresses(workspace: Workspace) -> Iterator[tuple[str, Place]]:
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
