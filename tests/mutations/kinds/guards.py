"""Guards that are broken."""

from collections.abc import Iterator

from ..kind import kind
from ..sheets import Fault
from ..tree import Tree


@kind("locked-field")
def locked_name_changed(tree: Tree) -> Iterator[Fault]:
    for listed in tree.listed(central=False):
        if listed.guards("locked", "name") and listed.lacks("name"):
            yield listed.more("name: Ett eget namn", "name")


@kind("locked-field")
def locked_name_of_a_central_casetype_changed(tree: Tree) -> Iterator[Fault]:
    for listed in tree.listed(central=True):
        if listed.guards("locked", "name") and listed.lacks("name"):
            yield listed.more("name: Ett eget namn", "name")


@kind("central-casetype-edited")
def central_casetype_described_otherwise(tree: Tree) -> Iterator[Fault]:
    for listed in tree.listed(central=True):
        if not listed.guards("locked", "description") and listed.lacks("description"):
            yield listed.more("description: Skriv till oss så hör vi av oss.", "description")


@kind("stricter-only-field")
def promise_made_milder(tree: Tree) -> Iterator[Fault]:
    for listed in tree.listed(central=False):
        if listed.guards("stricter_only", "promise") and listed.lacks("promise"):
            yield listed.more("promise: {answer_within: 9 working days}", "9 working days")


@kind("local-casetype-duplicates-central")
def local_casetype_with_the_name_of_a_central_one(tree: Tree) -> Iterator[Fault]:
    for listed in tree.listed(central=True):
        names = [sheet.value("name") for sheet in (listed.own, listed.template) if sheet and sheet.value("name")]
        if names and listed.unit.spot("casetypes", "skicka-meddelande") is not None and listed.lacks("name"):
            end = listed.unit.lines(listed.entry)[1]
            name = names[0]
            local = f"    local:\n      extends: skicka-meddelande\n      name: {name}\n"
            yield listed.unit.write(end, end, f"  eget-prov:\n    internal_name: Eget prov\n{local}", name)
