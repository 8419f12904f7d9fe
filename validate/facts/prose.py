"""What residents read in Swedish: each text once, with every place where it stands."""

import re
from typing import NamedTuple

from schema.places import Place
from schema.workspace import Workspace

_OF_OTHERS = re.compile(
    r"[”“][^”“\n]{1,120}[”“]|\"[^\"\n]{1,120}\"|«[^«»\n]{1,120}»|»[^«»\n]{1,120}[«»]"
    r"|\{[^{}\n]{1,80}\}"
    r"|(?<!\w)(?:https?://|www\.)\S+(?<![.,;:!?)])"
    r"|(?<![\w.+-])[\w.+-]{1,64}@[\w.-]+(?<![.-])"
    r"|(?<![\w@.-])[\w.-]+\.(?:se|nu|com|org|net|eu|info|example)\b(?:/\S*(?<![.,;:!?)]))?"
)
"""What is quoted, filled in or an address: no words of the author's own."""

_IN_LISTS = (("care_types",), ("time_types",))
"""The keys of lists of names that other systems have given."""


class Prose(NamedTuple):
    """A text, and the same text with a line of `_` over what are no words of the author's own."""

    text: str
    own: str
    places: tuple[Place, ...]


def prose_for_residents(workspace: Workspace) -> tuple[Prose, ...]:
    """The texts that residents read in Swedish. Decisions, and names that are given elsewhere, are left out."""
    return workspace.once(_prose_for_residents)


def _prose_for_residents(workspace: Workspace) -> tuple[Prose, ...]:
    places: dict[str, list[Place]] = {}
    for text, place, audience, is_swedish in workspace.writings:
        if audience == "resident" and is_swedish and not _is_of_others(place):
            places.setdefault(text, []).append(place)
    return tuple(Prose(text, own_words(text), tuple(where)) for text, where in places.items())


def own_words(text: str) -> str:
    return _OF_OTHERS.sub(lambda match: "_" * len(match[0]), text)


def _is_of_others(place: Place) -> bool:
    path = place.path
    if place.file.endswith("/basutbud.yaml") or path[-2:-1] in _IN_LISTS:
        return True
    if path[-1] == "name":
        is_casetype = "casetypes" in path or "/casetypes/" in place.file or place.file.startswith("casetype_templates/")
        return "answer_forms" in path or not is_casetype
    return path[-1] == "title"
