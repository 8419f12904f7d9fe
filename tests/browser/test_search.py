"""The search in a browser: from disk, in Swedish, over everything, and with as much as a whole nation has."""

import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from browsing import WIDE, address, opened, tab
from playwright.sync_api import Browser, Page, expect

FORMS = """
recept receptet recepten recepts receptens
intyg intyget intygen intygets
mottagning mottagningen mottagningar mottagningarna mottagningens mottagningarnas
tid tiden tider tiderna tidens
besök besöket besöken
provsvar provsvaret provsvaren
remiss remissen remisser remisserna
ärende ärendet ärenden ärendena ärendets
barnmorska barnmorskan barnmorskor barnmorskorna barnmorskans
läkare läkaren läkarna läkares läkarens
läkemedel läkemedlet läkemedlen läkemedels
vårdcentral vårdcentralen vårdcentraler vårdcentralerna
formulär formuläret formulären
meddelande meddelandet meddelanden meddelandena
fråga frågan frågor frågorna
avboka avbokar avbokade avbokat avbokas avbokning avbokningen
förlänga förlänger förlängning förlängningen
ändra ändrar ändrad ändring ändringar
villkor villkoret villkoren
regel regeln regler reglerna
barn barnet barnen barns barnets
psykiatri psykiatrin psykiatrins
villkorstext villkorstexten villkorstexter villkorstexterna
sjukgymnast sjukgymnasten sjukgymnaster
aktiv aktiva aktivt
"""


def search(page: Page, site: Path, route: str) -> list[str]:
    """The titles of the hits that are shown, when all that was asked for is looked through."""
    opened(page, address(site, f"search.html#{route}"))
    return hits(page)


def hits(page: Page) -> list[str]:
    expect(page.locator("#sok-lista")).to_have_attribute("aria-busy", "false")
    return page.locator("#sok-lista h2").all_inner_texts()


def state(page: Page) -> str:
    return page.locator("#sok-lage").inner_text()


def ask(page: Page, site: Path, rows: list[list[Any]], typed: str, way: str = "all") -> list[str]:
    """The titles that an index of a few entries gives."""
    opened(page, address(site, "search.html"))
    return list(
        page.evaluate(
            """async ([rows, typed, way]) => {
              const index = new SearchIndex();
              await index.add({ names: ["Förnya recept"], rows }, "");
              return index.search(typed, way).map(({ entry }) => entry.title);
            }""",
            [rows, typed, way],
        )
    )


def words(*titles: str) -> list[list[Any]]:
    return [["ord", title, f"glossary.html#{number}"] for number, title in enumerate(titles)]


@pytest.mark.parametrize("forms", FORMS.strip().splitlines(), ids=lambda forms: forms.split()[0])
def test_the_forms_of_a_word_are_one_word(page: Page, site: Path, forms: str) -> None:
    opened(page, address(site, "search.html"))
    terms = page.evaluate("forms => forms.map(word => swedish.terms(word)[0])", forms.split())
    assert set(terms) == {terms[0]}


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("tand", ["Tand", "Tänd"]),
        ("tänd", ["Tänd"]),
        ("förlängning", ["Förlängning"]),
        ("forlangning", ["Förlängning"]),
        ("forlängning", []),
        ("TÄND", ["Tänd"]),
        ("ta\u0308nd", ["Tänd"]),
        ("intyg", ["Intyg", "Läkarintyg"]),
        ("läkarint", ["Läkarintyg"]),
        ("e-recept", ["E-recept"]),
        ("sand", []),
        ("och", []),
        ("", []),
        ('"<script>', []),
    ],
)
def test_what_was_typed_stands_for_words(page: Page, site: Path, typed: str, found: list[str]) -> None:
    titles = ("Tänd", "Tand", "Förlängning", "Läkarintyg", "Intyg", "E-recept", "Tusand")
    assert ask(page, site, words(*titles), typed) == found


def test_titles_come_first_and_the_one_that_is_what_was_typed_before_all(page: Page, site: Path) -> None:
    rows = [
        ["villkorstext", "Om svar", "a", "", "", "recept " * 50],
        ["ord", "Receptfritt", "b"],
        ["arendetyp", "Förnya recept", "c"],
        ["ord", "Recepten", "d"],
        ["mottagning", "Vårdcentralen", "e", "SE1-1", "", "", [0]],
    ]
    found = ask(page, site, rows, "receptet")
    assert found[:2] == ["Recepten", "Förnya recept"]
    assert set(found[2:]) == {"Om svar", "Receptfritt", "Vårdcentralen"}


def test_every_word_must_be_there_and_is_looked_for_less_strictly_only_when_asked(page: Page, site: Path) -> None:
    rows = words("Förnya recept", "Förnya hjälpmedel", "Recept")
    assert ask(page, site, rows, "förnya recept") == ["Förnya recept"]
    assert ask(page, site, rows, "förnya rezept") == []
    assert ask(page, site, rows, "förnya rezept", "near") == ["Förnya recept"]
    assert set(ask(page, site, rows, "recept saknas", "some")) == {"Recept", "Förnya recept"}


