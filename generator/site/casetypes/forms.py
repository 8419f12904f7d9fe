"""A form as a resident fills it in."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from markupsafe import Markup

from generator.site.page import part
from generator.site.wording.phrases import capital, joined
from generator.site.wording.words import QUESTION_TYPE
from schema.models.forms import ChoiceQuestion, Condition, Item

_YES_OR_NO = {"true": "Ja", "false": "Nej"}


class Choice(NamedTuple):
    """One of the answers to choose from, with the id that conditions name it by."""

    id: str
    text: str


@dataclass(frozen=True)
class Question:
    """A question, an information text or a group of questions. `number` is unique on its page.

    What a condition asks is said twice: in words, and for `form.js` as the question's id and a JSON list of answers.
    """

    id: str
    number: str
    type: str
    text: str
    help: str
    hint: str
    condition: str
    asks: str
    answers: str
    required: bool
    multiple: bool
    maximum_length: int | None
    options: tuple[Choice, ...]
    items: tuple["Question", ...]


def questions_of(form: Sequence[Item]) -> tuple[Question, ...]:
    by_id: dict[str, Item] = {}
    for item in _all(form):
        by_id.setdefault(item.id, item)
    return tuple(_question(item, f"f{number}", by_id) for number, item in enumerate(form, 1))


@lru_cache(maxsize=1024)
def form_of(questions: tuple[Question, ...]) -> Markup:
    """The form as HTML, empty where nothing is asked. Many case types have the same, in previews as on their pages."""
    return part("resident.html.j2", "form", questions) if questions else Markup()


def how_many(form: Sequence[Item]) -> int:
    """The questions of a form, those in groups among them."""
    return sum(item.type not in ("group", "display") for item in _all(form))


def _all(form: Sequence[Item]) -> Iterator[Item]:
    for item in form:
        yield item
        yield from _all(getattr(item, "items", ()))


def _question(item: Item, number: str, by_id: dict[str, Item]) -> Question:
    inner = getattr(item, "items", ())
    condition = item.visible_when
    return Question(
        item.id,
        number,
        item.type,
        item.question,
        item.help or "",
        _hint(item),
        _condition(condition, by_id),
        condition.question if condition is not None else "",
        json.dumps(condition.is_, ensure_ascii=False) if condition is not None else "",
        getattr(item, "required", False),
        getattr(item, "multiple", False),
        getattr(item, "maximum_length", None),
        _options(item),
        tuple(_question(each, f"{number}-{place}", by_id) for place, each in enumerate(inner, 1)),
    )


def _options(item: Item) -> tuple[Choice, ...]:
    if isinstance(item, ChoiceQuestion):
        return tuple(Choice(option.id, option.text) for option in item.options)
    return tuple(Choice(*answer) for answer in _YES_OR_NO.items()) if item.type == "boolean" else ()


def _hint(item: Item) -> str:
    """What kind of answer is asked for, where the field does not show it."""
    hint = QUESTION_TYPE[item.type] if item.type in ("decimal", "integer", "attachment") else ""
    if getattr(item, "multiple", False):
        hint = "välj ett eller flera svar"
    longest = getattr(item, "maximum_length", None)
    if longest:
        hint = f"{hint}, högst {longest} tecken" if hint else f"högst {longest} tecken"
    return capital(hint)


def _condition(condition: Condition | None, by_id: dict[str, Item]) -> str:
    if condition is None:
        return ""
    asked = by_id.get(condition.question)
    words = dict(_options(asked)) if asked is not None else {}
    answers = joined((words.get(answer, answer) for answer in condition.is_), "eller")
    return f"Visas om du svarat {answers} på frågan ”{asked.question if asked else condition.question}”"
