"""What a case type is for, and who decides over it: the facts at the top of its page."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.site.basutbud.standing import KINDS
from generator.site.casetypes.definitions import Definition
from generator.site.casetypes.origins import resolved
from generator.site.page import Link, Row
from generator.site.wording.guards import guard_rows
from generator.site.wording.words import CAPABILITY
from schema.layers import FIELDS
from schema.offers import Offer

_OWN = frozenset(FIELDS) | {"active"}


@dataclass(frozen=True)
class Fact:
    """A label with its value, or with links that each may have a word after them."""

    label: str
    value: str = ""
    links: tuple[tuple[Link, str], ...] = ()


def facts_of(definition: Definition) -> Iterator[Fact]:
    yield Fact("Kategori", definition.get("category"))
    needs = definition.get("needs")
    if needs is not None:
        yield Fact("Passar mottagningar som", CAPABILITY[needs])
    yield _basis(definition)
    decisions = tuple(_decisions(definition))
    if decisions:
        yield Fact("Nämns i beslut om basutbud", links=decisions)
    tree = definition.tree
    distribution = getattr(definition.own.node, "distribute", None)
    if distribution is not None:
        yield Fact("Delas ut till", links=tuple((_group(id, definition), "") for id in distribution.to))
    changing = [id for id, group in tree.groups.items() if definition.page in group.casetypes]
    if changing:
        yield Fact("Ändras i grupperna", links=tuple((_group(id, definition), "") for id in changing))
    own = sum(_has_own_values(offer) for offer in definition.offers)
    if own and definition.governance != "local":
        yield Fact("Mottagningar med egna värden", f"{own} av {len(definition.offers)}")
    yield from (_said(row) for row in guard_rows(definition.layers))


def _said(row: Row) -> Fact:
    return Fact(row.label, row.value)


def _has_own_values(offer: Offer) -> bool:
    """Whether the unit itself says anything of the case type but that it has it, and if it is active."""
    entry = offer.entry
    return entry is not None and bool(entry.model_fields_set & (_OWN - {"active"}))


def _group(id: str, definition: Definition) -> Link:
    groups = definition.tree.groups
    return Link(groups[id].title, f"../index.html#grupp-{id}") if id in groups else Link(id)


def _basis(definition: Definition) -> Fact:
    """What the last layer extends, and what that extends."""
    links = []
    for depth, layer in enumerate(definition.layers, 1):
        if layer.name == "national":
            unchanged = ", oförändrad" if layer is definition.own else ""
            page = f"../../templates/{layer.node.file_id}.html"
            links.append((Link(f"den nationella mallen {layer.node.name}", page), unchanged))
        elif layer.name == "casetype" and layer is not definition.own:
            page = f"{layer.node.file_id}.html"
            name = resolved(definition.layers[:depth], "name", definition.care_level)
            links.append((Link(f"regionens ärendetyp {name}", page), ""))
    return Fact("Bygger på", "" if links else "ingen annan ärendetyp", tuple(links))


def _decisions(definition: Definition) -> Iterator[tuple[Link, str]]:
    """The decisions with a row about the case type or what it extends, and what sort of row."""
    ids = {
        definition.page,
        *(layer.node.file_id for layer in definition.layers if layer.name in ("national", "casetype")),
    }
    ids |= {offer.id for offer in definition.offers}
    for decision in definition.tree.decisions:
        kinds = [
            words.lower()
            for kind, words in KINDS.items()
            if any(not ids.isdisjoint(duty.casetype) for duty in getattr(decision, kind))
        ]
        if kinds:
            yield Link(decision.title, f"../decisions/{decision.id}.html"), f" ({', '.join(kinds)})"
