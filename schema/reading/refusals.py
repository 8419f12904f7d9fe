"""All that strict reading refuses in one YAML text, found in the stream of events, which cannot overflow any stack."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from yaml._yaml import CParser
from yaml.error import MarkedYAMLError, YAMLError
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingStartEvent,
    ScalarEvent,
)
from yaml.tokens import AliasToken, AnchorToken, DirectiveToken, TagToken, Token

from schema.places import Misfit, Related, Stretch
from schema.reading.conflicts import conflicts
from schema.reading.lookalikes import in_key, in_value
from schema.reading.syntax import Before, explain, line_end

TOO_DEEP = 64
MOST = 20
_MOST_REPEATED = 200

NULLS = frozenset({"", "~", "null", "Null", "NULL"})


def refusals(file: str, data: bytes) -> list[Misfit]:
    """Everything refused in a text of valid UTF-8 without control characters, in the order of the text.

    At most `MOST` of each kind are told, and at most 200 repeated keys.
    """
    text = data.decode()
    survey = _Survey(file, text)
    error = None
    try:
        survey.run(_events(data))
    except YAMLError as caught:
        error = caught
    unjoined = conflicts(file, text) if error else []
    if unjoined:
        return unjoined
    found = survey.found
    if error and any(misfit.kind == "not-yaml" for misfit in found):
        survey.end, error = _index_of(error), None  # It has most likely come of what was found before it.
    if survey.properties or error:
        found.extend(_properties_and_error(file, data, error, survey.end))
    elif survey.documents < 2 and survey.bare:
        found.append(Misfit("empty-file", survey.bare, {}))
    return sorted(found, key=lambda misfit: misfit.at.start if isinstance(misfit.at, Stretch) else 0)


class _Found(list[Misfit]):
    """Misfits, of which those beyond the most of their kind are dropped."""

    def __init__(self) -> None:
        super().__init__()
        self._counts: Counter[str] = Counter()

    def add(self, kind: str, at: Stretch, facts: dict[str, str], *related: Related) -> None:
        self._counts[kind] += 1
        if self._counts[kind] <= (_MOST_REPEATED if kind == "repeated-key" else MOST):
            self.append(Misfit(kind, at, facts, related))


class _Survey:
    """One walk over the events with a stack of its own: keys seen for a mapping, None for a sequence."""

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.text = text
        self.found = _Found()
        self.documents = 0
        self.properties = False
        self.end: int | None = None
        self.bare: Stretch | None = Stretch(file, 0, 0)
        self._open: list[dict[str, Stretch] | None] = []
        self._awaits_key: list[bool] = []

    def run(self, events: Iterator[Event]) -> None:
        for event in events:
            if isinstance(event, DocumentStartEvent):
                self._document(event)
                if self.documents == 2:  # What follows belongs to nothing, and its faults neither.
                    return
            elif isinstance(event, CollectionEndEvent):
                self._open.pop()
                self._awaits_key.pop()
            elif isinstance(event, (ScalarEvent, AliasEvent, CollectionStartEvent)):
                self._node(event)
                if len(self._open) > TOO_DEEP:
                    return

    def _document(self, event: DocumentStartEvent) -> None:
        self.documents += 1
        self.properties = self.properties or bool(event.version or event.tags)
        if self.documents == 2:
            self._refuse("second-document", event)
            self.end = self._stretch(event).start

    def _node(self, event: ScalarEvent | AliasEvent | CollectionStartEvent) -> None:
        if event.anchor or getattr(event, "tag", None):
            self.properties = True
        self._look_at_plain(event)
        if self._open:
            seen = self._open[-1]
            if seen is not None:
                if self._awaits_key[-1]:
                    self._key(event, seen)
                self._awaits_key[-1] = not self._awaits_key[-1]
        else:
            self.bare = self._stretch(event) if isinstance(event, ScalarEvent) and _is_null(event) else None
        if isinstance(event, CollectionStartEvent):
            if len(self._open) == TOO_DEEP:
                self._refuse("too-deep", event, limit=str(TOO_DEEP))
                self.end = self._stretch(event).start
            self._open.append({} if isinstance(event, MappingStartEvent) else None)
            self._awaits_key.append(True)

    def _look_at_plain(self, event: Event) -> None:
        if isinstance(event, ScalarEvent) and event.style == "":
            stretch = self._stretch(event)
            is_key = bool(self._open) and self._open[-1] is not None and self._awaits_key[-1]
            lookalike = (in_key if is_key else in_value)(self.text, stretch.start, stretch.end)
            if lookalike is not None:
                problem, at = lookalike
                related = (Related("begins-here", stretch),) if problem == "list-in-text" else ()
                self.found.add("not-yaml", Stretch(self.file, at, at + 1), {"problem": problem}, *related)

    def _key(self, event: Event, seen: dict[str, Stretch]) -> None:
        if isinstance(event, AliasEvent):
            return
        if not isinstance(event, ScalarEvent) or _is_null(event):
            self._refuse("key-not-text", event)
            return
        stretch = self._stretch(event)
        first = seen.setdefault(event.value, stretch)
        if first is not stretch:
            self.found.add("repeated-key", stretch, {"key": event.value}, Related("first-written-here", first))

    def _refuse(self, kind: str, event: Event, **facts: str) -> None:
        self.found.add(kind, self._stretch(event), facts)

    def _stretch(self, event: Any) -> Stretch:
        start, end = event.start_mark.index, event.end_mark.index
        quotes = 1 if isinstance(event, ScalarEvent) and event.style in ("'", '"') else 0
        return Stretch(self.file, start + quotes, end - quotes)


def _is_null(event: ScalarEvent) -> bool:
    return event.style == "" and event.value in NULLS


def _events(data: bytes) -> Iterator[Event]:
    parser = CParser(data)
    while (event := parser.get_event()) is not None:
        yield event


def _tokens(data: bytes) -> Iterator[Token]:
    parser = CParser(data)
    try:
        while (token := parser.get_token()) is not None:
            yield token
    except YAMLError:
        return  # The events have met the same error, or one before it.


def _properties_and_error(file: str, data: bytes, error: YAMLError | None, end: int | None) -> list[Misfit]:
    """What only tokens place exactly, up to `end` or the syntax error if there is one, and the error itself.

    The scanner alone has no bound for depth, and its time grows with the square of it: hence the end.
    """
    text = data.decode()
    end = _index_of(error) if error else end
    before = Before()
    found = _Found()
    for token in _tokens(data):
        if end is not None and token.start_mark.index >= end:
            break
        before.pass_by(token)
        _add_property(found, file, text, token)
    explained = explain(file, text, error, before) if error else None
    return [*found, explained] if explained else found


def _index_of(error: YAMLError) -> int | None:
    mark = error.problem_mark if isinstance(error, MarkedYAMLError) else None
    return mark.index if mark else None


def _add_property(found: _Found, file: str, text: str, token: Token) -> None:
    start, end = token.start_mark.index, token.end_mark.index
    if isinstance(token, DirectiveToken):
        end = line_end(text, start)
        found.add("directive", Stretch(file, start, end), {"text": text[start:end]})
    elif isinstance(token, AnchorToken):
        found.add("anchor", Stretch(file, start, end), {"name": token.value})
    elif isinstance(token, AliasToken):
        found.add("alias", Stretch(file, start, end), {"name": token.value})
    elif isinstance(token, TagToken):
        found.add("tag", Stretch(file, start, end), {"text": text[start:end]})
