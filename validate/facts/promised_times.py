"""The answering times that Swedish prose promises, such as `Du får svar inom två arbetsdagar`.

A time counts only where the sentence is sure to be about when the unit answers, whenever and whatever is written to it.
What is said of some cases, some days, other answers or other senders is passed over.
"""

import re
from collections.abc import Iterator
from functools import cache

from validate.facts.amounts_of_time import Amount, amounts
from validate.facts.answering import (
    AIMED,
    ANSWERS,
    HARMLESS,
    LASTS,
    NEXT_CLAUSE,
    OTHER_MATTER,
    RESERVED,
    TAKES,
    TAKES_TO_ANSWER,
)
from validate.facts.statements import Statement, statements
from validate.facts.times_said import Certainty, TimeSaid, longest, names_time

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
_FAR, _NEAR = 120, 40
"""Characters that may stand between an answer and its time: where an `inom` ties them together, and where none does."""


@cache
def promised_times(text: str) -> tuple[TimeSaid, ...]:
    """At most one time for each statement: of several, the longest is the one that is promised."""
    return tuple(_promised(text)) if names_time(text) else ()


def states_promise(text: str) -> bool:
    """Whether a text tells residents when they get an answer, in words or with a placeholder."""
    return bool(_PLACEHOLDER.search(text)) or any(said.certainty != "vague" for said in promised_times(text))


def _promised(text: str) -> Iterator[TimeSaid]:
    for statement in statements(text):
        found = amounts(statement.text)
        if found and not statement.text.endswith("?"):
            times = list(_answering_times(statement, [amount for amount in found if _is_clear(statement.text, amount)]))
            if times:
                yield longest(times)


def _is_clear(text: str, amount: Amount) -> bool:
    """Whether days are days: in `på vardagar inom två dagar` they may be working days."""
    others = f"{text[: amount.start]} {text[amount.end :]}"
    return amount.durations[0].unit != "days" or _WORKING_DAYS.search(others) is None


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
            certainty: Certainty = "aimed" if AIMED.search(text, since, until) else "promised"
            stretch = statement.start + amount.start, statement.start + amount.end
            yield TimeSaid(*stretch, amount.durations, "vague" if amount.is_vague else certainty)


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
