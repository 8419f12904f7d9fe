"""The live preview: what it shows of a tree that is being written, to whom, and that it leaves the tree alone."""

import hashlib
import os
import re
import socket
import struct
import subprocess
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from html import unescape
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from zipfile import ZipFile

import pytest
from nations import ROOT, basutbud, lay, nation, region
from serving import Served, served
from test_cli import PERSONAL_NAMES, PERSONAL_TEXTS
from test_site_pages import Page

from generator.files import Files
from generator.inputs import Tree
from generator.serving import moment as moments
from generator.serving.belonging import file_of, page_of
from generator.serving.moment import Moment
from generator.serving.pages import Answer, Pages
from generator.serving.preview import Preview
from generator.serving.watching import marks_of, settled
from generator.site.page import CONTENT_SECURITY_POLICY
from generator.site.site import RegionSite, region_pages
from generator.verdict import Source
from schema.tree import read_tree
from validate.examples import AS_OF, read_example
from validate.printable import printable
from validate.rule import Rule
from validate.rulebook import book_of, rules

UNIT = "halland/units/vc.html"
CASETYPE = "halland/casetypes/kontakta-mig.html"
FILE = "regions/halland/units/vc.yaml"
WRONG = "-- units/vc.yaml --\nstatus: aktiv\n"
MISSPELT = "-- units/vc.yaml --\ncasetypes: {kontakta-mej: }\n"
SAID = "Ärendetypen ”kontakta-mej” finns inte."
BAR = re.compile(rb'\n<aside class="live".*?</aside>', re.DOTALL)
HEAD = re.compile(
    rb'<link rel="stylesheet" href="/_basutbud/live.css">\n<script src="/_basutbud/live.js"[^>]*></script>\n'
)


def pages_of(files: Files, *chosen: str) -> Pages:
    return Pages(Moment(Tree(files, (), AS_OF), Source(), chosen), "sv")


def shown(answer: Answer) -> str:
    """What a reader sees of a page, whatever the marks."""
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]*>", "", answer.data.decode())))


def findings_on(answer: Answer) -> str:
    """What stands above a page."""
    found = BAR.search(answer.data)
    assert found is not None
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]*>", "", found[0].decode())))


def preview_of(root: Path, said: list[str], *chosen: str) -> Preview:
    return Preview(root, AS_OF, chosen, "sv", said.append)


# A page as it will be built, and what is put into it.


@pytest.fixture(scope="module")
def whole() -> Moment:
    """The configuration in this repository."""
    return Moment(Tree(read_tree(ROOT)[0], (), date(2026, 12, 1)), Source())


def test_a_page_is_as_it_will_be_built_but_for_its_bar_and_what_makes_it_live(whole: Moment) -> None:
    pages = Pages(whole, "sv")
    for name in ("halland", "vasternorrland"):
        site = RegionSite(whole.region(name), whole.verdict(name))
        for page in region_pages(site):
            answer = pages.at(f"{name}/{page.path}")
            assert (answer.status, answer.fault) == (200, None)
            data = answer.data
            if page.path.endswith(".html"):
                data = data.replace(b"; connect-src &#39;self&#39;", b"")
                data, bars = BAR.subn(b"", data)
                data, heads = HEAD.subn(b"", data)
                assert (bars, heads) == (1, 1), page.path
            assert data == page.make(), page.path


def test_every_page_above_the_regions_is_shown(whole: Moment) -> None:
    pages = Pages(whole, "sv")
    for path in whole.nation_shelf().pages:
        answer = pages.at(path)
        assert (answer.status, answer.fault) == (200, None), path
        assert not path.endswith(".html") or len(BAR.findall(answer.data)) == 1, path


def test_a_page_of_findings_is_sound() -> None:
    pages = pages_of(nation("halland", "skane", text=MISSPELT))
    for path in ("_basutbud/findings", "_basutbud/findings/skane", "nope.html", UNIT):
        page = Page()
        page.feed(pages.at(path).data.decode())
        assert (page.open, page.misnested, page.headings.count(1)) == ([], [], 1)
        assert len(page.ids) == len(set(page.ids))
        assert page.policy == f"{CONTENT_SECURITY_POLICY}; connect-src 'self'"
        assert {name for name in page.attributes if name.startswith("on") or name == "style"} == set()


