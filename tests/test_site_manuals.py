"""The manuals, the glossary and the statement on accessibility: whole, grounded, and true to the region."""

import re
import tomllib
from collections.abc import Iterator
from datetime import date
from functools import cache
from html import unescape
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import click
import pytest
from pydantic import BaseModel

import schema.models
from generator.files import Files
from generator.outputs import Nation, summary_of
from generator.site.manuals.facts import LONGEST_LIST
from generator.site.manuals.fronts import KINDS, Front, fronts
from generator.site.manuals.sources import OWN_CONCLUSION, SOURCES
from generator.site.national import accessibility, glossary
from generator.site.regional import manuals
from generator.site.site import RegionSite
from generator.site.wording import words
from generator.site.wording.glossary import anchor_of, entries
from generator.verdict import Source, Verdict
from schema.load import load
from schema.tree import read_tree
from schema.workspace import RegionTree, Workspace
from validate.examples import read_example
from validate.wording.sentences import lix, sentences

ROOT = Path(__file__).parent.parent
TEMPLATES = ROOT / "generator/site/templates/manuals"
DAY = date(2026, 12, 1)
SOURCE = Source("0" * 40, False)
VERDICT = Verdict(SOURCE, {"error": 0, "warning": 0, "advice": 0, "waived": 0, "old": 0}, (), ())


@cache
def shipped() -> Workspace:
    return load(read_tree(ROOT)[0], DAY)


def manuals_of(tree: RegionTree) -> Files:
    return {page.path.removeprefix("manuals/"): page.make() for page in manuals.pages(RegionSite(tree, VERDICT))}


@cache
def all_manuals() -> dict[str, Files]:
    return {id: manuals_of(tree) for id, tree in shipped().regions.items()}


def example(text: str = "") -> Files:
    return manuals_of(read_example(text).workspace.regions["exempel"])


def national(module: object, workspace: Workspace) -> str:
    nation = Nation(workspace.templates, DAY, SOURCE, [summary_of(tree) for tree in workspace.regions.values()])
    (page,) = module.pages(nation)  # type: ignore[attr-defined]
    made: bytes = page.make()
    return made.decode()


def read(html: bytes | str) -> str:
    """The text of a page without the numbers of its sources."""
    text = html if isinstance(html, str) else html.decode()
    bare = re.sub(r'<sup class="not">.*?</sup>', "", text)
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]*>", " ", bare)))


def pages() -> Iterator[tuple[str, str]]:
    for region, files in all_manuals().items():
        for name, data in files.items():
            yield f"{region}/{name}", data.decode()


ROLES = {"arendemottagare", "arendehanterare", "lokal-administrator", "regional-administrator", "andra-roller"}
PROCESSES = {
    "inloggning",
    "anslutning",
    "aktivera-mottagning",
    "avveckla-mottagning",
    "last-inloggning",
    "kallelser",
    "andra-e-tjanster",
}
WRITING = {"villkorstext", "konfigurationen", "basutbudet"}


def test_there_is_a_manual_for_every_role_and_process_in_every_region() -> None:
    by_kind = {kind: {front.slug for front in fronts() if front.kind == kind} for kind in KINDS}
    assert by_kind == {"role": ROLES, "process": PROCESSES, "writing": WRITING}
    wanted = {f"{slug}.html" for slug in {"index", *ROLES, *PROCESSES, *WRITING}}
    assert {region: set(files) for region, files in all_manuals().items()} == dict.fromkeys(shipped().regions, wanted)


def test_a_file_in_the_folder_is_a_manual_and_stands_on_the_first_page() -> None:
    assert {path.name.removesuffix(".html.j2") for path in TEMPLATES.iterdir()} == {front.slug for front in fronts()}
    for files in all_manuals().values():
        links = re.findall(r'<dt><a href="([\w-]+)\.html">(.*?)</a>', files["index.html"].decode())
        assert links == [(front.slug, front.name) for front in fronts()]


