"""A heading on a contact card with a sign that headings there may not have."""

import re
from collections.abc import Iterator

from schema.workspace import Workspace
from validate.rule import Finding, Words, found, rule

# A hyphen that belongs to a word is no dash.
_FORBIDDEN = re.compile("[.,():;!?&\u2012-\u2015\u2212]|(?<!\\w)[-\u2010\u2011](?!\\w)")


@rule(
    "error",
    sv=Words(
        title="Otillåtet tecken i en rubrik på kontaktkortet",
        message="Rubriken ”{heading}” har tecken som inte får stå där: {signs}",
        reason="Rubrikerna under Det här kan du få hjälp med får inte ha punkt, komma, parentes, kolon, semikolon, "
        "utropstecken, frågetecken, och-tecken (&) eller tankestreck.",
        advice="Ta bort {signs} ur rubriken.",
    ),
    en=Words(
        title="A sign that a heading on the contact card may not have",
        message="The heading “{heading}” has signs that may not stand there: {signs}",
        reason="The headings below Det här kan du få hjälp med may not have a full stop, comma, parenthesis, colon, "
        "semicolon, exclamation mark, question mark, ampersand or dash.",
        advice="Take {signs} out of the heading.",
    ),
    source="Inera, Fliken Det här kan du få hjälp med",
    good="""
-- units/vc.yaml --
contact_card:
  headings: [Vaccination, Råd om sömn och stress, Hjälp med e-tjänster]
""",
    bad="""
-- units/vc.yaml --
contact_card:
  headings:
    - Vaccination
    - Råd (sömn & stress)  # <-- contact-card-heading
    - Prover – blodtryck  # <-- contact-card-heading
""",
)
def contact_card_heading(workspace: Workspace) -> Iterator[Finding]:
    for tree in workspace.regions.values():
        for unit in tree.units.values():
            for number, heading in enumerate(unit.contact_card.headings if unit.contact_card is not None else ()):
                first = _FORBIDDEN.search(heading)
                if first is not None:
                    signs = " ".join(dict.fromkeys(_FORBIDDEN.findall(heading)))
                    place = unit.at("contact_card", "headings", number)
                    yield found(place.within(*first.span()), heading=heading, signs=signs)
