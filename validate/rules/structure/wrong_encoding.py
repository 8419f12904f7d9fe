"""A file that is saved in another encoding than plain UTF-8."""

from collections.abc import Iterator

from schema.places import Misfit
from schema.workspace import Workspace
from validate.facts.misfits import misfits_of
from validate.rule import Finding, Words, rule

SV = {
    "utf-8-bom": "i UTF-8 med byte-ordningsmärke (BOM)",
    "utf-16": "i UTF-16",
    "utf-32": "i UTF-32",
    "not-utf-8": "på ett sätt som gör tecknet här oläsligt",
}
EN = {
    "utf-8-bom": "as UTF-8 with a byte order mark (BOM)",
    "utf-16": "as UTF-16",
    "utf-32": "as UTF-32",
    "not-utf-8": "in a way that makes the character here unreadable",
}


@rule(
    "error",
    sv=Words(
        title="Fel teckenkodning",
        message="Filen är sparad {encoding}. Den ska vara sparad i UTF-8.",
        reason="Med fel kodning kan bokstäver som å, ä och ö bli till andra tecken i det som invånaren läser.",
        advice="Spara om filen med kodningen UTF-8 utan BOM, och se efter att å, ä och ö blev rätt.",
        phrases={"encoding": SV},
    ),
    en=Words(
        title="Wrong encoding",
        message="The file is saved {encoding}. It should be saved as UTF-8.",
        reason="With a wrong encoding letters such as å, ä and ö can turn into others in what residents read.",
        advice="Save the file again with the encoding UTF-8 without BOM, and see that å, ä and ö are right.",
        phrases={"encoding": EN},
    ),
    source="basutbud, konfigurationsformatet",
    good="""
-- units/vc.yaml --
name: Påhittade vårdcentralen
""",
    bad="""
-- units/vc.yaml (latin-1) --
name: Påhittade vårdcentralen  # <-- wrong-encoding
-- messages/brev.yaml (utf-8-sig) --
name: Brev  # <-- wrong-encoding
kind: information
subject: Hej
text: Här är ett brev från {enhet}.
""",
    mandatory=True,
)
def wrong_encoding(workspace: Workspace) -> Iterator[Finding]:
    return misfits_of(workspace, "wrong-encoding", mended=_mended)


def _mended(misfit: Misfit) -> str | None:
    return "" if misfit.facts["encoding"] == "utf-8-bom" else None
