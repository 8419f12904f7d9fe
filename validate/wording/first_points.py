"""What the first point of a terms text is when it is not about the case type: a promise, or a referral elsewhere."""

import re
from functools import cache
from typing import Literal

from validate.wording.answering import OF_ANSWERS, WORD
from validate.wording.promised_times import promised_times, states_promise
from validate.wording.statements import statements

Instead = Literal["promise", "referral", "both"]

_TELEPHONE = re.compile(r"\bring(?:a|er)?\b", re.IGNORECASE)
_CALL_FIRST = re.compile(r"\W{0,3}ring\s(?!(?:inte|mig|upp\smig)\b)", re.IGNORECASE)
_EMERGENCY_NUMBER = re.compile(r"\b(?:112|1177)\b(?!\.se)")
_DO_NOT_WRITE = re.compile(r"\W{0,3}(?:skriv|använd|vänta|skicka)\s(?:\w{1,12}\s)?inte\b", re.IGNORECASE)
_URGENT = re.compile(r"\b(?:akut\w*|bråttom|brådsk\w*|fara|livshot\w*)\b", re.IGNORECASE)
_INVITES = re.compile(r"\b(?:här|skriv|skriva)\b", re.IGNORECASE)


@cache
def instead_of_about(text: str) -> Instead | None:
    """What the whole of a point is, when no sentence of it says what the case type is about."""
    kinds = {_kind(statement.text) for statement in statements(text) if WORD.search(statement.text)}
    if not kinds or None in kinds:
        return None
    return "both" if len(kinds) > 1 else "referral" if "referral" in kinds else "promise"


def _kind(sentence: str) -> Instead | None:
    if _is_referral(sentence):
        return "referral"
    return "promise" if _is_promise(sentence) else None


def _is_promise(sentence: str) -> bool:
    """Whether a sentence promises an answer and says nothing more."""
    if not states_promise(sentence):
        return False
    rest = sentence
    for said in reversed(promised_times(sentence)):
        rest = rest[: said.start] + rest[said.end :]
    return all(OF_ANSWERS.fullmatch(word) for word in WORD.findall(rest))


def _is_referral(sentence: str) -> bool:
    if _DO_NOT_WRITE.match(sentence) or sentence.endswith("?"):
        return _URGENT.search(sentence) is not None
    if _INVITES.search(sentence):
        return False
    calls_for_advice = _EMERGENCY_NUMBER.search(sentence) and _TELEPHONE.search(sentence)
    return bool(calls_for_advice or _CALL_FIRST.match(sentence))
