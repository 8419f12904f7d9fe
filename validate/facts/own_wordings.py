"""The own rules of a region that can be run, and where its texts have their wordings."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from schema.models.own_rules import Demand, OwnRule, TextField
from schema.places import Place
from schema.workspace import RegionTree, Workspace, region_of
from validate.facts.text_fields import casetypes_at, field_of
from validate.rulebook import rules
from validate.wording.wordings import Occurrence, Wordings, is_too_general


class OwnFinding(NamedTuple):
    """A text that breaks an own rule: where, and the wording that stands there or is lacking."""

    own: OwnRule
    at: Place
    demand: Demand
    wording: str


def sound(tree: RegionTree) -> Mapping[str, OwnRule]:
    """The own rules that can be run, by id; what keeps the others from it is told by rules of the book."""
    return tree.once(_sound)


def look_in(tree: RegionTree) -> Callable[[str], list[Occurrence]]:
    """Where a text has the wordings of the region's own rules, looked up once for each text."""
    return tree.once(_looking)


def own_findings(workspace: Workspace) -> Mapping[tuple[str, str], list[OwnFinding]]:
    """What each region's own rules find, by the region and the rule's id; all of them in one walk through the texts."""
    return workspace.once(_own_findings)


def says_one_thing(own: OwnRule) -> bool:
    """Whether it demands one thing, and says of which texts where it demands a wording."""
    return len(own.demands()) == 1 and (own.require is None or own.fields is not None)


def lacking(own: OwnRule) -> str:
    """The wordings that an own rule demands one of."""
    return " / ".join(own.require or ())


def _sound(tree: RegionTree) -> dict[str, OwnRule]:
    taken = {rule.id for rule in rules()}
    found: dict[str, OwnRule] = {}
    for own in tree.own_rules:
        wordings = [wording for _, wordings in own.demands() for wording in wordings]
        if own.id not in taken and says_one_thing(own) and not any(map(is_too_general, wordings)):
            found[own.id] = own
        taken.add(own.id)
    return found


def _looking(tree: RegionTree) -> Callable[[str], list[Occurrence]]:
    owned = ((id, wording) for id, own in sound(tree).items() for _, many in own.demands() for wording in many)
    wordings = Wordings(owned)
    known: dict[str, list[Occurrence]] = {}

    def look(text: str) -> list[Occurrence]:
        if text not in known:
            known[text] = list(wordings.find(text))
        return known[text]

    return look


def _own_findings(workspace: Workspace) -> dict[tuple[str, str], list[OwnFinding]]:
    findings: defaultdict[tuple[str, str], list[OwnFinding]] = defaultdict(list)
    for tree in workspace.regions.values():
        if sound(tree):
            for finding in (*_in_texts(workspace, tree), *_lacking_in_terms(tree)):
                findings[tree.id, finding.own.id].append(finding)
    return findings


def _in_texts(workspace: Workspace, tree: RegionTree) -> Iterator[OwnFinding]:
    look = look_in(tree)
    demanding = _demanding(tree)
    for text, writings in workspace.texts.items():
        places = [
            writing.place for writing in writings if writing.is_for_residents and region_of(writing.file) == tree.id
        ]
        present = look(text) if places else ()
        for place in places:
            field = field_of(place)
            if field is None:
                continue
            for occurrence in present:
                own = sound(tree)[occurrence.owner]
                if own.require is None and _is_about(own, field, place, tree):
                    yield _standing(own, text, place, occurrence)
            # A terms text has what is demanded in one of its parts.
            for own in demanding[field] if field != "terms" else ():
                if _is_about(own, field, place, tree) and not any(own.id == owner for owner, _, _ in present):
                    yield _lacking(own, place)


def _lacking_in_terms(tree: RegionTree) -> Iterator[OwnFinding]:
    look, demanding = look_in(tree), _demanding(tree)["terms"]
    for terms in tree.terms.values() if demanding else ():
        parts = terms.parts()
        present = {owner for _, _, text in parts for owner, _, _ in look(text)}
        for own in demanding:
            if own.id not in present and parts and _is_about(own, "terms", terms.place, tree):
                yield _lacking(own, terms.at(parts[0][0][0]).key())


def _demanding(tree: RegionTree) -> defaultdict[TextField, list[OwnRule]]:
    """The own rules that demand a wording, by the texts that they demand it of."""
    demanding: defaultdict[TextField, list[OwnRule]] = defaultdict(list)
    for own in sound(tree).values():
        for field in own.fields or () if own.require is not None else ():
            demanding[field].append(own)
    return demanding


def _is_about(own: OwnRule, field: TextField, place: Place, tree: RegionTree) -> bool:
    is_of_field = own.fields is None or field in own.fields
    return is_of_field and (own.casetypes is None or not casetypes_at(place, tree).isdisjoint(own.casetypes))


def _standing(own: OwnRule, text: str, place: Place, occurrence: Occurrence) -> OwnFinding:
    at = place.within(occurrence.start, occurrence.end)
    if own.replace is not None:
        return OwnFinding(own, at, "replace", own.replace.by)
    return OwnFinding(own, at, "forbid", " ".join(text[occurrence.start : occurrence.end].split()))


def _lacking(own: OwnRule, at: Place) -> OwnFinding:
    return OwnFinding(own, at, "require", lacking(own))
