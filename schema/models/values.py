"""The kinds of scalar that a file may hold. Every scalar arrives as text and is taken by its kind here.

Each kind has a form, which names what is expected; the rule `wrong-value` puts the form into words.
"""

import re
from collections.abc import Callable
from datetime import date
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, PlainValidator, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from schema.durations import PATTERN as DURATION_PATTERN
from schema.durations import Duration, parse_duration

FORM_OF_PATTERN: dict[str, str] = {}
"""The form that a pattern stands for: pydantic reports the pattern, we report the form."""
FORM_OF_LENGTH: dict[int, str] = {}
"""The same for the length that a text may have at most."""

_MOST_KNOWN = 10_000

FORMS: set[str] = {"at-least-one", "flag", "count", "positive-count", "day", "duration"}
"""Every form there is; the words for each stand in the rule `wrong-value`."""


def _shaped(form: str, pattern: str, longest: int | None = None) -> Any:
    if pattern in FORM_OF_PATTERN or longest in FORM_OF_LENGTH:
        raise ValueError(f"{form} could not be told apart from another form by its pattern, or by its length")
    FORM_OF_PATTERN[pattern] = form
    if longest is not None:
        FORM_OF_LENGTH[longest] = form
    FORMS.add(form)
    return StringConstraints(pattern=pattern, max_length=longest)


def _seen_as(pattern: str, *types: str, **limits: int) -> Any:
    """The schema of a text that an editor, which reads YAML by guesses, may see as a number or as true or false."""
    return WithJsonSchema({"type": ["string", *types], "pattern": pattern, **limits})


def _code(form: str, digits: int, pattern: str) -> tuple[Any, Any]:
    return _shaped(form, pattern), _seen_as(pattern, "integer", minimum=0, maximum=10**digits - 1)


LONGEST_ID = 80
"""Characters; an id is a file's name, and two of them together must still be one."""
LONGEST_WORDING = 100
"""Characters; what a region's own rules look for is a few words, not a text."""
# A star stands next to a letter, first or last in a word.
_STARRED = r"[^\s!-/:-@\[-`{-~]"
_WORD = rf"(\*{_STARRED}[^\s*]*|[^\s*]+|[^\s*]*{_STARRED}\*)"
_WORDING = rf"^{_WORD}( {_WORD})*$"
_ID, _LINE, _TEXT = r"^[a-z0-9]+(-[a-z0-9]+)*$", r"^[^\n]*\S[^\n]*$", r"\S"

_id = _shaped("id", _ID, LONGEST_ID)
_variable = _shaped("variable-name", r"^[a-z][a-z0-9_]*$")
_line = _shaped("line", _LINE)
_text = _shaped("text", _TEXT)
_https = _shaped("https-address", r'^https://[^\s/?#"<>.-][^\s/?#"<>]*\.[^\s/?#"<>.-]{2,}([/?#][^\s"<>]*)?$')
_email = _shaped("email", r"^[^@\s]+@[^@\s]+\.[^@\s]+$")
_list_file = _shaped("list-file", r"^[a-z0-9]+(-[a-z0-9]+)*\.(csv|txt)$")

LanguageCode = Annotated[str, _shaped("language-code", r"^[a-z]{2,3}$")]
Id = Annotated[str, _id, _seen_as(_ID, "integer", minimum=0, maxLength=LONGEST_ID)]
VariableName = Annotated[str, _variable]
Line = Annotated[str, _line, _seen_as(_LINE, "number", "boolean")]
Text = Annotated[str, _text, _seen_as(_TEXT, "number", "boolean")]
_wording = _shaped("wording", _WORDING, LONGEST_WORDING)
Wording = Annotated[str, _wording, _seen_as(_WORDING, "number", "boolean", maxLength=LONGEST_WORDING)]
"""Words to look for in texts, where `*` stands for the rest of a word."""
HttpsAddress = Annotated[str, _https]
Email = Annotated[str, _email]
ListFile = Annotated[str, _list_file]
ValueDigest = Annotated[str, _shaped("value-digest", r"^[0-9a-f]{16}$")]
ServiceAreaRegion = Annotated[str, _shaped("service-area-region", r"^(whole-country|[0-9]{2})$")]
AnswerText = Annotated[str, WithJsonSchema({"type": ["string", "boolean", "integer"]})]
"""An answer to a question: the `true` of a yes-or-no question is text here, but no text to an editor."""
CountyCode = Annotated[str, *_code("county-code", 2, r"^[0-9]{2}$")]
MunicipalityCode = Annotated[str, *_code("municipality-code", 4, r"^[0-9]{4}$")]
ActivityCode = Annotated[str, *_code("activity-code", 4, r"^[0-9][0-9]{3}$")]
OrganisationNumber = Annotated[str, _shaped("organisation-number", r"^[0-9]{6}-[0-9]{4}$")]
HsaIdText = Annotated[str, _shaped("hsa-id", r"\S[^\n]*")]
"""An HSA-id as it was written: the rules named hsa-id-* say what is wrong with it."""


