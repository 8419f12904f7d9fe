"""What residents read in Swedish: each text once, with every place where it stands."""

import re
from typing import NamedTuple

from schema.places import Place
from schema.workspace import Workspace
from schema.writings import Writing

_OF_OTHERS = re.compile(
    r"[”“][^”“\n]{1,120}[”“]|\"[^\"\n]{1,120}\"|«[^«»\n]{1,120}»|»[^«»\n]{1,120}[«»]"
    r"|\{[^{}\n]{1,80}\}"
    r"|</?[A-Za-z][^<>\n]{0,120}>|&(?:#\w{1,7}|[A-Za-z]{2,30});"
    r"|(?<!\w)(?:https?://|www\.)\S+(?<![.,;:!?)])"
    r"|(?<![\w.+-])[\w.+-]{1,64}@[\w.-]+(?<![.-])"
    r"|(?<![\w@.-])[\w.-]+\.(?:se|nu|com|org|net|eu|info|example)\b(?:/\S*(?<![.,;:!?)]))?"
)
"""What is quoted, filled in, an address or markup: no words of the author's own."""

_IN_LISTS = (("care_types",), ("time_types",))
"""The keys of lists of names that other systems have given."""


class Prose(NamedTuple):
    """A text, and the same text with a line of `_` over what are no words of the author's own."""

    text: str
    own: str
    writings: list[Writing]

    @property
    def places(self) -> list[Place]:
        """Where it stands; worked out for what is found, as thousands of units may say it."""
        return [writing.place for writing in self.writings if _is_own(writing)]


def prose_for_residents(workspace: Workspace) -> tuple[Prose, ...]:
    """The texts that residents read in Swedish. Decisions, and names that are given elsewhere, are left out."""
    return workspace.once(_prose_for_residents)


def _prose_for_residents(workspace: Workspace) -> tuple[Prose, ...]:
    return tuple(
        Prose(text, own_words(text), writings)
        for text, writings in workspace.texts.items()
        if any(map(_is_own, writings))
    )


def own_words(text: str) -> str:
    return _OF_OTHERS.sub(lambda match: "_" * len(match[0]), text)


def _is_own(writing: Writing) -> bool:
    return writing.is_for_residents and not _is_of_others(writing)


def _is_of_others(writing: Writing) -> bool:
    file, path = writing.file, writing.path
    if file.endswith("/basutbud.yaml") or path[-2:-1] in _IN_LISTS:
        return True
    if path[-1] == "name":
        is_casetype = "casetypes" in path or "/casetypes/" in file or file.startswith("casetype_templates/")
        return "answer_forms" in path or not is_casetype
    return path[-1] == "title"