# The findings on the pages that they concern.


def test_a_finding_stands_on_the_page_of_its_unit_and_on_no_other_unit_s() -> None:
    other = region("halland")[FILE].replace(b"PAHITT0001", b"PAHITT0002").replace(b"rdcentralen", b"rdcentral B")
    pages = pages_of({**region("halland", MISSPELT), "regions/halland/units/b.yaml": other})
    told = findings_on(pages.at(UNIT))
    assert f"Fel {SAID}" in told
    assert "Menade du ”kontakta-mig”?" in told
    assert "Gör så här: Rätta stavningen" in told
    line = region("halland", MISSPELT)[FILE].decode().splitlines().index("casetypes: {kontakta-mej: }") + 1
    assert f"{FILE}:{line}:13" in told
    assert f"{line} | casetypes: {{kontakta-mej: }}" in told
    assert '<a href="/rules/unknown-casetype.html">' in pages.at(UNIT).data.decode()
    assert SAID not in shown(pages.at("halland/units/b.html"))


def test_every_page_of_a_region_tells_how_it_is_with_the_region() -> None:
    pages = pages_of(nation("halland", "skane", text="") | region("halland", MISSPELT))
    told = findings_on(pages.at(CASETYPE))
    assert "Halland: 1 fel, " in told
    assert "Byggs inte förrän felen är rättade." in told
    assert "Byggs inte" not in findings_on(pages.at("skane/index.html"))
    assert 'href="/_basutbud/findings/halland"' in pages.at(UNIT).data.decode()
    assert "Alla regioner: 1 fel, " in findings_on(pages.at("index.html"))


def test_the_page_of_all_findings_groups_them_by_page() -> None:
    pages = pages_of(nation("halland", "skane", text=MISSPELT))
    text = pages.at("_basutbud/findings").data.decode()
    assert re.findall('<h2 id="[^"]*"><a href="([^"]*)">', text) == ["/halland/units/vc.html", "/skane/units/vc.html"]
    assert "Region Halland: 1 fel, 0 varningar, 0 råd" in shown(pages.at("_basutbud/findings"))
    only = pages.at("_basutbud/findings/skane").data.decode()
    assert re.findall('<h2 id="[^"]*"><a href="([^"]*)">', only) == ["/skane/units/vc.html"]


def test_a_finding_is_told_in_the_language_that_was_asked_for() -> None:
    pages = Pages(Moment(Tree(region("halland", MISSPELT), (), AS_OF), Source()), "en")
    told = findings_on(pages.at(UNIT))
    assert "Error There is no case type “kontakta-mej”." in told
    assert "What to do: " in told
    assert 'aria-label="Preview" lang="en"' in pages.at(UNIT).data.decode()


def _rule(id: str) -> Rule:
    return book_of()[id]


def test_what_is_waived_is_told_quietly() -> None:
    pages = pages_of(dict(read_example(_rule("waiver-unused").good).workspace.files))
    told = findings_on(pages.at("exempel/units/vc.html"))
    assert "0 fel, 0 varningar, 0 råd, 1 undantaget." in told
    assert "Inget att göra nu (1)" in told
    assert "Undantaget till och med 2026-08-31: Koden är ny i HSA 2026" in told
    assert '<ul class="fynd" aria-label' not in pages.at("exempel/units/vc.html").data.decode()


def _of_the_nation(moment: Moment) -> set[str]:
    """The paths of what stands above the regions, but for what is the same in all trees."""
    shared = ("rules/", "glossary", "accessibility", "LICENSES", "minisearch", "snowball")
    return {path for path in moment.nation_shelf().pages if not path.startswith(shared)}


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.id)
def test_whatever_is_wrong_it_is_told_on_some_page_and_every_page_is_shown(rule: Rule) -> None:
    workspace = read_example(rule.bad).workspace
    refused = tuple(misfit for misfit in workspace.misfits if misfit.kind in ("symbolic-link", "unreadable-file"))
    moment = Moment(Tree(workspace.files, refused, AS_OF), Source())
    pages = Pages(moment, "sv")
    paths = _of_the_nation(moment)
    for name in moment.regions:
        paths |= {f"{name}/index.html", *(f"{name}/{path}" for path in moment.region_shelf(name).pages)}
    paths |= {page_of(path).lstrip("/") for path in workspace.files}
    answers = {path: pages.at(path) for path in sorted(paths) if path.endswith(".html")}
    assert {path: answer.fault for path, answer in answers.items() if answer.fault or answer.status == 500} == {}
    told = "".join(map(shown, answers.values()))
    for part in ("", *moment.regions):
        for found in moment.findings(part):
            message = printable(found.message(moment.book[found.rule].of(found.region), "sv"))
            assert re.sub(r"\s+", " ", message) in told


