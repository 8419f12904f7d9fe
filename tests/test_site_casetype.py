"""The pages of case types and of messages: what they are for, what the region has changed, and who has them."""

import pytest
from test_site_terms import MANY, history, made, read

from generator.site.regional import casetype, message
from generator.verdict import History

PAGE = "casetypes/kontakta-mig.html"
OWN = "regions/exempel/casetypes/kontakta-mig.yaml"


def page(example: str, path: str = PAGE, told: History | None = None) -> str:
    return made(example, path, told, casetype)


PURPOSE = """
-- casetypes/kontakta-mig.yaml --
extends: kontakta-mig
internal_name: Telefon
description: Be {enhet} att ringa.
distribute: {to: [nara]}
locked: [name, form]
stricter_only: [promise]
source: Beslut 12
-- groups.yaml --
nara: {title: Nära vård, select: {business_type: vardcentral}, casetypes: {kontakta-mig: {active: true}}}
-- casetype_templates/kontakta-mig.yaml --
description: Be oss att ringa.
locked: [category]
-- basutbud.yaml --
- id: exempel
  title: Exempelbeslutet
  decided: {by: Nämnden, on: 2026-01-15, reference: EX 1}
  valid: {from: 2026-02-01}
  require: [{casetype: kontakta-mig}]
-- units/vc.yaml --
casetypes: {kontakta-mig: {sort_order: 3}}
"""


def test_the_page_begins_with_what_the_case_type_is_for_and_who_decides_over_it() -> None:
    assert read(page(PURPOSE), "syfte") == (
        "Vad ärendetypen är till för Be {enhet} att ringa. "
        "Så beskrivs den nationella mallen: Be oss att ringa. "
        "Kategori Kontakt Passar mottagningar som ringer upp "
        "Bygger på den nationella mallen Kontakta mig "
        "Nämns i beslut om basutbud Exempelbeslutet (krav) "
        "Delas ut till Nära vård Ändras i grupperna Nära vård Mottagningar med egna värden 1 av 1 "
        "Låst i den nationella mallen Kategori. Regioner, grupper och mottagningar får inte ändra. "
        "Låst av regionen Namn och formulär. Grupper och mottagningar får inte ändra. "
        "Bara strängare, bestämt av regionen Svarstid. Grupper och mottagningar får skärpa men inte mildra. "
        "Källa: Beslut 12 "
        "Se ärendetypen som invånaren möter den på Påhittade vårdcentralen"
    )


def test_the_residents_view_is_that_of_a_unit_where_residents_meet_the_case_type_if_there_is_one() -> None:
    area = "settings: {service_area: [{region: whole-country}]}\n"
    first, second = MANY.partition("\n== units/vc002")[0].split("\n\n")
    planned = first.replace("status: active", "status: planned")
    assert "möter den på Mottagning 001" in read(page(f"{planned}\n{area}{second}\n{area}"), "syfte")
    assert "möter den på Mottagning 000" in read(page(f"{first}\n{area}{second}\n{area}"), "syfte")


def test_the_page_leads_to_the_template_the_decisions_and_the_residents_view() -> None:
    html = page(PURPOSE)
    for link in ("../../templates/kontakta-mig.html", "../decisions/exempel.html", "../preview.html#kontakta-mig/vc"):
        assert f'href="{link}"' in html


CHANGED = """
-- casetype_templates/kontakta-mig.yaml --
description: Be oss att ringa dig.
attachments: {resident: false}
variables: {tid: {type: text, label: Telefontid}}
form:
  - {id: arende, question: Vad gäller det?, type: text}
  - {id: nar, question: När?, type: string}
answer_forms: [{id: ja, name: Ja, text: Vi ringer dig.}]
-- casetypes/kontakta-mig.yaml --
extends: kontakta-mig
name: Kontakta oss
description: Be oss att snart ringa dig.
attachments: {resident: true}
form:
  - {id: arende, question: Vad gäller ärendet?, type: text, required: true}
  - {id: vem, question: Vem?, type: string}
answer_forms: [{id: nej, name: Nej, text: Vi ringer inte.}]
variables: {tid: {type: text, label: Telefontid, default: klockan 8}}
terms: kontakt
-- terms/kontakt.yaml --
layout: points
status: draft
version: 1
points: [{id: om, text: "Vi ringer {tid}."}]
-- units/vc.yaml --
casetypes: {kontakta-mig: {values: {tid: klockan 9}}}
"""


def test_what_the_region_has_changed_stands_field_by_field_with_both_values() -> None:
    assert read(page(CHANGED), "andrat").split("tillagda ord .")[1].strip() == (
        "Villkorstext I mallen: version 1. Här: en egen text, version 1. Jämför texterna "
        "Namn Kontakta borttaget: mig . tillagt: oss . "
        "Beskrivning Be oss att tillagt: snart . ringa dig. "
        "Formulär ”Vad gäller ärendet?”, ändrad Vad gäller borttaget: det? (frivillig) . "
        "tillagt: ärendet? (måste besvaras) . "
        "”Vem?”, tillagd tillagt: Vem? (frivillig) . ”När?”, borttagen borttaget: När? (frivillig) . "
        "Bilagor I mallen: personalen får bifoga filer. Här: invånaren och personalen får bifoga filer. "
        "Platshållare {tid} , ändrad Telefontid (text) tillagt: klockan 8 . "
        "Svarsformulär Nej, tillagd tillagt: Vi ringer inte. ."
    )


