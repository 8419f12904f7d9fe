"""A character that cannot be seen, or that only looks like an ordinary blank."""

from collections.abc import Iterator
from itertools import chain

from schema.placeholders import placeholders
from schema.places import Place
from schema.workspace import Workspace
from validate.facts.mail_and_web import email_addresses, web_addresses
from validate.rule import Finding, Words, found, rule
from validate.wording.invisible import INVISIBLE, blank_for, invisible, mended
from validate.wording.mojibake import mojibake
from validate.wording.stretches import Stretches

_OF_OTHER_LANGUAGES = ("direction", "zero-width-joiner")
"""What Persian and Arabic translations are spelled with."""

_SV = {
    "tab": "ett tabbtecken",
    "carriage-return": "en vagnretur",
    "line-tabulation": "ett lodrätt tabbtecken",
    "no-break-space": "ett hårt blanksteg",
    "soft-hyphen": "ett mjukt bindestreck",
    "odd-space": "ett ovanligt blanksteg",
    "zero-width-space": "ett blanksteg utan bredd",
    "zero-width-joiner": "ett fogtecken utan bredd",
    "direction": "ett tecken som styr skrivriktningen",
    "line-separator": "ett radskiljetecken",
    "paragraph-separator": "ett styckeskiljetecken",
    "word-joiner": "ett tecken som håller ihop ord",
    "byte-order-mark": "ett byteordningsmärke",
    "filler": "ett osynligt utfyllnadstecken",
    "private-use": "ett tecken för privat bruk, som inte betyder något utanför ett visst typsnitt",
    "lost": "ett ersättningstecken, som står där något har gått förlorat",
    "control": "ett styrtecken",
}
_EN = {
    "tab": "a tab",
    "carriage-return": "a carriage return",
    "line-tabulation": "a vertical tab",
    "no-break-space": "a no-break space",
    "soft-hyphen": "a soft hyphen",
    "odd-space": "an odd space",
    "zero-width-space": "a zero width space",
    "zero-width-joiner": "a zero width joiner or non-joiner",
    "direction": "a character that steers the writing direction",
    "line-separator": "a line separator",
    "paragraph-separator": "a paragraph separator",
    "word-joiner": "a word joiner",
    "byte-order-mark": "a byte order mark",
    "filler": "an invisible filler",
    "private-use": "a private use character, which means nothing outside one font",
    "lost": "a replacement character, which stands where something was lost",
    "control": "a control character",
}


@rule(
    "error",
    sv=Words(
        title="Osynligt tecken",
        message="Här står {kind} ({code}).",
        reason="Sådana tecken följer med när man klistrar in text. De gör att mallar slutar fungera i "
        "personalverktyget, och att texten bryts eller läses upp fel.",
        advice="Ta bort det markerade och skriv om det för hand. Skriv vanligt blanksteg mellan ord.",
        phrases={"kind": _SV},
    ),
    en=Words(
        title="Invisible character",
        message="There is {kind} here ({code}).",
        reason="Such characters come along when text is pasted. They make templates stop working in personalverktyget, "
        "and texts break or be read aloud wrongly.",
        advice="Delete what is marked and type it again by hand. Put an ordinary space between words.",
        phrases={"kind": _EN},
    ),
    source="VGR Vårdgivarwebben, Manualer (villkorstexter kan inte klistras in)",
    good="""
-- units/vc.yaml --
settings:
  information: Besöket kostar 300 kr.
  opening_hours: Vi öppnar klockan 8.
""",
    bad="""
-- units/vc.yaml (escaped) --
settings:
  information: Bes\\xadöket kostar 300 kr.\\u200b\\u200b  # <-- invisible-character, invisible-character
  opening_hours: V\\ufffdlkommen in. Vi öppnar klockan\\xa08.  # <-- invisible-character, invisible-character
""",
)
def invisible_character(workspace: Workspace) -> Iterator[Finding]:
    for text, writings in workspace.texts.items():
        for writing in writings if INVISIBLE.search(text) else ():
            for finding in _in_text(text, writing.place, writing.is_swedish):
                if writing.is_swedish or finding.words["kind"] not in _OF_OTHER_LANGUAGES:
                    yield finding
    for address, place in chain(email_addresses(workspace), web_addresses(workspace)):
        if INVISIBLE.search(address):
            yield from _in_text(address, place, True)


def _in_text(text: str, place: Place, is_swedish: bool) -> Iterator[Finding]:
    # A placeholder with such a character in it is unknown, which is told of as that.
    garbled = ((start, end) for start, end, _ in mojibake(text))
    others = Stretches([*garbled, *((start, end) for _, start, end in placeholders(text))])
    for run in invisible(text):
        if not others.touch(run.start, run.start + 1):
            # To other languages a sign without width may be what parts their words.
            replacement = mended(text, run) if is_swedish else blank_for(text, run)
            yield found(place.within(run.start, run.end), replacement=replacement, kind=run.kind, code=run.code)
