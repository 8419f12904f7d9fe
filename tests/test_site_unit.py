"""The pages of units, the lists of them and the first pages: what their readers learn there."""

import re

import pytest
from test_site import DECISION, FIVE_POINTS, REGION, UNIT, example, read, shown

from generator.files import Files

LIST = "exempel/units/index.html"
OTHER = """
== units/annan.yaml ==
hsa_id: SE2321000115-PAHITT0002
name: Andra vårdcentralen
status: {status}
business_type: vardcentral
care_level: primary
governed_by: forvaltning
municipality: "1380"
phone: 031-390 06 01
"""
OTHER_UNIT = "exempel/units/annan.html"


def other(status: str, more: str = "", files: str = "") -> Files:
    return example(OTHER.format(status=status) + more.strip() + "\n" + files)


def steps(page: bytes) -> dict[str, tuple[str, str]]:
    """Each step of a checklist with its state and what is said of it."""
    found = re.findall(
        r"<li><span class=\"märke \w+\">(.*?)</span> <div><b>(.*?)</b><br><span[^>]*>(.*?)</span>", page.decode()
    )
    return {title: (state, reason) for state, title, reason in found}


def section(page: bytes, id: str) -> str:
    text = page.decode()
    start = text.index(f'<section aria-labelledby="{id}">')
    return read(text[start : text.index("</section>", start)].encode()).strip()


DUTY = """
-- basutbud.yaml --
- id: exempel
  title: Exempelbeslutet
  decided: {by: Nämnden, on: 2026-01-15, reference: EX 1}
  valid: {from: 2026-02-01}
  require: [{casetype: kontakta-mig}]
"""


def test_a_row_that_is_met_by_something_with_another_name_says_by_what() -> None:
    own = "-- units/vc.yaml --\ncasetypes:\n  egen: {local: {extends: kontakta-mig, name: Egen fråga}}\n"
    assert "Kontakta mig Krav Gäller mottagningar som finns i regionen Uppfyllt Genom Egen fråga" in section(
        example(DUTY + own + "  kontakta-mig: {active: false}\n")[UNIT], "basutbud"
    )
    assert "Genom" not in section(example(DUTY + own + "  kontakta-mig: {}\n")[UNIT], "basutbud")


def test_what_no_answer_comes_to_says_what_it_is_instead() -> None:
    outlink = """
-- casetypes/lank.yaml --
name: Länken
kind: outlink
category: Länk
outlink: {address: "https://tjanst.example/", service_type: Länk}
-- units/vc.yaml --
casetypes: {kontakta-mig: {}, lank: {}}
"""
    page = read(example(outlink)[UNIT])
    assert "Länken Uthopp till en annan tjänst." in page
    assert "När inget annat sägs är ärendetypen aktiv och svaret på ett formulär kommer inom två arbetsdagar." in page


def test_a_case_type_says_how_it_is_offered_and_how_it_came_to_the_unit() -> None:
    page = example(
        """
-- basutbud.yaml --
- id: exempel
  title: Exempelbeslutet
  decided: {by: Nämnden, on: 2026-01-15, reference: EX 1}
  valid: {from: 2026-02-01}
  require: [{casetype: kontakta-mig}]
-- casetypes/ring-mig.yaml --
extends: kontakta-mig
name: Ring mig
governance: central
distribute: {to: [alla], active: true}
promise: {answer_within: 3 working days}
-- casetypes/fraga.yaml --
extends: kontakta-mig
name: Fråga
distribute: {to: [alla]}
limited_selection: true
-- groups.yaml --
alla: {title: Alla, select: {business_type: vardcentral}}
-- units/vc.yaml --
casetypes:
  kontakta-mig: {}
  egen: {local: {extends: kontakta-mig, name: Egen fråga}}
"""
    )[UNIT]
    said = dict(re.findall(r"<h3><a [^>]*>(.*?)</a>.*?</h3>\n<p>(.*?) Villkorstext", page.decode()))
    assert said == {
        "Egen fråga": "Mottagningens egen. Krävs i basutbudet.",
        "Fråga": "Bara för utvalda invånare. Utdelad av regionen.",
        "Kontakta mig": "Vald av mottagningen. Krävs i basutbudet.",
        "Ring mig": "Svar inom tre arbetsdagar. Styrs av regionen. Krävs i basutbudet.",
    }
    usual = "När inget annat sägs är ärendetypen aktiv och svaret på ett formulär kommer inom två arbetsdagar."
    assert usual in section(page, "arenden")


