"""Translations that do not follow their Swedish text."""

from collections.abc import Iterator

from ..kind import kind
from ..sheets import Fault, Sheet, Spot
from ..tree import Tree


def _translated(tree: Tree) -> Iterator[tuple[Sheet, Spot]]:
    """The texts of each translation."""
    for sheet in tree.of("terms"):
        for spot in sheet.spots:
            if len(spot.path) == 4 and spot.path[0] == "translations":
                yield sheet, spot


@kind("translation-stale")
def swedish_text_of_a_later_version(tree: Tree) -> Iterator[Fault]:
    for sheet in tree.of("terms"):
        version = sheet.spot("version")
        for language in sheet.below("translations"):
            of_version = sheet.spot(*language.path, "of_version")
            if version is not None and of_version is not None:
                later = str(int(version.value) + 1)
                seen = of_version.start, of_version.end
                yield sheet.write_seen_at(version.start, version.end, later, sheet, seen)


@kind("translation-of-version-to-come")
def translation_of_a_later_version(tree: Tree) -> Iterator[Fault]:
    for sheet, spot in tree.values("of_version"):
        yield sheet.write(spot.start, spot.end, str(int(spot.value) + 1))


@kind("translation-part-missing")
def part_not_translated(tree: Tree) -> Iterator[Fault]:
    for sheet, spot in _translated(tree):
        texts = sheet.spot(*spot.path[:-1])
        if texts is not None and texts.key is not None:
            yield sheet.write_seen_at(*sheet.lines(spot), "", sheet, texts.key)


@kind("translation-unknown-part")
def part_misspelt(tree: Tree) -> Iterator[Fault]:
    for sheet, spot in _translated(tree):
        if spot.key is not None:
            yield sheet.write(*spot.key, f"{spot.name}en")


@kind("translation-placeholder-missing")
def placeholder_lost_in_translation(tree: Tree) -> Iterator[Fault]:
    for sheet, spot in _translated(tree):
        for name in ("{enhet}", "{telefon}", "{svarstid}", "{avbokningsgrans}"):
            text = sheet.text[spot.start : spot.end]
            if text.count(name) == 1:
                at = spot.start + text.index(name)
                end = spot.end - len(name) + len("us")
                yield sheet.write(at, at + len(name), "us", (spot.start - at, end - at), style=spot.form)