def test_names_titles_and_summaries_tell_the_manuals_apart() -> None:
    for part in ("name", "title", "summary"):
        said = [getattr(front, part) for front in fronts()]
        assert (len(set(said)), "" in said) == (len(said), False), part


def test_the_manuals_tell_what_the_region_has_promised() -> None:
    promised = {"halland": "inom tre arbetsdagar", "skane": "samma arbetsdag", "jonkoping": "inom två arbetsdagar"}
    for region, words_of_promise in promised.items():
        for name in ("arendemottagare.html", "arendehanterare.html", "villkorstext.html", "basutbudet.html"):
            assert words_of_promise in read(all_manuals()[region][name]), (region, name)


def test_the_manuals_tell_whom_a_locked_out_resident_is_referred_to() -> None:
    for region, tree in shipped().regions.items():
        assert tree.region is not None
        assert tree.region.login_lock is not None
        text, lock = read(all_manuals()[region]["last-inloggning.html"]), tree.region.login_lock
        third, fourth = text.index("Fall 3: "), text.index("Fall 4: ")
        assert lock.refer_residents_to in text[third:fourth]
        assert lock.refer_guardians_to in text[fourth:]
        assert lock.office_hours in text
        assert lock.on_call in text


def test_the_manuals_have_the_regions_own_services_decisions_and_messages() -> None:
    for region, tree in shipped().regions.items():
        files = all_manuals()[region]
        assert tree.region is not None
        services = read(files["andra-e-tjanster.html"])
        assert [each.name for each in tree.region.other_services if each.name not in services] == []
        assert ("Regionen har inte angett" in services) == (not tree.region.other_services)
        assert [each.title for each in tree.decisions if each.title not in read(files["basutbudet.html"])] == []
        messages = read(files["arendehanterare.html"])
        assert [each.name for each in tree.messages.values() if each.name not in messages] == []


def test_every_manual_says_whom_to_ask() -> None:
    for region, files in all_manuals().items():
        office = shipped().regions[region].region.administration  # type: ignore[union-attr]
        for name, data in files.items():
            asked = read(data)
            assert [part for part in (office.name, office.email, office.phone) if str(part) not in asked] == [], name


def test_each_flow_of_summons_has_the_units_that_use_it() -> None:
    for region, tree in shipped().regions.items():
        page = all_manuals()[region]["kallelser.html"].decode()
        parts = re.split(r'<h3 id="flode-(\w+)">', page)
        found = {flow: re.findall(r"units/([\w-]+)\.html", part) for flow, part in zip(parts[1::2], parts[2::2])}  # noqa: B905
        wanted: dict[str, list[str]] = {flow.lower(): [] for flow in words.SUMMONS_FLOW}
        for id, unit in tree.units.items():
            if unit.summons is not None:
                wanted[unit.summons.flow.lower()].append(id)
        assert {flow: sorted(ids) for flow, ids in found.items()} == {flow: sorted(ids) for flow, ids in wanted.items()}


def test_where_sources_disagree_the_manuals_show_what_the_region_has_chosen() -> None:
    by_unit = example("-- region.yaml --\npolicy: {central_casetypes_activated_by: unit, service_area: free}\n")
    by_region = example(
        "-- region.yaml --\npolicy: {central_casetypes_activated_by: region, service_area: whole-country}\n"
    )
    assert "I Region Halland är det du som aktiverar dem." in read(by_unit["lokal-administrator.html"])
    assert "I Region Halland gör regionen det." in read(by_region["lokal-administrator.html"])
    assert "I Region Halland väljer mottagningen." in read(by_unit["lokal-administrator.html"])
    assert "öppna för hela landet." in read(by_region["lokal-administrator.html"])
    for files, chosen in ((by_unit, "Mottagningen"), (by_region, "Regionen")):
        text = read(files["regional-administrator.html"])
        assert f"Region Jönköpings län: mottagningen. {chosen} " in text
    handlers = example("-- region.yaml --\npolicy: {receivers_are_handlers: true}\n")
    assert "ska alla ärendemottagare också vara ärendehanterare" in read(handlers["arendemottagare.html"])
    assert "Region Halland har inte bestämt det." in read(by_unit["arendemottagare.html"])


