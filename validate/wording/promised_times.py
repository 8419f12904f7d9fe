"""The answering times that Swedish prose promises, such as `Du får svar inom två arbetsdagar`.

What is said of some cases, some days, other answers or other senders is passed over. A promise that others are held
against must besides have no word in it but those of promises: of `vi svarar på klagomål inom fyra veckor` nobody can be
sure that it is about whatever is written.
"""

import re
from collections.abc import Iterator
from functools import cache

from validate.wording.amounts_of_time import Amount, amounts
from validate.wording.answering import (
    AIMED,
    ANSWERS,
    HARMLESS,
    LASTS,
    NEXT_CLAUSE,
    OF_ANSWERS,
    OF_CASES,
    OF_SOME,
    OTHER_MATTER,
    RESERVED,
    TAKES,
    TAKES_TO_ANSWER,
    WORD,
)
from validate.wording.numerals import number_of
from validate.wording.statements import Statement, statements
from validate.wording.times_said import Certainty, TimeSaid, longest, names_time

_DEADLINE = re.compile(
    r"\b(?:inom|senast(?:\sinom)?|på|upp\still|uppemot|högst|max(?:imalt|imum)?\.?|(?:som\s)?(?:längst|mest)"
    r"|tidigast(?:\s(?:om|efter|inom))?)\s"
    r"(?:(?:de|den|loppet\sav|cirka|ca\.?|ungefär|omkring|runt|högst|max\.?|upp\still|närmaste|senast)\s){0,3}$",
    re.IGNORECASE,
)
_RESTATES = re.compile(r"\{svarstid\}\s?(?:\(|[,–-]\s|,?\s(?:det\svill\ssäga|dvs\.?|alltså)\s)$", re.IGNORECASE)
_OPENS = re.compile(r"\W{0,3}(?:(?:normalt|oftast|vanligtvis|alltid|redan)\s)?", re.IGNORECASE)
_WORKING_DAYS = re.compile(r"\b(?:vardag|arbetsdag|helgfri)", re.IGNORECASE)
_OUR_TIME = re.compile(r"\s(?:svarstid|handläggningstid)\b", re.IGNORECASE)
_PLACEHOLDER = re.compile(r"\{svarstid\}|\binom\s\{", re.IGNORECASE)
_NAMED = re.compile(
    r"\bmed\s(?:ett\s)?förslag\spå\s(?:en\s)?(?:ny\s)?tid\b|(?<=\b[Vv]årdcentralen)\s[A-ZÅÄÖ]\w+|(?<=\b[Mm]ottagningen)\s[A-ZÅÄÖ]\w+"
)
"""What may stand in a promise though its words are no words of promises: a proposal, and the name of a unit."""
_CALLS = re.compile(r"\b(?:ringer|ringa|uppringd)\b", re.IGNORECASE)
_TELEPHONE = re.compile(r"\bring(?:a|s)?\b(?!\s(?:112|1177)\b)|\b(?:telefon|samtal|knapp)|\{telefon\}", re.IGNORECASE)
_WRITES = re.compile(r"\b(?:svar\w*|besvar\w*|besked|återko\w*|hör\w*|kontakta\w*|hand\w*|hantera\w*)\b", re.IGNORECASE)
_FAR, _NEAR = 120, 40
"""Characters that may stand between an answer and its time: where an `inom` ties them together, and where none does."""


@cache
def promised_times(text: str) -> tuple[TimeSaid, ...]:
    """The times that are surely promised, at most one of each statement: of several, the longest is the one."""
    return tuple(said for said in _stated(text) if said.certainty != "unsure")


def states_promise(text: str) -> bool:
    """Whether a text tells residents when they get an answer, in words or with a placeholder."""
    return bool(_PLACEHOLDER.search(text)) or any(said.certainty != "vague" for said in _stated(text))


@cache
def _stated(text: str) -> tuple[TimeSaid, ...]:
    return tuple(_look_through(text)) if names_time(text) else ()


