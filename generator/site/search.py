"""What the search knows: an entry for each page or part of one, split into data scripts of bounded size."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Literal, get_args

from generator.site.scripts import keep
from generator.site.site import Page
from generator.site.wording.texts import visible
from schema.models.forms import ChoiceQuestion, Form, Item

Kind = Literal[
    "arendetyp", "mottagning", "villkorstext", "meddelande", "beslut", "manual", "grupp", "region", "mall", "regel",
    "ord",
]  # fmt: skip
KINDS: tuple[Kind, ...] = get_args(Kind)
"""The kinds of entry; they stand in addresses, and so in Swedish."""

LARGEST = 200_000
"""Bytes of a data script. An entry that is larger by itself stands alone."""
_LONGEST = 200
"""Characters of a name; a list of results shows no more."""
_ENVELOPE = 500
"""Bytes of a data script around its entries, at most."""


@dataclass(frozen=True)
class Entry:
    """Something to find: what it is called, where it stands, an id that it is known by, and its texts.

    `path` is below the region's folder, or below the site for what stands above the regions. `place` is shown and
    searched. `has` are names that many entries of a script have alike; there, each stands once.
    """

    kind: Kind
    title: str
    path: str
    id: str = ""
    place: str = ""
    texts: tuple[str, ...] = ()
    has: tuple[str, ...] = ()


Entries = Callable[[], Iterable[Entry]]


def pages_of(folder: str, shards: Sequence[Entries]) -> Iterator[Page]:
    """The data scripts of a region, or of what stands above the regions. Each tells how many they are."""
    for number, shard in enumerate(shards, 1):
        path = script(number)
        yield Page(path, partial(_made, f"{folder}{path}", shard, len(shards)))


def script(number: int) -> str:
    return f"data/search-{number}.js"


def split(entries: Iterable[Entry]) -> list[Entries]:
    """The entries in shards that become no larger than a data script may be."""
    shards: list[list[Entry]] = []
    size = LARGEST
    for entry in entries:
        own = len(keep("", _row(entry, {})))
        if size + own > LARGEST - _ENVELOPE:
            shards.append([])
            size = 0
        shards[-1].append(entry)
        size += own
    return [partial(list, shard) for shard in shards]


def _made(key: str, shard: Entries, of: int) -> bytes:
    names: dict[str, int] = {}
    rows = [_row(entry, names) for entry in shard()]
    return keep(key, {"of": of, "names": list(names), "rows": rows})


def _row(entry: Entry, names: dict[str, int]) -> list[object]:
    """The entry as the script `searchindex.js` reads it; what is empty at the end is left out."""
    has = [names.setdefault(_name(name), len(names)) for name in entry.has]
    texts = "\n".join(filter(None, (_text(text) for text in entry.texts)))
    row: list[object] = [entry.kind, _name(entry.title), entry.path, _name(entry.id), _name(entry.place), texts, has]
    while not row[-1]:
        row.pop()
    return row


def _text(text: str) -> str:
    """A text on one line, with hidden signs by their code."""
    return visible(" ".join(text.split()))


def _name(text: str) -> str:
    name = _text(text)
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…"


def form_texts(form: Form) -> Iterator[str]:
    """All that a form says."""
    for item in form:
        yield item.question
        yield item.help or ""
        yield from _options(item)
        yield from form_texts(getattr(item, "items", ()))


def _options(item: Item) -> Iterator[str]:
    if isinstance(item, ChoiceQuestion):
        yield from (option.text for option in item.options)
