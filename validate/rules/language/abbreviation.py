"""An abbreviation in a text for residents."""

from collections.abc import Iterator

from schema.places import Place
from schema.workspace import Workspace
from validate.facts.prose import prose_for_residents
from validate.rule import Finding, Words, found, rule
from validate.wording.abbreviations import Short, shortened, shortened_in_question


@rule(
    "advice",
    sv=Words(
        title="Förkortning",
        message="”{written}” är en förkortning.",
        reason="Alla känner inte till förkortningen, och den kan läsas upp fel.",
        advice="Skriv ut orden: ”{right}”, eller skriv om meningen. ”T.ex.” får stå utanför frågor.",
    ),
    en=Words(
        title="Abbreviation",
        message="“{written}” is an abbreviation.",
        reason="Not all know the abbreviation, and it may be read aloud wrongly.",
        advice="Spell it out: “{right}”, or write the sentence anew. “T.ex.” may stand outside questions.",
    ),
    source="VGR Vårdgivarwebben, Designer (inga förkortningar i frågor; ”t.ex.”, inte ”t ex”), och Språkliga "
    "riktlinjer för invånartjänsterna",
    good="""
-- units/vc.yaml --
settings:
  information: Ta med t.ex. din medicinlista. Såret får vara 5 mm.
""",
    bad="""
-- units/vc.yaml --
settings:
  information: Ta med t ex din medicinlista.  # <-- abbreviation
  opening_hours: Vi har stängt pga semester mm.  # <-- abbreviation, abbreviation
""",
)
def abbreviation(workspace: Workspace) -> Iterator[Finding]:
    for prose in prose_for_residents(workspace):
        anywhere, in_questions = shortened(prose.own), shortened_in_question(prose.own)
        for place in prose.places if anywhere or in_questions else ():
            if "options" not in place.path:
                for short in anywhere + (in_questions if place.path[-1] == "question" else ()):
                    yield _finding(prose.text, place, short)


def _finding(text: str, place: Place, short: Short) -> Finding:
    return found(place.within(short.start, short.end), written=text[short.start : short.end], right=short.right)
