"""An export to the archive that is to be less frequent than the platform makes it."""

from collections.abc import Iterator

from schema.workspace import Workspace
from validate.facts.written import settings
from validate.rule import Finding, Words, found, rule

_MOST_MONTHS = 3


@rule(
    "warning",
    sv=Words(
        title="Export till arkiv för sällan",
        message="Här står {months} månader, men ärenden exporteras till arkiv minst var tredje månad.",
        reason="Exporten går automatiskt var tredje månad. Den kan gå oftare, men inte mer sällan.",
        advice="Skriv 3 i stället för {months}, eller ett lägre tal om exporten ska gå oftare.",
    ),
    en=Words(
        title="Archive export too seldom",
        message="This says {months} months, but cases are exported to the archive at least every third month.",
        reason="The export runs every third month of itself. It can run more often, but not more seldom.",
        advice="Write 3 in place of {months}, or a lower number if the export is to run more often.",
    ),
    source="Egen slutsats: exporten kan inte gå mer sällan. Vårdgivarguiden Stockholm, Inställningar (äldre "
    "vägledning: var tredje månad, kan göras oftare)",
    good="""
-- units/vc.yaml --
settings:
  archive_export_every_months: 3
""",
    bad="""
-- units/vc.yaml --
settings:
  archive_export_every_months: 6  # <-- archive-export-too-seldom
""",
)
def archive_export_too_seldom(workspace: Workspace) -> Iterator[Finding]:
    for tree in workspace.regions.values():
        for written, place in settings(tree):
            months = written.archive_export_every_months
            if months is not None and months > _MOST_MONTHS:
                yield found(place.at("archive_export_every_months"), months=months)
