"""The resident's view in a browser: filled in and folded, to be ticked and answered, and side by side."""

import subprocess
from pathlib import Path

import pytest
from browsing import address
from nations import ROOT, basutbud, content, lay, nation
from playwright.sync_api import Page, expect

from generator.site.wording.texts import fold

VGR = "vastra-gotaland/preview.html"
RECIPES = f"{VGR}#fornya-recept/almhaga-vardcentral"
AIDS = "vastra-gotaland/casetypes/fornya-hjalpmedel.html"
OWN_TEXT = "Välkommen till {enhet}. " + "Här bokar du en tid hos oss när det passar dig. " * 9
FORM = """
-- casetypes/kontakta-mig.yaml --
extends: kontakta-mig
form:
  - id: hur
    question: Hur mår du?
    type: choice
    multiple: true
    required: true
    options: [{id: bra, text: Bra}, {id: ont, text: Jag har ont}, {id: trott, text: Jag är trött}]
  - id: om-det
    question: Om det som är fel
    type: group
    visible_when: {question: hur, is: [ont, trott]}
    items:
      - {id: lange, question: Har det varat länge?, type: boolean, required: true}
      - {id: dagar, question: Hur många dagar?, type: integer, visible_when: {question: lange, is: "true"}}
      - {id: sok, question: Ring oss i dag., type: display, visible_when: {question: dagar, is: 30}}
  - id: sprak
    question: Vilket språk talar du helst?
    type: open-choice
    options: [{id: sv, text: Svenska}, {id: fi, text: Finska}]
  - {id: tolk, question: Behöver du tolk?, type: boolean, visible_when: {question: sprak, is: fi}}
  - {id: grad, question: Vilken temperatur har du?, type: decimal}
  - {id: bild, question: Skicka med en bild, type: attachment}
attachments: {resident: true}
"""
BOOKING = f"""
-- casetypes/boka-tid.yaml --
name: Boka tid
kind: booking
category: Tidbokning
functions: [book, cancel]
terms: boka
-- casetypes/avboka.yaml --
name: Avboka tid
kind: booking
category: Tidbokning
functions: [cancel]
terms: utan
-- terms/boka.yaml --
layout: booking
status: approved
approved: {{on: 2026-03-01, by: redaktionen}}
version: 1
unit_text: "{OWN_TEXT}"
concerns: Ett besök i {{kommun}}.
information_to_unit: Varför bokar du?
conditions: Jag avbokar i tid.
-- terms/utan.yaml --
layout: booking
status: approved
approved: {{on: 2026-03-01, by: redaktionen}}
version: 1
conditions: Jag avbokar i tid.
-- units/vc.yaml --
booking: {{journal_system: Journal, takning: done, supports: [book, cancel]}}
casetypes: {{boka-tid: , avboka: , kontakta-mig: }}
"""


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A region with a booking text that is folded, and a form with conditions upon conditions."""
    return built(lay(tmp_path_factory.mktemp("small"), nation("halland", text=FORM + BOOKING)), tmp_path_factory)


@pytest.fixture(scope="module")
def with_history(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The regions in a repository where one text was another in the first commit, and that commit."""
    root = tmp_path_factory.mktemp("history")
    kept = {path: data for folder in ("casetype_templates", "regions") for path, data in below(folder).items()}
    text = "regions/vastra-gotaland/terms/fornya-recept.yaml"
    now = kept[text]
    before = now.replace(b"version: 2", b"version: 1").replace(b"Svaret kan vara att", b"Det kan bli s\xc3\xa5 att")
    lay(root, {**kept, text: before})
    git(root, "init", "--quiet")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", "Först")
    lay(root, {text: now})
    git(root, "commit", "--quiet", "--all", "--message", "Sedan")
    return built(root, tmp_path_factory), git(root, "rev-list", "HEAD").split()[-1][:12]


def below(folder: str) -> dict[str, bytes]:
    return {f"{folder}/{path}": data for path, data in content(ROOT / folder).items()}


def git(root: Path, *arguments: str) -> str:
    who = ("-c", "user.name=Exempel", "-c", "user.email=exempel@region.example", "-c", "commit.gpgsign=false")
    return subprocess.run(["git", *who, *arguments], cwd=root, check=True, capture_output=True, text=True).stdout


