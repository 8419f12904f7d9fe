"""How texts are worded: ordinary sentences pass without a word, and each fault is found once and where it stands."""

import re
from collections.abc import Iterator
from importlib import import_module
from typing import Any

import pytest
import yaml

from schema.places import Place
from schema.reading.positions import Positions
from validate.diagnostic import Diagnostic
from validate.examples import Example, read_example
from validate.facts import prose
from validate.facts.prose import own_words
from validate.rulebook import rules
from validate.run import run
from validate.wording import sentences as words
from validate.wording.sentences import lix, sentences

LANGUAGE = [rule for rule in rules() if rule.topic == "language"]

ORDINARY = """
Logga in med e-legitimation, till exempel BankID eller Freja eID Plus.
Gör det ont när läkaren trycker här?
Vi använder metoder som TEACCH, NIDCAP och RUDAS.
Här kan du boka en tid hos oss.
Vi svarar inom två arbetsdagar.
Ring 112 om det är akut.
Ring 1177 för råd om vård, dygnet runt.
Logga in på 1177.se med e-legitimation.
Du loggar in med BankID.
Logga in med bank-id.
Du kan logga in med Freja.
E-tjänster är gratis.
Du når våra e-tjänster när du har loggat in.
Det finns fler e-tjänster. E-tjänsterna är öppna dygnet runt.
Vi har fyra saker att tipsa om: E-tjänster, telefon, besök och brev.
Knappen ”E-tjänster” finns överst.
Skriv till oss i 1177 e-tjänster.
Du hittar mer på nätet.
Vi erbjuder internetbehandling vid ångest.
Internetbaserad KBT passar många.
Vi har internet- och telefonmottagning.
Tidboken kallas också webbtidbok.
Vår webbplats heter 1177.se.
Vi sänder föreläsningen på webb-tv.
Adressen är internet.se.
Skriv till webben@region.example.
Läs broschyren ”Trygg på internet” innan du kommer.
Betala till vårt bankkonto.
Skriv vilket konto pengarna ska till.
Skaffa konto hos apoteket om du vill få hem läkemedlet.
En man och en kvinna i teamet hjälper dig.
Är du man och över 50 år kan du lämna prov.
Om du är man har du rätt till undersökningen.
Vi undersöker både kvinna och man inför behandlingen.
Som man kan du få bröstcancer.
En man med prostatabesvär kan ringa oss.
Varje man som fyllt 50 år får ett brev.
Din man får gärna följa med.
Mannen kan vara med vid förlossningen.
Manualen finns på plats.
Många har samma besvär.
Du och ditt barn är välkomna. Ni får gärna komma tidigt.
Ni som väntar barn kan gå en kurs tillsammans.
Är ni två som kommer kan ni dela rum.
Skicka din dagbok till {enhet} när ni har kommit överens om det.
Beskriv hur barnet mår och vad ni vill ha hjälp med.
Vi ringer dig för att höra mer om hur ni har det.
Vad har ni kommit fram till?
Föräldrar, hör av er till oss.
Ta med ert barn till besöket.
Ni som är närstående kan också få stöd.
Hela familjen kan få råd av oss. Ni kan komma tillsammans.
Nickel (Ni) finns i smycken.
Skriv om du har många pdf:er.
Du är patient hos oss.
Som patient har du rätt att läsa din journal.
Patientnämnden kan hjälpa dig att klaga.
Patientavgiften är 300 kr.
Är du patient på en annan mottagning?
Vi har tystnadsplikt om alla patienter.
Patienten bredvid dig kan ha sekretess, så prata lågt med din familj.
Läs mer om hur du förbereder dig på 1177.se.
Läs mer om vaccination, 1177.se.
Du kan läsa mer i kallelsen.
Råd om feber, 1177.se.
Här hittar du våra öppettider.
Klicka på ”Läs mer” för att se hela texten.
Tryck på knappen Boka.
Tryck här bak i nacken om det spänner.
Följ länken till Försäkringskassan om du behöver blanketten.
Klicka på länken i ditt sms.
Länkarna finns längst ner.
Adressen är www.1177.se.
Skriv till vardcentralen@region.example.
Vår sida finns på region.example.
Du kan skicka PDF, GIF, JPEG och PNG.
En fil får vara högst 20 MB.
BVC och BUP samarbetar.
Vi gör EKG, EEG, MR och DT.
Du kan ha fått diagnosen ADHD, ADD eller AST.
KBT och ACT är två sorters samtal.
Har du haft covid-19 eller COVID-19?
Vi tar prov för HPV, HIV och PSA.
Personalen har SITHS-kort.
SITHS används bara av personalen.
Vi frågar enligt AUDIT om hur du dricker.
Proverna visar om du bär på MRSA eller ESBL.
Ring BRIS-linjen om du är under 18 år.
Skriv datum som ÅÅÅÅMMDD.
Skriv datum som ÅÅÅÅ-MM-DD.
Du har typ II eller typ III.
Karl XVIII finns inte.
Kranialnerv VI, VII och VIII undersöks.
Kranialnerv I, VI och X undersöks.
Vi utreder ALL, AML och KLL.
Ta C-vitamin och D-vitamin.
Koden är ICD-10.
BVC:s telefon är öppen i dag.
Trappan ligger i hus A, B och C.
Tryck på OK.
Svara STOPP om du inte vill ha fler sms.
Skriv ordet AVBOKA i svaret.
En gammal man kan behöva hjälp.
Svullnaden är några mm.
Mat med lite FODMAP kan hjälpa.
Vi är hbtq-diplomerade och välkomnar HBTQI-personer.
Svara JA eller NEJ.
Du kan få hjälp enligt LSS och SoL.
Skriv till oss, t.ex. om ett recept.
Vi har öppet kl 8–17.
Vi har öppet kl. 8–17.
Såret är 5 mm brett.
Såret är 5–10 mm.
Blodtrycket mäts i mm Hg.
Mät i mm.
Medicinen är på 50 mg eller 5 ml.
Det väger 3 kg och är 50 cm långt.
Besöket kostar 300 kr.
Ta en tablett om dagen.
Texten är skriven av personalen.
Skålen är tom.
Han kommer från Halland.
Gå från hus 4 till hus 5.
Telefonen är öppen 8–12.
Evenemanget är inställt.
Angående din fråga har vi svarat.
Cancer kan upptäckas tidigt.
Patrik är inget namn vi använder.
Tel Aviv ligger inte här.
Dricksvatten finns på plats.
Mottagningen är öppen.
Texas är en stat.
Usken är ingen ort.
Vi har stängt 2026-06-01–2026-08-31.
Ring 031-390 06 00, vardagar klockan 8–17.
Vi har öppet måndag–fredag.
Kom 10–15 minuter före besöket.
Feber över 38,5 grader kräver vård.
Puls < 100 och > 50 är bra.
Ta 2 * 500 mg om du har ont.
Räkna 2*3*4 och skriv svaret.
Fält med * måste fyllas i.
Vi finns i hus 4 – gå in från gatan.
Av- och omboka tid.
Välj A eller B.
Ge 1/2 tablett.
Har du frågor? Hör av dig till oss!
Kom i tid.
Ta med legitimation, kallelse och läkemedelslista.
Vill du ha tolk? Säg till innan du kommer.
Du får ett brev hem inom tre veckor.
Ditt barn behöver vara fastande.
Ombud kan skriva för barn under 13 år.
Du kan bara skriva om dig själv, eller ett barn under 13 år som du är ombud för.
Det du skriver kan sparas i din journal.
Vi bedömer hur snart du behöver komma.
Avboka senast 24 timmar före besöket, annars kan du få betala.
Du behöver inte ha remiss.
Skriv vad intyget ska användas till.
Ring oss om du inte har hört något inom två veckor.
Vi är en vårdcentral för alla åldrar.
Ungdomsmottagningen är till för dig mellan 12 och 23 år.
Barnmorskan svarar på frågor om graviditet.
Har du fått en kallelse ska du följa den.
Du kan alltid ringa {telefon} om du hellre pratar med oss.
{enhet} läser det du skriver och svarar med en tid.
Svaret kommer inom {svarstid}.
Du får sms när tiden närmar sig.
Lämna provet före klockan 10.
Drick inget efter midnatt.
Hämta ut läkemedlet på vilket apotek du vill.
Akuten på sjukhuset är öppen dygnet runt.
Det är gratis för dig som är under 20 år.
Vid akuta besvär, sök vård direkt.
Parkera på plan 2.
Vi har hiss och ramp.
Har du en allergi? Berätta det för oss.
Ta gärna bilden i dagsljus.
Det går bra att byta tid en gång.
Tänk på att du ser provsvaret i din journal.
Personer med skyddade uppgifter kan ringa oss.
""".strip().splitlines()

