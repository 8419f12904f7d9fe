"""The words in a text that spelling is about, and whether they are known."""

import re
from collections.abc import Iterator
from functools import cache

from schema.codelists import counties, municipalities
from schema.workspace import RegionTree, Speller, Workspace

_IN_LETTERS = "\u0300-\u036f\xad\u200b-\u200d\u2060"
_WORD = re.compile(rf"\w[\w’'‐‑:{_IN_LETTERS}-]*")
_JOINT = re.compile("[-‐‑]")
_UNSPELLED = re.compile(rf"[\d_¹²³{_IN_LETTERS}]|[^\W\u0000-\u024f]")
_LONGEST = 60
"""Letters; nothing longer is a word that a dictionary could know."""

_OF_THE_SERVICES = frozenset(
    """
    avbokningsgräns basutbud basutbudet delsvar e-legitimation e-post e-tjänst e-tjänsten e-tjänster e-tjänsterna
    egenremiss egenremissen egenremisser egenvårdsråd ekg formulärtjänst invånarärende invånarärenden ombokning
    stomihjälpmedel stomimaterial svarstid takning takningen tidbok tidboken uthopp uthoppet uthoppstjänst
    uthoppstjänsten villkorstext villkorstexten villkorstexter webbtidbok webbtidboken webbtidböcker
    """.split()  # noqa: SIM905 - as a list, forty words would fill a page
)
"""Words of the services themselves, which a general dictionary may lack."""


class Judge:
    """Who knows the words of one region, or with no region of the nation; each word is looked up once."""

    def __init__(self, speller: Speller, tree: RegionTree | None) -> None:
        self._speller = speller
        self._words = _OF_THE_SERVICES | (tree.words if tree is not None else frozenset())
        self._names = _names() | (_names_of_units(tree) if tree is not None else frozenset())
        self._known: dict[str, bool] = {}

    def unknown(self, text: str) -> Iterator[tuple[int, int]]:
        """Where a text has a word that nobody knows; the first time of each word."""
        said: set[str] = set()
        for match in _WORD.finditer(text):
            word = match[0].rstrip("’':")
            if word not in said and not self._knows(word):
                said.add(word)
                yield match.start(), match.start() + len(word)

    def _knows(self, word: str) -> bool:
        if word not in self._known:
            self._known[word] = self._is_known(word)
        return self._known[word]

    def _is_known(self, word: str) -> bool:
        stem = word.partition(":")[0]
        if not _is_spelled(stem):
            return True
        as_words, as_names = (stem, stem[:1].lower() + stem[1:]), (stem, stem.removesuffix("s"))
        if not (self._words.isdisjoint(as_words) and self._names.isdisjoint(as_names)):
            return True
        # The first part of a compound is known with its hyphen: ”läkar- och tandvård”.
        if self._speller(_JOINT.sub("-", stem)):
            return True
        parts = _JOINT.split(stem)
        return len(parts) > 1 and all(self._knows(part) for part in parts if part)


def judges(workspace: Workspace) -> dict[str, Judge]:
    """The judge of each region, and under `""` the nation's; none where nobody asked for spelling."""
    speller = workspace.speller
    if speller is None:
        return {}
    return {"": Judge(speller, None), **{id: Judge(speller, tree) for id, tree in workspace.regions.items()}}


def is_dormant(rule: str, workspace: Workspace) -> bool:
    """Whether a rule finds nothing because nobody asked for what it needs."""
    return rule == "spelling" and workspace.speller is None


def _is_spelled(word: str) -> bool:
    """Whether it is a word that Swedish spells: no number, capitals alone, single letter or other alphabet."""
    return 1 < len(word) <= _LONGEST and not word.isupper() and _UNSPELLED.search(word) is None


@cache
def _names() -> frozenset[str]:
    """The words in the names of regions and municipalities."""
    names = (*municipalities().values(), *(county.region for county in counties().values()))
    return frozenset(word for name in names for word in _words_of(name))


def _names_of_units(tree: RegionTree) -> frozenset[str]:
    return frozenset(word for unit in tree.units.values() for word in _words_of(unit.name))


def _words_of(name: str) -> list[str]:
    """The words of a name that are names themselves; the others are spelled as any."""
    return [word for word in re.findall(r"[\w’'-]+", name) if word[:1].isupper()]
