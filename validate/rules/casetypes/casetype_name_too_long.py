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
            for name, place in _written(tree):
                if len(name) > limit:
                    yield found(place, allowed, name=name, length=len(name), limit=limit)
            for offer in _inheriting(tree, limit):
                at, name = _taken_in(offer) or allowed.at, offer.get("name")
                unit = None if at.file == offer.unit.file else offer.unit.file_id
                objects = {"casetype": offer.id}
                yield found(at, allowed, unit=unit, objects=objects, name=name, length=len(name), limit=limit)


def _written(tree: RegionTree) -> Iterator[tuple[str, Place]]:
    """The names that the region, its groups and its units have written."""
    for casetype, place in definitions(tree):
        if casetype.name is not None:
            yield casetype.name, place.at("name")
    holders: tuple[Group | Unit, ...] = (*tree.groups.values(), *tree.units.values())
    for holder in holders:
        for id, change in holder.casetypes.items():
            if change is not None and change.name is not None:
                yield change.name, holder.at("casetypes", id, "name")


def _inheriting(tree: RegionTree, limit: int) -> Iterator[Offer]:
    """The offers that have the long names of national templates."""
    for offer in tree.offers():
        if len(offer.get("name")) > limit and offer.origins("name")[0].layer == "national":
            yield offer


def _taken_in(offer: Offer) -> Place | None:
    """Where the template is extended; None where units use it as it is, for which the region's limit is too low."""
    defined = [layer for layer in offer.base.layers if layer.name in ("casetype", "local")]
    return defined[-1].place.at("extends") if defined else None