@pytest.mark.parametrize("path", sorted(path for path in region("halland") if path.endswith(".yaml")))
def test_a_file_that_was_saved_by_half_breaks_nothing(path: str) -> None:
    files = region("halland", "-- basutbud.yaml --\n[]\n")
    for length in range(0, len(files[path]), 7):
        pages = pages_of({**files, path: files[path][:length]})
        for page in (
            "index.html",
            "halland/index.html",
            UNIT,
            "halland/casetypes/kontakta-mig.html",
            page_of(path)[1:],
        ):
            answer = pages.at(page)
            assert answer.fault is None, (length, page)
            assert answer.status in (200, 404), (length, page)


# Where a page cannot be.


def test_the_page_of_a_file_that_cannot_be_read_says_why_at_its_usual_place() -> None:
    files = region("halland")
    pages = pages_of({**files, FILE: files[FILE] + b"x: [\n"})
    answer = pages.at(UNIT)
    assert answer.status == 200
    assert "Mottagning: vc (halland)" in shown(answer)
    assert "Parentesen som börjar här tar aldrig slut." in shown(answer)
    # Nothing else leads to the page while it cannot be shown.
    assert "Parentesen som börjar här tar aldrig slut." in findings_on(pages.at("halland/index.html"))


def test_without_the_region_s_own_file_every_page_of_it_says_so() -> None:
    files = region("halland")
    pages = pages_of({**files, "regions/halland/region.yaml": files["regions/halland/region.yaml"] + b"nonsens: 1\n"})
    start = pages.at("halland/index.html")
    assert start.status == 200
    assert "Nyckeln ”nonsens” finns inte här." in shown(start)
    assert "Nyckeln ”nonsens” finns inte här." in shown(pages.at(UNIT))


def test_decisions_that_cannot_be_read_say_so_on_their_pages() -> None:
    pages = pages_of(region("halland", "== basutbud.yaml ==\n- idd: a\n"))
    assert "Nyckeln ”idd” finns inte här." in shown(pages.at("halland/decisions/a.html"))


def test_what_is_made_without_a_file_that_does_not_fit_says_that_it_may_be_wrong() -> None:
    files = region("halland")
    template = "casetype_templates/kontakta-mig.yaml"
    pages = pages_of({**files, template: b"", FILE: files[FILE] + b"nonsens: 1\n"})
    said = f"kan vara fel. De här filerna läses inte förrän felen i dem är rättade: {template}, {FILE}."
    for path in ("index.html", "halland/index.html", "halland/units/index.html", "halland/inventory.html"):
        assert said in findings_on(pages.at(path)), path
    assert "kan vara fel" not in findings_on(pages_of(files).at(UNIT))


def test_the_page_of_a_sound_file_that_builds_on_a_broken_one_says_why_it_cannot_be_shown() -> None:
    own = "== casetypes/kontakta-mig.yaml ==\nextends: kontakta-mig\n"
    answer = pages_of({**region("halland", own), "casetype_templates/kontakta-mig.yaml": b""}).at(CASETYPE)
    assert answer.status == 200
    assert "Den kommer tillbaka när felen är rättade" in shown(answer)


def _raising(error: Exception) -> Callable[..., Iterator[None]]:
    def kind(_: object) -> Iterator[None]:
        raise error
        yield

    return kind


@pytest.mark.parametrize(("text", "status"), [("", 500), (MISSPELT, 200)])
def test_a_view_that_raises_is_the_configuration_s_fault_only_where_that_is_wrong(
    monkeypatch: pytest.MonkeyPatch, text: str, status: int
) -> None:
    error = KeyError("x")
    monkeypatch.setattr(moments, "region_kinds", lambda: [_raising(error)])
    answer = pages_of(region("halland", text)).at(UNIT)
    assert (answer.status, answer.fault) == (status, error if status == 500 else None)
    assert (SAID in shown(answer)) == (status == 200)
    assert ("Det är inte konfigurationens fel." in shown(answer)) == (status == 500)


