"""Personal, coordination and reserve numbers, found wherever they stand and never repeated."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Literal, NamedTuple

from validate.wording.check_digits import luhn_agrees

Kind = Literal["personal", "coordination", "reserve"]


class PersonalNumber(NamedTuple):
    """A number for one person, and its stretch of the text in code points."""

    kind: Kind
    start: int
    end: int


_BLANK = "[ \t\xa0\u2000-\u200a\u202f]"
_DASH = "\\-\u2010-\u2015\u2212"

# Letters and digits before or after keep parts of longer numbers out, and so does the hyphen of an HSA-id; a number
# may still follow straight upon its name, or upon another number's hyphen. Where a line ends, its text may go on.
_SHAPE = re.compile(
    r"(?:(?<![0-9A-Za-zÅÄÖåäö])|(?<=[Nn][Rr])|(?<=ummer))(?:(?<![0-9]-)|(?<=[-+][0-9]{4}-))"
    rf"(?P<day>(?:[0-9]{{4}}|[0-9]{{2}}(?![0-9 ]))(?P<joint>[./ {_DASH}])[0-9]{{2}}(?P=joint)[0-9]{{2}}"
    r"|[0-9]{8}|[0-9]{6})"
    rf"(?P<between>\+|{_BLANK}{{0,2}}[{_DASH}]?(?:{_BLANK}{{0,2}}|\r?\n{_BLANK}{{0,40}}))"
    r"(?P<last>[0-9]{4}|[0-9A-Za-z]{4})"
    r"(?![0-9A-Za-zÅÄÖåäö]|-[0-9](?![0-9]{5,7}[-+]?[0-9]{4}(?![0-9])))"
)
_IN_HSA_ID = re.compile(r"(?<![0-9A-Za-z])(?:T?SE|t?se)(?:16|19|20)?(?P<number>[0-9]{2}[01][0-9]{7})(?=-)")
"""Ten digits where an organisation number belongs, whose third is never lower than 2."""
_IN_HSA_ID_BYTES = [re.compile(start + rb"(?:16|19|20)?[0-9]{2}[01][0-9]{7}-") for start in (b"SE", b"se")]
_CUE = re.compile(
    r"(?:pers(?:on)?|samordn(?:ings)?|reserv)[-. ]{0,2}(?:num(?:mer|ret|ren)|nr)|\bp[-. ]{0,2}nr|född", re.IGNORECASE
)
_CUE_DISTANCE = 40

_CLOCK = re.compile(r"(?:[01][0-9]|2[0-3])[0-5][0-9]")
"""The end of a date with a time, or with a year of this century, after it."""

# HL7 Sweden's base profiles, with letters of either case; those of four digits have rules of their own.
_LOCAL_ENDS = re.compile(
    r"[A-Z][0-9]{3}"  # Västra Götalandsregionen, Västerbotten, Dalarna, Sörmland
    r"|[A-Z]{2}[0-9][A-Z]"  # Blekinge, Sörmland, Örebro, Skåne
    r"|S[FUXPL][0-9][1-9]"  # Värmland
    r"|[0-9]{3}R"  # Västernorrland
    r"|[0-9]{2}[MKX][0-9]",  # Gävleborg
    re.IGNORECASE,
)
_SKANE_END = re.compile(r"[DEF][A-Z][01][A-Z]")
_NATIONAL_END = re.compile(r"[A-HJ-NPR-UX-Z]{2}(?:[0-9]|[A-HJ-NPR-UX-Z])[0-9]", re.IGNORECASE)

_JOINTS = frozenset("-+\u2010\u2011")
_HIDDEN = "\0\xad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
_IS_HIDDEN = re.compile(f"[{_HIDDEN}]")
_HIDDEN_BYTES = re.compile(
    b"\xc2\xad|\xcd\x8f|\xd8\x9c|\xe1\xa0\x8e|\xe2\x80[\x8b-\x8f\xaa-\xae]|\xe2\x81[\xa0-\xaf]|\xef\xb8[\x80-\x8f]|\xef\xbb\xbf"
)
_HIDDEN_FIRST = bytes(first in b"\xc2\xcd\xd8\xe1\xe2\xef" for first in range(256))


def _skeleton(code: int) -> int:
    """Digits as 0, letters as a, and whatever may join a number's parts as a hyphen."""
    if chr(code).isascii() and chr(code).isalnum():
        return ord("0" if chr(code).isdigit() else "a")
    return ord(" ") if code == ord("\t") else ord("-") if code > 127 or chr(code) in "./+" else code


_SKELETON = bytes(map(_skeleton, range(256)))
_PARTED = re.compile(rb"00-00-00(?:[ -]{1,16}|[ -]{0,16}\r?\n[ -]*)0000")
_PARTED_OTHERWISE = (b"00---00---", b"0000 00 00")
"""A day in parts; one with hyphens, which stands in many files, with more digits after it."""


def may_hold_personal_number(data: bytes) -> bool:
    """A gate of bytes that nearly every file stops at: whether six digits stand together outside an HSA-id that has
    an organisation number, or a day in parts has more after it."""
    skeleton = data.translate(_SKELETON, b"\0").replace(b"a0000000000", b"a")
    return (
        b"000000" in skeleton
        or any(parted in skeleton for parted in _PARTED_OTHERWISE)
        or _PARTED.search(skeleton) is not None
        or any(pattern.search(data.translate(None, b"\0")) for pattern in _IN_HSA_ID_BYTES)
        or (b"\1" in data.translate(_HIDDEN_FIRST) and _HIDDEN_BYTES.search(data) is not None)
    )


