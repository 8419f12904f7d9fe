"""A key that is indented as deep as the text above it, and so has become part of that text."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, get_args, get_origin

from schema.annotations import along, fields, plain
from schema.models.files import KINDS, kind_of
from schema.places import Place
from schema.reading.positions import Positions
from schema.reading.strict import read
from schema.workspace import Workspace
from validate.rule import Finding, Words, found, rule

_KEY = re.compile(r"(?:^|(?<=\s))(?P<dash>-\s+)?(?P<key>[a-z][a-z0-9_]*):(?=\s|$)")


@rule(
    "error",
    sv=Words(
        title="Nyckel som blivit text",
        message="Raden ”{key}:” läses som en del av texten i ”{text}”.",
        reason="En rad som är indragen som texten ovanför hör till texten. Då gäller den inte, och den som läser "
        "texten får se den.",
        advice="Dra in raden lika mycket som ”{text}”. Hör den till texten: byt ord eller radbrytning, så att raden "
        "inte börjar med ”{key}:”.",
    ),
    en=Words(
        title="Key that has become text",
        message="The line “{key}:” is read as part of the text in “{text}”.",
        reason="A line indented like the text above belongs to the text. Then it does not apply, and those who read "
        "the text see it.",
        advice="Indent the line as much as “{text}”. If it belongs to the text, change the words or the line break, so "
        "that the line does not begin with “{key}:”.",
    ),
    source="basutbud, konfigurationsformatet",
    good="""
-- terms/avboka-tid.yaml --
layout: booking
status: approved
approved: {on: 2026-03-01, by: redaktionen}
version: 1
unit_text: >-
  Här avbokar du din tid hos {enhet}.
conditions: >-
  Avboka i god tid före besöket.
""",
    bad="""
-- terms/avboka-tid.yaml --
layout: booking
status: approved
approved: {on: 2026-03-01, by: redaktionen}
version: 1
unit_text: >-
  Här avbokar du din tid hos {enhet}.
  conditions: >-  # <-- text-swallows-key
  Avboka i god tid före besöket.
""",
)
def text_swallows_key(workspace: Workspace) -> Iterator[Finding]:
    every_key = _every_key()
    files: dict[str, tuple[Positions, Any]] = {}
    for text, writings in workspace.texts.items():
        matches = [match for match in _KEY.finditer(text) if match["key"] in every_key] if ":" in text else []
        for writing in writings if matches else ():
            file = writing.file
            if file not in files:
                data = workspace.files[file]
                files[file] = Positions(file, data), read(file, data)[0]
            yield from _swallowed(writing.place, matches, *files[file])


def _swallowed(place: Place, matches: list[re.Match[str]], positions: Positions, data: Any) -> Iterator[Finding]:
    if positions.text[positions.offsets(place)[0] - 1] in "\"'":
        return  # A quoted text ends where its author let it end.
    missing, listed = _keys_around(place, data)
    for match in matches:
        at = place.within(*match.span("key"))
        start = positions.offsets(place.within(*match.span()))[0]
        if _begins_line(positions.text, start) and match["key"] in (listed if match["dash"] else missing):
            named = [step for step in place.path if isinstance(step, str)]
            yield found(at, key=match["key"], text=named[-1])


def _begins_line(text: str, at: int) -> bool:
    while at and text[at - 1] in " \t":
        at -= 1
    return at > 0 and text[at - 1] in "\r\n"


def _keys_around(place: Place, data: Any) -> tuple[set[str], set[str]]:
    """The keys that the mappings around a text could have and lack, and those of the items of lists around it."""
    kind = kind_of(place.file)
    missing: set[str] = set()
    listed: set[str] = set()
    for step, annotation in zip(place.path, along(kind.model if kind else object, place.path), strict=False):
        if isinstance(data, dict):
            missing |= fields(annotation).keys() - data.keys()
        elif get_origin(plain(annotation)) is tuple:
            listed |= fields(get_args(plain(annotation))[0]).keys()
        data = data[step]
    return missing, listed


@cache
def _every_key() -> frozenset[str]:
    """Every key of every model: most texts have none of them before a colon."""
    found: set[str] = set()
    seen: set[Any] = set()
    waiting: list[Any] = [kind.model for kind in KINDS]
    while waiting:
        annotation = waiting.pop()
        if annotation in seen:
            continue
        seen.add(annotation)
        known = fields(annotation)
        found |= known.keys()
        waiting += [field for field, _ in known.values()]
        waiting += get_args(plain(annotation)) if get_origin(plain(annotation)) in (tuple, dict) else ()
    return frozenset(found)