def test_a_region_that_has_said_little_is_told_what_to_add_and_where() -> None:
    files = example("-- region.yaml --\npromise: {answer_within: 1 day}\n")
    lock, services = read(files["last-inloggning.html"]), read(files["andra-e-tjanster.html"])
    assert "Regionen har inte angett vart invånare och vårdnadshavare hänvisas. Lägg till det i" in lock
    assert "regions/exempel/region.yaml : login_lock: refer_residents_to:" in lock
    assert lock.count("Regionen har inte angett vart du hänvisar. Fråga förvaltningen.") == 2
    assert "Regionen har inte angett några andra e-tjänster." in services
    assert "other_services: - name:" in services
    assert "Regionen har inte angett något beslut om basutbud." in read(files["basutbudet.html"])
    for name, data in files.items():
        assert re.search(r"\bNone\b|Undefined|\{\{|\{%", read(data)) is None, name


def test_a_region_without_a_promise_is_not_given_one() -> None:
    region = """
== region.yaml ==
name: Region Halland
county: "13"
organisation_number: 232100-0115
directory: HSA
administration: {name: Förvaltning 1177 e-tjänster}
"""
    for name, data in example(region).items():
        assert "Invånaren får svar" not in read(data), name
    assert "Regionen har inte lovat någon svarstid" in read(example(region)["arendemottagare.html"])


UNIT = """
== units/u{0}.yaml ==
hsa_id: SE2321000115-PAHITT{0}
name: Mottagning {0}
status: closing
business_type: vardcentral
care_level: primary
governed_by: forvaltning
municipality: "1380"
phone: 031-390 06 00
summons: {{flow: "3"}}
"""


def test_a_list_of_thousands_of_units_stands_in_the_inventory_and_not_in_a_manual() -> None:
    files = example("".join(UNIT.format(number) for number in range(1000, 1100)))
    for name in ("kallelser.html", "avveckla-mottagning.html"):
        assert len(re.findall(r"units/u\d+\.html", files[name].decode())) == LONGEST_LIST
        assert f"Och {100 - LONGEST_LIST} till, i inventeringen." in re.sub(r" (?=[.,])", "", read(files[name]))


def test_every_citation_leads_to_a_source_and_every_source_is_cited() -> None:
    for path, page in pages():
        cited = set(re.findall(r'href="#(kalla-\d+)"', page))
        listed = re.findall(r'<li id="(kalla-\d+)">', page)
        assert (sorted(cited), len(listed)) == (sorted(set(listed)), len(cited)), path
        assert listed or path.endswith("index.html"), path


def test_every_source_is_used_and_none_is_named_by_its_key_alone() -> None:
    used = {key for path in TEMPLATES.iterdir() for key in _keys(path.read_text(encoding="utf-8"))}
    assert sorted(used ^ SOURCES.keys()) == []
    for path, page in pages():
        assert re.search(r"\b[SW]\d+[a-z]?\b(?!:)|SRC|\[INF\]|NOT FOUND", read(page)) is None, path


def _keys(template: str) -> Iterator[str]:
    for call in re.findall(r"\bsrc\(([^)]*)\)", template):
        yield from re.findall(r'"([^"]+)"', call)


def test_a_conclusion_of_the_project_is_told_as_one() -> None:
    for region, files in all_manuals().items():
        page = files["arendemottagare.html"].decode()
        number = re.search(rf'<li id="kalla-(\d+)">{re.escape(OWN_CONCLUSION)}</li>', page)
        assert number is not None, region
        assert f'Listan är ett förslag.<sup class="not"><a href="#kalla-{number[1]}"' in page


