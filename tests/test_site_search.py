"""What the search knows: an entry for all that has a page, in data scripts of bounded size."""

import json
import re
from dataclasses import dataclass
from pathlib import Path
from posixpath import dirname
from typing import Any

import pytest
from test_site import built, example
from test_site_pages import pages, whole

from generator.files import Files
from generator.site.page_parts import parts_of
from generator.site.search import KINDS, LARGEST, Entry, pages_of, split
from schema.load import load
from validate.examples import read_example

STATIC = Path(__file__).parent.parent / "generator/site/static"
KEPT = re.compile(r"basutbud\.keep\((\"[^\"]*\"),(.*)\);\n", re.DOTALL)


@dataclass(frozen=True)
class Found:
    """An entry, with where it leads below the site."""

    kind: str
    title: str
    path: str
    id: str
    place: str
    text: str
    has: tuple[str, ...]


def kept(data: bytes) -> tuple[str, Any]:
    match = KEPT.fullmatch(data.decode())
    assert match is not None
    return json.loads(match[1]), json.loads(match[2])


def scripts(files: Files) -> Files:
    return {path: data for path, data in files.items() if re.search(r"(^|/)data/search-\d+\.js$", path)}


def entries(files: Files) -> list[Found]:
    found = []
    for path, data in sorted(scripts(files).items()):
        folder = dirname(dirname(path))
        _, shard = kept(data)
        for row in shard["rows"]:
            kind, title, own, id, place, text, has = [*row, *["", "", "", "", []][len(row) - 2 :]]
            names = tuple(shard["names"][number] for number in has)
            found.append(Found(kind, title, f"{folder}/{own}".lstrip("/"), id, place, text, names))
    return found


def of_kind(kind: str, files: Files) -> dict[str, Found]:
    return {entry.title: entry for entry in entries(files) if entry.kind == kind}


def test_every_entry_leads_to_a_page_and_an_anchor_that_exist() -> None:
    files = whole()
    found = pages(files)
    lost = []
    for entry in entries(files):
        file, _, anchor = entry.path.partition("#")
        if file not in found or (anchor and anchor not in found[file].ids):
            lost.append(entry.path)
    assert lost == []


def test_every_page_of_a_kind_that_can_be_found_is_found_once() -> None:
    files = whole()
    known = [entry.path for entry in entries(files)]
    assert len(known) == len(set(known))
    folders = r"(units|casetypes|terms|messages|decisions|manuals|templates|rules)/(?!index)[^/]+\.html"
    wanted = {path for path in files if re.search(rf"(^|/){folders}$", path)}
    assert wanted - {path for path in known if "#" not in path} == set()


def test_there_is_an_entry_of_every_kind() -> None:
    assert {entry.kind for entry in entries(whole())} == set(KINDS)


def test_a_data_script_keeps_its_value_under_its_own_path_and_tells_how_many_there_are() -> None:
    files = scripts(whole())
    folders: dict[str, list[int]] = {}
    for path, data in files.items():
        key, shard = kept(data)
        assert key == path
        folders.setdefault(dirname(path), []).append(shard["of"])
    assert "data" in folders
    for folder, told in folders.items():
        assert told == [len(told)] * len(told), folder
        assert all(f"{folder}/search-{number}.js" in files for number in range(1, len(told) + 1))


def test_a_data_script_is_bounded() -> None:
    assert max(len(data) for data in scripts(whole()).values()) <= LARGEST


@pytest.mark.parametrize("text", ["ord " * 5_000, "<" * 15_000, "å" * 40_000, "kort"])
def test_entries_are_split_into_scripts_of_bounded_size(text: str) -> None:
    many = [Entry("villkorstext", f"Text {number}", f"terms/{number}.html", texts=(text,)) for number in range(60)]
    made = [page.make() for page in pages_of("skane/", split(many))]
    assert max(map(len, made)) <= LARGEST
    rows = [row for data in made for row in kept(data)[1]["rows"]]
    assert [row[1] for row in rows] == [entry.title for entry in many]
    assert (len(made) > 1) == (text != "kort")


def test_an_entry_too_large_for_any_script_stands_alone_and_whole() -> None:
    short = Entry("ord", "Kort", "glossary.html#kort")
    long = Entry("ord", "Lång", "glossary.html#lang", texts=("x" * LARGEST,))
    made = [kept(page.make())[1]["rows"] for page in pages_of("", split([short, long, short]))]
    assert [[row[1] for row in rows] for rows in made] == [["Kort"], ["Lång"], ["Kort"]]
    assert made[1][0][5] == "x" * LARGEST


