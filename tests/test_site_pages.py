"""The documentation site: that every page of it is sound."""

import re
import tomllib
from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from posixpath import basename, dirname, join, normpath
from urllib.parse import parse_qs, unquote

from test_site import UNIT, built, example, read

from generator.files import Files
from generator.site.page import CONTENT_SECURITY_POLICY
from schema.load import load
from schema.tree import read_tree
from validate.rulebook import rules

ROOT = Path(__file__).parent.parent
DAY = date(2026, 11, 21)
EMPTY = {"br", "input", "link", "meta"}


@dataclass
class Page(HTMLParser):
    """What the tests ask of a page."""

    links: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    headings: list[int] = field(default_factory=list)
    languages: list[str] = field(default_factory=list)
    title: str = ""
    policy: str = ""
    labelled: list[str] = field(default_factory=list)
    controls: list[str] = field(default_factory=list)
    tables: list[list[str]] = field(default_factory=list)
    open: list[str] = field(default_factory=list)
    misnested: list[str] = field(default_factory=list)
    attributes: set[str] = field(default_factory=set)
    tags: set[str] = field(default_factory=set)
    scripts: list[str] = field(default_factory=list)
    options: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.tags.add(tag)
        self.attributes |= set(given)
        self.links += [given[name] for name in ("href", "src") if name in given]
        self.ids += [given["id"]] if "id" in given else []
        self.headings += [int(tag[1])] if re.fullmatch("h[1-6]", tag) else []
        self.languages += [given["lang"]] if tag == "html" else []
        if tag == "meta" and given.get("http-equiv") == "Content-Security-Policy":
            self.policy = given["content"]
        self.labelled += [given["for"]] if tag == "label" else []
        self.labelled += [given["aria-describedby"]] if "aria-describedby" in given else []
        if tag in ("input", "textarea", "select"):
            self.controls.append(given["id"])
        if tag == "script":
            self.scripts.append(given.get("src", "") if set(given) == {"src", "defer"} else str(given))
        if tag == "option":
            self.options.append(given["value"])
        if tag == "table":
            self.tables.append([])
        if self.tables and tag in ("caption", "th"):
            self.tables[-1].append(f"{tag} {given.get('scope', '')}".strip())
        if tag not in EMPTY:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.open and self.open[-1] == tag:
            self.open.pop()
        else:
            self.misnested.append(tag)

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] == "title":
            self.title += data
        if self.open and self.open[-1] == "script":
            self.scripts.append(data)


def pages(files: Files) -> dict[str, Page]:
    found = {}
    for path, data in files.items():
        if path.endswith(".html"):
            found[path] = Page()
            found[path].feed(data.decode())
    return found


@cache
def whole() -> Files:
    """The site of the configuration in this repository."""
    return built(load(read_tree(ROOT)[0], DAY))


def exists(link: str, path: str, files: Files, found: dict[str, Page]) -> bool:
    """Whether a link leads to a file, and to an anchor in it or something that the file's own script shows."""
    file, _, anchor = link.partition("#")
    target = normpath(join(dirname(path), file)) if file else path
    if target not in files or not anchor:
        return target in files
    folder = dirname(target)
    if anchor in found[target].ids:
        return True
    if basename(target) == "preview.html":
        casetype, _, unit = unquote(anchor).partition("/")
        wanted = {f"{folder}/data/casetypes/{casetype}.js", f"{folder}/units/{unit or 'index'}.html"}
        return wanted <= set(files)
    if basename(target) in ("inventory.html", "search.html") and "=" in anchor:
        script = files[basename(target).replace(".html", ".js")].decode()
        asked = parse_qs(anchor, strict_parsing=True)
        values = {value for each in asked.values() for value in each} if basename(target) == "inventory.html" else set()
        known = all(f'"{name}"' in script or f"{name}:" in script for name in asked)
        return known and values <= set(found[target].options)
    return False


def test_every_link_leads_to_a_file_and_an_anchor_that_exist() -> None:
    files = whole()
    found = pages(files)
    links = {(path, link) for path, page in found.items() for link in page.links}
    assert sorted((path, link) for path, link in links if not exists(link, path, files, found)) == []


def test_there_is_a_page_for_everything_that_the_configuration_has() -> None:
    workspace = load(read_tree(ROOT)[0], DAY)
    wanted = {f"{name}.html" for name in ("index", "search", "inventory", "glossary", "accessibility")}
    wanted |= {"rules/index.html", *(f"rules/{rule.id}.html" for rule in rules())}
    wanted |= {"templates/index.html", *(f"templates/{id}.html" for id in workspace.templates)}
    for tree in workspace.regions.values():
        own = {"index", "units/index", "terms/index", "inventory", "preview", "rules", "manuals/index"}
        own |= {f"units/{id}" for id in tree.units}
        own |= {f"casetypes/{id}" for id in tree.casetypes}
        own |= {f"terms/{id}" for id in tree.terms}
        own |= {f"messages/{id}" for id in tree.messages}
        own |= {f"decisions/{decision.id}" for decision in tree.decisions}
        for offer in tree.offers():
            page = f"{offer.id}@{offer.unit.file_id}" if offer.base.governance == "local" else offer.id
            own |= {f"casetypes/{page}"}
        wanted |= {f"{tree.id}/{path}.html" for path in own}
    made = {path for path in whole() if path.endswith(".html")}
    assert wanted - made == set()
    assert {path for path in made - wanted if not re.fullmatch(r"[a-z-]+/manuals/[a-z-]+\.html", path)} == set()