def test_the_regions_own_facts_name_their_file_and_what_they_rest_on() -> None:
    text = read(all_manuals()["jonkoping"]["last-inloggning.html"])
    assert "Regionens konfiguration, regions/jonkoping/region.yaml, nyckeln login_lock. Exempel utan källa." in text
    text = read(all_manuals()["stockholm"]["last-inloggning.html"])
    assert "nyckeln login_lock. Regionens källa: Vårdgivarguiden, Region Stockholm" in text


def test_every_command_in_the_manuals_exists_with_its_options() -> None:
    shown = {words for _, page in pages() for words in re.findall(r"<code>(basutbud [^<]*|--[^<]*)</code>", page)}
    assert len(shown) > 8
    for command in shown:
        named = command.split()[1:] if command.startswith("basutbud") else ["fix", command]
        found: click.Command = import_module(f"generator.commands.{named[0]}").command
        options = {name for parameter in found.params for name in parameter.opts}
        assert [word for word in named if word.startswith("--") and word not in options] == [], command


def test_hostile_texts_are_text_in_the_manuals_too() -> None:
    hostile = '<script>alert("1")</script></li>'
    files = example(
        f"-- region.yaml --\nadministration: {{name: '{hostile}'}}\nsource: '{hostile}'\n"
        f"login_lock: {{refer_residents_to: '{hostile}', refer_guardians_to: a, office_hours: b, on_call: c, "
        f"source: '{hostile}'}}\nother_services: [{{name: '{hostile}', description: '{hostile}'}}]\n"
        f"-- units/vc.yaml --\nname: '{hostile}'\nsummons: {{flow: \"3\"}}\n"
    )
    for name, data in files.items():
        assert b"<script>" not in data, name
        assert hostile in unescape(data.decode()), name


@pytest.mark.parametrize("front", fronts(), ids=lambda front: front.slug)
def test_a_nurse_can_read_a_manual(front: Front) -> None:
    for files in all_manuals().values():
        page = files[f"{front.slug}.html"].decode()
        text = re.sub(r'(?s).*?<p class="dov">För |<h2 id="fraga">.*', "", page)
        text = re.sub(r"(?s)<pre>.*?</pre>|<sup.*?</sup>", "", text)
        blocks = [
            unescape(re.sub(r"<[^>]*>", "", part)) for part in re.split(r"</?(?:p|li|td|th|dd|dt|h\d|label)[ >]", text)
        ]
        prose = [sentence for block in blocks if block.rstrip().endswith((".", "?")) for sentence in sentences(block)]
        assert lix(prose) <= 45, "over 50 is hard, and the names of things weigh much in a short text"
        assert max(sentence.words for sentence in prose) <= 30


# The glossary.


@cache
def documented() -> dict[str, tuple[set[str], set[str]]]:
    """Each Swedish word of docs/glossary.md, with what it may be called in English and its codes."""
    found: dict[str, tuple[set[str], set[str]]] = {}
    text = (ROOT / "docs/glossary.md").read_text(encoding="utf-8").split("## Codes and their words")
    for part in (text[0], text[1].partition("\n## ")[2]):
        for row in re.findall(r"^\| (.*) \|$", part, re.MULTILINE):
            swedish, english, codes, _ = row.split(" | ", 3)
            for word in swedish.split(", ") if swedish != "Swedish" else ():
                names, keys = found.setdefault(word, (set(), set()))
                names |= {english, *english.split(", ")}
                keys |= set(re.findall(r"`([^`]+)`", codes))
    return found


def keys_of_files() -> set[str]:
    models = [
        value
        for module in iter_modules(schema.models.__path__, "schema.models.")
        for value in vars(import_module(module.name)).values()
        if isinstance(value, type) and issubclass(value, BaseModel)
    ]
    return {info.alias or name for model in models for name, info in model.model_fields.items()}


