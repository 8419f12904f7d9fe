"""A summons flow with full control, without a patient administration system that can do it."""

from collections.abc import Iterator

from schema.models.units import Summons
from schema.workspace import Workspace
from validate.rule import Finding, Words, found, rule


@rule(
    "error",
    sv=Words(
        title="Kallelseflöde utan PAS",
        message="Kallelseflöde {flow} kräver {missing}.",
        reason="I flödena 2A–2C öppnar personalen kallelsen från det patientadministrativa systemet (PAS). Då måste "
        "det klara en utgående länk eller en iframe.",
        advice="Ange systemet i pas och vad det klarar i pas_supports (outward-link eller iframe), eller välj ett "
        "annat flöde än {flow}.",
        phrases={
            "missing": {
                "pas": "ett patientadministrativt system (pas)",
                "supports": "att systemet klarar utgående länk eller iframe (pas_supports)",
                "both": "ett patientadministrativt system (pas) som klarar utgående länk eller iframe (pas_supports)",
            }
        },
    ),
    en=Words(
        title="Summons flow without a PAS",
        message="The summons flow {flow} needs {missing}.",
        reason="In the flows 2A–2C staff open the summons from the patient administration system (PAS). It must then "
        "be able to open an outward link or an iframe.",
        advice="Give the system in pas and what it can do in pas_supports (outward-link or iframe), or choose another "
        "flow than {flow}.",
        phrases={
            "missing": {
                "pas": "a patient administration system (pas)",
                "supports": "that the system can open an outward link or an iframe (pas_supports)",
                "both": "a patient administration system (pas) that can open an outward link or an iframe "
                "(pas_supports)",
            }
        },
    ),
    source="Inera, Användarforum 1177 e-tjänster, hösten 2022 (kallelser)",
    good="""
-- units/vc.yaml --
summons:
  flow: 2A
  pas: Exempeljournal
  pas_supports: [iframe]
""",
    bad="""
-- units/vc.yaml --
summons:
  flow: 2A  # <-- summons-flow-without-pas
  pas: Exempeljournal
""",
)
def summons_flow_without_pas(workspace: Workspace) -> Iterator[Finding]:
    for tree in workspace.regions.values():
        for unit in tree.units.values():
            summons = unit.summons
            if summons is not None and summons.flow.startswith("2") and _missing(summons):
                yield found(unit.at("summons", "flow"), flow=summons.flow, missing=_missing(summons))


def _missing(summons: Summons) -> str:
    if summons.pas is None:
        return "pas" if summons.pas_supports else "both"
    return "" if summons.pas_supports else "supports"