# the text, the rule, and what is marked
FAULTS = [
    ("Läs mer på webben.", "word-to-avoid", "webben"),
    ("Webbens råd gäller.", "word-to-avoid", "Webbens"),
    ("Sök på internet.", "word-to-avoid", "internet"),
    ("Internet fungerar på plats.", "word-to-avoid", "Internet"),
    ("Du kan skaffa konto på 1177.", "word-to-avoid", "skaffa konto"),
    ("Den som skaffar ett konto kan skriva.", "word-to-avoid", "skaffar ett konto"),
    ("Öppna ditt invånarkonto.", "word-to-avoid", "invånarkonto"),
    ("Invånarkontot är gratis.", "word-to-avoid", "Invånarkontot"),
    ("Använd BankID eller Freja eID.", "word-to-avoid", "BankID eller Freja eID"),
    ("Använd Mobilt BankID, Freja eID+ om du kan.", "word-to-avoid", "Mobilt BankID, Freja eID+"),
    ("Använd BankID, Freja eller SITHS.", "word-to-avoid", "BankID, Freja eller SITHS"),
    ("Logga in i 1177 E-tjänster.", "service-name-capital", "E-tjänster"),
    ("Våra E-tjänster är gratis.", "service-name-capital", "E-tjänster"),
    ("Öppna E-Tjänsten nu.", "service-name-capital", "E-Tjänsten"),
    ("I vår E-tjänst kan du skriva.", "service-name-capital", "E-tjänst"),
    ("På {region} E-tjänster finns mer.", "service-name-capital", "E-tjänster"),
    ("Logga in, E-tjänsterna är öppna.", "service-name-capital", "E-tjänsterna"),
    ("Skriv i 1177 e-Tjänster.", "service-name-capital", "e-Tjänster"),
    ("Alla E-tjänsters sidor är nya.", "service-name-capital", "E-tjänsters"),
    ("Här kan man boka tid.", "du-tilltal", "man"),
    ("Man får inte äta före provet.", "du-tilltal", "Man"),
    ("Här bokar man tid.", "du-tilltal", "man"),
    ("Vi har stängt p.g.a sjukdom.", "abbreviation", "p.g.a"),
    ("Kontakta din f.d. vårdcentral.", "abbreviation", "f.d."),
    ("Tvätta med tvål resp. sprit.", "abbreviation", "resp."),
    ("TÄNK PÅ att komma i tid.", "capitals", "TÄNK PÅ"),
    ("BARN OCH UNGA är välkomna.", "capitals", "BARN OCH UNGA"),
    ("Öppet i dag\n=====\nVälkommen!", "text-format", "====="),
    ("Vet du hur man gör?", "du-tilltal", "man"),
    ("Om man inte kan komma avbokar man tiden.", "du-tilltal", "man"),
    ("När man har loggat in syns tiden.", "du-tilltal", "man"),
    ("Hos oss måste man visa legitimation.", "du-tilltal", "man"),
    ("Kontakta oss om Ni har frågor.", "du-tilltal", "Ni"),
    ("Vi hjälper Er gärna.", "du-tilltal", "Er"),
    ("Ta med Ert kort.", "du-tilltal", "Ert"),
    ("Här kan ni avboka tiden.", "du-tilltal", "ni"),
    ("Ni kan ringa oss.", "du-tilltal", "Ni"),
    ("Vi kontaktar er snart.", "du-tilltal", "er"),
    ("Vi tackar för edra svar.", "du-tilltal", "edra"),
    ("Patienten ska ta med legitimation.", "du-tilltal", "Patienten"),
    ("Patienter ombeds komma i tid.", "du-tilltal", "Patienter"),
    ("Välkommen. Patienten bör vara fastande.", "du-tilltal", "Patienten"),
    ("Klicka här för att boka.", "link-text", "Klicka här"),
    ("Du klickar här.", "link-text", "klickar här"),
    ("Läs mer här.", "link-text", "Läs mer här"),
    ("Vi har nya tider. Läs mer.", "link-text", "Läs mer"),
    ("Läs mer >", "link-text", "Läs mer"),
    ("Tryck här för att boka.", "link-text", "Tryck här"),
    ("Klicka på länken.", "link-text", "Klicka på länken"),
    ("Följ länken nedan.", "link-text", "Följ länken nedan"),
    ("Boka på https://www.1177.se/lang/path nu.", "link-text", "https://www.1177.se/lang/path"),
    ("Boka (https://region.example/boka).", "link-text", "https://region.example/boka"),
    ("Se www.region.example/vard/boka.", "link-text", "www.region.example/vard/boka"),
    ("Se http://region.example/vard.", "insecure-address", "http://region.example/vard"),
    ("Se HTTP://region.example.", "insecure-address", "HTTP://region.example"),
    ("(http://region.example/a)", "insecure-address", "http://region.example/a"),
    ("Se ”http://region.example/a”.", "insecure-address", "http://region.example/a"),
    ("Sidan är http://www.region.example, som förut.", "insecure-address", "http://www.region.example"),
    ("http://region.example", "insecure-address", "http://region.example"),
    ("Har du läst http://region.example/b?", "insecure-address", "http://region.example/b"),
    ("Ring eller gå till http://region.example/a?b=c.", "insecure-address", "http://region.example/a?b=c"),
    ("OBS! Vi har flyttat.", "capitals", "OBS"),
    ("Kom INTE om du är sjuk.", "capitals", "INTE"),
    ("Det är VIKTIGT att du läser.", "capitals", "VIKTIGT"),
    ("VI HAR STÄNGT i dag.", "capitals", "VI HAR STÄNGT"),
    ("Du MÅSTE komma.", "capitals", "MÅSTE"),
    ("NB vi stänger tidigt.", "capitals", "NB"),
    ("Ring BARA om det är bråttom.", "capitals", "BARA"),
    ("Ta ALVEDON om du har ont.", "capitals", "ALVEDON"),
    ("Från BVC: DU FÅR komma.", "capitals", "DU FÅR"),
    ("Ta prov FASTANDE.", "capitals", "FASTANDE"),
    ("Ta t ex en tablett.", "abbreviation", "t ex"),
    ("Ta tex. en tablett.", "abbreviation", "tex."),
    ("Vi gör bl a vaccinationer.", "abbreviation", "bl a"),
    ("Vi gör bl.a. vaccinationer.", "abbreviation", "bl.a."),
    ("Vi tar prover, röntgen mm.", "abbreviation", "mm."),
    ("Vi tar prover, röntgen m.m.", "abbreviation", "m.m."),
    ("Vi tar prover osv.", "abbreviation", "osv."),
    ("Ta ev. med ett prov.", "abbreviation", "ev."),
    ("Vi har stängt pga sjukdom.", "abbreviation", "pga"),
    ("Vi har stängt p.g.a. sjukdom.", "abbreviation", "p.g.a."),
    ("Vi öppnar på måndag, dvs den 3 maj.", "abbreviation", "dvs"),
    ("Vi är öppna fr o m 3 maj.", "abbreviation", "fr o m"),
    ("Vi är öppna from 3 maj.", "abbreviation", "from"),
    ("Vi är öppna t.o.m. 3 maj.", "abbreviation", "t.o.m."),
    ("Tel: 031-390 06 00.", "abbreviation", "Tel"),
    ("Ring vår tel. 031-390 06 00.", "abbreviation", "tel."),
    ("Du får träffa en ssk.", "abbreviation", "ssk"),
    ("Vår usk tar provet.", "abbreviation", "usk"),
    ("Fråga dr på plats.", "abbreviation", "dr"),
    ("Ta med pat. kort.", "abbreviation", "pat."),
    ("Det tar ca 20 minuter.", "abbreviation", "ca"),
    ("| Måndag | 8–17 |", "text-format", "| Måndag | 8–17 |"),
    ("Dag | Tid | Plats", "text-format", "Dag | Tid | Plats"),
    ("Öppet\n-----\nMåndag.", "text-format", "-----"),
    ("Öppet\n***\nMåndag.", "text-format", "***"),
    ("Ta med:\n-Legitimation\n", "text-format", "-"),
    ("Ta med:\n✓ legitimation", "text-format", "✓"),
    ("Ta med:\n→ legitimation", "text-format", "→"),
    ("Ta med:\n» legitimation", "text-format", "»"),
    ("Onsdag      8–12", "text-format", "     "),
    ("Vi har *stängt* på fredag.", "text-format", "*stängt*"),
    ("Vi stänger&nbsp klockan 17.", "text-format", "&nbsp"),
]


