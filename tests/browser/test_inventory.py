"""The inventory in a browser: filtered, paged, sent on as an address, downloaded, and read without its script."""

import csv
import re
from io import BytesIO, StringIO
from pathlib import Path

from browsing import WIDE, address, tab
from openpyxl import load_workbook
from playwright.sync_api import Browser, Locator, Page, expect

HALLAND = "halland/inventory.html"
NATION = "inventory.html"


def rows(page: Page) -> Locator:
    return page.locator("#enheter tbody tr")


def count(page: Page) -> Locator:
    return page.locator("#antal")


def test_a_filter_on_the_name_takes_any_case_and_swedish_letters(page: Page, site: Path) -> None:
    page.goto(address(site, HALLAND))
    expect(count(page)).to_have_text("12 av 12 mottagningar.")
    page.get_by_label("Mottagning, kommun eller HSA-id").fill("ÅBRINKEN")
    expect(rows(page)).to_have_count(1)
    expect(rows(page)).to_contain_text("Åbrinkens vårdcentral")
    expect(count(page)).to_have_text("1 av 12 mottagningar.")
    # A letter that a keyboard makes of two signs is the same letter, and all of several words must be there.
    page.get_by_label("Mottagning, kommun eller HSA-id").fill("A\u030abrinken hylte")
    expect(rows(page)).to_have_count(1)
    page.get_by_label("Mottagning, kommun eller HSA-id").fill("Åbrinken Varberg")
    expect(count(page)).to_have_text("Ingen av 12 mottagningar stämmer med filtret.")
    page.get_by_role("button", name="Rensa filter").click()
    expect(rows(page)).to_have_count(12)


def test_filters_go_together_and_stand_in_the_address(page: Page, site: Path, browser: Browser) -> None:
    page.goto(address(site, HALLAND))
    page.get_by_label("Ärendetyp", exact=True).select_option(label="Beställa tid")
    page.get_by_label("Hur mottagningen har ärendetypen").select_option(label="Har men är inte aktiv")
    expect(rows(page)).to_have_count(1)
    page.get_by_label("Hur mottagningen har ärendetypen").select_option(label="Har och är aktiv")
    page.get_by_label("Status").select_option(label="Aktiv")
    expect(rows(page)).to_have_count(10)
    expect(page).to_have_url(re.compile("#unit-status=active&casetype=bestall-tid&has=active$"))
    with tab(browser, []) as other:
        other.goto(page.url)
        expect(rows(other)).to_have_count(10)
        expect(other.get_by_label("Ärendetyp", exact=True)).to_have_value("bestall-tid")
        # What is filtered by comes first, and says in words how each unit has it.
        expect(other.locator("#enheter thead th").nth(3)).to_have_text("Beställa tid")
        assert set(rows(other).locator("td:nth-child(4)").all_inner_texts()) == {"Aktiv"}


def test_a_place_on_the_page_leaves_the_filter_alone(page: Page, site: Path) -> None:
    page.goto(address(site, f"{HALLAND}#unit-status=closing"))
    expect(rows(page)).to_have_count(1)
    page.evaluate("location.hash = 'hamta'")
    page.get_by_role("link", name="Hoppa till innehållet").focus()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    expect(rows(page)).to_have_count(1)
    expect(page.get_by_label("Status")).to_have_value("closing")


def test_an_address_may_name_a_units_own_case_type_or_what_is_not_there(page: Page, site: Path) -> None:
    own = next((site / "halland/casetypes").glob("*@*.html")).stem
    page.goto(address(site, f"{HALLAND}#casetype={own}"))
    expect(rows(page)).to_have_count(1)
    page.goto("about:blank")
    page.goto(address(site, f"{HALLAND}#casetype=__proto__&unit-status=<b>&page=99&columns=x"))
    expect(count(page)).to_have_text("Ingen av 12 mottagningar stämmer med filtret.")


