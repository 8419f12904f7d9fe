"""The pages of terms texts: the text, its versions, its template, and where it is used."""

import re
from datetime import date
from html import unescape
from types import ModuleType

import pytest

from generator.outputs import Nation, summary_of
from generator.site.comparing.changes import changes_view
from generator.site.comparing.differences import pieces_of
from generator.site.national import templates
from generator.site.regional import terms
from generator.site.site import RegionSite
from generator.verdict import Change, History, Source, Verdict
from validate.examples import read_example

FILE = "regions/exempel/terms/kontakt.yaml"
TEMPLATE = "casetype_templates/kontakta-mig.yaml"
USED = "-- casetypes/kontakta-mig.yaml --\nextends: kontakta-mig\nterms: kontakt\n"
POINTS = (
    '  - {id: om, text: "Här kontaktar du {enhet}."}\n'
    '  - {id: svarstid, text: "Du får svar inom {svarstid}."}\n'
    "  - {id: akut, text: Ring 112 om det är akut.}\n"
)


def text(version: int = 2, points: str = POINTS, more: str = "") -> str:
    approved = "status: approved\napproved: {on: 2026-03-01, by: redaktionen}\n"
    return f"layout: points\n{approved}version: {version}\n{more}points:\n{points}"


def made(example: str, path: str, history: History | None = None, module: ModuleType = terms) -> str:
    """A page of an example's region, or of the nation for the module of the templates."""
    workspace = read_example(example).workspace
    source = Source("0" * 40, False, history=history or History())
    tree = workspace.regions["exempel"]
    if module is templates:
        pages = module.pages(Nation(workspace.templates, workspace.as_of, source, [summary_of(tree)]))
    else:
        pages = module.pages(RegionSite(tree, Verdict(source, {}, (), ())))
    html: bytes = next(page.make() for page in pages if page.path == path)
    return html.decode()


def read(html: str, section: str = "") -> str:
    """All text of a page, or of one of its sections."""
    html = html[html.index("<main") : html.index("</main>")]
    if section:
        html = re.search(f'(?s)<section aria-labelledby="{section}">.*?</section>', html)[0]  # type: ignore[index]
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]*>", " ", html))).strip()


def history(*contents: str | None, file: str = FILE, kept: bool = True, **more: object) -> History:
    """A history of one file, the latest first; None for a commit that took the file away."""
    changes = tuple(
        Change(f"{n:040x}", date(2026, 5, 20 - n), f"Roll {n}", f"Ändring {n}") for n in range(len(contents))
    )
    kept_contents = {
        (file, change.commit): content.encode()
        for change, content in zip(changes, contents, strict=True)
        if kept and content is not None
    }
    return History({file: changes}, kept_contents, totals={file: len(changes)}, is_known=True, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("old", "new", "pieces"),
    [
        ("ett två tre", "ett två tre", [("same", "ett två tre")]),
        ("ett två", "ett två tre", [("same", "ett två"), ("new", "tre")]),
        ("ett\n\n två", "ett två", [("same", "ett två")]),
        ("a b c d e", "a X c Y e", [("same", "a"), ("old", "b c d"), ("new", "X c Y"), ("same", "e")]),
        ("", "ny", [("new", "ny")]),
        ("a " * 2000, "b " * 2000, [("old", ("a " * 2000).strip()), ("new", ("b " * 2000).strip())]),
    ],
)
def test_two_texts_are_told_apart_word_by_word(old: str, new: str, pieces: list[tuple[str, str]]) -> None:
    assert [tuple(piece) for piece in pieces_of(old, new)] == pieces


def test_the_text_stands_with_its_placeholders_marked_and_who_fills_them() -> None:
    html = made(f"{USED}-- terms/kontakt.yaml --\n{text()}", "terms/kontakt.html")
    assert 'Här kontaktar du <span class="platshållare">{enhet}</span>.' in html
    assert "Version 2 Godkänd 1 mars 2026 av redaktionen Senaste ändringen saklig ändring" in read(html)
    assert "{svarstid} Utlovad svarstid Fylls i av svarstiden som gäller för mottagningen" in read(html, "text")


