"""Characters and leftovers in texts, in every style of scalar that YAML has."""

from collections.abc import Callable, Iterator

from ..kind import Places, declare, kind
from ..sheets import Fault
from ..tree import Prose, Tree


def _in_word(signs: str) -> Places:
    """Signs put into a word after its second letter."""

    def places(tree: Tree) -> Iterator[Fault]:
        for prose in tree.prose:
            start, _ = prose.word
            yield prose.sheet.write(start + 2, start + 2, signs, style=prose.style)

    return places


def _before_word(written: str, seen: str | None = None, fits: Callable[[Prose], bool] = lambda prose: True) -> Places:
    """Something written before a word, with a space after it."""

    def places(tree: Tree) -> Iterator[Fault]:
        for prose in tree.prose:
            if fits(prose):
                start, _ = prose.word
                yield prose.sheet.write(start, start, f"{written} ", seen or written, style=prose.style)

    return places


def _space_before_word(sign: str) -> Places:
    """Something else in place of the space before a word."""

    def places(tree: Tree) -> Iterator[Fault]:
        for prose in tree.prose:
            start, _ = prose.word
            yield prose.sheet.write(start - 1, start, sign, style=prose.style)

    return places


def _not_in_brackets(prose: Prose) -> bool:
    return not prose.spot.in_flow


def _for_residents(prose: Prose) -> bool:
    return prose.is_swedish


_INVISIBLE = {
    "soft hyphen": "\xad",
    "zero width space": "\u200b",
    "zero width spaces, three": "\u200b\u200b\u200b",
    "word joiner": "\u2060",
    "private use character": "\ue000",
    "replacement character": "\ufffd",
    "replacement character read as Latin-1": "ï¿½",
}
for _name, _signs in _INVISIBLE.items():
    declare(f"{_name} in a word", "invisible-character", _in_word(_signs))

_ODD_SPACES = {"no-break space": "\xa0", "narrow no-break space": "\u202f", "em space": "\u2003", "tab": "\t"}
for _name, _sign in _ODD_SPACES.items():
    declare(f"{_name} between words", "invisible-character", _space_before_word(_sign))


def _in_swedish_word(sign: str) -> Places:
    def places(tree: Tree) -> Iterator[Fault]:
        for prose in tree.prose:
            if prose.is_swedish:
                start, _ = prose.word
                yield prose.sheet.write(start + 2, start + 2, sign, style=prose.style)

    return places


_OF_OTHER_LANGUAGES = {"zero width joiner": "\u200d", "left-to-right mark": "\u200e", "direction override": "\u202e"}
for _name, _sign in _OF_OTHER_LANGUAGES.items():
    declare(f"{_name} in a word", "invisible-character", _in_swedish_word(_sign))


def _letter(letters: dict[str, str], *, is_word_seen: bool = False) -> Places:
    """A letter of a word written otherwise; the letter is found, or the whole word."""

    def places(tree: Tree) -> Iterator[Fault]:
        for prose in tree.prose:
            for start, end in prose.sheet.words(prose.spot):
                word = prose.sheet.text[start:end]
                at = next((at for at, letter in enumerate(word) if letter in letters), None)
                if at is not None:
                    new = letters[word[at]]
                    seen = (0, len(word) - 1 + len(new)) if is_word_seen else (at, at + len(new))
                    yield prose.sheet.write(start, end, word[:at] + new + word[at + 1 :], seen, style=prose.style)
                    break

    return places


declare("UTF-8 read as Latin-1", "mojibake", _letter({"å": "Ã¥", "ä": "Ã¤", "ö": "Ã¶"}, is_word_seen=True))
declare("Cyrillic a in a word", "mixed-alphabets", _letter({"a": "\u0430"}))
declare("Cyrillic e in a word", "mixed-alphabets", _letter({"e": "\u0435"}))
declare("Greek omicron in a word", "mixed-alphabets", _letter({"o": "\u03bf"}))
declare("letter in two parts", "not-normalised", _letter({"å": "a\u030a", "ä": "a\u0308", "ö": "o\u0308"}))

_MARKUP = {
    "HTML tag": "<b>",
    "closing HTML tag": "</p>",
    "HTML line break": "<br/>",
    "HTML tag with a setting": "<span style=x>",
    "Word paragraph tag": "<o:p>",
    "Word style": "mso-list",
    "Word class": "MsoNormal",
    "Markdown bold": "**Obs**",
    "Markdown underlining": "__Obs__",
    "bullet typed by hand": "•",
}
for _name, _written in _MARKUP.items():
    declare(f"{_name} in a text", "markup", _before_word(_written))
declare("Markdown link in a text", "markup", _before_word("[sidan](https://region.example)", None, _not_in_brackets))
declare("HTML code for a space", "markup", _space_before_word("&nbsp;"))

_LEFT = {
    "XX": "XX",
    "XX-kliniken": "XX-kliniken",
    "NN": "NN",
    "dots to fill in": ".......",
    "line to fill in": "____",
    "question marks": "???",
    "TODO": "TODO",
    "name in angle brackets": "<mottagningens namn>",
}
for _name, _written in _LEFT.items():
    declare(f"{_name} left in a text", "unreplaced-placeholder", _before_word(_written, None, _for_residents))
declare("X days left in a text", "unreplaced-placeholder", _before_word("X arbetsdagar", "X"))
declare("name in brackets left in a text", "unreplaced-placeholder", _before_word("[namn]", None, _not_in_brackets))


def _is_of_today(prose: Prose) -> bool:
    return prose.is_swedish and prose.sheet.kind != "basutbud"


