"""What a region keeps of HSA: how the file is read, and what it is held against."""

import pytest

from schema.reading.positions import locate
from schema.reading.snapshot import read_snapshot
from validate.examples import read_example
from validate.rulebook import rules
from validate.run import run

VC, OTHER = "SE2321000115-PAHITT0001", "SE2321000115-PAHITT0002"


def _read(*lines: str) -> tuple[dict[str, str], list[tuple[int, str]]]:
    units, misfits = read_snapshot("hsa.csv", lines)
    places = [misfit.at.path[0] for misfit in misfits if hasattr(misfit.at, "path")]
    problems = [misfit.facts["problem"] for misfit in misfits]
    return {id: unit.name for id, unit in units.items()}, list(zip(places, problems, strict=True))


def _found(text: str) -> list[tuple[str, str, int]]:
    example = read_example(text)
    files = example.workspace.files
    diagnostics = run(example.workspace, rules())
    return [(d.rule, d.at.file.split("/")[-1], locate(files.get(d.at.file, b""), d.at).line) for d in diagnostics]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        (f"{VC};Lilla mottagningen", "Lilla mottagningen"),
        (f"{VC},Lilla mottagningen", "Lilla mottagningen"),
        (f"{VC}\tLilla mottagningen\tHalmstad", "Lilla mottagningen"),
        (f'"{VC}";"Lilla mottagningen"', "Lilla mottagningen"),
        (f' {VC} , "Mottagningen ""Lilla"", plan 2" , x', 'Mottagningen "Lilla", plan 2'),
        (f"{VC};Lilla, plan 2", "Lilla, plan 2"),
        (f"{VC};  Lilla  mottagningen ", "Lilla  mottagningen"),
        (f'{VC};"Lilla', "Lilla"),
        (f"{VC};A\u030angens mottagning", "Ångens mottagning"),
    ],
)
def test_a_line_has_an_id_and_a_name(line: str, name: str) -> None:
    assert _read(line) == ({VC.lower(): name}, [])


@pytest.mark.parametrize("first", ["HSA-id;Namn", "hsa_id,namn", "hsaIdentity\tname", "sep=;", "Enhet"])
def test_headings_comments_and_blank_lines_are_passed_over(first: str) -> None:
    assert _read("# Hämtad 2026-05-04", "", first, "  ", f"{VC};A", "# Slut") == ({VC.lower(): "A"}, [])


@pytest.mark.parametrize(
    ("lines", "problems"),
    [
        ([VC], [(0, "no-name")]),
        ([f"{VC};"], [(0, "no-name")]),
        ([f'{VC};" "'], [(0, "no-name")]),
        ([f"{VC};A", f"{VC.lower()};A"], [(1, "repeated")]),
        ([f"Vårdcentral 2;{VC}"], [(0, "no-id")]),
        ([f"{VC};A", "Namn;HSA-id"], [(1, "no-id")]),
        ([";A 2"], [(0, "no-id")]),
    ],
)
def test_a_line_that_cannot_be_used_is_told_of(lines: list[str], problems: list[tuple[int, str]]) -> None:
    assert problems == _read(*lines)[1]


def test_rows_of_separators_and_headings_with_digits_are_passed_over() -> None:
    assert _read("HSA-id;Adressrad 1", f"{VC};A;Gatan 1", ";;", ",", '"";""') == ({VC.lower(): "A"}, [])


def test_a_line_quoted_whole_has_no_id_of_its_own() -> None:
    assert _read(f'"{VC};A"') == ({}, [(0, "no-id")])


@pytest.mark.parametrize("name", ["Lilla\xa0mottagningen", "Lilla\u200b mottagningen", "\ufeffLilla mottagningen\xad"])
def test_odd_blanks_of_a_name_are_ordinary_ones(name: str) -> None:
    assert _read(f"{VC};{name}") == ({VC.lower(): "Lilla mottagningen"}, [])


@pytest.mark.parametrize("text", ["", "hsa-id;namn", "# Hämtad 2026-05-04", ";;"])
def test_a_file_without_units_is_one_finding(text: str) -> None:
    assert _found(f"== hsa.csv ==\n{text}\n") == [("hsa-line-unusable", "hsa.csv", 1)]


