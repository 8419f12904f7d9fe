"""Two active case types of a unit that residents see by one name, and staff cannot tell apart."""

from collections.abc import Iterator
from functools import cache

from schema.offers import Offer, ResolvedUnit
from schema.places import Place, Related
from schema.workspace import Workspace
from validate.facts.offering import units_known
from validate.rule import Finding, Words, found, rule

_NAMES = frozenset({"name", "internal_name"})


@rule(
    "error",
    sv=Words(
        title="Två ärendetyper med samma namn",
        message="Ärendetyperna ”{first}” och ”{second}” heter båda ”{name}” på samma mottagning, och inget internt "
        "namn skiljer dem åt.",
        reason="Två ärendetyper får ha samma namn utåt, men då behöver personalen ett internt namn för att se "
        "skillnaden.",
        advice="Ge ”{second}” ett eget internal_name, eller ett annat namn. Är de dubbletter, inaktivera den ena.",
    ),
    en=Words(
        title="Two case types of one name",
        message="The case types “{first}” and “{second}” are both called “{name}” at one unit, and no internal name "
        "tells them apart.",
        reason="Two case types may have one name outwards, but then staff need an internal name to see the difference.",
        advice="Give “{second}” an internal_name of its own, or another name. If they are duplicates, inactivate one.",
    ),
    source="Inera, Användarforum 1177 e-tjänster, hösten 2022 (internt namn)",
    good="""
-- casetypes/kontakta-mig-rehab.yaml --
extends: kontakta-mig
internal_name: Kontakta mig – rehab
-- units/vc.yaml --
casetypes:
  kontakta-mig: {}
  kontakta-mig-rehab: {}
""",
    bad="""
-- casetypes/kontakta-mig-rehab.yaml --
extends: kontakta-mig
name: Kontakta  Mig  # <-- same-outward-name
-- units/vc.yaml --
casetypes:
  kontakta-mig: {}
  kontakta-mig-rehab: {}
""",
)
def same_outward_name(workspace: Workspace) -> Iterator[Finding]:
    names = _Names()
    for unit in units_known(workspace):
        if unit.unit.status == "inactive":
            continue
        first: dict[tuple[str, str], Offer] = {}
        for offer in unit.offers.values():
            if offer.active:
                known = first.setdefault(names.of(offer), offer)
                if known is not offer and not _is_told_elsewhere(known, offer):
                    yield _finding(unit, known, offer)


class _Names:
    """The names of offers without what nobody sees, worked out once for all that share a base."""

    def __init__(self) -> None:
        self._of_base: dict[int, tuple[str, str]] = {}

    def of(self, offer: Offer) -> tuple[str, str]:
        _, _, base, entry, _ = offer
        if entry is not None and not entry.model_fields_set.isdisjoint(_NAMES):
            return _plain(offer.get("name")), _plain(offer.get("internal_name") or "")
        known = self._of_base.get(id(base))
        if known is None:
            values = base.values
            known = self._of_base[id(base)] = _plain(values["name"]), _plain(values.get("internal_name") or "")
        return known


def _is_told_elsewhere(one: Offer, other: Offer) -> bool:
    """A local case type that duplicates a central one has a rule of its own, whatever they are called within."""
    return {one.base.governance, other.base.governance} == {"local", "central"}


@cache
def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()


def _finding(unit: ResolvedUnit, first: Offer, second: Offer) -> Finding:
    if _named_by(second) is None and _named_by(first) is not None:
        first, second = second, first
    place = _named_by(second) or second.place.key()
    other = Related("other-one", _named_by(first) or first.place.key())
    shared_by = None if place.file == unit.unit.file else unit.id
    names = {"first": first.id, "second": second.id, "name": second.get("name")}
    return found(place, other, unit=shared_by, objects={"casetype": second.id}, **names)


def _named_by(offer: Offer) -> Place | None:
    """The line of the region or the unit that gives an offer its name; None where a unit uses a template as it is."""
    name = offer.origins("name")[0]
    if name.layer != "national":
        return name.place
    defined = [layer for layer in offer.base.layers if layer.name in ("casetype", "local")]
    return defined[-1].place.at("extends") if defined else None