def test_each_version_tells_who_and_when_and_what_differs_from_the_one_before() -> None:
    first = text(1, POINTS.replace("kontaktar", "kan du kontakta"))
    second = text(2, POINTS.replace("  - {id: akut, text: Ring 112 om det är akut.}\n", ""))
    now = text(3)
    html = made(f"{USED}-- terms/kontakt.yaml --\n{now}", "terms/kontakt.html", history(now, second, first))
    assert read(html, "versioner").split("tillagda ord .")[1].strip() == (
        "20 maj 2026: Version 3, godkänd 1 mars 2026 av redaktionen, saklig ändring "
        "Roll 0: Ändring 0 0000000000 Punkt 3, tillagd tillagt: Ring 112 om det är akut. . "
        "19 maj 2026: Version 2, godkänd 1 mars 2026 av redaktionen, saklig ändring "
        "Roll 1: Ändring 1 0000000000 "
        "Punkt 1, ändrad Här borttaget: kan du kontakta . tillagt: kontaktar . du {enhet} . "
        "Punkt 3 förut, borttagen borttaget: Ring 112 om det är akut. . "
        "18 maj 2026: Version 1, godkänd 1 mars 2026 av redaktionen "
        "Roll 2: Ändring 2 0000000000 Den äldsta versionen i git. "
        "Textens fil: regions/exempel/terms/kontakt.yaml"
    )


def test_a_point_that_moved_is_said_to_have_moved() -> None:
    lines = POINTS.splitlines(keepends=True)
    old, now = text(1), text(2, lines[0] + lines[2] + lines[1])
    html = made(f"{USED}-- terms/kontakt.yaml --\n{now}", "terms/kontakt.html", history(now, old))
    assert len(re.findall(r"Punkt \d, flyttad", html)) == 1


def test_a_version_with_the_same_words_tells_what_else_changed() -> None:
    old, now = text(1), text(1, more="based_on: {template: kontakta-mig, version: 1}\n")
    html = made(f"{USED}-- terms/kontakt.yaml --\n{now}", "terms/kontakt.html", history(now, old))
    assert "Texten är densamma. Ändrat: vilken mall texten bygger på." in read(html, "versioner")


def test_what_cannot_be_read_or_was_away_is_said_to_be_so_and_compared_with_nothing() -> None:
    now, old = text(2), text(1, POINTS.replace("112", "113"))
    told = history(now, "points: [", None, old)
    html = made(f"{USED}-- terms/kontakt.yaml --\n{now}", "terms/kontakt.html", told)
    versions = read(html, "versioner")
    assert "19 maj 2026 Roll 1: Ändring 1 0000000000 Texten kan inte läsas: filen hade fel i den här" in versions
    assert "18 maj 2026 Roll 2: Ändring 2 0000000000 Filen fanns inte efter den här ändringen." in versions
    assert "Punkt 3, ändrad Ring borttaget: 113 . tillagt: 112 ." in versions


def test_what_is_not_committed_comes_first_and_is_marked() -> None:
    old, now = text(1, POINTS.replace("112", "113")), text(2)
    told = history(old, uncommitted=frozenset({FILE}))
    versions = read(made(f"{USED}-- terms/kontakt.yaml --\n{now}", "terms/kontakt.html", told), "versioner")
    assert "Inte sparad i git: Version 2" in versions
    assert "Ring borttaget: 113 . tillagt: 112 . om" in versions
    assert "Filen har ändringar som inte är sparade i git." in versions


def test_only_the_latest_versions_stand_on_the_page_and_the_others_are_counted() -> None:
    contents = [text(n, POINTS.replace("112", str(n))) for n in range(9, 0, -1)]
    told = history(*contents[:6])
    told = History(told.changes, told.contents, totals={FILE: 9}, is_known=True)
    html = made(f"{USED}-- terms/kontakt.yaml --\n{contents[0]}", "terms/kontakt.html", told)
    latest = html[html.index('id="versioner"') :]
    assert (latest.count("<article>"), latest.count("<del>")) == (5, 5 + 1)
    assert "Före dem finns 4 ändringar till." in read(html, "versioner")
    assert "äldsta" not in html


