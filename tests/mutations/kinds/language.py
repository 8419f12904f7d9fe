"""Plain Swedish, times and addresses: what a text says that it must not say, or not in that way."""

from collections.abc import Iterator

from ..kind import Places, declare, kind
from ..sheets import Extent, Fault
from ..tree import Tree


def _written(text: str, seen: str | Extent | None = None, *names: str) -> Places:
    """Words written before a word of Swedish texts, of some keys or of all."""

    def places(tree: Tree) -> Iterator[Fault]:
        for prose in tree.prose:
            is_meant = prose.spot.name in names if names else prose.sheet.kind not in ("basutbud", "groups")
            is_meant = is_meant and "options" not in prose.spot.path
            if prose.is_swedish and is_meant and not prose.spot.in_flow:
                start, _ = prose.word
                yield prose.sheet.write(start, start, f"{text} ", seen or text, style=prose.style)

    return places


declare("abbreviation with spaces", "abbreviation", _written("t ex"))
declare("abbreviation with dots", "abbreviation", _written("bl.a."))
declare("word in capitals", "capitals", _written("INTE"))
declare("polite plural", "du-tilltal", _written("Era", None, "information", "text", "description", "help"))
declare("address without https", "insecure-address", _written("http://region.example/sida"))
declare("bare address in a text", "link-text", _written("https://www.1177.se/lang/sida"))
declare("link that says nothing", "link-text", _written("klicka här"))
declare("capital in the name of the service", "service-name-capital", _written("1177 E-tjänster", "E-tjänster"))
declare("colloquial word", "word-to-avoid", _written("på webben", "webben"))
declare("spaces to make columns", "text-format", _written("och     så", (4, 8)))


_AGE = "13 år"


@kind("ombud-age")
def age_of_children_with_an_ombud_wrong(tree: Tree) -> Iterator[Fault]:
    for prose in tree.prose:
        at = prose.sheet.text.find(f"barn under {_AGE}", prose.spot.start, prose.spot.end)
        if at >= 0 and prose.is_swedish:
            start = at + len("barn under ")
            yield prose.sheet.write(start, start + len(_AGE), "15 år", style=prose.style)


@kind("promise-in-text-differs")
def promise_in_words_that_is_another(tree: Tree) -> Iterator[Fault]:
    for sheet in tree.shown_terms("form"):
        for spot in sheet.spots:
            is_plain = spot.name == "text" and spot.form == "plain" and sheet.value("layout") == "points"
            if (
                is_plain
                and spot.value.endswith(".")
                and "{svarstid}" in spot.value
                and "translations:" not in sheet.text
            ):
                text = " Du får svar inom nio veckor."
                yield sheet.write(spot.end, spot.end, text, "nio veckor")


@kind("cancellation-limit-in-text-differs")
def limit_in_words_that_is_another(tree: Tree) -> Iterator[Fault]:
    for sheet in tree.shown_terms("booking"):
        for spot in sheet.spots:
            is_last = spot.name == "conditions" and spot.form == "folded" and "translations" not in spot.path
            if is_last and sheet.value("layout") == "booking":
                text = " Avboka senast 60 timmar före besöket."
                yield sheet.write(spot.end, spot.end, text, "60 timmar")


@kind("emergency-referral-missing")
def nowhere_to_turn_in_an_emergency(tree: Tree) -> Iterator[Fault]:
    for sheet in tree.shown_terms("form"):
        region = tree.file(sheet.region, "region.yaml")
        points = sheet.spot("points")
        if region is None or region.value("policy", "emergency_referral") != "required" or points is None:
            continue
        last = [spot for spot in sheet.spots if spot.path[:1] == ("points",) and "112" in spot.value]
        if len(last) == 1 and points.key is not None and last[0].form == "plain" and "{" not in last[0].value:
            spot = last[0]
            yield sheet.write_seen_at(spot.start, spot.end, "Logga in som dig själv.", sheet, points.key)


@kind("first-point-not-about")
def first_point_about_something_else(tree: Tree) -> Iterator[Fault]:
    for sheet in tree.shown_terms("form"):
        spot = sheet.spot("points", 0, "text")
        is_plain = spot is not None and spot.form == "plain" and "{" not in spot.value.replace("{enhet}", "")
        if spot is not None and is_plain and "translations:" not in sheet.text:
            yield sheet.write(spot.start, spot.end, "Ring 112 om det är akut.")


@kind("promise-not-visible")
def promise_far_down(tree: Tree) -> Iterator[Fault]:
    for sheet in tree.shown_terms("form"):
        items = sheet.below("points")
        first = [item for item in items[1:2] if "{svarstid}" in sheet.value(*item.path, "text")]
        if first and "translations:" not in sheet.text:
            start = sheet.line(first[0].start)[0]
            texts = ("Skriv gärna kort.", "Läs igenom innan du skickar.", "Spara gärna ditt svar.")
            more = "".join(f"  - id: extra-{number}\n    text: {text}\n" for number, text in enumerate(texts))
            seen = sheet.spot(*first[0].path, "text")
            if seen is not None:
                yield sheet.write_seen_at(start, start, more, sheet, (seen.start, seen.end))
