"""The rule book as the site shows it: its topics in words, and where each rule stands."""

from collections.abc import Sequence
from functools import cache

from generator.site.page import Link
from generator.site.wording.phrases import alphabetical
from schema.workspace import RegionTree
from validate.own_rules import OWN, book_for
from validate.rule import Rule
from validate.rulebook import rules

TOPIC = {
    "basutbud": "Beslut om basutbud",
    "casetypes": "Ärendetyper",
    "guards": "Det som är skyddat i ett övre lager",
    "terms": "Villkorstexter",
    "texts": "Det som står i texterna",
    "language": "Klarspråk",
    "translations": "Översättningar",
    "placeholders": "Platshållare",
    "messages": "Mallar för meddelanden",
    "lifecycle": "Mottagningar som öppnar, ändras och stänger",
    "identity": "HSA-id, koder och nummer",
    "privacy": "Ingenting om personer",
    "references": "Det som nämns finns",
    "versions": "Inget ändras i det tysta",
    "waivers": "Undantag",
    "baseline": "Gamla fel",
    "own_rules": "Regionens egna regler",
    "structure": "Filens form",
}
"""What the rules are about, in the order that the book has them: what residents meet first, how files look last."""


def by_topic() -> Sequence[tuple[str, Sequence[Rule]]]:
    """The rules of each topic in alphabetical order."""
    return [(topic, [rule for rule in _alphabetical() if rule.topic == topic]) for topic in TOPIC]


@cache
def _alphabetical() -> tuple[Rule, ...]:
    return tuple(sorted(rules(), key=lambda rule: alphabetical(rule.sv.title)))


def rule_link(id: str, tree: RegionTree) -> Link:
    """From the region's page of rules to one that it names; one that the tool does not have is shown by its id."""
    rule = book_for(tree).get(id)
    if rule is None:
        return Link(id)
    return Link(rule.sv.title, f"#{own_anchor(id)}" if rule.topic == OWN else f"../rules/{id}.html")


def own_anchor(id: str) -> str:
    return f"regel-{id}"
