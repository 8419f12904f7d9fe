"""A field that a higher layer has locked, and that a lower one sets all the same."""

from collections.abc import Iterator

from schema.places import Related
from schema.workspace import Workspace
from validate.facts.guarding import meetings
from validate.rule import Finding, Words, found, rule


@rule(
    "error",
    sv=Words(
        title="Låst fält",
        message="”{field}” är låst i ärendetypen ”{casetype}” och får inte ändras här.",
        reason="Den som styr ärendetypen har låst fältet för att det ska vara lika för alla invånare.",
        advice="Ta bort ”{field}” här, så gäller det som är låst. Behövs något annat ska den som styr ärendetypen låsa "
        "upp fältet.",
    ),
    en=Words(
        title="Locked field",
        message="“{field}” is locked in the case type “{casetype}” and may not be changed here.",
        reason="Whoever governs the case type has locked the field, so that it is the same for all residents.",
        advice="Take “{field}” away here, and what is locked holds. If something else is needed, whoever governs the "
        "case type has to unlock the field.",
    ),
    source="basutbud, konfigurationsformatet: det som är låst i ett lager får inget lägre lager ändra",
    good="""
-- casetypes/kontakta-mig.yaml --
extends: kontakta-mig
name: Kontakta mig
locked: [name]
-- units/vc.yaml --
casetypes:
  kontakta-mig:
    internal_name: Kontakta mig – vårdcentral
""",
    bad="""
-- casetypes/kontakta-mig.yaml --
extends: kontakta-mig
name: Kontakta mig
locked: [name]
-- units/vc.yaml --
casetypes:
  kontakta-mig:
    name: Kontakta vårdcentralen  # <-- locked-field
""",
    mandatory=True,
)
def locked_field(workspace: Workspace) -> Iterator[Finding]:
    for meeting in meetings(workspace, "locked"):
        # What a region says for all case types sets the field of none, unless a template's own value gives way to it.
        if meeting.own.layer != "region" or meeting.above is not None:
            guarded = Related("guarded-here", meeting.guard.place)
            field, casetype = meeting.guard.field, meeting.casetype
            yield found(meeting.own.place.key(), guarded, unit=meeting.unit, field=field, casetype=casetype)