def test_a_view_of_all_regions_may_raise_because_of_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(moments, "nation_kinds", lambda: [_raising(KeyError("x"))])
    pages = pages_of(nation("halland", "skane") | region("halland", MISSPELT))
    assert pages.at("index.html").status == 500
    pages.at(UNIT)
    answer = pages.at("index.html")
    assert (answer.status, answer.fault) == (200, None)
    assert SAID in shown(answer)


def test_a_kind_of_page_that_cannot_be_listed_takes_no_other_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(moments, "region_kinds", lambda: [_raising(KeyError("x")), region_pages])
    pages = pages_of(region("halland", MISSPELT))
    assert "Påhittade vårdcentralen" in shown(pages.at(UNIT))


def test_what_is_not_there_is_not_found() -> None:
    pages = pages_of(nation("halland", "skane"), "halland")
    for path in ("nope.html", "halland/units/nope.html", "atlantis/index.html", "_basutbud/nope", "halland/x.js", "é"):
        assert pages.at(path).status == 404, path
    assert "Sidan finns inte" in shown(pages.at("atlantis/index.html"))
    assert "startades med --region" in shown(pages.at("skane/index.html"))
    assert pages.at("skane/units/vc.html").status == 404
    assert b"skane/index.html" not in pages.at("index.html").data


def test_a_file_has_one_page_and_a_page_one_file() -> None:
    for file in (FILE, "regions/a/terms/b.yaml", "regions/a/messages/b.yaml", "casetype_templates/b.yaml"):
        assert file_of(page_of(file)[1:]) == file
    assert page_of("regions/halland/waivers.yaml") == "/halland/index.html"
    assert page_of("casetype_templates/README.txt") == "/index.html"
    assert page_of("regions/a\\b/x.yaml") == "/a%5Cb/index.html"
    assert [file_of(path) for path in ("a/units/../x.html", "a/b/c/d.html", "x.html", "")] == ["", "", "", ""]


# Personal numbers.


def _digits_of_a_person(text: str) -> list[str]:
    return re.findall(r".{0,40}800101[-+ ]?\d.*", text)


def _everything_shown(files: Files) -> str:
    moment = Moment(Tree(files, (), AS_OF), Source())
    pages = Pages(moment, "sv")
    paths = {"_basutbud/findings", *_of_the_nation(moment)}
    for name in moment.regions:
        paths |= {f"_basutbud/findings/{name}", *(f"{name}/{path}" for path in moment.region_shelf(name).pages)}
    return "\n".join(_text(pages.at(path).data) for path in sorted(paths))


def _text(data: bytes) -> str:
    """All that is written in a page, or in a workbook."""
    if not data.startswith(b"PK"):
        return data.decode()
    with ZipFile(BytesIO(data)) as workbook:
        return "\n".join(workbook.read(name).decode() for name in workbook.namelist())


@pytest.mark.parametrize(("path", "change"), PERSONAL_TEXTS.values(), ids=PERSONAL_TEXTS)
def test_no_page_repeats_a_personal_number(path: str, change: tuple[str, str]) -> None:
    files = region("halland", "-- groups.yaml --\na: {title: A, list: a.csv}\n-- lists/a.csv --\nHSA-id\n")
    files[path] = files[path].decode().replace(*change).encode()
    assert _digits_of_a_person(_everything_shown(files)) == []


@pytest.mark.parametrize("name", PERSONAL_NAMES)
def test_no_page_repeats_a_personal_number_in_the_name_of_a_file(name: str) -> None:
    unit = region("halland")[FILE].replace(b"PAHITT0001", b"PAHITT0002")
    assert _digits_of_a_person(_everything_shown({**region("halland"), name: unit})) == []


# Hostile texts.