def test_an_id_with_two_names_is_held_against_neither_and_hides_a_unit() -> None:
    twice = f"-- hsa.csv --\n{VC};Påhittade rehab\n{VC};Påhittade vårdcentralen\n"
    assert _found(twice) == [("hsa-line-unusable", "hsa.csv", 2)]
    assert _found(f"-- hsa.csv --\n{OTHER};A\n{OTHER};B\n") == [("hsa-line-unusable", "hsa.csv", 2)]


@pytest.mark.parametrize("encoding", ["latin-1", "utf-16"])
def test_ids_of_a_file_in_the_wrong_encoding_are_not_called_somebody_s(encoding: str) -> None:
    note = f"-- units/vc.yaml --\n# Hör till {OTHER}.\nphone: 031-390 06 00\n"
    rows = f"-- hsa.csv ({encoding}) --\n{VC};Påhittade vårdcentralen\n{OTHER};Påhittade sjukhuset\n"
    assert _found(rows + note) == [("wrong-encoding", "hsa.csv", 1)]


def test_a_copied_id_is_told_of_once() -> None:
    copy = f"""
-- units/rehab.yaml --
hsa_id: {VC}
name: Påhittade rehab
status: active
invented: true
business_type: rehab
activities: ["1516"]
care_level: primary
governed_by: forvaltning
municipality: "1380"
phone: 031-390 06 01
offers: [calls-back]
roles: {{local_administrator: 2}}
casetypes:
  kontakta-mig: {{}}
"""
    both = f"-- hsa.csv --\n{VC};Påhittade vårdcentralen\n{OTHER};Påhittade rehab\n"
    assert [rule for rule, _, _ in _found(both + copy)] == ["hsa-id-repeated"]


def test_a_byte_order_mark_is_no_part_of_the_first_id() -> None:
    assert _found(f"-- hsa.csv (utf-8-sig) --\n{VC};Påhittade vårdcentralen\n") == []


def test_a_name_is_held_against_its_line_in_any_case_of_the_id() -> None:
    assert _found(f"-- hsa.csv --\n{VC.lower()};Påhittade VC\n") == [("unit-name-differs-from-hsa", "vc.yaml", 2)]


@pytest.mark.parametrize(
    "name", ["Påhittade va\u030ardcentralen", "Påhittade\xa0vårdcentralen"], ids=["in parts", "no-break space"]
)
def test_a_name_whose_characters_are_told_of_has_one_finding(name: str) -> None:
    found = _found(f"-- hsa.csv --\n{VC};Påhittade vårdcentralen\n-- units/vc.yaml --\nname: {name}\n")
    assert len(found) == 1
    assert found[0][0] != "unit-name-differs-from-hsa"


def test_a_nameless_line_says_that_the_unit_exists() -> None:
    assert _found(f"-- hsa.csv --\n{VC};\n") == [("hsa-line-unusable", "hsa.csv", 1)]


def test_no_unit_is_called_missing_where_a_line_could_not_be_read() -> None:
    assert _found(f"-- hsa.csv --\n{OTHER};A\nPåhittade 1;{VC}\n") == [("hsa-line-unusable", "hsa.csv", 2)]
    assert _found(f"-- hsa.csv (utf-16) --\n{OTHER};A\n") == [("wrong-encoding", "hsa.csv", 1)]


def test_a_closed_unit_may_be_gone_from_hsa() -> None:
    closed = "-- units/vc.yaml --\nstatus: inactive\ncontact_page: false\ncasetypes: {}\n"
    assert _found(f"-- hsa.csv --\n{OTHER};A\n{closed}") == []


def test_an_id_that_cannot_be_right_is_not_also_missing() -> None:
    found = _found(f"-- hsa.csv --\n{OTHER};A\n-- units/vc.yaml --\nhsa_id: SE2321000116-PAHITT0001\n")
    assert found == [("hsa-id-check-digit", "vc.yaml", 1)]


@pytest.mark.parametrize("name", ["hsa-export.csv", "HSA.csv", "hsa.txt"])
def test_a_file_by_another_name_is_not_read_in_silence(name: str) -> None:
    found = _found(f"== regions/exempel/{name} ==\n{VC};A\n")
    assert [rule for rule, _, _ in found] == ["unexpected-file"]
