"""A personal, coordination or reserve number, anywhere in any file."""

from collections.abc import Iterator

from schema.places import Stretch
from schema.workspace import Workspace, region_of
from validate.facts.numbers_in_files import numbers_in_file
from validate.masking import may_hold_personal_number, personal_numbers
from validate.rule import Finding, Words, found, rule

_SV = {"personal": "personnummer", "coordination": "samordningsnummer", "reserve": "reservnummer"}
_EN = {"personal": "personal number", "coordination": "coordination number", "reserve": "reserve number"}


@rule(
    "error",
    sv=Words(
        title="Personnummer",
        message="{where} ett {kind}. Det visas inte här.",
        reason="Filerna läses av många och all historik sparas, så ett nummer som har skrivits in är svårt att få "
        "bort. Ingenting i dem handlar om en enskild person.",
        advice="Ta bort numret. Är det redan sparat i historiken ska den som svarar för dataskyddet få veta det.",
        phrases={
            "kind": _SV,
            "where": {"text": "Här står", "name": "Filens namn innehåller", "folder": "Mappens namn innehåller"},
        },
    ),
    en=Words(
        title="Personal number",
        message="{where} a {kind}. It is not shown here.",
        reason="Many read the files and all of their history is kept, so a number once written is hard to get rid of. "
        "Nothing in them is about a person.",
        advice="Take the number away. If the history already holds it, tell whoever answers for data protection.",
        phrases={
            "kind": _EN,
            "where": {
                "text": "There is",
                "name": "The name of the file holds",
                "folder": "The name of the folder holds",
            },
        },
    ),
    source="Lag (2018:218) med kompletterande bestämmelser till EU:s dataskyddsförordning, 3 kap. 10 §. "
    "Formaten: Skatteverket, Rättslig vägledning, Samordningsnummer; HL7 Sweden, basprofiler; "
    "Inera, Lokala Reservidn",
    good="""
-- units/vc.yaml --
# Ändrad 2026-05-04 enligt HS 20-2016. Organisationsnummer 232100-0115.
settings:
  information: Vi har öppet som vanligt från 2026-06-01 klockan 0800.
""",
    bad="""
-- units/vc.yaml --
# Provad med 800101-9804.  # <-- personal-number
settings:
  information: Skriv 701063-2391 i rutan.  # <-- personal-number
  opening_hours: "Koden är 800101\\x2D9804."  # <-- personal-number
-- wordlist.txt --
991981000010  # <-- personal-number
""",
    mandatory=True,
)
def personal_number(workspace: Workspace) -> Iterator[Finding]:
    wanted = workspace.regions or ("",)
    named: set[str] = set()
    # All names are tried at once, as hardly any tree has one with a number in it.
    are_odd = may_hold_personal_number("\n".join(workspace.files).encode(errors="replace"))
    for file, data in workspace.files.items():
        if region_of(file) not in wanted:
            continue
        if are_odd:
            yield from _in_name(file, named)
        for number in numbers_in_file(file, data):
            yield found(number.at, kind=number.kind, where="text")


def _in_name(file: str, named: set[str]) -> Iterator[Finding]:
    """The numbers in a file's path, each folder's once."""
    for number in personal_numbers(file):
        path = file[: file.find("/", number.end)] if "/" in file[number.end :] else file
        if path not in named:
            named.add(path)
            yield found(Stretch(file, 0, 0), kind=number.kind, where="name" if path == file else "folder")
