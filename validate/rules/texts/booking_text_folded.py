"""A booking text so long that its end is folded away."""

from collections.abc import Iterator

from schema.workspace import Workspace
from validate.facts.booking_lengths import overlong
from validate.rule import Finding, Words, found, rule

VISIBLE = 300


@rule(
    "warning",
    sv=Words(
        title="Text som fälls ihop",
        message="Mottagningens text är längre än 300 tecken. Resten syns bara för den som fäller ut den.",
        reason="Invånaren ser de första 300 tecknen. Det viktigaste missas lätt när det står längre ned.",
        advice="Skriv det viktigaste först, och korta texten till 300 tecken om du kan.",
    ),
    en=Words(
        title="Text that is folded",
        message="The unit's text is longer than 300 characters. The rest shows only to those who unfold it.",
        reason="Residents see the first 300 characters. What matters most is easily missed further down.",
        advice="Put what matters most first, and shorten the text to 300 characters if you can.",
    ),
    source="RJL, Villkorstexter tidsbokning (de första 300 tecknen syns)",
    good="""
-- terms/boka-tid.yaml --
layout: booking
status: approved
approved: {on: 2026-03-01, by: redaktionen}
version: 1
unit_text: Välkommen till {enhet}. Här bokar du en tid hos oss.
""",
    bad="""
-- terms/boka-tid.yaml --
layout: booking
status: approved
approved: {on: 2026-03-01, by: redaktionen}
version: 1
unit_text: >-
  Välkommen till {enhet}. Här bokar du en tid hos oss. Boka en tid för varje sak som du vill ha hjälp med. Kom gärna
  tio minuter före din tid. Anmäl dig i kassan när du kommer. Ta med legitimation. Behöver du tolk ringer du till oss i
  stället, så ordnar vi det. Har du feber eller hosta ska du stanna hemma. Avboka då.  # <-- booking-text-folded
  Ring oss om du undrar något.
""",
)
def booking_text_folded(workspace: Workspace) -> Iterator[Finding]:
    for at, unit in overlong(workspace, "unit_text", VISIBLE):
        yield found(at, unit=unit)