def test_a_decision_leads_to_the_units_that_do_not_meet_its_row(page: Page, site: Path) -> None:
    page.goto(address(site, "halland/decisions/exempel-basutbud-2026.html"))
    article = page.locator("article").filter(has=page.get_by_role("heading", name="Berätta vad du behöver"))
    lacking = article.locator("ul a").all_inner_texts()
    article.get_by_role("link", name="Visa i inventeringen").click()
    expect(rows(page)).to_have_count(len(lacking))
    assert rows(page).locator("th a").all_inner_texts() == lacking
    expect(page.get_by_label("Krav eller förbud som inte uppfylls")).to_have_value("exempel-basutbud-2026/5")


def test_a_number_in_the_summary_leads_to_the_units_that_it_counts(page: Page, site: Path) -> None:
    page.goto(address(site, HALLAND))
    line = page.locator("table.antal tr").filter(has_text="Förnya recept")
    number = line.locator("td a").first.inner_text()
    line.locator("td a").first.click()
    expect(count(page)).to_have_text(f"{number} av 12 mottagningar.")
    expect(page.locator("#tabell")).to_be_focused()


def test_the_table_is_paged_by_keyboard(page: Page, site: Path) -> None:
    page.goto(address(site, NATION))
    expect(rows(page)).to_have_count(50)
    expect(count(page)).to_contain_text("Visar 1–50.")
    pager = page.get_by_role("navigation", name="Sidor i tabellen", exact=True)
    pager.get_by_role("button", name="Nästa").focus()
    page.keyboard.press("Enter")
    expect(pager).to_contain_text("Sida 2 av 2")
    expect(pager.get_by_role("button", name="Nästa")).to_be_focused()
    expect(pager.get_by_role("button", name="Nästa")).to_have_attribute("aria-disabled", "true")
    second = rows(page).locator("th").all_inner_texts()
    page.keyboard.press("Enter")
    assert rows(page).locator("th").all_inner_texts() == second
    expect(page).to_have_url(re.compile("#page=2$"))
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Space")
    expect(pager).to_contain_text("Sida 1 av 2")
    assert set(rows(page).locator("th").all_inner_texts()).isdisjoint(second)
    # A new filter begins at the first page.
    page.goto("about:blank")
    page.goto(address(site, f"{NATION}#page=2"))
    page.get_by_label("Status").select_option(label="Aktiv")
    expect(pager).to_contain_text("Sida 1 av 2")


def test_columns_are_chosen_and_stand_in_the_address(page: Page, site: Path) -> None:
    page.goto(address(site, HALLAND))
    expect(page.locator("#enheter caption")).to_contain_text("15 av 21 visas")
    page.get_by_text("Välj ärendetyper att visa").click()
    for box in page.locator("#kolumnval input").all()[1:]:
        box.uncheck()
    page.get_by_label("Rådgivning").check()
    heads = page.locator("#enheter thead th").all_inner_texts()
    assert heads[3:] == ["Av- och omboka tid", "Rådgivning", "Mottagningens egna"]
    page.goto(page.url)
    page.reload()
    assert page.locator("#enheter thead th").all_inner_texts() == heads
    page.get_by_text("Välj ärendetyper att visa").click()
    page.get_by_role("button", name="Visa de vanligaste").click()
    expect(page.locator("#enheter caption")).to_contain_text("15 av 21 visas")


def test_only_the_regions_that_are_chosen_are_loaded(page: Page, site: Path) -> None:
    page.goto(address(site, f"{NATION}#regions=halland"))
    expect(count(page)).to_have_text("12 av 12 mottagningar.")
    loaded = page.locator("head script").evaluate_all("scripts => scripts.map(script => script.src)")
    assert [re.sub(".*/site/", "", src) for src in loaded if "/data/" in src] == [
        "data/inventory.js",
        "halland/data/inventory.js",
    ]
    page.get_by_text("Regioner: 1 av 6").click()
    page.get_by_label("Region Skåne").check()
    expect(page.locator("#valda-regioner")).to_have_text("2 av 6")
    expect(page).to_have_url(re.compile("#regions=halland,skane$"))
    page.get_by_role("button", name="Visa alla regioner").click()
    expect(page.locator("#valda-regioner")).to_have_text("alla")
    expect(page).not_to_have_url(re.compile("regions"))
    # A unit of another region leads to its own page.
    page.get_by_label("Mottagning, kommun eller HSA-id").fill("Råghumlans vårdcentral")
    expect(rows(page)).to_have_count(1)
    rows(page).first.locator("th a").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Råghumlans vårdcentral")


