"""White space or invisible characters in an HSA-id."""

from collections.abc import Iterator

from schema.workspace import Workspace
from validate.facts.hsa_ids import BLANKS, hsa_ids
from validate.masking import mask
from validate.rule import Finding, Words, found, rule


@rule(
    "error",
    sv=Words(
        title="Blanktecken i HSA-id",
        message="{where} HSA-id:t står {kind}.",
        reason="Ett HSA-id med blanktecken är ett annat id för systemen än det som står i HSA. Det följer ofta med när "
        "id:t klistras in.",
        advice="Skriv {hsa_id} och inget före, inuti eller efter.",
        phrases={
            "kind": {
                "space": "ett blanksteg",
                "no-break": "ett hårt blanksteg, som ser ut som ett vanligt",
                "white": "en tabb eller ett annat blanktecken",
                "invisible": "ett osynligt tecken",
            },
            "where": {"first": "Först i", "inside": "Inuti", "last": "Sist i"},
        },
    ),
    en=Words(
        title="White space in an HSA-id",
        message="{where} the HSA-id there is {kind}.",
        reason="To the systems an HSA-id with white space is another id than the one in HSA. It often comes along when "
        "the id is pasted.",
        advice="Write {hsa_id} and nothing before, inside or after it.",
        phrases={
            "kind": {
                "space": "a space",
                "no-break": "a no-break space, which looks like an ordinary one",
                "white": "a tab or other white space",
                "invisible": "an invisible character",
            },
            "where": {"first": "At the start of", "inside": "Inside", "last": "At the end of"},
        },
    ),
    source="Region Jönköpings län, Behörigheter i Personalverktyget",
    good="""
-- units/vc.yaml --
hsa_id: "SE2321000115-PAHITT0001"
""",
    bad="""
-- units/vc.yaml --
hsa_id: " SE2321000115-PAHITT0001"  # <-- hsa-id-blanks
""",
    mandatory=True,
)
def hsa_id_blanks(workspace: Workspace) -> Iterator[Finding]:
    for hsa_id in hsa_ids(workspace):
        written = hsa_id.unit.hsa_id
        for blanks in BLANKS.finditer(written) if written != hsa_id.text else ():
            start, end = blanks.span()
            yield found(
                hsa_id.unit.at("hsa_id").within(start, end),
                replacement="" if hsa_id.is_sound() else None,
                kind=_kind(blanks[0]),
                where="first" if start == 0 else "last" if end == len(written) else "inside",
                # Without its blanks, a personal number within would be one that nothing recognises.
                hsa_id=BLANKS.sub("", mask(written)),
            )


def _kind(blanks: str) -> str:
    if not blanks.isspace():
        return "invisible"
    if set(blanks) <= {" "}:
        return "space"
    return "no-break" if set(blanks) & {"\u00a0", "\u2007", "\u202f"} else "white"
