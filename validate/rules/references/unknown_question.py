"""A condition on a question that cannot have been answered, or on an answer that the question cannot have."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from schema.fitting import nearest
from schema.models.forms import ChoiceQuestion, Condition, Form, Item
from schema.places import Place
from schema.workspace import Workspace
from validate.facts.forms import forms, items_of
from validate.facts.selectors import alternatives
from validate.rule import Finding, Words, found, rule


class _Answers(NamedTuple):
    """What an answer to a question can be: one of some words, or anything of a pattern; `told` names them."""

    words: tuple[str, ...]
    pattern: re.Pattern[str]
    told: str


_NEVER = re.compile(r"(?!)")
_PATTERNS = {
    "integer": re.compile(r"-?\d+"),
    "decimal": re.compile(r"-?\d+([.,]\d+)?"),
    "date": re.compile(r"\d{4}-\d{2}-\d{2}"),
    "string": re.compile(r".*", re.DOTALL),
    "text": re.compile(r".*", re.DOTALL),
}


@rule(
    "error",
    sv=Words(
        title="Okänd fråga eller okänt svar i ett villkor",
        message="”{value}” {problem}.{nearest}",
        reason="En fråga visas bara när villkoret uppfylls. Ett villkor som aldrig kan uppfyllas gömmer frågan för "
        "alla.",
        advice="Här kan stå: {known}.",
        phrases={
            "problem": {
                "nothing": "är ingen fråga i formuläret",
                "later": "är en fråga som står längre ner i formuläret, och har inte besvarats än",
                "itself": "är frågan själv",
                "unanswered": "är en text eller en grupp, som inte besvaras",
                "file": "besvaras med en bilaga, som inte kan jämföras med något",
                "answer": "är inget svar som den frågan kan få",
            },
            "known": {
                "": "ingenting, eftersom ingen tidigare fråga kan jämföras med ett svar. Ta bort villkoret",
                "<integer>": "ett heltal, till exempel 3",
                "<decimal>": "ett tal, till exempel 37,5",
                "<date>": "en dag, till exempel 2026-03-01",
            },
        },
    ),
    en=Words(
        title="Unknown question or answer in a condition",
        message="“{value}” {problem}.{nearest}",
        reason="A question is shown only when its condition holds. A condition that never can hold hides the question "
        "from everybody.",
        advice="What may stand here: {known}.",
        phrases={
            "problem": {
                "nothing": "is no question in the form",
                "later": "is a question further down in the form, and has not been answered yet",
                "itself": "is the question itself",
                "unanswered": "is a text or a group, which is not answered",
                "file": "is answered with an attachment, which cannot be compared with anything",
                "answer": "is no answer that the question can have",
            },
            "known": {
                "": "nothing, as no earlier question can be compared with an answer. Take the condition away",
                "<integer>": "a whole number, such as 3",
                "<decimal>": "a number, such as 37,5",
                "<date>": "a day, such as 2026-03-01",
            },
        },
    ),
    source="FHIR R4 Questionnaire, enableWhen: villkoret pekar på en fråga i samma formulär. Egen slutsats: "
    "frågan ska ha besvarats innan villkoret prövas",
    good="""
-- casetypes/kontakta-mig.yaml --
extends: kontakta-mig
form:
  - {id: ringt-forut, question: Har du kontaktat oss förut om samma sak?, type: boolean}
  - id: arende
    question: Vad gäller det?
    type: choice
    options:
      - {id: provsvar, text: Ett provsvar}
      - {id: annat, text: Något annat}
  - id: vilket-prov
    question: Vilket prov gäller det?
    type: string
    visible_when: {question: arende, is: provsvar}
""",
    bad="""
-- casetypes/kontakta-mig.yaml --
extends: kontakta-mig
form:
  - id: nar
    question: När kontaktade du oss senast?
    type: string
    visible_when: {question: ringt-forut, is: true}  # <-- unknown-question
  - {id: ringt-forut, question: Har du kontaktat oss förut om samma sak?, type: boolean}
  - id: arende
    question: Vad gäller det?
    type: choice
    options:
      - {id: provsvar, text: Ett provsvar}
      - {id: annat, text: Något annat}
  - id: vilket-prov
    question: Vilket prov gäller det?
    type: string
    visible_when: {question: arende, is: prov-svar}  # <-- unknown-question
""",
    mandatory=True,
)
def unknown_question(workspace: Workspace) -> Iterator[Finding]:
    for form, place in forms(workspace):
        yield from _check_form(form, place)


def _check_form(form: Form, place: Place) -> Iterator[Finding]:
    items = list(items_of(form, place))
    ids = {item.id for item, _ in items}
    earlier: dict[str, Item] = {}
    for item, at in items:
        if item.visible_when is not None:
            yield from _check_condition(item.visible_when, at.at("visible_when"), item.id, earlier, ids)
        earlier.setdefault(item.id, item)


def _check_condition(
    condition: Condition, place: Place, owner: str, earlier: Mapping[str, Item], ids: set[str]
) -> Iterator[Finding]:
    named = condition.question
    question = earlier.get(named)
    answers = _answers(question) if question is not None else None
    if answers is None:
        known = [id for id, item in earlier.items() if _answers(item) is not None]
        problem = _problem(question, named, owner, ids)
        near = nearest(named, known) if problem == "nothing" else ""
        yield found(place.at("question"), value=named, problem=problem, known=", ".join(known), nearest=near)
        return
    for value, at in alternatives(condition.is_, place.at("is")):
        if value not in answers.words and not answers.pattern.fullmatch(value):
            near = nearest(value, list(answers.words))
            yield found(at, value=value, problem="answer", known=answers.told, nearest=near)


def _problem(question: Item | None, named: str, owner: str, ids: set[str]) -> str:
    if question is not None:
        return "file" if question.type == "attachment" else "unanswered"
    if named == owner:
        return "itself"
    return "later" if named in ids else "nothing"


def _answers(item: Item) -> _Answers | None:
    """What the answer to an item can be; None for what has no answer that can be compared."""
    if isinstance(item, ChoiceQuestion):
        words = tuple(option.id for option in item.options)
        return _Answers(words, _NEVER, ", ".join(words))
    if item.type == "boolean":
        return _Answers(("true", "false"), _NEVER, "true, false")
    pattern = _PATTERNS.get(item.type)
    return None if pattern is None else _Answers((), pattern, f"<{item.type}>")