def _checked(text: str) -> tuple[Example, list[Diagnostic]]:
    example = read_example(text)
    assert example.workspace.misfits == ()
    return example, run(example.workspace, LANGUAGE)


def _in_information(text: str) -> tuple[Example, list[Diagnostic]]:
    written = yaml.safe_dump({"settings": {"information": text}}, allow_unicode=True, width=1000)
    return _checked(f"-- units/vc.yaml --\n{written}")


def _marked(example: Example, diagnostic: Diagnostic) -> str:
    at = diagnostic.at
    assert isinstance(at, Place)
    data = example.workspace.files[at.file]
    start, end = Positions(at.file, data).offsets(at)
    return data.decode()[start:end]


@pytest.mark.parametrize("text", ORDINARY)
def test_an_ordinary_sentence_passes(text: str) -> None:
    assert _in_information(text)[1] == []


def test_there_are_many_ordinary_sentences_and_they_pass_together() -> None:
    assert len(ORDINARY) >= 150
    assert _in_information("\n\n".join(ORDINARY[:40]))[1] == []


@pytest.mark.parametrize(("text", "rule", "marked"), FAULTS)
def test_a_fault_is_found_once_and_where_it_stands(text: str, rule: str, marked: str) -> None:
    _, found = _in_information(text)
    assert rule in {diagnostic.rule for diagnostic in found}
    assert [diagnostic.rule for diagnostic in found] == [rule] * len(found)
    at = found[0].at
    assert isinstance(at, Place)
    assert at.part is not None
    assert text[slice(*at.part)] == marked
    assert len({diagnostic.at for diagnostic in found}) == len(found)


