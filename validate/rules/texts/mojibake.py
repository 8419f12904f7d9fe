"""A word that was read in the wrong encoding, such as VÃ¥rd for Vård."""

from collections.abc import Iterator

from schema.workspace import Workspace
from validate.rule import Finding, Words, found, rule
from validate.wording.mojibake import is_certain
from validate.wording.mojibake import mojibake as garbled


@rule(
    "error",
    sv=Words(
        title="Förvanskad text",
        message="”{written}” är förvanskat. Där borde stå ”{right}”.",
        reason="Texten har sparats eller lästs med fel teckenkodning, så å, ä och ö har blivit andra tecken.",
        advice="Skriv ”{right}” i stället. Spara filen som UTF-8.",
    ),
    en=Words(
        title="Garbled text",
        message="“{written}” is garbled. It should say “{right}”.",
        reason="The text was saved or read in the wrong encoding, so å, ä and ö became other characters.",
        advice="Write “{right}” instead. Save the file as UTF-8.",
    ),
    source="Egen slutsats: UTF-8 som har lästs som Latin-1 eller Windows-1252",
    good="""
-- units/vc.yaml --
settings:
  information: Vårdcentralen har öppet på lördagar. ”Ö” står på skylten, och château är ett ord på franska.
""",
    bad="""
-- units/vc.yaml --
settings:
  information: VÃ¥rdcentralen har Ã¶ppet.  # <-- mojibake, mojibake
""",
)
def mojibake(workspace: Workspace) -> Iterator[Finding]:
    for text, writings in workspace.texts.items():
        for start, end, right in garbled(text):
            written = text[start:end]
            replacement = right if is_certain(written, right) else None
            for writing in writings:
                yield found(writing.place.within(start, end), replacement=replacement, written=written, right=right)