def _look_through(text: str) -> Iterator[TimeSaid]:
    for statement in statements(text):
        found = amounts(statement.text)
        if found and not statement.text.endswith("?"):
            times = list(_answering_times(statement, found))
            if times:
                said = longest(times)
                yield said._replace(certainty="unsure") if said.is_call and _TELEPHONE.search(text) else said


def _is_clear(text: str, amount: Amount) -> bool:
    """Whether days are days: in `på vardagar inom två dagar` they may be working days, and so may 48 hours."""
    duration, *explained = amount.durations
    others = f"{text[: amount.start]} {text[amount.end :]}"
    may_be_working = duration.unit == "days" or (duration.unit == "h" and duration.amount % 24 == 0)
    return bool(explained) or not may_be_working or _WORKING_DAYS.search(others) is None


def _answering_times(statement: Statement, found: list[Amount]) -> Iterator[TimeSaid]:
    text = HARMLESS.sub(lambda match: " " * len(match[0]), statement.text)
    reserved = RESERVED.search(text)
    answers = list(ANSWERS.finditer(text))
    for number, amount in enumerate(found):
        deadline = _DEADLINE.search(text, max(0, amount.start - _FAR), amount.start)
        start = deadline.start() if deadline else amount.start
        end = _end_of_answering(text, amount, start, answers) or _end_of_taking(statement.text, amount, start)
        after = NEXT_CLAUSE.search(text, end) if end else None
        clause = after.start() if after else len(text)
        if end and (reserved is None or reserved.start() >= clause):
            # In `inom en vecka, oftast samma dag` the hope is for the time that stands next to it.
            since = found[number - 1].end if number else 0
            until = clause if amount is found[-1] else amount.end
            certainty: Certainty = "vague" if amount.is_vague else "promised"
            if not amount.is_vague and AIMED.search(text, since, until):
                certainty = "aimed"
            is_for_all = OF_SOME.search(text) is None and _is_surely_ours(text[:clause], found)
            if not (is_for_all and _is_clear(text, amount)):
                certainty = "unsure"
            stretch = statement.start + amount.start, statement.start + amount.end
            yield TimeSaid(*stretch, amount.durations, certainty, is_call=_is_call(text[:clause]))


def _is_surely_ours(clause: str, found: list[Amount]) -> bool:
    """Whether a clause has no word but those of promises, so that it is about whatever is written to us."""
    if _RESTATES.search(clause, 0, found[0].start):
        return True
    for amount in reversed(found):
        clause = clause[: amount.start] + clause[amount.end :]
    words = WORD.findall(_NAMED.sub("", clause))
    return all(OF_ANSWERS.fullmatch(word) or OF_CASES.fullmatch(word) or number_of(word) for word in words)


def _is_call(clause: str) -> bool:
    return _CALLS.search(clause) is not None and _WRITES.search(clause) is None


def _end_of_answering(text: str, amount: Amount, start: int, answers: list[re.Match[str]]) -> int | None:
    """Where the words end that make the amount an answering time; None where there are none."""
    if _RESTATES.search(text, max(0, start - _NEAR), start):
        return amount.end
    is_deadline = amount.is_named or start < amount.start
    before = next((answer for answer in reversed(answers) if answer.end() <= start), None)
    if before is not None:
        between = text[before.end() : start]
        if (is_deadline and _belongs(between)) or (before["lasts"] and LASTS.fullmatch(between)):
            return amount.end
    after = next((answer for answer in answers if answer.start() >= amount.end), None)
    if after is not None and is_deadline and _OPENS.fullmatch(text, 0, start):
        between = text[amount.end : after.start()]
        return after.end() if len(between) < _NEAR and _belongs(between) else None
    return None


def _belongs(between: str) -> bool:
    """Whether an answer and a time belong together with just this between them."""
    return len(between) < _FAR and OTHER_MATTER.search(between) is None


def _end_of_taking(text: str, amount: Amount, start: int) -> int | None:
    """As above, for what takes a time: `Det tar två dagar att svara`, and for `två dagars svarstid`."""
    takes = TAKES.search(text, max(0, start - _NEAR), start)
    answer = TAKES_TO_ANSWER.match(text, amount.end) if takes else _OUR_TIME.match(text, amount.end)
    return answer.end() if answer else None
