"""A case type whose name is longer than the region has room for."""

from collections.abc import Iterator

from schema.models.groups import Group
from schema.models.units import Unit
from schema.offers import Offer
from schema.places import Place, Related
from schema.workspace import RegionTree, Workspace
from validate.facts.written import definitions
from validate.rule import Finding, Words, found, rule


@rule(
    "error",
    sv=Words(
        title="För långt namn på en ärendetyp",
        message="Namnet ”{name}” har {length} tecken. Regionen tillåter högst {limit}.",
        reason="Ett långt namn är svårt att överblicka där invånaren väljer ärendetyp, oftast i en mobil.",
        advice="Korta namnet till högst {limit} tecken. Kommer det från en nationell mall, ge ärendetypen ett eget "
        "namn med name.",
    ),
    en=Words(
        title="Too long a name of a case type",
        message="The name “{name}” has {length} characters. The region allows {limit} at most.",
        reason="A long name is hard to take in where residents choose a case type, most often on a mobile phone.",
        advice="Shorten the name to {limit} characters at most. If it is a national template's, give the case type a "
        "name of its own with name.",
    ),
    source="Regionens policy. VGR Vårdgivarwebben, Manualer (namnet ska vara tydligt och enkelt)",
    good="""
-- region.yaml --
policy: {longest_casetype_name: 30}
-- casetypes/kontakta-mig.yaml --
extends: kontakta-mig
name: Kontakta mig om mitt provsvar
""",
    bad="""
-- region.yaml --
policy: {longest_casetype_name: 30}
-- casetypes/kontakta-mig.yaml --
extends: kontakta-mig
name: Kontakta mig om svaret på mitt prov  # <-- casetype-name-too-long
""",
)
def casetype_name_too_long(workspace: Workspace) -> Iterator[Finding]:
    for tree in workspace.regions.values():
        limit = tree.region.policy.longest_casetype_name if tree.region is not None else None
        if tree.region is not None and limit is not None:
            allowed = Related("set-here", tree.region.at("policy", "longest_casetype_name"))
            for name, place, unit in (*_written(tree), *_inherited(tree, limit)):
                if len(name) > limit:
                    yield found(place, allowed, unit=unit, name=name, length=len(name), limit=limit)


_Named = tuple[str, Place, str | None]
"""A name, its place, and the unit where that place is shared by many."""


def _written(tree: RegionTree) -> Iterator[_Named]:
    """The names that the region, its groups and its units have written."""
    for casetype, place in definitions(tree):
        if casetype.name is not None:
            yield casetype.name, place.at("name"), None
    holders: tuple[Group | Unit, ...] = (*tree.groups.values(), *tree.units.values())
    for holder in holders:
        for id, change in holder.casetypes.items():
            if change is not None and change.name is not None:
                yield change.name, holder.at("casetypes", id, "name"), None


def _inherited(tree: RegionTree, limit: int) -> Iterator[_Named]:
    """The long names of national templates, where the region or a unit has taken them in as they are."""
    for offer in tree.offers():
        if len(offer.get("name")) > limit and offer.origins("name")[0].layer == "national":
            yield (offer.get("name"), *_taken_in(offer))


def _taken_in(offer: Offer) -> tuple[Place, str | None]:
    defined = [layer for layer in offer.base.layers if layer.name in ("casetype", "local")]
    if not defined:
        return offer.place.key(), None
    place = defined[-1].place.at("extends")
    return place, None if place.file == offer.unit.file else offer.unit.file_id
