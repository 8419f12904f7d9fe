"""A text that lets guardians be ombud for children up to another age than the national one."""

from collections.abc import Iterator

from schema.workspace import Workspace
from validate.rule import Finding, Words, found, rule
from validate.wording.ombud_ages import ombud_ages

_LIMIT = 13


@rule(
    "error",
    sv=Words(
        title="Fel åldersgräns för ombud",
        message="Texten säger ”{said}” om barn som någon kan vara ombud för, men gränsen är 13 år.",
        reason="Den som är vårdnadshavare kan vara ombud till den dag barnet fyller 13 år. Gränsen är lika i hela "
        "landet, och ingen mottagning kan ha en egen.",
        advice="Ändra till ”ett barn under 13 år”.",
    ),
    en=Words(
        title="Wrong age limit for an ombud",
        message="The text says “{said}” of children whom someone may be ombud for, but the limit is 13 years.",
        reason="A guardian can be ombud until the day when the child turns 13. The limit is the same in the "
        "whole country, and no unit can have one of its own.",
        advice="Change it to “ett barn under 13 år”.",
    ),
    source="Inera, Mer om tjänsterna; RJL, Villkorstexter e-tjänster",
    good="""
-- casetypes/kontakta-mig.yaml --
extends: kontakta-mig
description: Skriv bara om dig själv, eller om ett barn under 13 år som du är ombud för. Barn under 12 år vaccineras.
""",
    bad="""
-- casetypes/kontakta-mig.yaml --
extends: kontakta-mig
description: Skriv bara om dig själv, eller om ett barn under 15 år som du är ombud för.  # <-- ombud-age
""",
)
def ombud_age(workspace: Workspace) -> Iterator[Finding]:
    for text, writings in workspace.texts.items():
        for start, end, limits in ombud_ages(text):
            for writing in writings if _LIMIT not in limits else ():
                if writing.is_for_residents:
                    yield found(writing.place.within(start, end), said=text[start:end])
