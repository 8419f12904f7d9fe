"""A prompt for the reason of a booking that is longer than the booking can hold."""

from collections.abc import Iterator

from schema.workspace import Workspace
from validate.facts.booking_lengths import overlong
from validate.rule import Finding, Words, found, rule

MOST = 150


@rule(
    "error",
    sv=Words(
        title="För lång information till vården",
        message="Information till vården är längre än 150 tecken.",
        reason="Fältet rymmer 150 tecken. Det som är längre kan inte föras in.",
        advice="Korta texten till högst 150 tecken. Skriv resten i mottagningens text.",
    ),
    en=Words(
        title="Information to the unit too long",
        message="The information to the unit is longer than 150 characters.",
        reason="The field holds 150 characters. What is longer cannot be entered.",
        advice="Shorten the text to at most 150 characters. Put the rest into the unit's text.",
    ),
    source="RJL, Villkorstexter tidsbokning (information till vården, 150 tecken)",
    good="""
-- terms/boka-tid.yaml --
layout: booking
status: approved
approved: {on: 2026-03-01, by: redaktionen}
version: 1
information_to_unit: Skriv kort vad du vill ha hjälp med.
""",
    bad="""
-- terms/boka-tid.yaml --
layout: booking
status: approved
approved: {on: 2026-03-01, by: redaktionen}
version: 1
information_to_unit: >-
  Skriv kort vad du vill ha hjälp med, hur länge du har haft besvären och vilka läkemedel du tar. Skriv om du har
  sökt vård för det här förut hos oss eller hos någon annan.  # <-- booking-information-too-long
""",
    mandatory=True,
)
def booking_information_too_long(workspace: Workspace) -> Iterator[Finding]:
    for at, unit in overlong(workspace, "information_to_unit", MOST):
        yield found(at, unit=unit)