@pytest.mark.parametrize("rule", [rule.id for rule in LANGUAGE])
def test_no_rule_finds_what_is_not_the_author_s_own_wording(rule: str) -> None:
    quoted = ("”Klicka HÄR”", "”webben”", "”Kontakta Er läkare”", "”t ex så”", "{webben}", "internet@region.example")
    for text in quoted:
        assert [found for found in _in_information(f"Så står det: {text} nu.")[1] if found.rule == rule] == []


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("name", "BVC ALLTID ÖPPET, ssk och usk"),
        ("name", "Enheten för E-tjänster"),
        ("directory", "Internet"),
    ],
)
def test_names_that_are_given_elsewhere_are_left_alone(field: str, text: str) -> None:
    file = "region.yaml" if field == "directory" else "units/vc.yaml"
    assert _checked(f"-- {file} --\n{field}: {text}\n")[1] == []


def test_no_name_of_a_time_type_a_care_type_or_a_group_is_looked_at() -> None:
    _, found = _checked("""
-- units/vc.yaml --
booking: {journal_system: Exempel, takning: done, supports: [book], time_types: [Besök ssk, AKUT TID]}
settings: {care_types: [Vård mm]}
-- groups.yaml --
alla: {title: Mottagningar på webben mm, select: {care_level: primary}}
""")
    assert found == []