@pytest.mark.parametrize(
    "typed", ["SE2321000131-PAHITT0001", "se2321000131-pahitt0001", "pahitt0001", "SE2321000131-PAH"]
)
def test_a_unit_is_found_by_its_hsa_id(page: Page, site: Path, typed: str) -> None:
    assert "Almhaga vårdcentral" in search(page, site, f"q={typed}&region=vastra-gotaland&kind=mottagning")


def test_a_rule_is_found_by_its_id(page: Page, site: Path) -> None:
    assert search(page, site, "q=unknown-key")[0] == "Okänd nyckel"


@pytest.mark.parametrize(
    "typed", ["recepten", "receptet", "förnya receptet", "Förnya recept", "fornya recept", "förnya rece"]
)
def test_a_case_type_is_found_in_any_form(page: Page, site: Path, typed: str) -> None:
    found = search(page, site, f"q={typed}&region=skane")
    assert found[0] == "Förnya recept"
    assert page.locator("#sok-lista a").first.get_attribute("href") == "skane/casetypes/fornya-recept.html"


def test_texts_about_cancelling_are_found(page: Page, site: Path) -> None:
    assert any("Avboka tid" in title for title in search(page, site, "q=avbokningar&kind=villkorstext"))


def test_what_was_found_is_marked_and_nothing_else(page: Page, site: Path) -> None:
    search(page, site, "q=recepten&region=skane")
    marked = {text.lower() for text in page.locator("#sok-lista mark").all_inner_texts()}
    assert marked <= {"recept", "receptet", "recepten", "receptfria", "receptbelagda"}
    assert "recept" in marked


def test_a_hit_leads_to_its_page(page: Page, site: Path) -> None:
    search(page, site, "q=förnya recept&region=skane")
    page.locator("#sok-lista a").first.click()
    assert page.locator("h1").inner_text() == "Förnya recept"


def test_typing_searches_and_the_address_keeps_what_was_asked_for(page: Page, site: Path) -> None:
    opened(page, address(site, "search.html"))
    assert page.locator("#sok-svar").is_hidden()
    page.get_by_label("Sök efter").press_sequentially("recept")
    page.get_by_label("Var").select_option(label="Region Skåne")
    page.get_by_role("button", name="Mottagningar").click()
    assert hits(page)
    assert page.url.endswith("#q=recept&region=skane&kind=mottagning")
    assert set(page.locator("#sok-lista .märke").all_inner_texts()) == {"Mottagning"}
    assert state(page).endswith("träffar på ”recept” i Region Skåne bland mottagningar.")
    page.reload()
    assert hits(page)
    assert page.get_by_label("Sök efter").input_value() == "recept"
    assert page.get_by_role("button", name="Mottagningar").get_attribute("aria-pressed") == "true"


def test_a_region_alone_is_loaded_with_what_all_have(page: Page, site: Path) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    search(page, site, "q=recept&region=skane")
    loaded = [url.removeprefix(f"{site.as_uri()}/") for url in asked if "/data/search-" in url]
    assert {path.rpartition("data/")[0] for path in loaded} == {"", "skane/"}
    places = page.locator("#sok-lista .träff").all_inner_texts()
    assert [text for text in places if re.search("Region (?!Skåne)|Västra Götalandsregionen", text)] == []


def test_twenty_are_shown_and_then_twenty_more_with_the_focus_on_the_first_of_them(page: Page, site: Path) -> None:
    assert len(search(page, site, "q=mottagning")) == 20
    page.get_by_role("button", name="Visa 20 till").press("Enter")
    assert len(hits(page)) == 40
    assert page.evaluate("[...document.querySelectorAll('#sok-lista a')].indexOf(document.activeElement)") == 20


def test_who_finds_nothing_gets_help(page: Page, site: Path) -> None:
    assert search(page, site, "q=xyzzyqq&region=halland") == []
    assert state(page) == "Inga träffar på ”xyzzyqq” i Region Halland."
    assert "Kontrollera stavningen." in page.locator("#sok-rad").inner_text()
    page.get_by_role("button", name="Sök i alla regioner").click()
    assert hits(page) == []
    assert page.url.endswith("#q=xyzzyqq")
    assert state(page) == "Inga träffar på ”xyzzyqq”."


def test_who_finds_nothing_of_a_kind_can_see_all_kinds(page: Page, site: Path) -> None:
    assert search(page, site, "q=unknown-key&kind=beslut") == []
    page.get_by_role("button", name="Visa alla slag (1)").click()
    assert hits(page) == ["Okänd nyckel"]


def test_a_misspelt_word_finds_what_is_like_it_and_says_so(page: Page, site: Path) -> None:
    assert "Förnya recept" in search(page, site, "q=förnya rcept&region=skane")
    assert state(page).endswith("Inget stämmer helt. Det här liknar det du skrev.")


@pytest.mark.parametrize("typed", ["receptförnyelse", "receptförnyelsen", "Receptfornyelse"])
def test_a_compound_that_stands_nowhere_finds_what_has_both_its_words(page: Page, site: Path, typed: str) -> None:
    assert search(page, site, f"q={typed}&region=skane")[0] == "Förnya recept"
    assert state(page).endswith("Inget stämmer helt. Det här liknar det du skrev.")