@pytest.mark.parametrize("status", ["active", "closing"])
def test_a_unit_that_nobody_sees_does_not_say_that_residents_can_do_anything(status: str) -> None:
    told = [read(other(status, area)[OTHER_UNIT]) for area in ("", "settings: {service_area: []}")]
    assert ["Inga invånare ser mottagningen." in text for text in told] == [False, True]
    assert ["Det här är aktivt, men inga invånare ser det" in text for text in told] == [False, True]


def test_what_residents_can_do_is_told_in_short_on_a_unit_with_many_case_types() -> None:
    local = "".join(f"  egen{n}: {{local: {{extends: kontakta-mig, name: Ärende {n}}}}}\n" for n in range(25))
    page = example(f"-- units/vc.yaml --\ncasetypes:\n{local}")[UNIT]
    start = page.index(b'<section aria-labelledby="korthet">')
    assert page[start : page.index(b"</section>", start)].count(b'<li><a href="#arende-') == 20
    assert "Och 5 till" in section(page, "korthet")


def test_a_page_tells_its_region_on_paper_and_where_it_stands() -> None:
    files = example(DECISION)
    for path in (REGION, LIST, UNIT, "exempel/inventory.html", "exempel/preview.html", "exempel/manuals/index.html"):
        assert '<p class="papper">Region Halland</p>' in files[path].decode()
        assert "Sidan är gjord av konfigurationen för Region Halland." in read(files[path])
    assert "Sidan är gjord av konfigurationen av 1177 e-tjänster." in read(files["glossary.html"])
    decision = next(page for path, page in files.items() if path.startswith("exempel/decisions/"))
    assert '<li><a href="../index.html#basutbud">Beslut om basutbud</a></li>' in decision.decode()


def test_the_first_page_has_a_picture_of_every_decision_in_force() -> None:
    page = example(DECISION)["index.html"].decode()
    assert page.count('<svg class="stapel"') == page.count('<div class="beslut">') > 0
    assert 'id="krav-lacking"' in page
    assert "url(#krav-lacking)" in page


def test_the_sources_above_a_unit_do_not_tell_what_the_unit_has_changed() -> None:
    more = "    name: Ring oss\n    promise: {answer_within: 1 working day}\n"
    page = example(FIVE_POINTS + more)[UNIT]
    text = section(page, "arenden")
    assert "Ändrat här: Namn: Ring oss; Extra punkter: 1; Svarstid: inom en arbetsdag; {telefon}" in text
    assert ("Namn: Kontakta mig" in text, "Region region.yaml" in text) == (False, False)


def test_a_row_that_is_not_met_says_what_to_do_and_an_exemption_why() -> None:
    text = section(example(DECISION)[UNIT], "basutbud")
    assert "Exempelbeslutet Beslutets beteckning: EX 1" in text
    assert (
        "Egenremiss Krav Gäller mottagningar som finns i regionen Undantag till och med 31 mars 2027 Byte (Chefen, 1)"
        in text
    )
    assert (
        "Begära intyg Krav Gäller mottagningar som finns i regionen Saknas Lägg till intyg bland mottagningens" in text
    )
    assert 'href="../decisions/exempel.html"' in example(DECISION)[UNIT].decode()


@pytest.mark.parametrize(
    ("casetype", "remedy"),
    [
        ("kontakta-mig: {active: false}", "”Kontakta mig” finns här men är inte aktiv. Aktivera den."),
        ("", "Lägg till kontakta-mig bland mottagningens ärendetyper och gör den aktiv."),
    ],
)
def test_a_missing_case_type_is_added_or_activated(casetype: str, remedy: str) -> None:
    decision = DECISION.split("-- waivers.yaml --")[0]
    unit = "\n-- units/vc.yaml --\noffers: [calls-back]\ncasetypes: {" + casetype + "}\n"
    page = example(decision + unit)[UNIT]
    assert remedy in section(page, "basutbud")
    assert "Saknas Kontakta mig" in section(page, "korthet")