def _misshapen(form: str) -> PydanticCustomError:
    return PydanticCustomError("form", "{form}", {"form": form})


def _take(form: str, parse: Callable[[str], Any]) -> Callable[[Any], Any]:
    """A validator that takes text alone, and reports what it cannot parse by its form."""
    # A national configuration has a quarter of a million of these, of a few hundred different texts.
    known: dict[str, Any] = {}

    def take(value: Any) -> Any:
        try:
            return known[value]
        except (KeyError, TypeError):
            pass
        if value is None:
            raise PydanticCustomError("empty", "empty")
        taken = parse(value) if isinstance(value, str) else None
        if taken is None:
            raise _misshapen(form)
        if len(known) < _MOST_KNOWN:
            known[value] = taken
        return taken

    return take


def _parse_day(text: str) -> date | None:
    # fromisoformat also takes week dates and dates without hyphens, which no reviewer should have to decode.
    try:
        return date.fromisoformat(text) if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII) else None
    except ValueError:
        return None


_parse_flag = {"true": True, "false": False}.get


def _parse_count(text: str) -> int | None:
    return int(text) if re.fullmatch(r"0|[1-9]\d{0,5}", text, re.ASCII) else None


def _parse_positive_count(text: str) -> int | None:
    return _parse_count(text) or None


Flag = Annotated[bool, PlainValidator(_take("flag", _parse_flag)), WithJsonSchema({"type": "boolean"})]
Count = Annotated[
    int,
    PlainValidator(_take("count", _parse_count)),
    WithJsonSchema({"type": "integer", "minimum": 0, "maximum": 999999}),
]
PositiveCount = Annotated[
    int,
    PlainValidator(_take("positive-count", _parse_positive_count)),
    WithJsonSchema({"type": "integer", "minimum": 1, "maximum": 999999}),
]
Day = Annotated[
    date,
    PlainValidator(_take("day", _parse_day)),
    WithJsonSchema({"type": "string", "format": "date", "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}),
]
OpenDay = Annotated[
    date | None,
    PlainValidator(lambda value: None if value is None else _take("day", _parse_day)(value)),
    WithJsonSchema({"type": ["string", "null"], "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}),
]
DurationText = Annotated[
    Duration,
    PlainValidator(_take("duration", parse_duration)),
    WithJsonSchema({"type": "string", "pattern": DURATION_PATTERN}),
]


def _as_many(value: object) -> object:
    return (value,) if isinstance(value, str) else value


def _one_or_many_schema(schema: dict[str, Any]) -> None:
    one = schema.pop("items")
    schema.pop("minItems", None)
    schema.pop("type")
    schema["anyOf"] = [one, {"type": "array", "items": one, "minItems": 1}]


Many = Field(strict=False)
"""For tuples: a YAML list is a Python list, which strict mode would refuse."""

AtLeastOne = Field(strict=False, min_length=1)
OneOrMany = (
    BeforeValidator(_as_many),
    Field(strict=False, min_length=1, json_schema_extra=_one_or_many_schema),
)
"""One value, or a list of alternatives: `casetype: fornya-recept` or `casetype: [a, b]`."""