def test_what_stands_above_the_regions_is_there_when_no_region_is() -> None:
    files = built(load({}, read_example("").workspace.as_of))
    assert {entry.kind for entry in entries(files)} == {"regel", "ord"}


CASETYPE = """
-- casetypes/kontakta-mig.yaml --
extends: kontakta-mig
description: Beskrivningen av ärendet.
internal_name: Interna namnet
terms: kontakt
form:
  - {id: ett, question: Första frågan?, type: text, help: Hjälpen till frågan.}
  - id: alla
    question: Gruppens rubrik
    type: group
    items:
      - id: tva
        question: Inre frågan?
        type: choice
        options: [{id: a, text: Alternativ ett}, {id: b, text: Alternativ två}]
answer_forms:
  - {id: svar, name: Svarets namn, text: Svarets text.}
standard_answers:
  - {id: tack, text: Standardsvarets text.}
-- terms/kontakt.yaml --
layout: points
status: approved
approved: {on: 2026-03-01, by: redaktionen}
version: 1
points:
  - {id: ett, text: Om ärendet hos {enhet}.}
  - {id: tva, text: Punkt två.}
  - {id: tre, text: Punkt tre.}
  - {id: fyra, text: "Den sista punkten, som är hopfälld."}
-- units/vc.yaml --
casetypes:
  kontakta-mig: {extra_points: [{id: egen, text: Mottagningens egen punkt.}]}
"""


def test_a_case_type_is_found_by_its_description_its_form_and_its_answers() -> None:
    entry = of_kind("arendetyp", example(CASETYPE.replace("{enhet}", "oss")))["Kontakta mig"]
    assert entry.text.split("\n") == [
        "Beskrivningen av ärendet.",
        "Första frågan?",
        "Hjälpen till frågan.",
        "Gruppens rubrik",
        "Inre frågan?",
        "Alternativ ett",
        "Alternativ två",
        "Svarets namn",
        "Svarets text.",
        "Standardsvarets text.",
        "Interna namnet",
        "Kontakt",
    ]


def test_a_terms_text_is_found_by_all_of_it_and_called_by_what_it_is_for() -> None:
    [entry] = of_kind("villkorstext", example(CASETYPE.replace("{enhet}", "oss"))).values()
    assert (entry.title, entry.id) == ("Villkorstext för Kontakta mig", "kontakt")
    assert "Den sista punkten, som är hopfälld." in entry.text


def test_a_unit_is_found_by_name_id_town_and_what_it_offers_and_repeats_no_texts() -> None:
    files = example(CASETYPE.replace("{enhet}", "oss"))
    entry = of_kind("mottagning", files)["Påhittade vårdcentralen"]
    assert (entry.id, entry.place) == ("SE2321000115-PAHITT0001", "Vårdcentral, Halmstad")
    assert (entry.text, entry.has) == ("", ("Kontakta mig",))


def test_a_case_type_that_is_not_active_is_nothing_that_the_unit_offers() -> None:
    files = example("-- units/vc.yaml --\nstatus: closing\ncasetypes: {kontakta-mig: {active: false}}\n")
    entry = of_kind("mottagning", files)["Påhittade vårdcentralen"]
    assert (entry.place, entry.has) == ("Vårdcentral, Halmstad, stänger", ())


def test_the_names_that_units_have_alike_stand_once_in_a_script() -> None:
    found = [kept(data)[1] for path, data in scripts(whole()).items() if path.startswith("skane/")]
    for shard in found:
        assert len(shard["names"]) == len(set(shard["names"]))
    assert any(shard["names"] for shard in found)


OTHERS = """
-- basutbud.yaml --
- id: exempel
  title: Exempelbeslutet
  decided: {by: Nämnden, on: 2026-01-15, reference: EX 1}
  valid: {from: 2026-02-01}
  require:
    - {casetype: kontakta-mig, when: {offers: calls-back}, name: Radens namn, note: Radens anmärkning}
-- messages/brev.yaml --
name: Brevet
kind: questions
subject: Rubriken
text: Meddelandets text.
questions: [{id: hej, question: Meddelandets fråga?, type: boolean}]
-- groups.yaml --
nara: {title: Nära vård, select: {care_level: primary}}
-- region.yaml --
other_services: [{name: Journalen, description: Läs journalen på nätet.}]
-- rules.yaml --
- id: inte-patient
  severity: warning
  forbid: patienten
  fields: message
  title: Regelns titel
  message: Skriv du.
  reason: Läsaren är du.
  source: Exempel utan källa
  examples: {right: [Du], wrong: [Patienten]}
"""


