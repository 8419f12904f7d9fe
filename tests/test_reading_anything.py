"""Strict reading of anything at all: it never raises, and it agrees with an independent reading of the same events."""

import re
from collections.abc import Iterator
from typing import Any

import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from schema.reading.strict import compose, read

STEADY = settings(max_examples=300, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])

SAMPLE = """\
# En enhet
hsa_id: SE2321000131-E000000000101
name: "Almhaga vårdcentral" # som i HSA
activities: [1502, '1503']
roles: {local_administrator: 2, 'reviewer': ~}
text: |
  Här kan du förnya recept.

    - 112
folded: >-
  Du får svar
  inom 2 dagar.
plain: Ring & fråga
  oss!
list:
- {a: b}
- - c
  -
"""
PARTS = r"""a b å 😀 1 : , - -- --- ... # ? ?! ! !a & &a * *a % %a | > |+ >- ' '' " \ \n \x41 [ ] { } @ ` ~ null
    a: b: 'a' "b" """
pieces = st.sampled_from(
    [*PARTS.split(), " ", "  ", "\n", "\n  ", "\r\n", "\t", "a: ", "- ", "'a': ", ", ", "---\n", "\n%"]
)
texts = st.lists(pieces, max_size=14).map("".join)
edits = st.lists(st.tuples(st.integers(0, len(SAMPLE)), st.integers(0, 3), pieces), min_size=1, max_size=3)


def _edited(changes: list[tuple[int, int, str]]) -> str:
    text = SAMPLE
    for at, removed, added in changes:
        text = text[:at] + added + text[at + removed :]
    return text


@STEADY
@given(st.binary(max_size=60) | texts.map(str.encode) | st.text(max_size=30).map(str.encode))
def test_no_bytes_raise(data: bytes) -> None:
    value, misfits = read("a.yaml", data)
    assert value is None or all(misfit.kind == "repeated-key" for misfit in misfits)
    compose(data)


@STEADY
@given(st.tuples(st.integers(0, len(SAMPLE.encode())), st.integers(0, 4), st.binary(max_size=3)))
def test_no_damage_to_a_file_raises(damage: tuple[int, int, bytes]) -> None:
    at, removed, added = damage
    data = SAMPLE.encode()
    value, misfits = read("a.yaml", data[:at] + added + data[at + removed :])
    assert value is not None or misfits


@STEADY
@given(texts | edits.map(_edited))
def test_reading_agrees_with_the_events_of_the_file(text: str) -> None:
    value, misfits = read("a.yaml", text.encode())
    accepted, expected = _reference(text)
    assert accepted == (not misfits)
    if accepted:
        assert expected == value


class _Refused(Exception):
    pass


def _reference(text: str) -> tuple[bool, Any]:
    """The value made from the events alone, with none of the gates and shortcuts of the reading."""
    try:
        events = list(yaml.parse(text.encode(), Loader=yaml.CLoader))
        if [yaml.DocumentStartEvent] != [type(one) for one in events if isinstance(one, yaml.DocumentStartEvent)]:
            return False, None
        if events[1].version or events[1].tags:
            return False, None
        value = _made(iter(events[2:-2]), 1, text)
    except (yaml.YAMLError, _Refused):
        return False, None
    return value is not None, value


def _made(events: Iterator[Any], depth: int, text: str, first: Any = None, is_key: bool = False) -> Any:
    event = first or next(events)
    if isinstance(event, yaml.AliasEvent) or event.anchor or event.tag:
        raise _Refused
    if isinstance(event, yaml.ScalarEvent):
        source = text[event.start_mark.index : event.end_mark.index]
        if event.implicit[0] and not is_key and re.search(r"[\r\n][ \t]*-(?![^ \t\r\n])", source):
            raise _Refused
        return None if event.implicit[0] and event.value in ("", "~", "null", "Null", "NULL") else event.value
    if depth > 64:
        raise _Refused
    parts: list[Any] = []
    is_mapping = isinstance(event, yaml.MappingStartEvent)
    while not isinstance(event_or_end := next(events), yaml.CollectionEndEvent):
        parts.append(_made(events, depth + 1, text, event_or_end, is_mapping and len(parts) % 2 == 0))
    if not is_mapping:
        return parts
    keys = parts[::2]
    if not all(isinstance(key, str) for key in keys) or len(set(keys)) < len(keys):
        raise _Refused
    return dict(zip(keys, parts[1::2], strict=True))
