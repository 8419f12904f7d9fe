"""Whole numbers as Swedish writes them, in digits or in words."""

import re

_ONES = ("en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio")
_TEENS = ("tio", "elva", "tolv", "tretton", "fjorton", "femton", "sexton", "sjutton", "arton", "nitton")
_TENS = ("tjugo", "trettio", "fyrtio", "femtio", "sextio", "sjuttio", "åttio", "nittio")


def _below_hundred() -> dict[str, int]:
    numbers = {"ett": 1, **{word: number for number, word in enumerate((*_ONES, *_TEENS), 1)}}
    for ten, tens in enumerate(_TENS, 2):
        numbers[tens] = 10 * ten
        numbers |= {f"{tens}{word}": 10 * ten + number for number, word in enumerate(_ONES, 1)}
        numbers[f"{tens}ett"] = 10 * ten + 1
    return numbers


_WORDS = _below_hundred()


def number_of(written: str) -> int | None:
    """`12` and `tolv` -> 12; None for what is no number, or one of more than three digits."""
    if re.fullmatch(r"[0-9]{1,3}", written):
        return int(written)
    return _WORDS.get(written.lower())