_FORMER = {"Vårdguiden": "1177 Vårdguiden", "Mina vårdkontakter": "Mina vårdkontakter", "MVK": "MVK"}
for _name, _written in _FORMER.items():
    declare(f"former name {_name}", "legacy-brand", _before_word(_written, None, _is_of_today))
declare("former name landstinget", "legacy-brand", _before_word("landstinget", None, _is_of_today))


def _is_filled(prose: Prose) -> bool:
    """Whether placeholders are filled in where the text stands, and nothing else is said of the text elsewhere."""
    folders = ("terms", "casetype", "template")
    return prose.sheet.kind in folders and "form" not in prose.spot.path and not prose.spot.in_flow and prose.is_swedish


declare("placeholder that nobody knows", "unknown-placeholder", _before_word("{vårdcentral}", None, _is_filled))
declare("placeholder in capitals", "unknown-placeholder", _before_word("{Enhet}", None, _is_filled))
declare("doubled braces", "unknown-placeholder", _before_word("{{enhet}}", None, _is_filled))
declare("brace never closed", "unknown-placeholder", _before_word("{enhet", "{", _is_filled))
declare("brace never opened", "unknown-placeholder", _before_word("enhet}", "}", _is_filled))


@kind("unknown-placeholder")
def placeholder_misspelt(tree: Tree) -> Iterator[Fault]:
    for prose in tree.prose:
        text = prose.sheet.text
        at = text.find("{enhet}", prose.spot.start, prose.spot.end)
        if at >= 0 and prose.is_swedish and "translations:" not in text:
            yield prose.sheet.write(at, at + 7, "{ehnet}", style=prose.style)


@kind("unknown-placeholder")
def placeholder_where_nothing_is_filled_in(tree: Tree) -> Iterator[Fault]:
    for prose in tree.prose:
        if prose.spot.name in ("question", "help", "opening_hours", "information", "note") and not prose.spot.in_flow:
            start, _ = prose.word
            yield prose.sheet.write(start, start, "{enhet} ", "{enhet}", style=prose.style)


@kind("unknown-placeholder")
def placeholder_of_case_types_in_a_message(tree: Tree) -> Iterator[Fault]:
    for prose in tree.prose:
        if (
            prose.sheet.kind == "message"
            and prose.spot.name in ("text", "subject")
            and "questions" not in prose.spot.path
        ):
            start, _ = prose.word
            yield prose.sheet.write(start, start, "{svarstid} ", "{svarstid}", style=prose.style)


@kind("text-cut-by-comment")
def number_sign_that_begins_a_comment(tree: Tree) -> Iterator[Fault]:
    for prose in tree.prose:
        sheet, spot = prose.sheet, prose.spot
        words = sheet.words(spot)
        if (
            spot.form == "plain"
            and words
            and sheet.stands_alone(spot)
            and "\n" not in sheet.text[spot.start : spot.end]
        ):
            start = words[-1][0]
            if "{" not in sheet.text[start : spot.end] and "1" not in sheet.text[start : spot.end]:
                yield sheet.write(start, start, "#", (0, spot.end - start + 1))


@kind("text-swallows-key")
def key_indented_into_the_text_above(tree: Tree) -> Iterator[Fault]:
    for sheet in tree.of():
        for spot in sheet.spots:
            siblings = sheet.below(*spot.path[:-1])
            number = [other.path for other in siblings].index(spot.path) if spot.path else 0
            above = siblings[number - 1] if number else None
            if spot.key is None or above is None or above.form not in ("folded", "literal"):
                continue
            start, end = sheet.lines(spot)
            is_optional = spot.name in ("source", "illustrative", "conditions", "concerns", "note", "sort_order")
            is_optional = is_optional and "translations" not in spot.path and "tjänst" not in spot.value
            if is_optional and spot.is_scalar and sheet.line(start)[1] == end:
                inner = sheet.text[sheet.line(above.end - 1)[0] :]
                indent = len(inner) - len(inner.lstrip(" ")) - len(sheet.indent(spot))
                if "{" not in sheet.text[start:end] and "translations:" not in sheet.text:
                    seen = sheet.write_seen_at(start, start, " " * indent, sheet, spot.key, style=above.form)
                    yield seen


@kind("phone-number-form")
def phone_number_misshapen(tree: Tree) -> Iterator[Fault]:
    forms = ("31-390 06 00", "031-39006", "031 390 06 00", "växeln")
    for number, (sheet, spot) in enumerate(tree.values("phone", kinds=("unit", "region"))):
        yield sheet.write(spot.start, spot.end, forms[number % len(forms)])


@kind("booking-information-too-long", 12)
def information_to_the_unit_too_long(tree: Tree) -> Iterator[Fault]:
    for sheet in tree.of("terms", "template"):
        for spot in sheet.spots:
            if spot.name == "information_to_unit" and spot.form == "plain" and "translations" not in spot.path:
                text = ("Skriv kort varför du vill komma till oss. " * 5)[:163] + "."
                yield sheet.write(spot.start, spot.end, text, (150, len(text)))


@kind("booking-text-folded", 12)
def booking_text_too_long_to_be_seen(tree: Tree) -> Iterator[Fault]:
    for sheet in tree.of("terms", "template"):
        for spot in sheet.spots:
            if spot.name == "unit_text" and "translations:" not in sheet.text:
                text = "Ring {telefon} om du undrar. " + "Du kan boka en tid här. " * 13 + "Välkommen."
                yield sheet.write(*spot.whole, text, (300, len(text)))
