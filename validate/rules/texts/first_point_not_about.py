"""A first point that does not say what the case type is about."""

from collections.abc import Iterator

from schema.workspace import Workspace
from validate.facts.terms_texts import terms_texts
from validate.rule import Finding, Words, found, rule
from validate.wording.first_points import instead_of_about


@rule(
    "warning",
    sv=Words(
        title="Första punkten säger inte vad det gäller",
        message="Den första punkten är bara {instead}.",
        reason="Punkt 1 visas direkt under ärendetypens namn och ska förklara vad den handlar om. De andra punkterna "
        "står för sig, i rutan med villkor.",
        advice="Skriv först vad invånaren kan göra, till exempel ”Här kan du be oss att kontakta dig.” Flytta det som "
        "står där nu till punkt 2 eller 3.",
        phrases={
            "instead": {
                "promise": "en svarstid",
                "referral": "en hänvisning till telefon eller akut vård",
                "both": "en svarstid och en hänvisning till telefon eller akut vård",
            }
        },
    ),
    en=Words(
        title="The first point does not say what it is about",
        message="The first point is only {instead}.",
        reason="Point 1 stands right under the name of the case type and should explain what it is about. The other "
        "points stand by themselves, in the box with the terms.",
        advice="Say first what residents can do, such as “Här kan du be oss att kontakta dig.” Move what stands there "
        "now to point 2 or 3.",
        phrases={
            "instead": {
                "promise": "an answering time",
                "referral": "a referral to the telephone or to emergency care",
                "both": "an answering time and a referral to the telephone or to emergency care",
            }
        },
    ),
    source="Vårdgivarguiden Stockholm, Inställningar (äldre vägledning)",
    good="""
-- terms/kontakta-mig.yaml --
layout: points
status: approved
approved: {on: 2026-03-01, by: redaktionen}
version: 1
points:
  - id: om
    text: Här kan du be {enhet} att ringa dig. Ring 112 om det är akut.
  - id: svarstid
    text: Du får svar inom {svarstid}.
""",
    bad="""
-- terms/kontakta-mig.yaml --
layout: points
status: approved
approved: {on: 2026-03-01, by: redaktionen}
version: 1
points:
  - id: akut
    text: Du får svar inom {svarstid}. Ring 112 om det är akut.  # <-- first-point-not-about
  - id: om
    text: Här kan du be {enhet} att ringa dig.
""",
)
def first_point_not_about(workspace: Workspace) -> Iterator[Finding]:
    for terms in terms_texts(workspace):
        if terms.layout == "points":
            instead = instead_of_about(terms.points[0].text)
            if instead is not None:
                yield found(terms.at("points", 0, "text"), instead=instead)