FORM = """
-- casetypes/kontakta-mig.yaml --
extends: kontakta-mig
form:
  - id: a
    question: {question}
    help: {help}
    type: choice
    options: [{{id: b, text: "{option}"}}]
"""


@pytest.mark.parametrize(
    ("question", "help", "option", "expected"),
    [
        ("Gäller det t.ex. ett recept?", "Ta t.ex. med listan.", "Ja", ["t.ex."]),
        ("Vilken dag, kl. och plats?", "Kl. 8 är bra.", "Kl. 8", ["kl."]),
        ("Vilket nr har du?", "Skriv nr här.", "Nr 1", ["nr"]),
        ("Vad gäller det?", "Skriv kort.", "Recept mm", []),
        ("Vad gäller det?", "Skriv kort.", "T ex recept", []),
        ("Vad gäller det?", "Skriv kort.", "Jag vill veta hur man gör", []),
        ("Vad gäller det?", "Skriv kort.", "Kontakta mig om ni kan", []),
        ("Hur når vi dig?", "Skriv tel. 031-390 06 00.", "Jag ringer er", ["tel."]),
    ],
)
def test_a_question_has_no_abbreviations_and_an_answer_may_have_them(
    question: str, help: str, option: str, expected: list[str]
) -> None:
    example, found = _checked(FORM.format(question=question, help=help, option=option))
    assert [_marked(example, diagnostic) for diagnostic in found] == expected