def test_the_glossary_of_the_site_has_the_words_of_the_glossary_of_the_code() -> None:
    listed = [entry.word for entry in entries()]
    missing, unknown = sorted(documented().keys() - set(listed)), sorted(set(listed) - documented().keys())
    assert (missing, unknown) == ([], []), (
        "generator/site/wording/glossary.csv and docs/glossary.md have the same words"
    )
    assert len(set(listed)) == len(listed)


def test_a_word_is_called_the_same_in_english_and_in_the_files() -> None:
    in_files = keys_of_files()
    for entry in entries():
        english, codes = documented()[entry.word]
        assert entry.english in english or set(entry.english.split(", ")) <= english, entry.word
        assert not entry.key or entry.key in in_files, entry.word
        known = codes & in_files
        assert not known or entry.key in known, entry.word


def test_every_word_has_a_meaning_an_anchor_of_its_own_and_companions_that_exist() -> None:
    anchors = {entry.anchor for entry in entries()}
    assert len(anchors) == len(entries())
    assert anchor_of("villkorstext") == "villkorstext"
    assert anchor_of("ärendetyp") == "arendetyp"
    assert (anchor_of("rad"), anchor_of("råd")) == ("rad-duty", "rad-advice")
    for entry in entries():
        assert re.fullmatch("[A-ZÅÄÖ].*[.]", entry.meaning), entry.word
        assert [anchor_of(other) for other in entry.see if other != entry.word] != [""], entry.word
        assert entry.word not in entry.see


def test_the_page_of_the_glossary_has_its_words_in_swedish_order_with_their_anchors() -> None:
    page = national(glossary, shipped())
    shown = re.findall(r'<dt id="([\w-]+)">(.*?)</dt>', page)
    of_program = [entry for entry in entries() if entry.of_program]
    of_field = [entry for entry in entries() if not entry.of_program]
    assert shown == [(entry.anchor, entry.word) for entry in (*of_field, *of_program)]
    letters = re.findall(r'<h2 id="bokstav-[a-z]+">(.)</h2>', page)
    assert letters[-3:] == ["Å", "Ä", "Ö"] or letters[-2:] == ["Ä", "Ö"]
    assert letters == sorted(letters, key="ABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖ".index)
    assert set(re.findall(r'href="#([\w-]+)"', page)) <= set(re.findall(r'id="([\w-]+)"', page))


def test_the_glossary_shows_the_codes_of_the_files() -> None:
    shown = set(re.findall(r'<th scope="row"><code>(.*?)</code></th>', national(glossary, shipped())))
    listed = (ROOT / "docs/glossary.md").read_text(encoding="utf-8").split("## Codes and their words")[1]
    codes = set(re.findall(r"`([a-z-]+)`", listed.split("\n## ")[0])) - {"generator"}
    assert sorted(codes - shown) == []
    fields = {*words.FIELD, *words.TEXT_FIELD}
    every = {code for table in words.CODES for code in table}
    assert sorted(every - fields - shown) == []


# Accessibility.


def test_the_statement_leads_to_every_region_and_claims_no_more_than_is_known() -> None:
    page = national(accessibility, shipped())
    links = re.findall(r'href="(\w[\w-]*)/manuals/index\.html#kontakt"', page)
    assert sorted(links) == sorted(shipped().regions)
    for files in all_manuals().values():
        assert b'id="kontakt"' in files["index.html"]
    text = read(page)
    assert "Ingen människa har ännu prövat hela webbplatsen" in text
    assert "Läsning med skärmläsare" in text[text.index("Det här har inte prövats") :]
    assert re.search(r"20\d\d-\d\d-\d\d", text) is None


def test_the_manuals_and_the_glossary_are_part_of_the_package() -> None:
    listed = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["setuptools"]["package-data"]["generator"]
    assert {"site/wording/glossary.csv", "site/templates/manuals/*"} <= set(listed)
