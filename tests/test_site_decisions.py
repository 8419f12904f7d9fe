"""The pages of decisions, and the picture of how far units meet each row."""

import re
from dataclasses import replace

from test_site import example, read

from generator.site.basutbud.coverage import RowCoverage, coverage_of
from validate.examples import read_example

PAGE = "exempel/decisions/beslut.html"
DECISION = """
-- basutbud.yaml --
- id: beslut
  title: Beslutet
  decided: {by: Nämnden, on: 2026-01-01, reference: HS 1}
  valid: {from: 2026-02-01, to: 2026-12-31}
  promise: {answer_within: 3 working days, illustrative: true}
  require:
    - casetype: kontakta-mig
      name: Kontakt
      note: Så här menas det.
    - casetype: finns-inte
  forbid:
    - casetype: kontakta-mig
      when: {business_type: bvc}
  illustrative: true
- id: kommande
  title: Det nya beslutet
  decided: {by: Nämnden, on: 2026-01-01, reference: HS 2}
  valid: {from: 2027-01-01}
  require: [{casetype: finns-inte}]
  source: Protokollet
- id: gammalt
  title: Det gamla beslutet
  decided: {by: Nämnden, on: 2020-01-01, reference: HS 3}
  valid: {from: 2020-01-01, to: 2020-12-31}
  require: [{casetype: kontakta-mig}]
  source: Protokollet
-- waivers.yaml --
- rule: required-casetype-missing
  unit: undantagen
  casetype: kontakta-mig
  reason: Bygger om.
  owner: förvaltningen
  ticket: ABC-1
  last_day: 2026-12-31
"""


def unit(id: str, number: int, casetypes: str = "", **more: str) -> str:
    given = {
        "hsa_id": f"SE2321000115-PAHITT{number:04}",
        "name": f"Mottagningen {id}",
        "status": "active",
        "business_type": "vardcentral",
        "care_level": "primary",
        "governed_by": "forvaltning",
        "municipality": '"1380"',
        "phone": "031-390 06 00",
        **more,
    }
    head = "==" if id != "vc" else "--"
    lines = "".join(f"{key}: {value}\n" for key, value in given.items())
    return f"{head} units/{id}.yaml {head}\n{lines}{f'casetypes: {casetypes}' if casetypes else ''}\n"


UNITS = (
    unit("vc", 1, "{kontakta-mig: {active: true}}")
    + unit("undantagen", 2)
    + unit("saknar", 3)
    + unit("bvc", 4, "{kontakta-mig: {active: true}}", business_type="bvc")
    + unit("planerad", 5, status="planned")
)


def test_each_row_counts_the_units_that_it_concerns() -> None:
    tree = read_example(DECISION + UNITS).workspace.regions["exempel"]
    first, second = coverage_of(tree)
    assert (first.id, first.force, first.in_force, first.units) == ("beslut", "Gäller", True, 4)
    assert first.rows == (
        RowCoverage("Kontakt", "require", 2, 1, 1, 0),
        RowCoverage("finns-inte", "require", 0, 0, 4, 0),
        RowCoverage("Kontakta mig", "forbid", 0, 0, 1, 3),
    )
    assert first.demands == RowCoverage("Beslutet", "demands", 2, 1, 6, 3)
    assert first.demands.in_words == "2 uppfyller, 1 har undantag, 6 uppfyller inte, 3 berörs inte"
    # One to come is counted as if it were in force; one that is over is not counted.
    assert (second.id, second.force, second.in_force) == ("kommande", "Gäller från och med 1 januari 2027", False)
    assert second.rows == (RowCoverage("finns-inte", "require", 0, 0, 4, 0),)


def test_a_decision_that_binds_nobody_has_rows_of_nothing() -> None:
    tree = read_example(DECISION).workspace.regions["exempel"]
    bound = tree.decisions[0].model_copy(update={"require": tree.decisions[0].require[:1]})
    empty = replace(tree, units={}, decisions=(bound,))
    (coverage,) = coverage_of(empty)
    assert coverage.units == 0
    assert [row.parts for row in coverage.rows] == [(), ()]
    assert [row.in_words for row in coverage.rows] == ["", ""]