@pytest.mark.parametrize(
    ("told", "note"),
    [
        (History(), "Filens historia är inte känd: git kunde inte tillfrågas när sidan gjordes."),
        (History(is_known=True, is_cut=True), "Filens ändringar syns inte, för bara en del av historien är hämtad."),
        (History(is_known=True), "Git känner inte till några ändringar av filen."),
        (History(is_known=True, uncommitted=frozenset({"regions/exempel/"})), "Filen är inte sparad i git ännu."),
    ],
)
def test_where_nothing_is_known_of_a_file_the_page_says_why(told: History, note: str) -> None:
    assert changes_view(told, FILE).notes == (note,)


def test_a_commit_with_texts_of_ill_will_shows_them_as_text() -> None:
    change = Change("a" * 40, None, "<b>\u202eX</b>", f"</code><script>alert(1)</script>{'x' * 500}")
    told = History({FILE: (change,)}, totals={FILE: 1}, is_known=True)
    html = made(f"{USED}-- terms/kontakt.yaml --\n{text()}", "terms/kontakt.html", told)
    assert "&lt;b&gt;[U+202E]X&lt;/b&gt;: &lt;/code&gt;&lt;script&gt;alert(1)" in html
    assert ("<script>alert" in html, "x" * 200 in html, "okänd dag" in html) == (False, False, True)


BASED = "based_on: {template: kontakta-mig, version: 1}\n"
NEWER = """
-- casetype_templates/kontakta-mig.yaml --
default_terms:
  layout: points
  status: approved
  approved: {on: 2026-04-01, by: redaktionen}
  version: 2
  points:
    - {id: om, text: Här skriver du till oss.}
"""
OLDER = NEWER.partition("--\n")[2].replace("version: 2", "version: 1").replace("skriver", "ringer")
WHOLE = "name: Kontakta mig\nkind: form\ncategory: Kontakt\n"


def test_a_text_tells_that_the_template_has_a_newer_one_and_what_changed_there() -> None:
    told = history(WHOLE + NEWER.partition("--\n")[2], WHOLE + OLDER, file=TEMPLATE)
    example = f"{NEWER}{USED}-- terms/kontakt.yaml --\n{text(more=BASED)}"
    section = read(made(example, "terms/kontakt.html", told), "mallen")
    assert (
        "Skriven från version 1 av mallens text. Sedan dess finns 1 nyare version: mallen har nu version 2." in section
    )
    assert "Punkt 1, ändrad Här borttaget: ringer . tillagt: skriver . du till oss." in section
    assert "Så skiljer sig regionens text från mallens (3 delar)" in section


def test_a_text_from_the_latest_template_says_so() -> None:
    section = read(made(f"{USED}-- terms/kontakt.yaml --\n{text(more=BASED)}", "terms/kontakt.html"), "mallen")
    assert "Skriven från version 1 av mallens text, som är den senaste." in section
    assert "Mallen är nyare" not in section


DRAFT = (
    "-- terms/utkast.yaml --\nlayout: points\nstatus: draft\nversion: 1\npoints:\n  - {id: om, text: Ett utkast.}\n"
    "translations: {en: {of_version: 1, texts: {om: A draft.}}}\n"
)


def test_a_draft_and_a_text_that_nobody_uses_are_marked() -> None:
    html = made(f"{USED}-- terms/kontakt.yaml --\n{text()}{DRAFT}", "terms/utkast.html")
    assert "Utkast Används inte Det här är ett utkast. Texten är inte godkänd och får inte visas" in read(html)
    assert "Översättning till engelska, av version 1" in read(html)
    assert "Ingen ärendetyp har texten." in read(html, "anvands")


MANY = "".join(
    f"""
== units/vc{n:03}.yaml ==
hsa_id: SE2321000115-PAHITT1{n:03}
name: Mottagning {n:03}
status: active
business_type: vardcentral
care_level: primary
governed_by: forvaltning
municipality: "1380"
phone: 031-390 06 00
casetypes: {{kontakta-mig: {{active: true}}}}
"""
    for n in range(80)
)