def built(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("built")
    done = basutbud("build", "--root", root, "--out", out, "--as-of", "2026-12-01", "--lang", "sv")
    assert done.returncode == 0, done.stdout + done.stderr
    return out / "site"


def test_the_name_and_point_one_and_the_box_stand_in_order_with_every_placeholder_filled(
    page: Page, site: Path
) -> None:
    page.goto(address(site, RECIPES))
    view = page.locator(".invånare")
    expect(view.locator("h3")).to_have_text("Förnya recept")
    expect(view.locator(".ingress")).to_have_text("Här förnyar du ett recept som Almhaga vårdcentral har skrivit.")
    expect(view.locator(".ruta > ul > li")).to_have_count(2)
    expect(view.locator(".ruta > ul > li").first).to_contain_text("Du får svar inom två arbetsdagar.")
    more = view.get_by_text("Förnya i god tid. Ring 031-390 06 02")
    expect(more).to_be_hidden()
    view.get_by_text("Visa fullständig information").click()
    expect(more).to_be_visible()
    expect(view.locator(".platshållare")).to_have_count(0)
    assert "Almhaga vårdcentral" in page.title()


def test_the_form_comes_when_the_text_is_accepted(page: Page, site: Path) -> None:
    page.goto(address(site, RECIPES))
    view = page.locator(".invånare")
    box = view.get_by_label("Jag har läst och godkänner det som står här.")
    view.get_by_role("button", name="Nästa").click()
    expect(view.get_by_text("Fel: Kryssa i rutan först.")).to_be_visible()
    expect(box).to_be_focused()
    expect(view.locator(".formulär")).to_be_hidden()
    page.keyboard.press("Space")
    expect(view.get_by_text("Fel: Kryssa i rutan först.")).to_be_hidden()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(view.locator(".formulär")).to_be_visible()
    expect(view.get_by_text("Formuläret", exact=True)).to_be_focused()


def test_a_booking_text_is_folded_after_300_characters_of_what_it_says_on_the_unit(page: Page, small: Path) -> None:
    page.goto(address(small, "halland/preview.html#boka-tid/vc"))
    seen, folded = fold(OWN_TEXT.replace("{enhet}", "Påhittade vårdcentralen"), 300)
    parts = page.locator('[data-part="unit_text"]')
    expect(parts).to_have_count(2)
    assert [each.strip() for each in parts.all_text_contents()] == [seen, folded]
    assert len(seen) <= 300 < len(seen) + len(folded.split()[0]) + 1
    expect(parts.nth(1)).to_be_hidden()
    page.get_by_text("Visa fullständig information").click()
    expect(parts.nth(1)).to_be_visible()
    expect(page.get_by_label("Information till vården")).to_have_attribute("maxlength", "150")
    expect(page.locator('[data-part="concerns"]')).to_have_text("Ett besök i Hylte.")


def test_a_booking_s_condition_must_be_ticked(page: Page, small: Path) -> None:
    page.goto(address(small, "halland/preview.html#boka-tid/vc"))
    page.get_by_role("button", name="Nästa").click()
    expect(page.get_by_label("Jag avbokar i tid.")).to_be_focused()
    expect(page.get_by_text("Nästa steg är mottagningens tidbok")).to_be_hidden()
    page.get_by_label("Jag avbokar i tid.").check()
    page.get_by_role("button", name="Nästa").click()
    expect(page.get_by_text("Nästa steg är mottagningens tidbok")).to_be_visible()


def test_a_booking_without_the_unit_s_own_text_says_where_residents_come(page: Page, small: Path) -> None:
    page.goto(address(small, "halland/preview.html#avboka/vc"))
    expect(page.get_by_text("Invånaren kommer direkt till steg 2.")).to_be_visible()


@pytest.fixture
def form(page: Page, small: Path) -> Page:
    """The form where residents meet it, on the case type's page: it works alike there and in a preview."""
    page.goto(address(small, "halland/casetypes/kontakta-mig.html"))
    return page


def test_questions_come_and_go_with_the_answers_and_with_what_they_hang_on(form: Page) -> None:
    group, days, call = (
        form.get_by_role("group", name="Om det som är fel"),
        form.get_by_label("Hur många dagar?"),
        "Ring oss i dag.",
    )
    expect(group).to_be_hidden()
    form.get_by_label("Jag har ont").check()
    expect(group).to_be_visible()
    expect(days).to_be_hidden()
    group.get_by_label("Ja", exact=True).check()
    days.fill(" 30 ")
    expect(form.locator(".formulär").get_by_text(call)).to_be_visible()
    form.get_by_label("Jag har ont").uncheck()
    expect(days).to_be_hidden()
    expect(form.locator(".formulär").get_by_text(call)).to_be_hidden()
    form.get_by_label("Jag är trött").check()
    expect(form.locator(".formulär").get_by_text(call)).to_be_visible()
    group.get_by_label("Nej", exact=True).check()
    expect(days).to_be_hidden()
    expect(form.locator(".formulär").get_by_text(call)).to_be_hidden()


def test_an_own_answer_is_written_where_it_is_chosen(form: Page) -> None:
    own, interpreter = form.get_by_label("Skriv ditt eget svar"), form.get_by_role("group", name="Behöver du tolk?")
    expect(own).to_be_hidden()
    form.get_by_label("Finska").check()
    expect(interpreter).to_be_visible()
    form.get_by_label("Ett eget svar").check()
    expect(own).to_be_visible()
    expect(interpreter).to_be_hidden()


def test_the_reviewer_can_see_all_questions_with_what_they_hang_on(form: Page) -> None:
    condition = form.locator(".formulär").get_by_text(
        "Visas om du svarat Jag har ont eller Jag är trött på frågan ”Hur mår du?”"
    )
    expect(condition).to_be_hidden()
    form.get_by_label("Visa också de frågor som bara ställs vid vissa svar").check()
    expect(condition).to_be_visible()
    expect(form.get_by_label("Hur många dagar?")).to_be_disabled()


def test_sending_lists_what_is_wrong_and_leads_to_each_question(form: Page) -> None:
    form.get_by_label("Jag har ont").check()
    form.get_by_label("Vilken temperatur har du?").fill("hög")
    form.get_by_label("Skicka med en bild").set_input_files({"name": "virus.exe", "mimeType": "", "buffer": b"MZ"})
    form.get_by_role("button", name="Skicka (provar bara)").click()
    faults = form.get_by_role("group", name="3 frågor behöver rättas")
    expect(faults).to_be_focused()
    assert faults.get_by_role("link").all_text_contents() == [
        "Har det varat länge? Välj ett svar.",
        "Vilken temperatur har du? Skriv ett tal, till exempel 37,5.",
        "Skicka med en bild Välj en fil av typen PDF, GIF, JPEG eller PNG.",
    ]
    faults.get_by_role("link").nth(1).click()
    field = form.get_by_label("Vilken temperatur har du?")
    expect(field).to_be_focused()
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_accessible_description("Fel: Skriv ett tal, till exempel 37,5. Tal, gärna med decimaler")
    field.fill("38,5")
    expect(field).to_have_attribute("aria-invalid", "false")


def test_what_is_not_asked_need_not_be_answered(form: Page) -> None:
    form.get_by_label("Bra", exact=True).check()
    form.get_by_role("button", name="Skicka (provar bara)").click()
    told = form.get_by_text("Formuläret är rätt ifyllt. Ingenting har skickats eller sparats.")
    expect(told).to_be_focused()


def test_a_hidden_question_is_never_reached_by_keyboard(form: Page) -> None:
    form.get_by_label("Bra", exact=True).focus()
    reached = []
    for _ in range(12):
        form.keyboard.press("Tab")
        reached.append(form.evaluate("document.activeElement.closest('.fråga')?.dataset.question"))
    assert {"sprak", "grad", "bild"} <= set(reached)
    assert {"lange", "dagar", "tolk"} & set(reached) == set()


def test_two_units_stand_side_by_side_with_what_differs_marked_in_words(page: Page, site: Path) -> None:
    page.goto(address(site, f"{RECIPES}/lindkulla-vardcentral"))
    expect(page.locator("#besked")).to_contain_text("delar skiljer sig.")
    sides = page.locator("#sidor > section")
    expect(sides).to_have_count(2)
    left, right = (sides.nth(place).bounding_box() for place in (0, 1))
    assert left is not None
    assert right is not None
    assert left["x"] + left["width"] <= right["x"]
    for side, words in ((sides.nth(0), ["Almhaga", "02"]), (sides.nth(1), ["Lindkulla", "05"])):
        assert sorted(set(side.locator(".invånare mark").all_text_contents())) == sorted(words)
        expect(side.locator(".ingress .skillnad")).to_have_text("Skiljer sig")
    expect(sides.nth(0).get_by_text("Finns bara här")).to_be_visible()
    ids = page.locator("[id]").evaluate_all("each => each.map((one) => one.id)")
    assert len(ids) == len(set(ids))


def test_two_sides_stand_under_each_other_where_it_is_narrow(narrow_page: Page, site: Path) -> None:
    narrow_page.goto(address(site, f"{RECIPES}/lindkulla-vardcentral"))
    expect(narrow_page.locator("#sidor > section")).to_have_count(2)
    assert narrow_page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_two_sides_do_not_answer_each_other_s_questions(page: Page, small: Path) -> None:
    page.goto(address(small, "halland/preview.html#kontakta-mig/vc/vc"))
    expect(page.locator("#sidor > section")).to_have_count(2)
    for box in page.get_by_label("Jag har läst och godkänner det som står här.").all():
        box.check()
    for button in page.get_by_role("button", name="Nästa").all():
        button.click()
    page.get_by_label("Finska").first.check()
    page.get_by_label("Svenska").last.check()
    expect(page.get_by_label("Finska").first).to_be_checked()
    expect(page.get_by_role("group", name="Behöver du tolk?")).to_have_count(1)


def test_two_versions_of_a_text_stand_side_by_side(page: Page, with_history: tuple[Path, str]) -> None:
    site, commit = with_history
    page.goto(address(site, RECIPES))
    page.get_by_label("Jämför med").select_option(f"~{commit}")
    expect(page.locator("#sidor > section h2")).to_have_count(2)
    assert page.url.endswith(f"#fornya-recept/almhaga-vardcentral/~{commit}")
    marked = page.locator('[data-part="svarstid"] mark')
    assert marked.all_text_contents() == ["Svaret", "vara", "Det", "bli så"]
    expect(page.locator("#besked")).to_have_text("2 delar skiljer sig.")


def test_units_are_chosen_and_searched_for_and_the_address_says_which(page: Page, site: Path) -> None:
    page.goto(address(site, VGR))
    expect(page.locator("#besked")).to_have_text("Välj en ärendetyp.")
    page.get_by_label("Ärendetyp").select_option("Förnya recept")
    expect(page.locator(".invånare .ingress .platshållare")).to_have_text("{enhet}")
    page.get_by_label("Mottagning", exact=True).select_option("Lindkulla vårdcentral")
    expect(page.locator(".invånare .ingress")).to_contain_text("Lindkulla vårdcentral")
    assert page.url.endswith("#fornya-recept/lindkulla-vardcentral")
    page.go_back()
    expect(page.locator(".invånare .ingress")).to_contain_text("{enhet}")


@pytest.mark.parametrize(
    ("route", "said"),
    [
        ("finns-inte/vc", "Ärendetypen ”finns-inte” finns inte i regionen."),
        ("constructor", "Ärendetypen ”constructor” finns inte i regionen."),
        ("fornya-recept/finns-inte", "Mottagningen ”finns-inte” finns inte i regionen."),
        ("fornya-recept/almhaga-bvc", "Almhaga BVC har inte ärendetypen Förnya recept."),
        ("fornya-recept/almhaga-vardcentral/~0123", "Texten har ingen version från ändringen 0123."),
        ("..%2F..%2Fx", "Ärendetypen ”..” finns inte i regionen."),
        ("%E0%A4%A", "Ärendetypen ”%E0%A4%A” finns inte i regionen."),
    ],
)
def test_an_address_that_leads_nowhere_says_so(page: Page, site: Path, route: str, said: str) -> None:
    page.goto(address(site, f"{VGR}#{route}"))
    expect(page.get_by_role("status")).to_have_text(said)
    expect(page.locator(".invånare")).to_have_count(0)


def test_hostile_texts_are_shown_as_text(page: Page, hostile_site: Path) -> None:
    page.goto(address(hostile_site, "halland/preview.html#kontakta-mig/vc/langt"))
    expect(page.locator("#sidor > section")).to_have_count(2)
    expect(page.locator(".invånare .ingress").first).to_contain_text('<script>document.title="stulen"</script>')
    expect(page.locator(".invånare .ingress").first).to_contain_text("[U+202E]")
    assert page.locator("main img, main script").count() == 0
    assert page.title() not in ("stulen", "1")
    for route in ("boka-tid/vc", "utlank", "egen@vc/vc"):
        page.goto(address(hostile_site, f"halland/preview.html#{route}"))
        expect(page.locator(".invånare")).to_have_count(1)
        page.locator('.ruta input[type="checkbox"]').check()
        page.get_by_role("button", name="Nästa").click()
        assert page.locator("main img, main script").count() == 0


def test_a_unit_s_page_shows_the_preview_where_it_is_opened(page: Page, site: Path) -> None:
    page.goto(address(site, "vastra-gotaland/units/almhaga-vardcentral.html"))
    place = page.locator('details[data-preview="fornya-recept/almhaga-vardcentral"]')
    expect(place.locator(".invånare")).to_have_count(0)
    place.locator("summary").first.click()
    expect(place.locator(".ingress")).to_have_text("Här förnyar du ett recept som Almhaga vårdcentral har skrivit.")


def test_without_scripts_the_page_says_that_it_needs_them(scriptless_page: Page, site: Path) -> None:
    scriptless_page.goto(address(site, VGR))
    expect(scriptless_page.get_by_text("Förhandsvisningen behöver JavaScript")).to_be_visible()
    expect(scriptless_page.get_by_role("link", name="Förnya recept", exact=True)).to_be_visible()
    expect(scriptless_page.locator("select").first).to_be_hidden()