@pytest.mark.parametrize(
    ("text", "replacement"),
    [
        ("Ta t ex en tablett.", None),
        ("T ex en tablett.", None),
        ("Vi tar prover osv.", None),
        ("Vi tar prover osv. Kom i tid.", None),
        ("Vi gör bl.a. vaccinationer.", None),
        ("Vi är öppna fr.o.m. måndag.", None),
        ("Ta ev. med ett prov.", None),
        ("Du får träffa en ssk.", None),
        ("Logga in i 1177 E-tjänster.", "e-tjänster"),
        ("Sök på internet.", None),
        ("Se http://region.example/vard.", None),
    ],
)
def test_a_machine_may_write_only_what_does_not_change_what_the_text_means(text: str, replacement: str | None) -> None:
    assert [diagnostic.replacement for diagnostic in _in_information(text)[1]] == [replacement]


def test_staff_texts_and_translations_are_looked_at_for_insecure_addresses_alone() -> None:
    _, found = _checked("""
-- casetypes/kontakta-mig.yaml --
extends: kontakta-mig
internal_name: OBS! Klicka här på webben, http://region.example/a
source: Sidan finns på https://region.example/beslut/2026 mm
""")
    assert [diagnostic.rule for diagnostic in found] == ["insecure-address"]


@pytest.mark.parametrize(
    "source",
    [
        "https://region.example/a",
        "Protokollet heter http.",
        "http:/region.example",
        "shttp://region.example",
        "Skriv http och sedan https.",
        "Mappen a/b/c",
        "ftp://region.example",
        "urn:riv:crm:scheduling",
    ],
)
def test_what_is_no_insecure_address(source: str) -> None:
    assert _checked(f"-- casetypes/kontakta-mig.yaml --\nextends: kontakta-mig\nsource: '{source}'\n")[1] == []


def test_a_value_that_is_an_address_is_no_link_text() -> None:
    _, found = _checked("""
-- casetypes/kontakta-mig.yaml --
extends: kontakta-mig
description: Se {sida}.
variables: {sida: {type: https, label: Sida, default: "https://www.1177.se/lang/path"}}
""")
    assert found == []


TERMS = """
-- region.yaml --
policy: {{emergency_referral: {policy}}}
-- casetypes/kontakta-mig.yaml --
extends: kontakta-mig
terms: kontakta-mig
-- terms/kontakta-mig.yaml --
layout: points
status: approved
approved: {{on: 2026-03-01, by: redaktionen}}
version: 1
points:
  - id: om
    text: Be oss ringa dig.
  - id: akut
    text: "{text}"
"""


@pytest.mark.parametrize(
    "text",
    [
        "Ring 112 om det är akut. Ring 1177 för råd.",
        "Ring 1177 för råd och 112 vid fara för liv.",
        "Är det akut? Ring 112! Annars 1177.",
        "Vid akuta besvär: ring 112 eller 1177.",
        "Ring SOS Alarm (112) eller sjukvårdsrådgivningen (1177).",
        "Telefon: 112, 1177",
        "Numret är 112. Rådgivningen har nummer 1177.",
        "Ring 112/1177",
        "Vänta inte. Ring 1177, eller 112 om det är bråttom. Logga in på 1177.se.",
    ],
)
def test_a_text_that_refers_to_112_and_1177(text: str) -> None:
    written = TERMS.format(policy="required", text=text)
    assert _checked(written)[1] == []


@pytest.mark.parametrize(
    ("text", "lacks"),
    [
        ("Vi hör av oss.", "both"),
        ("Ring 112 om det är akut.", "1177"),
        ("Ring 1177 för råd.", "112"),
        ("Ring 031-112 00 00 eller 1177.", "112"),
        ("Ring 0112 eller 1177.", "112"),
        ("Ring 08-390 112 eller 1177.", "112"),
        ("Gå till rum 112 och ring 1177.", "112"),
        ("Avgiften är 112 kr. Ring 1177.", "112"),
        ("Ring 112. Logga in på 1177.se.", "1177"),
        ("Ring 112. Skriv i 1177 e-tjänster.", "1177"),
        ("Ring 112 eller 11770.", "1177"),
        ("Läs på sidan 1/112 och ring 1177.", "112"),
        ("Diarienumret är 112/2026. Ring 1177.", "112"),
        ("Ring 112 eller 0771-11 77 00.", "1177"),
    ],
)
def test_a_number_that_only_stands_inside_something_else_is_no_referral(text: str, lacks: str) -> None:
    example, found = _checked(TERMS.format(policy="required", text=text))
    assert [(diagnostic.rule, diagnostic.words["lacks"]) for diagnostic in found] == [
        ("emergency-referral-missing", lacks)
    ]
    assert _marked(example, found[0]) == "points"
    assert found[0].affected == ("vc",)
    assert _checked(TERMS.format(policy="free", text=text))[1] == []


