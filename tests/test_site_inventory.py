"""The inventory: which units have which case types, as a page, as data and as files for a spreadsheet."""

import csv
import json
import re
from datetime import date
from functools import cache
from io import BytesIO, StringIO
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from pydantic import TypeAdapter
from test_site import built, example, read

from generator.files import Files, canonical
from generator.outputs import Summary, summary_of
from generator.site.inventory.semicolons import csv_of
from generator.site.inventory.sheet import LONGEST_CELL, Sheet, fitting, looks_like_formula
from generator.site.inventory.stock import Stock, stock_of
from generator.site.inventory.workbook import xlsx_of
from schema.load import load
from schema.tree import read_tree
from validate.examples import read_example

ROOT = Path(__file__).parent.parent
DAY = date(2026, 12, 1)

UNITS = """
-- units/vc.yaml --
hsa_id: SE2321000115-PAHITT0001
name: Åsvikens vårdcentral
status: active
business_type: vardcentral
care_level: primary
governed_by: forvaltning
municipality: "1380"
phone: 031-390 06 00
casetypes:
  kontakta-mig: {active: false}
  eget:
    local:
      name: Bara vårt eget
      kind: form
      category: Kontakt
      form: [{id: vad, question: Vad, type: text}]
-- casetypes/recept.yaml --
extends: kontakta-mig
name: Regionens recept
governance: central
== units/bvc.yaml ==
hsa_id: SE2321000115-PAHITT0002
name: "=cmd|' /C calc'!A0"
status: planned
business_type: bvc
care_level: primary
governed_by: forvaltning
municipality: "1380"
phone: 031-390 06 01
casetypes:
  recept: {active: true}
-- basutbud.yaml --
- id: beslut
  title: Beslutet
  decided: {by: Nämnden, on: 2026-01-01, reference: HS 1}
  valid: {from: 2026-02-01}
  require:
    - casetype: kontakta-mig
      name: Kontakt
    - casetype: finns-inte
"""


def stock() -> Stock:
    return stock_of(read_example(UNITS).workspace.regions["exempel"])


@cache
def files() -> Files:
    return example(UNITS)


def cells(data: bytes) -> list[list[str]]:
    return list(csv.reader(StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))


def data_of(script: bytes) -> dict[str, list[list[object]]]:
    found = re.fullmatch(r'basutbud\.keep\("([^"]+)",(.*)\);\n', script.decode())
    assert found is not None
    value = json.loads(found[2])
    assert isinstance(value, dict)
    return value


def sheet_of(data: bytes, name: str) -> Worksheet:
    sheet = load_workbook(BytesIO(data))[name]
    assert isinstance(sheet, Worksheet)
    return sheet


def test_a_unit_has_a_letter_for_each_shared_case_type_and_its_own_by_name() -> None:
    told = stock()
    ids = [column.id for column in told.columns]
    states = {unit.id: dict(zip(ids, unit.states, strict=False)) for unit in told.units}
    assert sorted(ids) == ["finns-inte", "kontakta-mig", "recept"]
    assert states["vc"]["kontakta-mig"] == "0"
    assert states["bvc"]["recept"] == "1"
    assert states["bvc"].get("kontakta-mig", "-") == "-"
    own = next(unit.own for unit in told.units if unit.id == "vc")
    assert [(each.page, each.name, each.state) for each in own] == [("eget@vc", "Bara vårt eget", "1")]


def test_a_column_knows_the_template_that_it_builds_on_and_whether_it_has_a_page() -> None:
    told = stock()
    known = {column.id: (column.template, column.has_page) for column in told.columns}
    assert known == {
        "finns-inte": ("", False),
        "kontakta-mig": ("kontakta-mig", True),
        "recept": ("kontakta-mig", True),
    }


def test_a_unit_knows_the_rows_that_it_does_not_meet() -> None:
    told = stock()
    units = {unit.id: unit for unit in told.units}
    lacked = [(told.rows[place].decision, told.rows[place].number) for place in units["vc"].lacking]
    assert lacked == [("beslut", 1), ("beslut", 2)]
    assert (units["vc"].meets, units["vc"].standing) == ("l", "2 saknas")
    # No decision binds a unit that is planned.
    assert (units["bvc"].meets, units["bvc"].standing, units["bvc"].lacking) == ("", "", ())


def test_case_types_of_one_name_are_told_apart_by_their_internal_names_or_ids() -> None:
    same = "".join(
        f"-- casetypes/{id}.yaml --\nextends: kontakta-mig\nname: Samma\n{more}"
        for id, more in (("a", "internal_name: Den ena\n"), ("b", ""), ("c", ""))
    )
    columns = stock_of(read_example(UNITS + same).workspace.regions["exempel"]).columns
    assert {column.name for column in columns if column.id in "abc"} == {"Samma (Den ena)", "Samma (b)", "Samma (c)"}