def test_an_address_with_nonsense_is_taken_for_no_choice(page: Page, site: Path) -> None:
    assert search(page, site, "q=recept&region=constructor&kind=__proto__")
    assert page.get_by_label("Var").input_value() == ""


def test_a_region_that_cannot_be_read_is_named_and_the_rest_is_searched(
    page: Page, site: Path, tmp_path: Path, faults: list[str]
) -> None:
    copy = tmp_path / "site"
    shutil.copytree(site, copy)
    (copy / "skane/data/search-2.js").unlink()
    found = search(page, copy, "q=recept")
    assert found
    assert state(page).endswith("Gick inte att läsa: Region Skåne.")
    assert any("skane/data/search-2.js" in fault for fault in faults)
    faults.clear()


def test_the_box_in_the_header_searches_in_the_region_of_the_page(page: Page, site: Path) -> None:
    opened(page, address(site, "skane/casetypes/fornya-recept.html"))
    page.get_by_label("Sök i regionen").fill("avboka tid")
    page.get_by_label("Sök i regionen").press("Enter")
    page.wait_for_url("**/search.html#q=avboka+tid&region=skane")
    assert hits(page)
    assert page.locator("header .sökruta").count() == 0


def test_the_box_in_the_header_searches_everywhere_from_pages_above_the_regions(page: Page, site: Path) -> None:
    opened(page, address(site, "rules/unknown-key.html"))
    page.get_by_label("Sök på webbplatsen").fill("recept")
    page.locator(".sökruta button").click()
    page.wait_for_url("**/search.html#q=recept")
    assert hits(page)


def test_without_scripts_the_page_says_so_and_leads_to_the_lists(browser: Browser, site: Path) -> None:
    with tab(browser, [], WIDE, java_script_enabled=False) as page:
        page.goto(address(site, "search.html"))
        assert page.get_by_text("Sökningen behöver JavaScript.").is_visible()
        assert page.get_by_label("Sök efter").is_hidden()
        assert page.locator(".sökruta").count() == 0
        page.get_by_role("link", name="Region Skåne").click()
        assert page.locator("h1").inner_text() == "Region Skåne"


@pytest.mark.parametrize(
    "typed", ["script", "img onerror", "%3Cscript%3Edocument.title%3D1%3C/script%3E", "Diabetesfot"]
)
def test_hostile_texts_are_shown_as_texts(page: Page, hostile_site: Path, typed: str) -> None:
    assert search(page, hostile_site, f"q={typed}")
    assert page.title() == "Sök – basutbud i 1177 e-tjänster"
    assert page.locator("#sok-svar :is(img, script, b)").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_hits_fit_a_narrow_screen(narrow_page: Page, hostile_site: Path) -> None:
    assert search(narrow_page, hostile_site, "q=script")
    assert narrow_page.evaluate("document.documentElement.scrollWidth <= innerWidth")


NATION = """async () => {
  const kinds = ["vårdcentral", "barnmorskemottagning", "rehabmottagning", "tandvårdsmottagning"];
  const syllables = ["al", "berg", "dal", "ek", "fors", "gran", "hav", "is", "järn", "kvarn", "lund", "mo", "näs", "ö"];
  const word = number => [0, 1, 2].map(place => syllables[Math.floor(number / 14 ** place) % 14]).join("");
  const names = Array.from({ length: 40 }, (_, number) => `Ärendetyp ${word(number * 77)}`).concat("Förnya recept");
  const index = new SearchIndex();
  const units = Array.from({ length: 10000 }, (_, number) => ["mottagning", `${word(number)} ${kinds[number % 4]}`,
    `units/${number}.html`, `SE2321000131-PAHITT${number}`, `${kinds[number % 4]}, ${word(number % 290)}`, "",
    Array.from({ length: 12 }, (_, place) => (number + place * 3) % 41)]);
  const text = number => Array.from({ length: 150 }, (_, place) => word(number * 31 + place * 17)).join(" ");
  const texts = Array.from({ length: 3300 }, (_, number) => ["villkorstext", `Text ${word(number)}`,
    `terms/${number}.html`, "", "", `Du kan förnya ditt recept. ${text(number)}`]);
  await index.add({ names, rows: units }, "a");
  await index.add({ names, rows: texts }, "b");
  const asked = ["förnya receptet", "vårdcentral", "SE23", "mottagningen vid torget i staden", "bergdal", "rezept"];
  return asked.map(typed => {
    const times = [0, 1, 2].map(() => {
      const since = performance.now();
      const way = SearchIndex.ways.find(way => index.search(typed, way).length);
      return performance.now() - since;
    });
    return [typed, Math.min(...times)];
  });
}"""


def test_a_nation_is_searched_within_a_second(page: Page, site: Path) -> None:
    opened(page, address(site, "search.html"))
    page.set_default_timeout(60_000)
    taken = page.evaluate(NATION)
    assert [(typed, time) for typed, time in taken if time > 1000] == []
