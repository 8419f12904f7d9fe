"""A list, a mapping or a single value where one of the others belongs."""

from collections.abc import Iterator

from schema.workspace import Workspace
from validate.facts.misfits import misfits_of, phrases
from validate.rule import Finding, Words, rule

SV = {
    "mapping": ("nycklar med värden", "Skriv varje nyckel på en egen indragen rad, med kolon och värde efter."),
    "list": ("en lista", "Börja varje rad i listan med streck och mellanslag, eller skriv allt på en rad inom [ ]."),
    "text": ("ett enda värde", "Skriv ett enda värde. Börjar en text med { eller [: sätt citattecken runt den."),
}
EN = {
    "mapping": (
        "keys with values",
        "Write each key on an indented line of its own, with a colon and a value after it.",
    ),
    "list": ("a list", "Begin each line of the list with a dash and a space, or write all on one line within [ ]."),
    "text": ("a single value", "Write a single value. If a text begins with { or [, put quotes around it."),
}


@rule(
    "error",
    sv=Words(
        title="Fel slags innehåll",
        message="I ”{key}” ska det stå {expected}, inte {found}.",
        reason="Ett enda värde, en lista och nycklar med värden läses på olika sätt.",
        advice="{remedy}",
        phrases={**phrases("expected", SV), "found": phrases("found", SV)["found"]},
    ),
    en=Words(
        title="Wrong kind of content",
        message="In “{key}” there should be {expected}, not {found}.",
        reason="A single value, a list and keys with values are read in different ways.",
        advice="{remedy}",
        phrases={**phrases("expected", EN), "found": phrases("found", EN)["found"]},
    ),
    source="basutbud, konfigurationsformatet",
    good="""
-- units/vc.yaml --
activities: ["1502"]
casetypes:
  kontakta-mig:
    description: "{enhet}"
    promise: {answer_within: 1 working day}
""",
    bad="""
-- units/vc.yaml --
activities: "1502"  # <-- wrong-shape
casetypes:
  kontakta-mig:
    description: {enhet}  # <-- wrong-shape
    promise: 1 working day  # <-- wrong-shape
""",
    mandatory=True,
)
def wrong_shape(workspace: Workspace) -> Iterator[Finding]:
    return misfits_of(workspace, "wrong-shape", remedy_for="expected")
