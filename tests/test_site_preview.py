"""The resident's view: the data that previews are put together from, whole and each thing once."""

import json
import re
from datetime import date
from typing import Any

import pytest
from test_site import built, example

from generator.files import Files
from generator.site.casetypes.forms import questions_of
from generator.site.page import environment
from generator.verdict import Change, History
from validate.examples import read_example

TERMS = "regions/exempel/terms/kontakt.yaml"
TEXT = """layout: points
status: approved
approved: {on: 2026-03-01, by: redaktionen}
version: 2
points:
  - {id: ett, text: "Punkt ett om {enhet}."}
  - {id: tva, text: "Punkt två, svar inom {svarstid}."}
"""
REGION = f"""
-- casetypes/kontakta-mig.yaml --
extends: kontakta-mig
terms: kontakt
-- terms/kontakt.yaml --
{TEXT}
-- units/vc.yaml --
casetypes:
  kontakta-mig:
    values: {{telefon: 031-390 06 09}}
    extra_points:
      - {{id: tre, text: Punkt tre.}}
"""


def unit(id: str, more: str) -> str:
    return f"""
== units/{id}.yaml ==
hsa_id: SE2321000115-PAHITT00{id[-2:]}
name: Mottagning {id}
status: active
business_type: vardcentral
care_level: primary
governed_by: forvaltning
municipality: "1380"
phone: 031-390 06 {id[-2:]}
offers: [calls-back]
roles: {{local_administrator: 2}}
{more}
"""


def data(files: Files, name: str) -> Any:
    """What a data script keeps, which it keeps under its own path."""
    path = f"exempel/data/{name}.js"
    found = re.fullmatch(r"basutbud\.keep\((.*?),(.*)\);\n", files[path].decode())
    assert found is not None
    assert json.loads(found[1]) == path
    return json.loads(found[2])


def test_units_that_meet_residents_alike_stand_together_whatever_their_number() -> None:
    many = "".join(unit(f"mott{number}", "casetypes: {kontakta-mig: {}}") for number in range(10, 40))
    casetype = data(example(REGION + many), "casetypes/kontakta-mig")
    assert [(offer["values"], len(offer["units"])) for offer in casetype["offers"]] == [
        ({"svarstid": "två arbetsdagar"}, 30),
        ({"svarstid": "två arbetsdagar", "telefon": "031-390 06 09"}, 1),
    ]
    assert [len(look["extra"]) for look in casetype["looks"]] == [0, 1]


def test_what_a_unit_is_for_every_text_stands_once() -> None:
    files = example(REGION + unit("annan10", "").replace("status: active", "status: planned"))
    assert data(files, "units")["units"] == [
        ["annan10", "Mottagning annan10", "031-390 06 10", 0, "planerad"],
        ["vc", "Påhittade vårdcentralen", "031-390 06 00", 0, ""],
    ]
    assert data(files, "units")["municipalities"] == ["Halmstad"]


def test_a_unit_with_a_text_of_its_own_has_a_look_of_its_own() -> None:
    text = "\n-- terms/annan.yaml --\n" + TEXT
    own = unit("annan10", "casetypes:\n  kontakta-mig: {terms: annan, name: Ring mig, active: false}")
    casetype = data(example(REGION + text + own), "casetypes/kontakta-mig")
    looks = {
        id: (casetype["looks"][offer["look"]]["name"], casetype["looks"][offer["look"]]["terms"], offer["active"])
        for offer in casetype["offers"]
        for id in offer["units"]
    }
    assert looks == {"vc": ("Kontakta mig", "terms/kontakt", True), "annan10": ("Ring mig", "terms/annan", False)}


def test_a_template_s_default_text_is_told_from_a_region_s_own_of_the_same_name() -> None:
    own = "\n-- terms/kontakta-mig.yaml --\n" + TEXT
    files = example(own)
    casetype = data(files, "casetypes/kontakta-mig")
    assert [look["terms"] for look in casetype["looks"]] == ["default-terms/kontakta-mig"]
    assert "Här kan du be" in data(files, "default-terms/kontakta-mig")["versions"][0]["html"]
    assert "Punkt ett" in data(files, "terms/kontakta-mig")["versions"][0]["html"]