def test_what_decisions_ask_for_is_shown_first_where_there_are_many_case_types() -> None:
    many = "".join(f"-- casetypes/typ-{n:02}.yaml --\nextends: kontakta-mig\nname: A typ {n:02}\n" for n in range(30))
    told = stock_of(read_example(UNITS + many).workspace.regions["exempel"])
    shown = [told.columns[place].id for place in told.shown]
    assert len(shown) == 15
    assert {"kontakta-mig", "finns-inte"} <= set(shown)


def test_the_page_counts_units_by_case_type_without_its_script() -> None:
    text = read(files()["exempel/inventory.html"])
    assert "Kontakta mig 1 har 0 aktiv 1 inte aktiv" in text
    assert "Regionens recept 1 har 1 aktiv 0 inte aktiv" in text
    assert "Mottagningarnas egna ärendetyper 1 har 1 aktiv 0 inte aktiv" in text
    assert '<section id="inventering" aria-labelledby="tabell" data-source="exempel/data/inventory.js" hidden>' in (
        files()["exempel/inventory.html"].decode()
    )


def test_the_data_script_holds_what_the_region_has_and_is_nothing_but_data() -> None:
    data = data_of(files()["exempel/data/inventory.js"])
    assert data["units"] == json.loads(json.dumps(stock()))[3]
    assert b"<" not in files()["exempel/data/inventory.js"]


def test_csv_opens_in_a_swedish_spreadsheet() -> None:
    data = files()["exempel/inventory.csv"]
    assert data.startswith(b"\xef\xbb\xbfMottagning;HSA-id;Status;")
    assert data.count(b"\r\n") == data.count(b"\n") == 3
    rows = cells(data)
    unit = dict(zip(rows[0], rows[2], strict=True))
    assert unit["Mottagning"] == "Åsvikens vårdcentral"
    assert unit["HSA-id"] == "SE2321000115-PAHITT0001"
    assert (unit["Kommun"], unit["Status"], unit["Basutbud"]) == ("Halmstad", "Aktiv", "2 saknas")
    assert unit["Uppfyller inte"] == "Krav: Kontakt; Krav: finns-inte"
    assert (unit["Kontakta mig"], unit["Regionens recept"]) == ("Inte aktiv", "")
    assert unit["Mottagningens egna ärendetyper"] == "Bara vårt eget"


