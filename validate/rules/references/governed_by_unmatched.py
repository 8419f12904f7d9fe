"""A selector and a unit whose governed_by do not meet, as one of them is misspelt."""

from collections.abc import Iterator

from schema.places import Place
from schema.workspace import RegionTree, Workspace
from validate.facts.existing import ids_by_folder, suggester
from validate.facts.selectors import alternatives, selectors_of
from validate.rule import Finding, Words, found, rule


@rule(
    "warning",
    sv=Words(
        title="Styrs av något som inte känns igen",
        message="”{value}” {problem}.{nearest}",
        reason="Beslut och grupper väljer mottagningar efter vad de styrs av. Ett felskrivet ord gör att mottagningen "
        "inte omfattas, utan att det märks.",
        advice="{remedy}",
        phrases={
            "problem": {
                "no-unit": "står inte under governed_by på någon mottagning i regionen",
                "no-selector": "liknar något som beslut och grupper väljer efter, men inget väljer efter just det",
            },
            "remedy": {
                "no-unit": "Skriv ordet som mottagningarna skriver det. Finns det inga sådana mottagningar än, ta bort "
                "ordet tills de finns.",
                "no-selector": "Skriv ordet som besluten i basutbud.yaml och grupperna i groups.yaml skriver det.",
            },
        },
    ),
    en=Words(
        title="Governed by something unknown",
        message="“{value}” {problem}.{nearest}",
        reason="Decisions and groups select units by what governs them. With a misspelt word the unit falls outside, "
        "and nobody notices.",
        advice="{remedy}",
        phrases={
            "problem": {
                "no-unit": "does not stand under governed_by of any unit in the region",
                "no-selector": "is like something that decisions and groups select by, but nothing selects by it",
            },
            "remedy": {
                "no-unit": "Write the word as the units write it. If there are no such units yet, take the word away "
                "until there are.",
                "no-selector": "Write the word as the decisions in basutbud.yaml and the groups in groups.yaml do.",
            },
        },
    ),
    source="Egen slutsats: samma ord ska stå på mottagningen och i urvalet för att urvalet ska träffa",
    good="""
-- basutbud.yaml --
- id: exempel-2026
  title: "Exempel: basutbud"
  decided: {by: "Exempel, inget verkligt beslut", on: 2026-01-15, reference: Exempel 2026-1}
  valid: {from: 2026-02-01}
  applies_to: {governed_by: forvaltning}
  illustrative: true
""",
    bad="""
-- basutbud.yaml --
- id: exempel-2026
  title: "Exempel: basutbud"
  decided: {by: "Exempel, inget verkligt beslut", on: 2026-01-15, reference: Exempel 2026-1}
  valid: {from: 2026-02-01}
  applies_to: {governed_by: forvaltningen}  # <-- governed-by-unmatched
  illustrative: true
""",
)
def governed_by_unmatched(workspace: Workspace) -> Iterator[Finding]:
    for tree in workspace.regions.values():
        selected = list(_selected(tree))
        if not selected or not tree.units:
            continue
        governing = {unit.governed_by for unit in tree.units.values()}
        suggest = suggester(governing)
        if not ids_by_folder(tree)[tree.path("units")] - tree.units.keys():
            for value, place in selected:
                if value not in governing:
                    yield found(place, value=value, problem="no-unit", remedy="no-unit", nearest=suggest(value))
        yield from _unselected(tree, {value for value, _ in selected}, governing)


def _selected(tree: RegionTree) -> Iterator[tuple[str, Place]]:
    for selector, at, _ in selectors_of(tree):
        yield from alternatives(selector.governed_by, at.at("governed_by"))


def _unselected(tree: RegionTree, selected: set[str], governing: set[str]) -> Iterator[Finding]:
    """Units that select nothing, though nearly; a word that no unit has is told of at the selector alone."""
    suggest = suggester(selected & governing)
    for unit in tree.units.values():
        value = unit.governed_by
        nearest = "" if value in selected else suggest(value)
        # Words such as vardval-rehab and vardval-bvc begin alike, and mean different things.
        if nearest and _differ_by_a_slip(value, nearest):
            yield found(
                unit.at("governed_by"), value=value, problem="no-selector", remedy="no-selector", nearest=nearest
            )


def _differ_by_a_slip(one: str, other: str) -> bool:
    """Whether the words are alike but for at most two letters in a row; other digits make another word."""
    start = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    ends = zip(reversed(one[start:]), reversed(other[start:]), strict=False)
    same = next((at for at, (a, b) in enumerate(ends) if a != b), min(len(one), len(other)) - start)
    differing = one[start : len(one) - same] + other[start : len(other) - same]
    return max(len(one), len(other)) - start - same <= 2 and not any(letter.isdigit() for letter in differing)