def test_one_text_on_many_units_gives_one_finding_and_none_where_it_is_not_active() -> None:
    again = TERMS.format(policy="required", text="Vi hör av oss.")
    unit = "\n-- units/vc2.yaml --\n" + _UNIT
    _, found = _checked(again + unit)
    assert [diagnostic.affected for diagnostic in found] == [("vc", "vc2")]
    _, found = _checked(again + "-- units/vc.yaml --\ncasetypes: {kontakta-mig: {active: false}}\n")
    assert found == []


def test_a_unit_s_own_points_count_for_that_unit() -> None:
    own = """
-- units/vc.yaml --
casetypes:
  kontakta-mig:
    extra_points: [{id: akut2, text: Ring 112 om det är akut. Ring 1177 för råd.}]
"""
    assert _checked(TERMS.format(policy="required", text="Vi hör av oss.") + own)[1] == []


def test_a_national_text_is_for_the_region_to_replace() -> None:
    _, found = _checked("-- region.yaml --\npolicy: {emergency_referral: required}\n")
    assert [(diagnostic.at.file, diagnostic.rule) for diagnostic in found] == [
        ("regions/exempel/region.yaml", "emergency-referral-missing")
    ]
    assert found[0].affected == ("vc",)
    own = "-- casetypes/kontakta-mig.yaml --\nextends: kontakta-mig\n"
    example, found = _checked("-- region.yaml --\npolicy: {emergency_referral: required}\n" + own)
    assert [(diagnostic.at.file, _marked(example, diagnostic)) for diagnostic in found] == [
        ("regions/exempel/casetypes/kontakta-mig.yaml", "extends")
    ]


