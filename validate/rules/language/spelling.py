"""A word in a text for residents that the Swedish dictionary does not know."""

from collections.abc import Iterator

from schema.workspace import Workspace, region_of
from validate.facts.prose import Prose, prose_for_residents
from validate.facts.spelling import judges
from validate.rule import Finding, Words, found, rule
from validate.wording.abbreviations import shortened
from validate.wording.mojibake import mojibake
from validate.wording.stretches import Stretches
from validate.wording.unreplaced import unreplaced


@rule(
    "warning",
    sv=Words(
        title="Okänt ord",
        message="Ordet ”{word}” finns inte i ordlistan.",
        reason="En felstavning gör texten svårare att läsa och att lita på.",
        advice="{remedy}",
        phrases={
            "remedy": {
                "region": "Rätta stavningen. Är ordet rätt, skriv det på en egen rad i regionens wordlist.txt.",
                "nation": "Rätta stavningen, eller välj ett ord som finns i ordlistan.",
            }
        },
    ),
    en=Words(
        title="Unknown word",
        message="The word “{word}” is not in the dictionary.",
        reason="A misspelling makes the text harder to read and to trust.",
        advice="{remedy}",
        phrases={
            "remedy": {
                "region": "Correct the spelling. If the word is right, write it on a line of its own in the region's "
                "wordlist.txt.",
                "nation": "Correct the spelling, or choose a word that is in the dictionary.",
            }
        },
    ),
    source="Språkrådet, Svenska skrivregler: stavning enligt Svenska Akademiens ordlista; ordlistan är Hunspells "
    "svenska (hunspell-sv)",
    good="""
-- dictionary (lacking) --
recpet
digifysiska
Vikarviken
-- wordlist.txt --
digifysiska
-- units/vc.yaml --
name: Vårdcentralen Vikarviken
settings:
  opening_hours: Digifysiska besök dygnet runt.
  information: Vikarvikens BVC förnyar ditt recept.
""",
    bad="""
-- dictionary (lacking) --
recpet
digifysiska
-- units/vc.yaml --
settings:
  opening_hours: Våra digifysiska besök går att boka dygnet runt.  # <-- spelling
  information: >-
    Vi skriver inga nya recept på natten. Ett gammalt
    recpet går att förnya. Ditt recpet ligger kvar.  # <-- spelling
""",
)
def spelling(workspace: Workspace) -> Iterator[Finding]:
    known_by = workspace.once(judges)
    for prose in prose_for_residents(workspace) if known_by else ():
        told = _told_otherwise(prose)
        for place in prose.places:
            region = region_of(place.file)
            remedy = "region" if region else "nation"
            for start, end in known_by[region].unknown(prose.own):
                if not told.touch(start, end):
                    yield found(place.within(start, end), word=prose.text[start:end], remedy=remedy)


def _told_otherwise(prose: Prose) -> Stretches:
    """What is no misspelling, but something that another rule tells of."""
    garbled = ((start, end) for start, end, _ in mojibake(prose.text))
    short = ((start, end) for start, end, _ in shortened(prose.own))
    return Stretches((*garbled, *short, *unreplaced(prose.text)))