def test_names_of_files_and_folders_are_shown_as_text() -> None:
    odd = """"><script>alert(1) '&amp; \\evil.example \u202e"""
    files = nation("halland", "skane") | {
        f"regions/{odd}/region.yaml": b"name: x\n",
        f"regions/{odd}/units/{odd}.yaml": b"a: [\n",
        f"regions/halland/units/{odd}.yaml": b"a: [\n",
        f"regions/{odd}/units/vc.yaml": nation("halland")[FILE],
        f"casetype_templates/{odd}.yaml": b"a: [\n",
        "regions/\udcff/region.yaml": b"",
    }
    pages = pages_of(files)
    paths = [
        "index.html",
        "_basutbud/findings",
        f"_basutbud/findings/{odd}",
        f"{odd}/index.html",
        f"{odd}/units/vc.html",
    ]
    for path in (*paths, f"{odd}/units/{odd}.html", f"halland/units/{odd}.html", "halland/index.html"):
        answer = pages.at(path)
        page = Page()
        page.feed(answer.data.decode())
        assert (page.open, page.misnested, answer.fault) == ([], [], None), path
        assert "<script>" not in answer.data.decode()
        assert "\u202e" not in answer.data.decode()
        assert [link for link in page.links if re.match(r"[a-z]+:|//|/?\\", link)] == []
    assert pages.at(odd).location == "/%22%3E%3Cscript%3Ealert%281%29%20%27%26amp%3B%20%5Cevil.example%20%E2%80%AE/"


# What is looked at, and what is kept.


def test_only_the_region_that_is_looked_at_is_loaded() -> None:
    moment = Moment(Tree(nation(), (), AS_OF), Source())
    Pages(moment, "sv").at(UNIT)
    assert [name for name in moment.regions if moment.is_known(name)] == ["halland"]


def test_what_has_not_changed_is_taken_over() -> None:
    before = Moment(Tree(nation(), (), AS_OF), Source())
    for name in ("", *before.regions):
        before.part(name)
    after = Moment(Tree({**nation(), **region("halland", MISSPELT)}, (), AS_OF), Source(), (), before)
    assert [name for name in after.regions if after.is_known(name)] == ["skane", "stockholm"]
    assert after.region("skane") is before.region("skane")
    assert after.version("skane") == before.version("skane")
    assert after.version("halland") != before.version("halland")
    assert after.version("") != before.version("")
    assert after.version("atlantis") == ""


def test_a_national_file_changes_every_region() -> None:
    before = Moment(Tree(nation(), (), AS_OF), Source())
    template = "casetype_templates/kontakta-mig.yaml"
    after = Moment(Tree({**nation(), template: nation()[template] + b"\n"}, (), AS_OF), Source(), (), before)
    assert all(after.version(name) != before.version(name) for name in before.regions)


def test_regions_are_held_against_each_other_when_all_have_been_looked_at() -> None:
    files = nation("halland", "skane")
    path = "regions/skane/units/vc.yaml"
    files[path] = files[path].replace(b"SE2321000255", b"SE2321000115")
    moment = Moment(Tree(files, (), AS_OF), Source())
    pages = Pages(moment, "sv")
    alone = moment.version("halland")
    assert "hsa-id-repeated" not in {found.rule for found in moment.findings("halland")}
    pages.at("index.html")
    assert "hsa-id-repeated" in {found.rule for name in moment.regions for found in moment.findings(name)}
    changed = [name for name in moment.regions if "hsa-id-repeated" in {f.rule for f in moment.findings(name)}]
    assert ("halland" in changed) == (moment.version("halland") != alone)


def test_somebody_who_saves_in_several_steps_is_waited_for(tmp_path: Path) -> None:
    root = lay(tmp_path, region("halland"))
    steps = [b"a", b"ab", b"abc"]

    def wait(_: float) -> bool:
        if steps:
            (root / FILE).write_bytes(steps.pop(0))
        return False

    assert settled(root, marks_of(root), wait) == marks_of(root)
    assert (root / FILE).read_bytes() == b"abc"
    assert settled(root, {}, lambda _: True) == {}


def test_looking_at_a_tree_from_outside_sees_every_change_and_no_hidden_file(tmp_path: Path) -> None:
    root = lay(tmp_path, region("halland"))
    seen = [marks_of(root)]
    (root / "regions/halland/units/.vc.yaml.swp").write_bytes(b"")
    assert marks_of(root) == seen[0]
    changes: list[Callable[[], object]] = [
        partial((root / FILE).write_bytes, b"a"),
        partial((root / FILE).rename, root / "regions/halland/units/b.yaml"),
        partial((root / "regions/halland/messages").mkdir),
        partial((root / "regions/halland/messages/a.yaml").symlink_to, "nowhere.yaml"),
        partial((root / "regions").rename, root / "elsewhere"),
    ]
    for change in changes:
        change()
        seen.append(marks_of(root))
    assert all(one != other for one, other in pairwise(seen))


