"""A mobile number in a text, a telephone field, a comment or a list."""

import re
from collections.abc import Iterator

from schema.workspace import Workspace
from validate.facts.remarks import remarks
from validate.rule import Finding, Words, found, rule
from validate.wording.phone_numbers import mobile_numbers

_GATE = re.compile(rb"(?:0|46[ -]?|\(0\) ?)7[02369]")


@rule(
    "error",
    sv=Words(
        title="Mobilnummer",
        message="Här står ett mobilnummer.",
        reason="Ett mobilnummer hör för det mesta till en person, och den som läser texten kan ringa eller skriva dit "
        "vid sidan av vården. Invånaren ska nå mottagningen, inte en medarbetare.",
        advice="Skriv mottagningens vanliga telefonnummer i stället.",
    ),
    en=Words(
        title="Mobile number",
        message="There is a mobile number here.",
        reason="A mobile number mostly belongs to a person, and whoever reads the text can call or write to it beside "
        "the care. Residents are to reach the unit, not one of its staff.",
        advice="Write the unit's ordinary telephone number instead.",
    ),
    source="Egen slutsats: mobilnummer är personuppgifter, och konfigurationen handlar inte om enskilda. "
    "Numren: PTS, Telefonnummers struktur",
    good="""
-- units/vc.yaml --
phone: 031-390 06 00
settings:
  information: Ring 0771-25 10 10 om inloggningen inte fungerar.
""",
    bad="""
-- units/vc.yaml --
# Fråga Exempelsson på 070-174 06 07.  # <-- mobile-number
phone: 070-174 06 05  # <-- mobile-number
settings:
  information: Ring +46 70 174 06 06 om du får förhinder.  # <-- mobile-number
""",
    mandatory=True,
)
def mobile_number(workspace: Workspace) -> Iterator[Finding]:
    for text, writings in workspace.texts.items():
        for start, end in mobile_numbers(text):
            for writing in writings:
                yield found(writing.place.within(start, end))
    for remark in remarks(workspace, _GATE):
        for start, end in mobile_numbers(remark.text):
            yield found(remark.at(start, end))