def test_a_planned_unit_has_a_checklist_worked_out_from_the_configuration() -> None:
    files = """
-- region.yaml --
policy: {minimum_local_administrators: 2}
-- hsa.csv --
hsa-id,namn
SE2321000115-PAHITT0002,Andra vårdcentralen i Halmstad
-- casetypes/ring-mig.yaml --
extends: kontakta-mig
name: Ring mig
governance: central
distribute: {to: [aktiva]}
-- groups.yaml --
aktiva: {title: Aktiva, select: {status: active}}
-- basutbud.yaml --
- id: exempel
  title: Exempelbeslutet
  decided: {by: Nämnden, on: 2026-01-15, reference: EX 1}
  valid: {from: 2026-02-01}
  require: [{casetype: kontakta-mig}, {casetype: radgivning, name: Rådgivning}]
"""
    more = """
roles: {local_administrator: 1, case_handler: 4}
settings: {notifications: {emails: [vc@region.example]}, service_area: []}
booking: {journal_system: Exempeljournal, takning: ordered}
casetypes: {kontakta-mig: {}}
"""
    page = other("planned", more, files)[OTHER_UNIT]
    found = steps(page)
    titles = list(found)
    assert (titles[0], titles[-1]) == ("Mottagningen finns i HSA med samma namn", "Betjäningsområdet är öppet")
    assert found == {
        "Mottagningen finns i HSA med samma namn": (
            "Kvar",
            "I HSA heter SE2321000115-PAHITT0002 ”Andra vårdcentralen i Halmstad”.",
        ),
        "Minst 2 lokala administratörer, med utbildning": ("Kvar", "1 lokal administratör."),
        "Formuläret Aktivera enhet är skickat till förvaltningen": (
            "Kan inte ses här",
            found["Formuläret Aktivera enhet är skickat till förvaltningen"][1],
        ),
        "Förvaltningen har aktiverat mottagningen och gett behörighet": (
            "Kan inte ses här",
            "Det görs i e-tjänsterna.",
        ),
        "Förvaltningen har delat ut de centrala ärendetyperna": ("Klart", "Ring mig"),
        "Mottagningens inställningar är gjorda": (
            "Kvar",
            "2 av 12 inställningar har ett värde, 2 av dem är mottagningens egna. Saknas: påminnelse till personalen.",
        ),
        "Mottagningen har aktiverat de centrala ärendetyperna": ("Kvar", "Kvar: Ring mig."),
        "Mottagningens egna standardsvar till de centrala ärendetyperna är skrivna": (
            "Kan inte ses här",
            "Inga egna standardsvar står i konfigurationen.",
        ),
        "Mottagningens egna ärendetyper är valda, ifyllda och aktiva": ("Klart", "1 ärendetyp."),
        "Det som basutbudet kräver finns": ("Kvar", "Kvar: Rådgivning."),
        "Takningen av tidboken är beställd och klar": ("Kvar", "Takningen är beställd."),
        "Rollerna är utdelade": ("Kvar", "Saknas: ärendemottagare."),
        "Medarbetarna har gjort sina personliga inställningar": (
            "Kan inte ses här",
            "Det gör var och en efter inloggning.",
        ),
        "Betjäningsområdet är öppet": ("Kvar", "Det är stängt. Öppna det sist, när allt annat är klart."),
    }
    assert "Inga steg är klara" not in read(page)
    assert "Region Jönköpings läns stöd" in read(page)


def test_a_closing_unit_has_the_steps_of_winding_up() -> None:
    more = """
contact_page: false
roles: {local_administrator: 1, case_handler: 4}
settings: {service_area: []}
casetypes: {kontakta-mig: {active: false}}
"""
    found = steps(other("closing", more)[OTHER_UNIT])
    assert [(title, state) for title, (state, _) in found.items()] == [
        ("Förvaltningen har inaktiverat de centrala ärendetyperna", "Klart"),
        ("Mottagningens egna ärendetyper är inaktiverade", "Klart"),
        ("Alla ärenden är avslutade", "Kan inte ses här"),
        ("Betjäningsområdet är stängt", "Klart"),
        ("Roller är borttagna, utom en eller två lokala administratörer", "Kvar"),
        ("Formuläret Inaktivera enhet är skickat till förvaltningen", "Kan inte ses här"),
        ("Länkar på egna webbsidor är borttagna", "Kan inte ses här"),
        ("HSA är ändrat så att kontaktsidan försvinner", "Klart"),
    ]