def test_a_fault_of_ours_is_told_once_and_the_preview_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    preview = preview_of(lay(tmp_path, region("halland")), said)
    for _ in range(2):
        preview.tell_fault("/a", KeyError("b"))
    assert said == ["/a: KeyError: 'b'"]
    waits = iter([False, False, True])
    monkeypatch.setattr(preview, "_stopped", type("", (), {"wait": lambda *_: next(waits)})())
    monkeypatch.setattr(preview, "_look", lambda: 1 / 0)
    preview.watch()
    assert said[1:] == ["Det gick inte att följa filerna: ZeroDivisionError: division by zero"]


# Over HTTP, as a process.


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A tree that no test writes in."""
    return lay(tmp_path_factory.mktemp("tree"), nation("halland", "skane"))


@pytest.fixture(scope="module")
def preview(root: Path) -> Iterator[Served]:
    with served(root) as running:
        yield running


def test_the_pages_are_there(preview: Served) -> None:
    for path in (
        "/",
        "/index.html",
        "/halland/",
        "/halland/index.html",
        "/halland/units/vc.html",
        "/_basutbud/findings",
    ):
        response, text = preview.ask(path)
        assert (response.status, response.headers["Content-Type"]) == (200, "text/html; charset=utf-8"), path
        assert "<h1>" in text
    assert preview.ask("/style.css")[0].headers["Content-Type"] == "text/css; charset=utf-8"
    assert preview.ask("/_basutbud/live.js")[0].headers["Content-Type"] == "text/javascript; charset=utf-8"
    response, _ = preview.ask("/halland")
    assert (response.status, response.headers["Location"]) == (301, "/halland/")


def test_every_answer_says_what_a_browser_may_do_with_it(preview: Served) -> None:
    for path in ("/", "/style.css", "/nope.html", "/halland"):
        headers = preview.ask(path)[0].headers
        assert headers["Content-Security-Policy"] == (
            f"{CONTENT_SECURITY_POLICY}; connect-src 'self'; frame-ancestors 'none'"
        )
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Cache-Control"] == "no-store"
        assert headers["Referrer-Policy"] == "no-referrer"
        assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
        assert headers["Server"] == "basutbud"
        assert not [name for name in headers if name.lower().startswith("access-control")]


def test_a_head_is_a_get_without_its_body(preview: Served) -> None:
    for path in ("/", "/halland/units/vc.html", "/style.css", "/_basutbud/events"):
        response, body = preview.ask(path, "HEAD")
        assert (response.status, body) == (200, "")


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "get"])
def test_nothing_but_reading_is_answered(preview: Served, method: str) -> None:
    response, body = preview.ask("/", method)
    assert (response.status, response.headers["Allow"], body) == (405, "GET, HEAD", "Det går bara att läsa här.\n")


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example:{port}",
        "127.0.0.1",
        "127.0.0.1:1",
        "localhost",
        "0.0.0.0:{port}",
        "",
        "[::1]:{port}",
    ],
)
def test_a_page_elsewhere_that_gives_itself_this_address_reads_nothing(preview: Served, host: str) -> None:
    for path in ("/", "/_basutbud/events"):
        response, body = preview.ask(path, Host=host.format(port=preview.port))
        assert (response.status, body) == (421, "Den adressen visas inte.\n")


def test_the_host_must_be_named_once(preview: Served) -> None:
    own = f"Host: localhost:{preview.port}\r\n"
    assert preview.said(f"GET / HTTP/1.1\r\n{own}\r\n".encode()).startswith(b"HTTP/1.0 200 ")
    assert preview.said(f"GET / HTTP/1.1\r\n{own.upper()}\r\n".encode()).startswith(b"HTTP/1.0 200 ")
    assert preview.said(f"GET / HTTP/1.1\r\n{own}Host: evil.example\r\n\r\n".encode()).startswith(b"HTTP/1.0 421 ")
    assert preview.said(b"GET / HTTP/1.1\r\n\r\n").startswith(b"HTTP/1.0 421 ")


@pytest.mark.parametrize(
    "path",
    [
        "/../../../../etc/passwd",
        "/..%2f..%2f..%2fetc/passwd",
        "/%2e%2e/%2e%2e/etc/passwd",
        "//etc/passwd",
        "/halland/../../../etc/passwd",
        "/halland/units/..%5c..%5cvc.yaml",
        "/regions/halland/units/vc.yaml",
        "/halland/units/vc.yaml",
        "/_basutbud/../halland/region.yaml",
        "/_basutbud/live.py",
        "/etc/passwd%00.html",
        "http://evil.example/",
        "/%ff%fe",
        "/%",
    ],
)
def test_nothing_but_pages_can_be_read(preview: Served, path: str) -> None:
    response, body = preview.ask(path, Host=f"localhost:{preview.port}")
    assert response.status == 404
    assert "root:" not in body
    assert "hsa_id" not in body


@pytest.mark.parametrize(
    "payload",
    [b"", b"\r\n\r\n", b"GET\r\n\r\n", b"\x16\x03\x01\x02\x00\x01", b"GET / HTTP/9.9\r\n\r\n", b"GET /" + b"a" * 70000],
)
def test_what_is_not_http_stops_nothing(preview: Served, payload: bytes) -> None:
    with socket.create_connection(("127.0.0.1", preview.port), timeout=10) as connection:
        connection.sendall(payload)
    assert preview.ask("/style.css")[0].status == 200


def _listening(pid: int) -> list[tuple[str, int]]:
    """The addresses that a process listens on, as the system tells them: `0100007F` is 127.0.0.1."""
    own = set()
    for link in Path(f"/proc/{pid}/fd").iterdir():
        target = os.readlink(link)
        own |= {target[8:-1]} if target.startswith("socket:[") else set()
    rows = [line.split() for name in ("tcp", "tcp6", "udp", "udp6") for line in _table(pid, name)]
    return [
        (row[1].split(":")[0], int(row[1].split(":")[1], 16))
        for row in rows
        if row[9] in own and row[3] in ("0A", "07")
    ]


def _table(pid: int, name: str) -> list[str]:
    file = Path(f"/proc/{pid}/net/{name}")
    return file.read_text().splitlines()[1:] if file.exists() else []


@pytest.mark.skipif(not Path("/proc/net/tcp").exists(), reason="the system does not tell who listens where")
def test_it_listens_on_the_loopback_address_alone(preview: Served) -> None:
    assert _listening(preview.process.pid) == [("0100007F", preview.port)]


def _tab_that_vanishes(preview: Served) -> None:
    connection = socket.create_connection(("127.0.0.1", preview.port))
    connection.sendall(
        f"GET /_basutbud/events?page=/halland/ HTTP/1.1\r\nHost: localhost:{preview.port}\r\n\r\n".encode()
    )
    assert connection.recv(10).startswith(b"HTTP/1.0 2")
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    connection.close()


def test_a_save_is_told_and_its_finding_is_shown_until_it_is_mended(tmp_path: Path) -> None:
    root = lay(tmp_path, nation("halland", "skane"))
    right = (root / FILE).read_bytes()
    with served(root) as preview:
        assert SAID not in preview.page(f"/{UNIT}")
        _tab_that_vanishes(preview)
        with preview.events(f"/{UNIT}") as versions, preview.events("/skane/index.html") as others:
            first, other = next(versions), next(others)
            assert f'data-version="{first}"' in preview.page(f"/{UNIT}")
            (root / FILE).write_bytes(region("halland", MISSPELT)[FILE])
            second = next(versions)
            assert second != first
            assert f"{SAID} Menade du" in preview.page(f"/{UNIT}")
            (root / FILE).write_bytes(right)
            assert next(versions) == first
            assert SAID not in preview.page(f"/{UNIT}")
            # The other region was let alone; what it tells next is of its own.
            path = root / "regions/skane/region.yaml"
            path.write_bytes(path.read_bytes() + b"# \n")
            assert next(others) not in (first, second, other)
        status, said = preview.stop()
    assert (status, said) == (0, "Visas så länge kommandot körs. Stoppa med Ctrl-C.\nStoppad.\n")


def test_files_and_regions_and_the_whole_tree_may_come_and_go(tmp_path: Path) -> None:
    root = lay(tmp_path / "tree", nation("halland", "skane"))
    with served(root) as preview:
        assert preview.ask("/skane/")[0].status == 200
        (root / FILE).write_bytes(b"\xff\xfe\x00: [")
        preview.until(f"/{UNIT}", "Mottagning: vc (halland)")
        (root / FILE).unlink()
        assert "Sidan finns inte" in preview.until(f"/{UNIT}", "Sidan finns inte")
        (root / "regions/skane").rename(tmp_path / "skane")
        preview.until("/skane/", "Sidan finns inte")
        assert "skane/index.html" not in preview.page("/")
        (tmp_path / "skane").rename(root / "regions/skane")
        preview.until("/skane/", "Region Skåne")
        root.rename(tmp_path / "gone")
        preview.until("/skane/", "Sidan finns inte")
        assert preview.ask("/")[0].status == 200
        lay(root, nation("halland", "skane"))
        preview.until(f"/{UNIT}", "Påhittade vårdcentralen")
        status, said = preview.stop()
    assert (status, said.count("\n")) == (0, 2)


def _state(folder: Path) -> dict[str, tuple[str, int]]:
    """Every entry with what is in it and when that was changed."""
    return {
        path.relative_to(folder).as_posix(): (
            hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "",
            path.lstat().st_mtime_ns,
        )
        for path in folder.rglob("*")
    }


def _git(root: Path, *arguments: str) -> None:
    identity = ["-c", "user.name=A", "-c", "user.email=a@a.example", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *identity, *arguments], cwd=root, check=True, capture_output=True)


def test_it_leaves_the_tree_alone(tmp_path: Path) -> None:
    root = lay(tmp_path, nation("halland", "skane", text=MISSPELT))
    _git(root, "init")
    _git(root, "add", ".")
    _git(root, "commit", "-m", "a")
    # Git would note here that the file is as it was.
    os.utime(root / FILE)
    for path in root.rglob("*"):
        path.chmod(0o555 if path.is_dir() else 0o444)
    before = _state(root)
    with served(root) as preview:
        for path in ("/", f"/{UNIT}", "/skane/", "/_basutbud/findings", "/search.html", "/inventory.html"):
            preview.page(path)
        with preview.events(f"/{UNIT}") as versions:
            next(versions)
        assert preview.stop()[0] == 0
    assert _state(root) == before
    for path in root.rglob("*"):
        path.chmod(0o755 if path.is_dir() else 0o644)


def test_a_commit_is_told_though_no_file_has_changed(tmp_path: Path) -> None:
    root = lay(tmp_path, nation("halland", "skane"))
    _git(root, "init")
    _git(root, "add", ".")
    with served(root) as preview, preview.events("/halland/index.html") as versions:
        first = next(versions)
        _git(root, "commit", "-m", "Första gången")
        assert next(versions) != first
        assert "Första gången" in preview.page(f"/{UNIT}")
        assert preview.stop()[0] == 0


def test_a_port_that_is_taken_is_wrong_use(preview: Served, root: Path) -> None:
    process = basutbud("serve", "--root", root, "--port", str(preview.port))
    assert (process.returncode, process.stdout) == (2, "")
    assert f"Porten {preview.port} går inte att använda: Address already in use." in process.stderr
    assert "Traceback" not in process.stderr


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--port", "65536"], "65536"),
        (["--port", "x"], "x"),
        (["--region", "hallan"], "Menade du halland?"),
        (["--root", "/nowhere/at/all"], "/nowhere/at/all"),
    ],
)
def test_wrong_use_is_told(root: Path, options: list[str], said: str) -> None:
    given = [] if "--root" in options else ["--root", str(root)]
    process = basutbud("serve", *given, *options)
    assert (process.returncode, process.stdout) == (2, "")
    assert said in process.stderr


def test_only_chosen_regions_are_shown(root: Path) -> None:
    with served(root, "--region", "skane") as preview:
        assert preview.ask("/skane/units/vc.html")[0].status == 200
        assert preview.ask("/halland/units/vc.html")[0].status == 404
        assert preview.stop()[0] == 0
