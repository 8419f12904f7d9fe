"""A line of what the region keeps of HSA that says nothing that can be used, or all of it."""

from collections.abc import Iterator

from schema.workspace import Workspace
from validate.facts.misfits import misfits_of
from validate.rule import Finding, Words, rule


@rule(
    "error",
    sv=Words(
        title="Rad i hsa.csv som inte går att använda",
        message="{problem}.",
        reason="Raderna jämförs med mottagningarnas filer. En rad som inte går att använda kan dölja att ett namn är "
        "fel.",
        advice="Rätta raden, eller hämta uppgifterna ur HSA igen. På varje rad ska HSA-id stå först, sedan komma, "
        "semikolon eller tabb, sedan namnet. Varje HSA-id ska stå på en enda rad.",
        phrases={
            "problem": {
                "no-unit": "Filen har ingen mottagning",
                "no-id": "Raden börjar inte med ett HSA-id",
                "no-name": "Raden har inget namn efter HSA-id:t",
                "repeated": "Raden har ett HSA-id som redan står i filen",
            }
        },
    ),
    en=Words(
        title="A line of hsa.csv that cannot be used",
        message="{problem}.",
        reason="The lines are compared with the units' files. A line that cannot be used may hide a wrong name.",
        advice="Correct the line, or take the data from HSA again. Each line is to have the HSA-id first, then a "
        "comma, a semicolon or a tab, then the name. Each HSA-id is to stand in one line.",
        phrases={
            "problem": {
                "no-unit": "The file has no unit",
                "no-id": "The line does not start with an HSA-id",
                "no-name": "The line has no name after the HSA-id",
                "repeated": "The line has an HSA-id that stands in the file already",
            }
        },
    ),
    source="basutbud, konfigurationsformatet",
    good="""
-- hsa.csv --
HSA-id;Namn
SE2321000115-PAHITT0001;Påhittade vårdcentralen
SE2321000115-PAHITT0002;"Påhittade mottagningen, plan 2"
""",
    bad="""
-- hsa.csv --
HSA-id;Namn
SE2321000115-PAHITT0001;Påhittade vårdcentralen
SE2321000115-PAHITT0002;  # <-- hsa-line-unusable
se2321000115-pahitt0001;Påhittade barnavårdscentralen  # <-- hsa-line-unusable
Påhittade rehab 2;SE2321000115-PAHITT0003  # <-- hsa-line-unusable
""",
    mandatory=True,
)
def hsa_line_unusable(workspace: Workspace) -> Iterator[Finding]:
    return misfits_of(workspace, "hsa-line-unusable")