def test_placeholders_tell_how_many_units_have_filled_them_in() -> None:
    text = read(page(CHANGED), "villkorstext")
    assert "{tid} Telefontid (text) Fylls i av mottagningen, annars ”klockan 8” (1 av 1 har ett eget värde)" in text
    assert "Det här är ett utkast." in text
    assert 'href="../terms/kontakt.html"' in page(CHANGED)


@pytest.mark.parametrize(
    ("example", "said"),
    [
        ("-- casetypes/kontakta-mig.yaml --\nextends: kontakta-mig\n", "Ingenting. Ärendetypen är som mallen."),
        ("", ""),
        ("-- casetypes/kontakta-mig.yaml --\nname: Egen\nkind: form\ncategory: Kontakt\n", ""),
    ],
)
def test_a_case_type_that_changes_nothing_or_has_no_template_is_compared_with_nothing(example: str, said: str) -> None:
    html = page(example)
    assert (said in html, 'id="andrat"' in html) == (True, bool(said))


def test_the_unchanged_template_is_said_to_be_unchanged_and_has_the_text() -> None:
    html = page("")
    assert "Bygger på den nationella mallen Kontakta mig , oförändrad" in read(html, "syfte")
    assert 'href="../../templates/kontakta-mig.html#villkorstext"' in html


def test_a_local_case_type_builds_on_the_regions() -> None:
    example = (
        "-- casetypes/kontakta-mig.yaml --\nextends: kontakta-mig\n"
        "-- units/vc.yaml --\ncasetypes: {egen: {local: {extends: kontakta-mig, name: Vår egen}}}\n"
    )
    html = page(example, "casetypes/egen@vc.html")
    assert "Bygger på den nationella mallen Kontakta mig , regionens ärendetyp Kontakta mig" in read(html, "syfte")
    assert "Mottagningens fil, med hela mottagningen" in read(html, "versioner")
    assert "Namn borttaget: Kontakta mig . tillagt: Vår egen ." in read(html, "andrat")


def test_so_many_units_as_a_page_holds_are_listed_and_the_inventory_has_the_rest() -> None:
    html = page(MANY)
    assert html.count('href="../units/') == 60
    assert "Aktiv på 81" in read(html, "mottagningar")
    assert "Här syns 60 av 81." in read(html, "mottagningar")
    assert len(html) < 30_000


def test_who_has_changed_each_of_the_files_and_when() -> None:
    told = history("a", "b", file=OWN, kept=False)
    example = CHANGED
    assert read(page(example, PAGE, told), "versioner") == (
        "Vem har ändrat, och när "
        "Regionens ärendetyp regions/exempel/casetypes/kontakta-mig.yaml Ändringar: Regionens ärendetyp "
        "Dag Ändring Gjord av Commit "
        "20 maj 2026 Ändring 0 Roll 0 0000000000 19 maj 2026 Ändring 1 Roll 1 0000000000 "
        "Villkorstexten regions/exempel/terms/kontakt.yaml Git känner inte till några ändringar av filen. "
        "Den nationella mallen casetype_templates/kontakta-mig.yaml Git känner inte till några ändringar av filen."
    )


MESSAGE = """
-- messages/hej.yaml --
name: Hej
kind: questions
subject: Hej från {enhet}
text: Ring {telefon}.
questions: [{id: hur, question: Hur mår du?, type: text}]
maximum_recipients: 20
to: [nara]
-- groups.yaml --
nara: {title: Nära vård, select: {business_type: vardcentral}}
"""


def test_a_message_tells_who_has_it_how_many_it_may_go_to_and_what_is_asked() -> None:
    file = "regions/exempel/messages/hej.yaml"
    html = made(MESSAGE, "messages/hej.html", history("a", file=file), message)
    assert "Högst antal mottagare 20 i varje utskick (plattformen tillåter 250)" in read(html)
    assert "{telefon} Mottagningens telefonnummer" in read(html, "meddelande")
    assert "Hur mår du? (frivillig)" in read(html, "fragor")
    assert "Mottagningar i gruppen Nära vård. Det är 1 mottagning. Påhittade vårdcentralen" in read(
        html, "mottagningar"
    ).replace(" .", ".")
    assert "20 maj 2026 Ändring 0 Roll 0 0000000000" in read(html, "versioner")
    assert 'src="../../form.js"' in html


def test_a_message_to_all_says_how_many_they_are() -> None:
    example = MESSAGE.replace("to: [nara]\n", "")
    assert "Alla mottagningar i regionen (1)." in read(
        made(example, "messages/hej.html", None, message), "mottagningar"
    )
