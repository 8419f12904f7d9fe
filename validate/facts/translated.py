"""The translations of terms texts, each with the text that it translates."""

from collections.abc import Iterator
from typing import NamedTuple

from schema.models.texts import Terms, Translation
from schema.places import Place
from schema.workspace import Workspace
from validate.facts.terms_texts import terms_texts


class Translated(NamedTuple):
    """A translation, its language code and where it stands."""

    terms: Terms
    language: str
    translation: Translation
    place: Place

    @property
    def is_of_other_version(self) -> bool:
        """Whether it is of another version than the text: what differs then follows from that."""
        return self.translation.of_version != self.terms.version


def translated(workspace: Workspace) -> Iterator[Translated]:
    for terms in terms_texts(workspace):
        for language, translation in terms.translations.items():
            yield Translated(terms, language, translation, terms.at("translations", language))