def test_where_a_text_is_used_names_case_types_who_chose_it_and_so_many_units_as_a_page_holds() -> None:
    example = f"{USED}-- terms/kontakt.yaml --\n{text()}{DRAFT}{MANY}" + (
        "-- groups.yaml --\nnara: {title: Nära vård, select: {business_type: bvc}, casetypes: {kontakta-mig: "
        "{terms: utkast}}}\n-- units/vc.yaml --\ncasetypes: {kontakta-mig: {terms: utkast, active: false}}\n"
    )
    html = made(example, "terms/kontakt.html")
    assert '<a href="../casetypes/kontakta-mig.html">Kontakta mig</a>' in html
    assert "Kontakta mig Vald av: Ärendetypen Aktiv på 80 Inte aktiv på 0" in read(html, "anvands")
    assert html.count('href="../units/') == 60
    assert "Här syns 60 av 80." in read(html, "anvands")
    assert 'href="../inventory.html#casetype=kontakta-mig"' in html
    draft = read(made(example, "terms/utkast.html"), "anvands")
    assert "Kontakta mig Vald av: Gruppen Nära vård och 1 mottagning Aktiv på 0 Inte aktiv på 1" in draft


def test_units_that_residents_cannot_come_to_yet_are_listed_by_themselves() -> None:
    unit = MANY.partition("== units/vc001")[0]
    planned = unit.replace("vc000", "planerad").replace("PAHITT1000", "PAHITT2").replace("active\n", "planned\n", 1)
    shut = unit.replace("vc000", "stangd").replace("PAHITT1000", "PAHITT3").replace("Mottagning 000", "Utan område")
    files = f"{USED}-- terms/kontakt.yaml --\n{text()}{unit}{planned}{shut}settings: {{service_area: []}}\n"
    used = read(made(files, "terms/kontakt.html"), "anvands")
    assert "möter texten (2) Mottagning 000 Påhittade vårdcentralen Mottagningar som har" in used
    assert used.endswith("inte kan nås av invånare (2) Mottagning 000 (planerad) Utan område")


def test_the_list_has_every_text_and_the_case_types_that_have_the_nations() -> None:
    example = f"-- terms/kontakt.yaml --\n{text().replace('2026-03-01', '2023-05-01')}{DRAFT}"
    unused = read(made(example, "terms/index.html"))
    assert "kontakt kontakt Används inte Version 2 Godkänd 1 maj 2023 av redaktionen 3 år gammal" in unused
    assert "utkast utkast Används inte Version 1 Utkast Inte godkänd" in unused
    assert "Kontakta mig Text från Kontakta mig 1 mottagning" in unused
    used = made(USED + example, "terms/index.html")
    assert "Kontakta mig kontakt Version 2" in read(used)
    assert '<a href="kontakt.html">Kontakta mig</a>' in used
    assert "Alla ärendetyper har en egen villkorstext." in read(used)


def test_a_template_tells_its_purpose_text_versions_and_which_regions_build_on_it() -> None:
    told = history(WHOLE + NEWER.partition("--\n")[2], WHOLE + OLDER, file=TEMPLATE)
    local = "-- units/vc.yaml --\ncasetypes: {kontakta-mig: {}, egen: {local: {extends: kontakta-mig}}}\n"
    html = made(
        NEWER + USED + f"-- terms/kontakt.yaml --\n{text()}" + local, "templates/kontakta-mig.html", told, templates
    )
    assert "Kategori Kontakt Passar mottagningar som ringer upp Källa saknas" in read(html, "syfte")
    assert "Region Halland Kontakta mig , 1 mottagnings egen ärendetyp Aktiv på 2 Finns på 2" in read(html, "regioner")
    assert '<a href="../exempel/casetypes/kontakta-mig.html">Kontakta mig</a>' in html
    assert "Här borttaget: ringer . tillagt: skriver . du till oss." in read(html, "versioner")
    assert "20 maj 2026 Ändring 0 Roll 0 0000000000" in read(html, "andringar")


def test_the_list_of_templates_tells_how_many_regions_use_each() -> None:
    listed = read(made("", "templates/index.html", None, templates))
    assert "Kontakta mig Källa saknas Formulär Kontakt 1 av 1 regioner" in listed