def personal_numbers(text: str, *, cued: bool = False) -> Iterator[PersonalNumber]:
    """Every personal, coordination or reserve number of a text, also with invisible characters strewn into it.

    A month from 01 to 12 tells a person's number from an organisation's. The common ways to write one are taken at
    their shape, since one with a slip in it is still somebody's; the rarer the way, the more has to speak for it.
    `cued` says that something outside the text may speak for it, such as the key that it stands under.
    """
    if not _IS_HIDDEN.search(text):
        yield from _all_numbers(text, cued)
        return
    kept = [at for at, character in enumerate(text) if not _IS_HIDDEN.match(character)]
    for kind, start, end in _all_numbers("".join(text[at] for at in kept), cued):
        yield PersonalNumber(kind, kept[start], kept[end - 1] + 1)


def _all_numbers(text: str, cued: bool) -> Iterable[PersonalNumber]:
    """Also those in HSA-ids, in the order of the text."""
    in_hsa_ids = list(_numbers_in_hsa_ids(text))
    numbers = _numbers(text, cued)
    return sorted((*numbers, *in_hsa_ids), key=lambda number: number.start) if in_hsa_ids else numbers


def _numbers_in_hsa_ids(text: str) -> Iterator[PersonalNumber]:
    for match in _IN_HSA_ID.finditer(text):
        kind = _kind_of_date(match["number"][:6])
        if kind is not None and luhn_agrees(match["number"]):
            yield PersonalNumber(kind, *match.span("number"))


def _numbers(text: str, cued: bool) -> Iterator[PersonalNumber]:
    for match in _SHAPE.finditer(text):
        day, between, last = _NOT_DIGIT.sub("", match["day"]), match["between"], match["last"]
        if last.isdigit() and (kind := _kind_of_date(day)):
            if _is_person(match, day, last, cued):
                yield PersonalNumber(kind, *match.span())
        elif match["joint"] is None and _is_reserve(day, last) and (between in ("", "-") or cued or _has_cue(match)):
            yield PersonalNumber("reserve", *match.span())


_NOT_DIGIT = re.compile("[^0-9]")


def _kind_of_date(day: str) -> Kind | None:
    """What a number with this birth date is; None when no person has it."""
    if len(day) == 8 and day[:2] not in ("18", "19", "20"):
        return None
    if _is_date(day, 0):
        return "personal"
    return "coordination" if _is_date(day, 60) else None


def _is_date(day: str, added: int) -> bool:
    """Whether the last six digits are a date with `added` to its day; in a year without century, 29 February passes."""
    year = int(day[:4]) if day[:2] in ("18", "19", "20") and len(day) == 8 else 2000 + int(day[-6:-4]) % 4
    try:
        date(year, int(day[-4:-2]), int(day[-2:]) - added)
    except ValueError:
        return False
    return True


def _is_person(match: re.Match[str], day: str, last: str, cued: bool) -> bool:
    between, parted = match["between"], match["joint"] is not None
    agrees = luhn_agrees(day[-6:] + last)
    may_be_telephone = (day[0] == "0" and day[1] != "0") or match.string[match.start() - 1 : match.start()] == "+"
    if between == "" and len(day) == 6 and not parted and not may_be_telephone:
        return agrees
    if not parted and ((between == "" and len(day) == 8) or between in _JOINTS):
        return agrees or not _is_date_with_time(day, last)
    # What is left at "" may be a telephone number without its hyphen; a date may have any number after a blank.
    doubtful = between == "" or (between.isspace() and (parted or len(day) == 6))
    return agrees and (cued or _has_cue(match) or not (doubtful or _is_date_with_time(day, last)))


def _is_date_with_time(day: str, last: str) -> bool:
    """Whether it may as well be a day of these years followed by a clock time, or by a year."""
    return (day[:4] >= "2010" if len(day) == 8 else "10" <= day[:2] <= "29") and _CLOCK.fullmatch(last) is not None


def _has_cue(match: re.Match[str]) -> bool:
    return _CUE.search(match.string, max(match.start() - _CUE_DISTANCE, 0), match.start()) is not None


def _is_reserve(day: str, last: str) -> bool:
    """Whether it is a national reserve number, or one of a region's own."""
    if len(day) == 6:
        return _SKANE_END.fullmatch(last) is not None and _is_date(day, 0)
    century = int(day[:2])
    if last.isdigit():
        return _is_of_stockholm(day, last) if century == 99 else _is_of_halland(day, last)
    if 18 <= century <= 21:
        return _LOCAL_ENDS.fullmatch(last) is not None and _is_date(day, 0)
    if _NATIONAL_END.fullmatch(last) is None:
        return False
    if century == 0:
        return int(day[4:6]) >= 20 and 40 <= int(day[6:]) <= 59
    return 22 <= century <= 98 and _is_date(day, 0)


def _is_of_stockholm(day: str, last: str) -> bool:
    return day[2:4] in ("18", "19", "20") and luhn_agrees(day[4:] + last)


def _is_of_halland(day: str, last: str) -> bool:
    """Also Inera's Carelink: a day from 32 to 59."""
    return (
        "17" <= day[:2] <= "20"
        and 1 <= int(day[4:6]) <= 12
        and 32 <= int(day[6:]) <= 59
        and luhn_agrees(day[2:] + last)
    )


def mask(text: str, *, cued: bool = False) -> str:
    """The text with every personal number starred over, at the same length and in as many lines."""
    return starred(text, ((start, end) for _, start, end in personal_numbers(text, cued=cued)))


def starred(text: str, stretches: Iterable[tuple[int, int]]) -> str:
    """The text with stars over some of it, except for its line breaks; no stretch reaches into the one before it."""
    pieces = []
    end = 0
    for start, stop in stretches:
        pieces += [text[end:start], _NOT_BREAK.sub("*", text[start:stop])]
        end = stop
    return "".join([*pieces, text[end:]]) if pieces else text


_NOT_BREAK = re.compile(r"[^\r\n]")