_UNIT = """hsa_id: SE2321000115-PAHITT0002
name: Påhittade läkarhuset
status: active
invented: true
business_type: vardcentral
activities: ["1502"]
care_level: primary
governed_by: forvaltning
municipality: "1380"
phone: 031-390 06 01
offers: [calls-back]
roles: {local_administrator: 2}
casetypes:
  kontakta-mig: {}
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ett. Två! Tre? Fyra.", ["Ett.", "Två!", "Tre?", "Fyra."]),
        ("Ta t.ex. Alvedon. Vila.", ["Ta t.ex. Alvedon.", "Vila."]),
        ("Vi öppnar kl. 8 i dag. Kom då.", ["Vi öppnar kl. 8 i dag.", "Kom då."]),
        ("Logga in på 1177.se. Skriv.", ["Logga in på 1177.se.", "Skriv."]),
        ("Det tar 1.5 timmar, nr. 3 först.", ["Det tar 1.5 timmar, nr. 3 först."]),
        ("1. Logga in.\n2. Skriv.", ["1. Logga in.", "2. Skriv."]),
        ("Öppet\nMåndag 8–17", ["Öppet", "Måndag 8–17"]),
        ("Skriv till {enhet}. {enhet} svarar.", ["Skriv till {enhet}.", "{enhet} svarar."]),
        ("Han sa ”kom.” Sedan gick vi.", ["Han sa ”kom.”", "Sedan gick vi."]),
        ("Vi tar prover m.m. Sedan går du hem.", ["Vi tar prover m.m.", "Sedan går du hem."]),
        ("Vänta… Sedan går du.", ["Vänta…", "Sedan går du."]),
        ("...", []),
    ],
)
def test_where_a_sentence_ends(text: str, expected: list[str]) -> None:
    assert [text[sentence.start : sentence.end] for sentence in sentences(text)] == expected


@pytest.mark.parametrize(("words", "found"), [(29, 0), (30, 0), (31, 1), (60, 1)])
def test_a_sentence_is_long_above_the_limit_and_not_at_it(words: int, found: int) -> None:
    _, diagnostics = _in_information("Kom hit. Ett " + " ".join(["ord"] * (words - 1)) + ". Gå hem.")
    assert [diagnostic.rule for diagnostic in diagnostics] == ["long-sentence"] * found


@pytest.mark.parametrize(
    "text",
    [
        " ".join(["ord"] * 20) + ". " + " ".join(["Ord"] * 20) + ".",
        "\n".join(["Måndag klockan 8–17"] * 20),
        " ".join(["ord"] * 20) + "? " + " ".join(["ord"] * 20) + "!",
        "Läs. " * 200,
        "ord" * 200,
        " – ".join(["ord"] * 29),
        "{enhet} " * 30,
        "Xa. " * 100,
    ],
)
def test_what_is_no_long_sentence(text: str) -> None:
    assert "long-sentence" not in {diagnostic.rule for diagnostic in _in_information(text)[1]}


def _text_of(sentence: str, times: int) -> str:
    return " ".join([sentence] * times)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (_text_of("Vi ses på plats i dag och du kan ta med en vän.", 6), []),
        (_text_of("Undersökningen förutsätter föregående provtagning och läkarbedömning hos specialistläkare.", 8), 1),
        (_text_of("Undersökningen förutsätter föregående provtagning och läkarbedömning hos specialistläkare.", 4), []),
        (_text_of("Undersökningen förutsätter provtagning.", 6), []),
        ("Undersökningen förutsätter provtagning", []),
        (_text_of("Se {specialistmottagningen} och {undersokningen} nu.", 20), []),
        (_text_of("Se specialistmottagningen.region.example nu.", 30), []),
        (_text_of("Kom hit om du är sjuk och vill träffa en läkare eller en sjuksköterska.", 6), []),
    ],
)
def test_a_text_is_hard_when_it_is_long_enough_to_be_measured(text: str, expected: list[str] | int) -> None:
    rules_found = [found.rule for found in _in_information(text)[1]]
    assert rules_found == (["readability"] if expected else [])


def test_a_terms_text_is_measured_as_one() -> None:
    point = "Undersökningen förutsätter föregående provtagning och läkarbedömning hos specialistläkare."
    points = "".join(f"  - {{id: p{number}, text: {point}}}\n" for number in range(9))
    text = TERMS.format(policy="free", text="Kom.").partition("points:\n")[0] + "points:\n" + points
    example, found = _checked(text)
    assert [(diagnostic.rule, _marked(example, diagnostic)) for diagnostic in found] == [("readability", "points")]


def test_lix_is_words_in_a_sentence_and_long_words_in_a_hundred() -> None:
    assert lix(list(sentences("En kort mening här. Fyra vanliga mottagningar till."))) == round(8 / 2 + 100 * 2 / 8)


def test_what_is_not_the_author_s_own_keeps_its_length() -> None:
    text = "Se ”detta” på 1177.se/a, {enhet} och a@b.example."
    assert own_words(text) == "Se _______ på _________, _______ och ___________."
    assert len(own_words(text)) == len(text)


PARSER: Any = import_module("re._parser")
PATTERNS = {
    f"{name}.{attribute}": value
    for name in (*(rule.check.__module__ for rule in LANGUAGE if rule.check), prose.__name__, words.__name__)
    for attribute, found in vars(import_module(name)).items()
    for value in (found if isinstance(found, tuple) else (found,))
    if isinstance(value, re.Pattern)
}


def _repeats(tree: Any, inside: int = 0) -> Iterator[int]:
    """How many repeats without an end each repeat without an end stands inside."""
    if isinstance(tree, (list, tuple, PARSER.SubPattern)):
        if len(tree) == 2 and str(tree[0]) in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            _, most, body = tree[1]
            is_endless = most == PARSER.MAXREPEAT
            if is_endless:
                yield inside
            yield from _repeats(body, inside + is_endless)
        else:
            for part in tree:
                yield from _repeats(part, inside)


@pytest.mark.parametrize("name", sorted(PATTERNS))
def test_no_pattern_has_a_repeat_without_an_end_inside_another(name: str) -> None:
    pattern = PATTERNS[name]
    assert max(_repeats(PARSER.parse(pattern.pattern, pattern.flags)), default=0) == 0
