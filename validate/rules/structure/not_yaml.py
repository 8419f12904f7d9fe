"""A file that is not YAML, told as the mistake that its author most likely made."""

from collections.abc import Iterator

from schema.places import Misfit
from schema.workspace import Workspace
from validate.facts.misfits import misfits_of, phrases
from validate.rule import Finding, Words, rule

SV = {
    "colon-in-value": (
        "Det står ett kolon till inne i värdet.",
        "Sätt citattecken runt hela värdet. Är det två nycklar: skriv dem på var sin rad.",
    ),
    "extra-comma": (
        "Här står ett kommatecken för mycket.",
        "Ta bort kommatecknet, eller skriv det som fattas före det.",
    ),
    "hard-space": (
        "Här står ett hårt mellanslag. Det ser ut som ett vanligt, men läses som en bokstav.",
        "Ta bort tecknet och skriv ett vanligt mellanslag.",
    ),
    "list-in-text": (
        "Raden börjar med streck, men läses som en fortsättning på värdet ovanför.",
        "Är det en lista: skriv dess nyckel på en egen rad ovanför, och dra in alla streck i listan lika mycket. "
        "Är det en text med streck: skriv | efter kolonet, och texten på raderna under, indragen.",
    ),
    "misplaced-dash": (
        "Ett streck kan inte stå här.",
        "Skriv varje sak i en lista på en egen rad under nyckeln, med streck och mellanslag först. "
        "Ska en text börja med streck: sätt citattecken runt den.",
    ),
    "missing-colon": (
        "Det saknas ett kolon på den här raden.",
        "Skriv nyckel, kolon, mellanslag och värde. Fortsätter raden en text ovanför: dra in den mer än nyckeln.",
    ),
    "missing-comma": (
        "Här saknas ett kommatecken.",
        "Skriv ett kommatecken mellan varje sak inom [ ] eller { }. Ska listan ta slut före det här: stäng den med ] "
        "eller }.",
    ),
    "missing-dash": (
        "Raden står i en lista, men har inget streck.",
        "Börja raden med streck och mellanslag. Hör den till raden ovanför: dra in den mer.",
    ),
    "missing-space": (
        "Här saknas ett mellanslag.",
        "Skriv ett mellanslag efter nyckelns kolon, och efter strecket i en lista.",
    ),
    "other": (
        "Det som står här går inte att förstå.",
        "Jämför med en fil som fungerar: se efter kolon, streck, indrag, parenteser och citattecken.",
    ),
    "reserved-character": (
        "Ett värde kan inte börja med det här tecknet.",
        "Sätt citattecken runt hela värdet, eller ta bort tecknet.",
    ),
    "tab-indentation": (
        "Raden är indragen med tabb.",
        "Byt tabben mot mellanslag, två för varje nivå.",
    ),
    "text-after-block-sign": (
        "Det står text på samma rad som tecknet | eller >.",
        "Skriv texten på raderna under, indragen. Är tecknet en del av texten: sätt citattecken runt alltihop.",
    ),
    "text-after-bracket": (
        "Det står mer text efter ] eller }.",
        "Är det en text, till exempel en som börjar med en platshållare: sätt citattecken runt alltihop. "
        "Ta annars bort det som står efter.",
    ),
    "text-after-quote": (
        "Det står mer text efter det sista citattecknet.",
        "Sätt citattecknen runt hela texten. Finns det citattecken inne i texten: "
        "skriv >- efter kolonet, och texten utan yttre citattecken på raderna under, indragen.",
    ),
    "unclosed-bracket": (
        "Parentesen som börjar här tar aldrig slut.",
        "Skriv ] eller } där den ska ta slut. Är parentesen en del av en text: sätt citattecken runt hela texten.",
    ),
    "unclosed-quote": (
        "Citattecknet som börjar här har inget rätt slut.",
        "Skriv ett likadant citattecken där texten slutar. Finns det citattecken inne i texten: "
        "skriv >- efter kolonet, och texten utan yttre citattecken på raderna under, indragen.",
    ),
    "under-brackets": (
        "Raden är indragen under ett värde som redan är helt: det står inom [ ] eller { }.",
        "Hör raden till värdet: ta bort [ ] eller { } ovanför. Annars: dra in raden lika mycket som nyckeln ovanför.",
    ),
    "unexpected-bracket": (
        "Den här parentesen passar inte ihop med någon som är öppen.",
        "Ta bort den, eller byt den så att [ stängs med ] och { med }.",
    ),
    "unknown-escape": (
        "Inom raka citattecken betyder snedstrecket \\ något särskilt, och det här är inget känt tecken.",
        "Skriv \\\\ för ett snedstreck, eller byt till enkla citattecken ' runt texten.",
    ),
    "wrong-indentation": (
        "Raden är inte indragen som raderna den hör ihop med.",
        "Dra in raden med lika många mellanslag som de andra raderna på samma nivå.",
    ),
}
EN = {
    "colon-in-value": (
        "There is another colon inside the value.",
        "Put quotes around the whole value. If they are two keys, write them on a line each.",
    ),
    "extra-comma": ("There is one comma too many here.", "Take the comma away, or write what is missing before it."),
    "hard-space": (
        "Here is a hard space. It looks like an ordinary one, but is read as a letter.",
        "Take the character away and write an ordinary space.",
    ),
    "list-in-text": (
        "The line begins with a dash, but is read as more of the value above.",
        "If it is a list, write its key on a line of its own above it, and indent all its dashes alike. "
        "If it is a text with dashes, write | after the colon, and the text on the lines below, indented.",
    ),
    "misplaced-dash": (
        "A dash cannot stand here.",
        "Write each thing of a list on a line of its own under the key, with a dash and a space first. "
        "If a text should begin with a dash, put quotes around it.",
    ),
    "missing-colon": (
        "A colon is missing on this line.",
        "Write key, colon, space and value. If the line continues a text above, indent it more than the key.",
    ),
    "missing-comma": (
        "A comma is missing here.",
        "Write a comma between the things within [ ] or { }. If the list should end before this, close it with ] or }.",
    ),
    "missing-dash": (
        "The line stands in a list, but has no dash.",
        "Begin the line with a dash and a space. If it belongs to the line above, indent it more.",
    ),
    "missing-space": (
        "A space is missing here.",
        "Write a space after the colon of a key, and after the dash in a list.",
    ),
    "other": (
        "What stands here cannot be understood.",
        "Compare with a file that works: look at colons, dashes, indents, brackets and quotes.",
    ),
    "reserved-character": (
        "A value cannot begin with this character.",
        "Put quotes around the whole value, or take the character away.",
    ),
    "tab-indentation": (
        "The line is indented with a tab.",
        "Replace the tab with spaces, two for each level.",
    ),
    "text-after-block-sign": (
        "There is text on the same line as the sign | or >.",
        "Write the text on the lines below, indented. If the sign is part of the text, put quotes around it all.",
    ),
    "text-after-bracket": (
        "There is more text after ] or }.",
        "If it is a text, such as one that begins with a placeholder, put quotes around it all. Otherwise take away "
        "what stands after.",
    ),
    "text-after-quote": (
        "There is more text after the last quote.",
        "Put the quotes around the whole text. If there are quotes inside the text, write >- after the colon, and the "
        "text without outer quotes on the lines below, indented.",
    ),
    "unclosed-bracket": (
        "The bracket that begins here never ends.",
        "Write ] or } where it should end. If the bracket is part of a text, put quotes around the whole text.",
    ),
    "unclosed-quote": (
        "The quote that begins here has no right end.",
        "Write the same quote where the text ends. If there are quotes inside the text, write >- after the colon, and "
        "the text without outer quotes on the lines below, indented.",
    ),
    "under-brackets": (
        "The line is indented under a value that is already whole: it stands within [ ] or { }.",
        "If the line belongs to the value, take away [ ] or { } above. If not, indent it like the key above.",
    ),
    "unexpected-bracket": (
        "This bracket does not match any that is open.",
        "Take it away, or change it so that [ is closed with ] and { with }.",
    ),
    "unknown-escape": (
        "Within double quotes the backslash \\ means something special, and this is no known character.",
        "Write \\\\ for a backslash, or change to single quotes ' around the text.",
    ),
    "wrong-indentation": (
        "The line is not indented like the lines that it belongs to.",
        "Indent the line with as many spaces as the other lines on the same level.",
    ),
}


@rule(
    "error",
    sv=Words(
        title="Skrivfel i YAML",
        message="{problem}",
        reason="Filen går inte att läsa förrän felet är rättat, och då kan inget annat i den granskas.",
        advice="{remedy}",
        phrases=phrases("problem", SV),
    ),
    en=Words(
        title="Error in the YAML",
        message="{problem}",
        reason="The file cannot be read until this is corrected, and nothing else in it can be checked before that.",
        advice="{remedy}",
        phrases=phrases("problem", EN),
    ),
    source="basutbud, konfigurationsformatet",
    good="""
-- units/vc.yaml --
settings:
  opening_hours: "Måndag till fredag: 8 till 17"
""",
    bad="""
-- units/vc.yaml --
settings:
  opening_hours: Måndag till fredag: 8 till 17  # <-- not-yaml
-- messages/brev.yaml (escaped) --
kind: information
name:\xa0Brev  # <-- not-yaml
""",
    mandatory=True,
)
def not_yaml(workspace: Workspace) -> Iterator[Finding]:
    return misfits_of(workspace, "not-yaml", remedy_for="problem", mended=_mended)


def _mended(misfit: Misfit) -> str | None:
    return " " if misfit.facts["problem"] == "hard-space" else None