def test_every_page_is_in_swedish_with_one_main_heading_and_headings_in_order() -> None:
    for path, page in pages(whole()).items():
        assert page.languages == ["sv"], path
        assert page.headings.count(1) == 1, path
        steps = [later - earlier for earlier, later in zip(page.headings, page.headings[1:], strict=False)]
        assert (page.headings[0], max(steps, default=0) <= 1) == (1, True), path


def test_every_page_runs_the_sites_own_scripts_alone_and_fetches_nothing() -> None:
    files = whole()
    for path, page in pages(files).items():
        assert page.policy == CONTENT_SECURITY_POLICY, path
        assert page.tags & {"iframe", "img", "object", "embed", "form", "base", "style"} == set(), path
        assert {normpath(join(dirname(path), script)) for script in page.scripts} <= set(files), path
        assert {name for name in page.attributes if name.startswith("on") or name == "style"} == set(), path
        assert [link for link in page.links if re.match(r"[a-z]+:|/", link)] == [], path


def test_every_page_has_a_title_of_its_own() -> None:
    titles = Counter(page.title for page in pages(whole()).values())
    assert [title for title, count in titles.items() if count > 1] == []


def test_every_page_nests_its_elements_and_names_each_id_once() -> None:
    for path, page in pages(whole()).items():
        assert (page.open, page.misnested) == ([], []), path
        assert [id for id, count in Counter(page.ids).items() if count > 1] == [], path


def test_every_control_has_a_label_and_every_table_a_caption_and_scopes() -> None:
    for path, page in pages(whole()).items():
        assert set(page.controls) - set(page.labelled) == set(), path
        assert set(page.labelled) - set(page.ids) == set(), path
        for table in page.tables:
            assert table[0] == "caption", path
            assert set(table[1:]) <= {"th col", "th row"}, path


def test_a_page_weighs_less_than_30_kilobytes_on_average() -> None:
    sizes = [len(data) for path, data in whole().items() if path.endswith(".html")]
    assert sum(sizes) / len(sizes) < 30_000


def test_building_twice_gives_the_same_bytes_whatever_order_the_files_come_in() -> None:
    turned = dict(reversed(read_tree(ROOT)[0].items()))
    assert built(load(turned, DAY)) == whole()


def test_only_the_first_page_and_those_of_regions_and_of_their_terms_tell_the_day() -> None:
    next_day = built(load(read_tree(ROOT)[0], DAY + timedelta(days=1)))
    changed = {path for path, data in whole().items() if next_day[path] != data}
    told = {"index.html", *(path for path in next_day if re.fullmatch(r"[^/]+/(terms/)?index\.html", path))}
    assert changed == told - {"templates/index.html", "rules/index.html"}


def test_hostile_texts_are_shown_as_text() -> None:
    files = example(
        r"""
-- units/vc.yaml (escaped) --
hsa_id: SE2321000115-PAHITT0001
name: '<script>alert("1")</script> & ''two'' \u202eemit'
status: active
business_type: vardcentral
care_level: primary
governed_by: forvaltning
municipality: "1380"
phone: '"><img src=x onerror=alert(1)>'
casetypes:
  kontakta-mig:
    extra_points:
      - {id: mer, text: '{telefon} </details></li>'}
    description: '<i>{enhet}</i>'
"""
    )
    for path, page in pages(files).items():
        assert page.tags & {"img", "i"} == set(), path
        assert {normpath(join(dirname(path), script)) for script in page.scripts} <= set(files), path
        assert (page.open, page.misnested) == ([], []), path
    page_of_unit = files[UNIT].decode()
    assert "&#34;&gt;&lt;img src=x onerror=alert(1)&gt;" in page_of_unit
    assert "<h1>&lt;script&gt;alert(&#34;1&#34;)&lt;/script&gt; &amp; &#39;two&#39; [U+202E]emit</h1>" in page_of_unit
    assert "\u202e" not in page_of_unit
    assert "Beskrivning: <i> {enhet} </i>" in read(files[UNIT])
    for path, data in files.items():
        assert path.endswith(".xlsx") or "\u202e" not in data.decode(), path


def test_units_with_the_same_name_have_titles_that_tell_them_apart() -> None:
    files = example(
        """
== units/annan.yaml ==
hsa_id: SE2321000115-PAHITT0002
name: Påhittade vårdcentralen
status: planned
business_type: vardcentral
care_level: primary
governed_by: forvaltning
municipality: "1380"
phone: 031-390 06 00
"""
    )
    titles = sorted(page.title for path, page in pages(files).items() if re.search("/units/(?!index)", path))
    assert titles == [
        "Påhittade vårdcentralen (annan) – mottagning i Region Halland",
        "Påhittade vårdcentralen (vc) – mottagning i Region Halland",
    ]


def test_the_templates_and_the_style_are_part_of_the_package() -> None:
    listed = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["setuptools"]["package-data"]["generator"]
    assert {"site/templates/*", "site/static/*"} <= set(listed)