def test_a_bar_is_filled_by_its_parts_and_the_smallest_can_be_seen() -> None:
    row = RowCoverage("Rad", "require", 9_990, 1, 2, 0)
    parts = row.parts
    assert [part.state for part in parts] == ["met", "exempt", "lacking"]
    assert parts[0].x == 0
    assert min(part.width for part in parts) > 1.4
    assert abs(sum(part.width for part in parts) - 100) < 0.05
    assert [part.number for part in parts] == ["9990", "", ""]
    assert row.in_words == "9990 uppfyller, 1 har undantag, 2 saknar"
    assert "2 har den ändå" in row._replace(kind="forbid").in_words


def test_the_page_tells_what_was_decided_by_whom_and_for_how_long() -> None:
    text = read(example(DECISION + UNITS)[PAGE])
    assert "Beslutat av Nämnden, 1 januari 2026, HS 1" in text
    assert "Gäller från och med 1 februari 2026, till och med 31 december 2026" in text
    assert "Binder aktiva mottagningar som finns i regionen" in text
    assert "Svarstid inom tre arbetsdagar" in text
    assert "Exempel utan källa" in text
    assert "I beslutet Kontakt" in text
    assert "Anmärkning Så här menas det." in text


def test_the_page_names_the_units_that_lack_a_row_and_those_that_a_waiver_exempts() -> None:
    page = example(DECISION + UNITS)[PAGE].decode()
    articles = re.findall(r"(?s)<article>.*?</article>", page)
    assert '<a href="../units/saknar.html">Mottagningen saknar</a>' in articles[0]
    assert '<a href="../inventory.html#row=beslut/1">' in articles[0]
    assert "Undantag till och med 31 december 2026" in articles[0]
    assert "Bygger om. (förvaltningen, ABC-1)" in articles[0]
    assert "Har ärendetypen ändå" in articles[2]
    assert "Mottagningen planerad" not in page


def test_a_long_list_of_units_is_cut_and_the_inventory_has_the_rest() -> None:
    many = "".join(unit(f"enhet-{number}", 100 + number) for number in range(30))
    text = read(example(DECISION + many)[PAGE])
    assert "Här visas 20. Ytterligare 10 finns i inventeringen." in text


def test_the_picture_says_its_numbers_and_the_table_beside_it_says_the_same() -> None:
    page = example(DECISION + UNITS)[PAGE].decode()
    for picture in re.findall(r"(?s)<svg class=\"stapel\".*?</svg>", page):
        title, words = re.search(r'role="img" aria-labelledby="(\S+) (\S+)"', picture).groups()  # type: ignore[union-attr]
        assert f'<title id="{title}">' in picture
        assert f'<desc id="{words}">' in picture
        # Each pattern that a part is filled with is on the page.
        assert all(f'<pattern id="{id}"' in page for id in re.findall(r'fill="url\(#([^)]+)\)"', picture))
    assert "2 uppfyller, 1 har undantag, 1 saknar" in page
    row = re.search(r"(?s)<tr><th scope=\"row\">Kontakt .*?</tr>", page)
    assert row is not None
    assert re.findall(r"<td>(?:<strong>)?(\d+)", row[0]) == ["2", "1", "1", "0"]
    assert "style=" not in page


def test_a_decision_to_come_is_counted_as_if_it_were_in_force_and_one_that_is_over_is_not() -> None:
    files = example(DECISION + UNITS)
    coming, over = read(files["exempel/decisions/kommande.html"]), read(files["exempel/decisions/gammalt.html"])
    assert "Gäller från och med 1 januari 2027" in coming
    assert "skulle uppfylla varje rad om beslutet gällde redan nu" in coming
    assert "inventory.html#row=" not in files["exempel/decisions/kommande.html"].decode()
    assert "Gällde till och med 31 december 2020" in over
    assert "Så uppfylls beslutet" not in over


def test_a_row_leads_to_the_nation_s_page_of_what_the_region_does_not_have() -> None:
    template = "-- casetype_templates/ny.yaml --\nname: Nytt\nkind: form\ncategory: Kontakt\ndescription: Text.\n"
    page = example(DECISION.replace("casetype: finns-inte", "casetype: ny") + UNITS + template)[PAGE].decode()
    assert '<a href="../../templates/ny.html">Nytt</a>' in page


def test_a_row_leads_to_its_case_types_and_hostile_words_are_text() -> None:
    hostile = DECISION.replace("name: Kontakt", """name: '<script>alert("1")</script>'""")
    page = example(hostile + UNITS)[PAGE].decode()
    assert '<a href="../casetypes/kontakta-mig.html">Kontakta mig</a>' in page
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(&#34;1&#34;)&lt;/script&gt;" in page