@pytest.mark.parametrize(
    ("kind", "title", "path", "texts"),
    [
        ("beslut", "Exempelbeslutet", "decisions/exempel.html", ["Nämnden", "EX 1", "Kontakta mig", "Radens namn"]),
        ("meddelande", "Brevet", "messages/brev.html", ["Rubriken", "Meddelandets text.", "Meddelandets fråga?"]),
        ("grupp", "Nära vård", "index.html#grupp-nara", ["primärvård"]),
        ("region", "Region Halland", "index.html", ["Journalen", "Läs journalen på nätet."]),
        ("regel", "Regelns titel", "rules.html#regel-inte-patient", ["Skriv du.", "Läsaren är du.", "patienten"]),
    ],
)  # fmt: skip
def test_the_rest_of_a_region_is_found_too(kind: str, title: str, path: str, texts: list[str]) -> None:
    entry = of_kind(kind, example(OTHERS))[title]
    assert entry.path == f"exempel/{path}"
    assert [text for text in texts if text not in entry.text] == []


def test_a_manual_is_found_by_its_chapters() -> None:
    found = [entry for entry in entries(example("")) if entry.kind == "manual"]
    chapters = [entry for entry in found if "#" in entry.path]
    assert chapters
    assert all(" – " in entry.title for entry in chapters)
    assert any(len(entry.text) > 200 for entry in chapters)


def test_a_national_template_is_found_by_its_form_and_its_terms_text() -> None:
    entry = of_kind("mall", example(""))["Kontakta mig"]
    assert entry.path == "templates/kontakta-mig.html"
    assert "Vad gäller det?\nHär kan du be {enhet} att kontakta dig.\nDu får svar inom {svarstid}." in entry.text


def test_a_text_can_be_nothing_but_text() -> None:
    hostile = """
-- units/vc.yaml (escaped) --
name: "</script><b>& \\u202eemit"
"""
    data = scripts(example(hostile))["exempel/data/search-2.js"].decode()
    assert [sign for sign in ("<", ">", "&", "\u202e") if sign in data] == []
    [unit] = of_kind("mottagning", example(hostile)).values()
    assert unit.title == "</script><b>& [U+202E]emit"


def test_a_very_long_name_is_cut_for_the_list_of_hits() -> None:
    [unit] = of_kind("mottagning", example(f"-- units/vc.yaml --\nname: {'mottagning' * 50}\n")).values()
    assert (len(unit.title), unit.title[-1]) == (200, "…")


def test_a_page_is_read_in_parts_with_the_blocks_apart_and_the_menus_unread() -> None:
    page = """<body><nav><h2 id="n">Meny</h2></nav><main><h1>A &amp; <i>B</i></h1><p>Ett <b>tv</b>å.</p>
    <nav><h2 id="x">På sidan</h2></nav><h2>Utan ankare</h2><ul><li>C</li><li>D</li></ul><h2 id="e">E</h2><p>F</p></main>
    <footer><p>G</p></footer></body>""".encode()
    parts = [(part.anchor, part.heading, part.text.split()) for part in parts_of(page)]
    assert parts == [("", "A & B", ["Ett", "två.", "Utan", "ankare", "C", "D"]), ("e", "E", ["F"])]


def test_the_search_page_says_that_it_needs_javascript_and_leads_to_the_lists() -> None:
    html = whole()["search.html"].decode()
    assert "Sökningen behöver JavaScript." in html
    assert re.search(r'<div id="sok"[^>]* hidden>', html)
    assert re.search(r'<section id="sok-svar"[^>]* hidden>', html)
    for href in ("skane/index.html", "inventory.html", "templates/index.html", "rules/index.html", "glossary.html"):
        assert f'<a href="{href}">' in html
    chosen = re.findall(r'<option value="([^"]*)">([^<]*)</option>', html)
    assert chosen[0] == ("", "Alla regioner")
    assert ("skane", "Region Skåne") in chosen
    assert re.findall(r'data-kind="(\w+)"', html) == list(KINDS)


def test_scripts_of_others_are_named_by_version_and_have_their_licences_along() -> None:
    licences = (STATIC / "LICENSES.txt").read_text(encoding="utf-8")
    vendored = [path for path in STATIC.glob("*.js") if path.read_text(encoding="utf-8").startswith("/*!")]
    assert {path.name for path in vendored} >= {"minisearch-7.2.0.js", "snowball-swedish-3.0.1.js"}
    for path in vendored:
        version = re.search(r"-(\d+\.\d+\.\d+)\.js$", path.name)
        opener = path.read_text(encoding="utf-8").partition("*/")[0]
        assert version is not None
        assert (version[1] in opener, "LICENSES.txt" in opener, path.name in licences) == (True, True, True)