def history(*contents: bytes) -> History:
    commits = [f"{number}" * 40 for number in range(len(contents))]
    changes = tuple(Change(commit, date(2026, 3, 9 - int(commit[0])), "Exempel", "Ändring") for commit in commits)
    kept = {(TERMS, commit): content for commit, content in zip(commits, contents, strict=True)}
    return History({TERMS: changes}, kept)


def test_the_former_versions_of_a_text_are_those_that_read_differently() -> None:
    workspace = read_example(REGION).workspace
    now = workspace.files[TERMS]
    before = now.replace("Punkt två".encode(), b"Punkt tva").replace(b"version: 2", b"version: 1")
    with_remark = b"# En anteckning.\n" + before
    files = built(workspace, history(now, with_remark, before, b"layout: ["))
    versions = data(files, "terms/kontakt")["versions"]
    assert [(version["id"], version["label"]) for version in versions] == [
        ("", "Gäller nu"),
        ("1" * 12, "Som den var 8 mars 2026"),
        ("3" * 12, "Som den var 6 mars 2026"),
    ]
    assert [version["state"].split(",")[0] for version in versions] == [
        "Version 2",
        "Version 1",
        "Ingen läsbar villkorstext",
    ]
    assert ["Punkt tva" in version["html"] for version in versions] == [False, True, False]


def test_the_page_without_its_script_leads_to_the_case_types() -> None:
    page = example(REGION)["exempel/preview.html"].decode()
    assert "Förhandsvisningen behöver JavaScript" in page
    assert '<a href="casetypes/kontakta-mig.html">Kontakta mig</a>' in page
    assert re.findall(r'<script src="\.\./(.*?)" defer>', page)[-3:] == ["form.js", "preview.js", "compare.js"]


def test_a_text_is_never_html_in_the_data() -> None:
    hostile = REGION.replace("Punkt tre.", "'<img src=x> {telefon}'").replace("Punkt ett", "<script>1</script>")
    files = example(hostile)
    casetype, terms = data(files, "casetypes/kontakta-mig"), data(files, "terms/kontakt")
    extra = [extra for look in casetype["looks"] for extra in look["extra"]]
    assert extra == ['<li data-part="tre">&lt;img src=x&gt; <span class="platshållare">{telefon}</span></li>']
    assert "<script" not in terms["versions"][0]["html"]


FORM = """
-- casetype_templates/kontakta-mig.yaml --
form:
  - id: slag
    question: Vad gäller det?
    type: open-choice
    options: [{id: ny, text: Nytt recept}, {id: om, text: Förnyelse}]
  - {id: vilket, question: Vilket?, type: string, required: true, visible_when: {question: slag, is: ['ny', '"om"']}}
"""


def test_a_form_says_for_its_script_what_each_question_is_and_when_it_is_asked() -> None:
    template = read_example(FORM).workspace.templates["kontakta-mig"]
    assert template.kind == "form"
    html = str(environment().get_template("resident.html.j2").module.form(questions_of(template.form)))  # type: ignore[attr-defined]
    assert 'data-question="slag" data-type="open-choice"' in html
    assert 'data-asks="slag" data-answers="[&#34;ny&#34;, &#34;\\&#34;om\\&#34;&#34;]"' in html
    assert re.findall(r'type="radio" id="(\S+)" name="f1" (\S+?)>', html) == [
        ("f1-1", 'value="ny"'),
        ("f1-2", 'value="om"'),
        ("f1-0", "data-own"),
    ]
    assert html.count("data-required") == 1


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        (
            "kind: outlink\noutlink: {service_type: Val, address: 'https://x.example/?a&b'}",
            "https://x.example/?a&amp;b",
        ),
        ("kind: listing\nlisting: {choose_doctor: true}", "välja mottagning och en fast läkarkontakt"),
        ("kind: booking\nfunctions: [book]", "mottagningens tidbok"),
    ],
)
def test_what_comes_after_the_text_is_said_where_that_is_no_form(kind: str, said: str) -> None:
    files = example(f"-- casetypes/annat.yaml --\nname: Annat\ncategory: Val\n{kind}\n")
    assert said in data(files, "casetypes/annat")["after"]
