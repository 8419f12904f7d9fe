"""The limits for cancelling that Swedish prose states, such as `Avboka senast 24 timmar före besöket`."""

import re
from collections.abc import Iterator
from functools import cache

from validate.wording.amounts_of_time import Amount, amounts
from validate.wording.statements import statements
from validate.wording.times_said import TimeSaid, names_time

_CANCELS = re.compile(
    r"\b(?:avbok\w*|ombok\w*|återbud\w*|förhinder|avbeställ\w*|boka\som|ställ(?:a|er)?\sin"
    r"|(?:byt(?:a|er)?|ändrar?|flyttar?)\s(?:(?:din|dina|till\sen|annan|ny)\s){0,3}tid(?:en|er)?)\b",
    re.IGNORECASE,
)
_AT_LATEST = re.compile(
    r"\b(?:(?P<within>inom|till)|senast|minst|(?:senare|tidigare|mindre|närmare|kortare(?:\stid)?)\sän|fram\still|ända\still)"
    r"\s(?:(?:cirka|ca|helst|hela)\s){0,2}$",
    re.IGNORECASE,
)
_BEFOREHAND = re.compile(
    r"s?(?:\s?\([^()\n]{0,60}\))?\s(?:före|innan|i\sförväg|dessförinnan|kvar)\b|\)\s(?:före|innan|i\sförväg)\b",
    re.IGNORECASE,
)
_IS_THE_LIMIT = re.compile(
    r"\b(?:(?:av|om)bokningsgräns(?:en)?|gräns(?:en)?\sför\s(?:av|om)bokning)\s?(?:är|:)\s$", re.IGNORECASE
)
_OTHER_MATTER = re.compile(
    r"\b(?:bokar?(?!\som\b)|boka(?!\som\b)|kom|kommer|tas?|tar|ät|fasta|drick|sluta|skicka[rs]?|lämnar?|fyll\w*|svara|hämtar?"
    r"|helst|gärna|sjuk|haft|fått|varit|får|öppnar?|läs|gäller\sinte)\b",
    re.IGNORECASE,
)
_RESERVED = re.compile(
    r"\b(?:påminn\w*|\w{0,20}kallelse\w*|tidigast|\w{0,20}operation\w*|\w{0,20}undersökning\w*|vaccin\w*|röntgen\w*|grupp\w*"
    r"|\w{0,8}tolk\w*|\w{0,8}res(?:a|or|an|orna)|taxi\w*|färdtjänst\w*|transport\w*|narkos\w*|kurs\w*|prov(?:er|et|tag\w*)?|vissa|utom)\b"
    r"|\bför\s(?!(?:av|om)bok|återbud)\w{2,30}\sgäller\b|\bavbokade\s(?:tid|besök|plats)"
    # It is the unit that cancels.
    r"|\bvi\s(?:(?:kan|måste|har|får|ibland|också|automatiskt|behöva|tvingas)\s){0,3}(?:av|om)boka[rt]?\b|\b(?:av|om)bokar\svi\b"
    r"|\bavbokas\s(?:automatiskt|av\soss|om)\b",
    re.IGNORECASE,
)
"""What has limits of its own, or is done at a time of its own."""
_OF_CARE = re.compile(r"\b(?:specialist|primär|tand)vård", re.IGNORECASE)

_FAR, _NEAR = 120, 60


@cache
def cancellation_times(text: str) -> tuple[TimeSaid, ...]:
    """One for each statement, with all that it says: `72 timmar i specialistvård och 24 timmar i primärvård`."""
    return tuple(_said(text)) if names_time(text) and _CANCELS.search(text) else ()


def _said(text: str) -> Iterator[TimeSaid]:
    for statement in statements(text):
        cancels = list(_CANCELS.finditer(statement.text))
        if cancels and not _RESERVED.search(statement.text):
            found = amounts(statement.text)
            limit = next((amount for amount in found if _is_limit(statement.text, amount, cancels)), None)
            # A limit for one level of care alone may be another one than ours.
            if limit is not None and not (len(found) == 1 and _OF_CARE.search(statement.text)):
                durations = tuple(duration for amount in found for duration in amount.durations)
                yield TimeSaid(statement.start + limit.start, statement.start + limit.end, durations)


def _is_limit(text: str, amount: Amount, cancels: list[re.Match[str]]) -> bool:
    if amount.is_named or amount.is_vague:
        return False
    if _IS_THE_LIMIT.search(text, max(0, amount.start - _NEAR), amount.start):
        return True
    at_latest = _AT_LATEST.search(text, max(0, amount.start - _NEAR), amount.start)
    start = at_latest.start() if at_latest else amount.start
    if not _BEFOREHAND.match(text, amount.end):
        return False
    before = next((cancel for cancel in reversed(cancels) if cancel.end() <= start), None)
    if before is not None:
        between = text[before.end() : start]
        return len(between) < (_FAR if at_latest else _NEAR // 2) and not _OTHER_MATTER.search(between)
    after = next((cancel for cancel in cancels if cancel.start() >= amount.end), None)
    if after is None or at_latest is None or at_latest["within"]:
        return False
    between = text[amount.end : after.start()]
    return len(between) < _NEAR and not _OTHER_MATTER.search(between)