@pytest.mark.parametrize(
    "text", ["=1+1", "+46", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", "\u00a0=1", "\n=1", "\u2003@a", "＝1", "\tx"]
)
def test_csv_has_an_apostrophe_before_what_a_spreadsheet_would_work_out(text: str) -> None:
    assert looks_like_formula(text)
    ((head,), (cell,)) = cells(csv_of(Sheet("x", (text,), [(text,)])))
    assert head == cell == f"'{fitting(text)}"


@pytest.mark.parametrize("text", ["a=1", "Vård – och", "031-390 06 00", "", "'=1", "1+1"])
def test_csv_leaves_other_texts_as_they_are(text: str) -> None:
    assert not looks_like_formula(text)
    assert cells(csv_of(Sheet("x", ("h",), [(text, "b")])))[1] == [text, "b"]


def test_a_text_that_parts_cells_stays_in_its_own() -> None:
    text = 'a;"b"\n=c'
    assert cells(csv_of(Sheet("x", ("h", "i"), [(text, "d")])))[1] == [text, "d"]


def test_a_name_that_is_a_formula_is_a_text_in_both_files() -> None:
    name = "=cmd|' /C calc'!A0"
    assert cells(files()["exempel/inventory.csv"])[1][0] == f"'{name}"
    cell = sheet_of(files()["exempel/inventory.xlsx"], "Mottagningar")["A2"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == (name, "s", True)


def test_excel_has_a_sheet_of_units_to_filter_and_one_of_the_decisions() -> None:
    data = files()["exempel/inventory.xlsx"]
    units = sheet_of(data, "Mottagningar")
    said = [["" if value is None else str(value) for value in row] for row in units.iter_rows(values_only=True)]
    plain = [[cell.removeprefix("'") for cell in row] for row in cells(files()["exempel/inventory.csv"])]
    assert said == plain
    assert (units.freeze_panes, units.auto_filter.ref) == ("B2", "A1:K3")
    coverage = list(sheet_of(data, "Täckning av beslut").iter_rows(values_only=True))
    assert coverage[1:] == [
        ("Beslutet", "Gäller", "Krav", "Kontakt", 0, 0, 1, 0),
        ("Beslutet", "Gäller", "Krav", "finns-inte", 0, 0, 1, 0),
    ]


def test_excel_keeps_codes_as_texts_and_nothing_is_a_formula_or_a_link() -> None:
    texts = ("0123", "1e5", "031-390 06 00", "https://ond.example", "TRUE", "{=1}", "=1", "_x0041_", "a\x00b", "  ")
    sheet = sheet_of(xlsx_of("x", [Sheet("x", tuple("abcdefghij"), [texts])]), "x")
    row = next(sheet.iter_rows(min_row=2))
    assert [cell.data_type for cell in row] == ["s"] * 10
    assert [cell.value for cell in row][:7] == [*texts[:7]]
    assert all(cell.hyperlink is None for cell in row)


def test_a_text_is_cut_where_a_cell_is_full() -> None:
    for text in ("å" * 40_000, "😀" * 20_000):
        held = fitting(text)
        assert len(held.encode("utf-16-le")) // 2 <= LONGEST_CELL
        assert held.endswith("…")
        assert sheet_of(xlsx_of("x", [Sheet("x", ("h",), [(text,)])]), "x")["A2"].value == held


def test_signs_that_turn_a_text_around_are_shown_by_their_code() -> None:
    assert cells(csv_of(Sheet("x", ("h",), [("a\u202eb",)])))[1] == ["a[U+202E]b"]


def test_excel_is_the_same_file_wherever_and_whenever_it_is_made() -> None:
    sheets = [Sheet("x", ("h",), [("a",), (1,)])]
    data = xlsx_of("x", sheets)
    with ZipFile(BytesIO(data)) as archive:
        assert {entry.compress_type for entry in archive.infolist()} == {ZIP_STORED}
        assert {(entry.date_time, entry.create_system) for entry in archive.infolist()} == {((1980, 1, 1, 0, 0, 0), 0)}
        assert b"2000-01-01T00:00:00Z" in archive.read("docProps/core.xml")
    assert xlsx_of("x", sheets) == data


def test_the_nation_counts_what_regions_have_by_the_template_that_it_builds_on() -> None:
    page = read(files()["inventory.html"])
    assert "Kontakta mig 1 1" in page  # the region's own form of it is active on one unit
    rows = cells(files()["inventory.csv"])
    units = [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]
    assert [unit["Region"] for unit in units] == ["Region Halland"] * 2
    assert [unit["Kontakta mig"] for unit in units] == ["Aktiv: Regionens recept", "Inte aktiv"]
    assert [unit["Regionens och mottagningens egna ärendetyper"] for unit in units] == ["", "Bara vårt eget"]
    assert sheet_of(files()["inventory.xlsx"], "Täckning av beslut").max_row == 3
    data = data_of(files()["data/inventory.js"])
    assert (data["columns"], data["regions"]) == ([["kontakta-mig", "Kontakta mig"]], [["exempel", "Region Halland"]])


def test_the_nation_s_table_has_the_most_used_templates_and_says_what_it_leaves_out() -> None:
    names = [f"mall-{number:02}" for number in range(70)]
    template = "kind: form\ncategory: Kontakt\ndescription: Text.\nform: [{id: a, question: A, type: text}]\n"
    many = "".join(f"== casetype_templates/{name}.yaml ==\nname: Mall {name}\n{template}" for name in names)
    unit = UNITS.partition("casetypes:\n")[0]
    page = read(example(many + unit + "casetypes:\n" + "".join(f"  {name}:\n" for name in names))["inventory.html"])
    assert "Tabellen visar de 60 mallar som flest mottagningar använder. 10 till finns i filtret" in page


def test_every_unit_of_the_repository_is_in_the_files_once() -> None:
    workspace = load(read_tree(ROOT)[0], DAY)
    made = built(workspace)
    wanted = sorted(unit.hsa_id for tree in workspace.regions.values() for unit in tree.units.values())
    rows = cells(made["inventory.csv"])
    assert sorted(row[rows[0].index("HSA-id")] for row in rows[1:]) == wanted
    for id, tree in workspace.regions.items():
        rows = cells(made[f"{id}/inventory.csv"])
        assert sorted(row[1] for row in rows[1:]) == sorted(unit.hsa_id for unit in tree.units.values())
        active = sum(offer.active for offer in tree.offers() if offer.base.governance != "local")
        assert sum(row.count("Aktiv") - (row[2] == "Aktiv") for row in rows[1:]) == active


def test_a_summary_is_the_same_when_it_is_read_again() -> None:
    kept = TypeAdapter(dict[str, Summary])
    tree = read_example(UNITS).workspace.regions["exempel"]
    summary = summary_of(tree)
    assert kept.validate_json(canonical(kept.dump_python({"exempel": summary}, mode="json"))) == {"exempel": summary}