def test_a_cell_leads_to_the_case_type_on_the_unit(page: Page, site: Path) -> None:
    page.goto(address(site, f"{HALLAND}#casetype=fornya-recept&has=active"))
    rows(page).first.locator("td").nth(2).get_by_role("link", name="Aktiv").click()
    assert "/halland/units/" in page.url
    expect(page).to_have_url(re.compile("#arende-fornya-recept$"))
    assert page.locator("#arende-fornya-recept").count() == 1


def test_both_files_are_downloaded_and_open(page: Page, site: Path, tmp_path: Path) -> None:
    page.goto(address(site, HALLAND))
    for name in ("CSV", "Excel (XLSX)"):
        with page.expect_download() as waiting:
            page.get_by_role("link", name=name, exact=True).click()
        waiting.value.save_as(tmp_path / waiting.value.suggested_filename)
    text = (tmp_path / "inventory.csv").read_text(encoding="utf-8-sig")
    rows_of_csv = list(csv.reader(StringIO(text, newline=""), delimiter=";"))
    book = load_workbook(BytesIO((tmp_path / "inventory.xlsx").read_bytes()))
    assert book.sheetnames == ["Mottagningar", "Täckning av beslut"]
    assert len(rows_of_csv) == book["Mottagningar"].max_row == 13


def test_hostile_names_are_text_in_the_table_and_in_the_files(page: Page, hostile_site: Path) -> None:
    for path in (HALLAND, NATION):
        page.goto(address(hostile_site, path))
        expect(rows(page)).not_to_have_count(0)
        page.locator("#kolumner summary").click()
        names = " ".join(rows(page).locator("th a").all_inner_texts())
        assert '<script>document.title="stulen"</script>' in names
        assert '=HYPERLINK("https://ond.example","Klicka")' in names
        assert page.title().startswith("Inventering")
        assert page.evaluate("document.querySelectorAll('main script, main img').length") == 0
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= WIDE[0]
    text = (hostile_site / "halland/inventory.csv").read_text(encoding="utf-8-sig")
    assert "'=HYPERLINK" in text
    assert not re.search(r'(?m)(^|;)"?[=+\-@]', text)
    for name in ("halland/inventory.xlsx", "inventory.xlsx"):
        book = load_workbook(hostile_site / name)
        kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
        assert kinds <= {"s", "n"}


def test_without_its_script_the_page_counts_and_leads_to_the_files(browser: Browser, site: Path) -> None:
    with tab(browser, [], java_script_enabled=False) as page:
        for path, table in ((HALLAND, "Hur många mottagningar"), (NATION, "Antal mottagningar där")):
            page.goto(address(site, path))
            expect(page.locator("#inventering")).to_be_hidden()
            expect(page.get_by_text("behöver JavaScript")).to_be_visible()
            expect(page.get_by_role("table").filter(has_text=table)).to_be_visible()
            expect(page.get_by_role("link", name="CSV", exact=True)).to_be_visible()


def test_a_narrow_page_scrolls_the_table_and_not_itself(narrow_page: Page, site: Path) -> None:
    for path in (f"{HALLAND}#casetype=fornya-recept", NATION):
        narrow_page.goto(address(site, path))
        expect(rows(narrow_page)).not_to_have_count(0)
        assert narrow_page.evaluate("document.documentElement.scrollWidth") <= 320
        region = narrow_page.get_by_role("region", name=re.compile("Ärendetyper på mottagningarna"))
        region.focus()
        narrow_page.keyboard.press("ArrowRight")
        moved = "place => new Promise(done => place.scrollLeft ? done(true) : place.onscroll = () => done(true))"
        assert region.evaluate(moved)
        # The name stays where it can be read.
        box = rows(narrow_page).first.locator("th").bounding_box()
        assert box is not None
        assert box["x"] >= 0


def test_data_that_cannot_be_loaded_is_said(page: Page, site: Path, faults: list[str]) -> None:
    page.route("**/data/inventory.js", lambda route: route.abort())
    page.goto(address(site, HALLAND))
    expect(count(page)).to_contain_text("Det gick inte att läsa in mottagningarna")
    faults.clear()