def test_an_active_unit_has_no_checklist() -> None:
    assert 'id="kvar"' not in example(FIVE_POINTS)[UNIT].decode()


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("", "Ingen tidbok är ansluten."),
        (
            "booking: {journal_system: Exempeljournal, takning: ordered}",
            "Exempeljournal. Anslutningen (takningen) är beställd. Tills den är klar når invånaren inte tidboken",
        ),
        ("booking: {journal_system: Exempeljournal, takning: done}", "Anslutningen (takningen) är klar."),
        ('summons: {flow: "1"}', "Flöde 1, blint. Mottagningen behöver inte se den färdiga kallelsen."),
        ("summons: {flow: 2B, pas: Exempel-PAS, pas_supports: [iframe]}", "Flöde 2B, full kontroll."),
    ],
)
def test_booking_and_summons_are_said_in_words(given: str, said: str) -> None:
    assert said in section(other("planned", given)[OTHER_UNIT], "tidbok")


def test_a_unit_that_no_resident_sees_says_so_at_once() -> None:
    files = example("-- region.yaml --\ndefaults: {}\n-- units/vc.yaml --\nsettings: {service_area: []}\n")
    assert "Inga invånare ser mottagningen." in shown(files[UNIT]).split("I korthet")[0]


def test_a_unit_with_fifteen_case_types_is_well_below_30_kilobytes() -> None:
    local = "".join(
        f"  egen{number}: {{local: {{extends: kontakta-mig, name: Ärende {number}}}}}\n" for number in range(15)
    )
    page = example(f"-- units/vc.yaml --\ncasetypes:\n{local}")[UNIT]
    assert page.count(b'id="arende-') == 15
    assert "Och " not in section(page, "korthet")
    assert len(page) < 27_000


def many(number: int) -> Files:
    return example(
        "".join(
            OTHER.format(status="active").replace("annan.yaml", f"m{each:03}.yaml").replace("Andra", f"Mott{each:03}")
            for each in range(number)
        )
    )


def test_a_long_list_of_units_is_split_into_pages_of_bounded_length() -> None:
    files = many(430)
    lists = [files[path] for path in (LIST, "exempel/units/index-2.html", "exempel/units/index-3.html")]
    assert "exempel/units/index-4.html" not in files
    assert [page.count(b'<th scope="row">') for page in lists] == [200, 200, 31]
    listed = re.findall(r'<th scope="row"><a href="(.*?)\.html">', b"".join(lists).decode())
    assert sorted(listed) == sorted(["vc", *(f"m{each:03}" for each in range(430))])
    assert '<a href="index-2.html" aria-current="page">Mott200 – Mott399</a>' in lists[1].decode()
    region = files[REGION].decode()
    assert region.count('href="units/m') == 0
    assert "Aktiva (431)" in region
    assert 'href="inventory.html#unit-status=active"' in region


def test_a_short_list_of_units_stands_on_the_regions_page_too() -> None:
    files = many(3)
    assert files[REGION].decode().count('href="units/m') == 3
    assert "4 mottagningar: 4 aktiva." in read(files[LIST])


def test_the_first_page_tells_which_regions_take_part_and_how_they_meet_their_decisions() -> None:
    text = read(example(DECISION)["index.html"])
    assert "1 regioner finns" not in text
    assert "1 region av landets 21 finns i konfigurationen" in text
    outside = text[text.index("Regioner som inte finns i konfigurationen") : text.index("Orden på sidorna")]
    assert ("Region Halland" in outside, "Region Skåne" in outside, "Västra Götalandsregionen" in outside) == (
        False,
        True,
        True,
    )
    assert "Exempelbeslutet 1 av 3 krav är uppfyllda, 1 har undantag, 1 saknas" in text
    assert "Konfigurationens version: 000000000000" in text


def test_the_menu_marks_the_page_or_the_part_that_the_reader_is_in() -> None:
    files = example(FIVE_POINTS)

    def marked(path: str) -> list[tuple[str, str]]:
        return re.findall(r'aria-current="(page|true)">(.*?)</a>', files[path].decode())

    assert marked("index.html") == [("page", "Basutbud")]
    assert marked(REGION) == [("page", "Region Halland")]
    assert marked(LIST) == [("page", "Mottagningar")]
    assert marked(UNIT) == [("true", "Mottagningar")]
    assert marked("rules/index.html") == [("page", "Regler")]
    assert marked("exempel/rules.html") == []
    assert marked("inventory.html") == [("page", "Inventering")]
    assert marked("exempel/manuals/index.html") == [("page", "Manualer")]
    manuals = [path for path in files if path.startswith("exempel/manuals/") and not path.endswith("index.html")]
    assert {mark for path in manuals for mark in marked(path)} == {("true", "Manualer")}
    assert marked("exempel/inventory.html") == [("page", "Inventering")]
