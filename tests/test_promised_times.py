"""The times in Swedish texts: what is promised is understood to the letter, and ordinary sentences promise nothing."""

import time
from collections.abc import Callable

import pytest

from schema.durations import parse_duration
from validate.examples import read_example
from validate.rulebook import rules
from validate.run import run
from validate.wording.cancellation_times import cancellation_times
from validate.wording.first_points import instead_of_about
from validate.wording.ombud_ages import ombud_ages
from validate.wording.promised_times import promised_times, states_promise
from validate.wording.times_said import TimeSaid

# What is understood stands in brackets; after it the time, and how sure the text is of it.
PROMISES = [
    ("Du får svar inom [två arbetsdagar].", "2 working days"),
    ("Du får svar inom [2 arbetsdagar].", "2 working days"),
    ("Du får svar inom [två vardagar].", "2 working days"),
    ("Du får svar inom\u00a0[2\u00a0vardagar].", "2 working days"),
    ("Du får svar inom\n[två arbetsdagar].", "2 working days"),
    ("Du får svar inom [två hela vardagar].", "2 working days"),
    ("Du får svar inom [två helgfria dagar].", "2 working days"),
    ("Du får svar inom [två (2) arbetsdagar].", "2 working days"),
    ("DU FÅR SVAR INOM [TVÅ ARBETSDAGAR].", "2 working days"),
    ("Du får svar inom [1 arbetsdag].", "1 working day"),
    ("Du får svar inom [tre dygn].", "3 days"),
    ("Du får svar inom [tre dagar].", "3 days"),
    ("Du får svar på [tre dagar].", "3 days"),
    ("Du får svar inom [48 timmar].", "48 h"),
    ("Du får svar inom [24h].", "24 h"),
    ("Du får svar inom [tjugofyra timmar].", "24 h"),
    ("Du får besked inom [en vecka].", "1 week"),
    ("Du får besked om ditt ärende inom [en månad].", "1 month"),
    ("Vi svarar inom [1–2 vardagar].", "2 working days"),
    ("Vi svarar inom [1-2 vardagar].", "2 working days"),
    ("Vi svarar inom [1 - 2 vardagar].", "2 working days"),
    ("Du får svar inom [två till tre arbetsdagar].", "3 working days"),
    ("Du får svar inom [två eller tre arbetsdagar].", "3 working days"),
    ("Du får svar inom [5–10 arbetsdagar].", "10 working days"),
    ("Vi svarar [samma dag].", "same working day"),
    ("Vi svarar [samma vardag].", "same working day"),
    ("Vi svarar senast [nästa vardag].", "1 working day"),
    ("Vi svarar [nästa arbetsdag].", "1 working day"),
    ("Vi svarar, senast [nästkommande vardag].", "1 working day"),
    ("Senast [nästa vardag] hör vi av oss.", "1 working day"),
    ("Vi svarar samma dag eller senast [nästa vardag].", "1 working day"),
    ("Vi svarar dig senast inom [två vardagar].", "2 working days"),
    ("Vi svarar inom högst [tre arbetsdagar].", "3 working days"),
    ("Vi återkommer inom de närmaste [två arbetsdagarna].", "2 working days"),
    ("Inom [två arbetsdagar] får du svar.", "2 working days"),
    ("Inom [2 vardagar] kontaktar vi dig.", "2 working days"),
    ("Inom [en arbetsdag] hör vi av oss.", "1 working day"),
    ("Svar får du inom [två arbetsdagar].", "2 working days"),
    ("Ett svar får du inom [två arbetsdagar].", "2 working days"),
    ("Svar inom [två arbetsdagar].", "2 working days"),
    ("Svar ges inom [2 arbetsdagar].", "2 working days"),
    ("Svar lämnas inom [fem dagar].", "5 days"),
    ("Svar skickas inom [två arbetsdagar].", "2 working days"),
    ("Räkna med svar inom [fem arbetsdagar].", "5 working days"),
    ("Du kan räkna med att få svar inom [24 timmar].", "24 h"),
    ("Du kan förvänta dig svar inom [fem dagar].", "5 days"),
    ("Du får ett första svar inom [två vardagar].", "2 working days"),
    ("Du får alltid ett svar från oss inom [två vardagar].", "2 working days"),
    ("Du kommer att få svar inom [två arbetsdagar].", "2 working days"),
    ("Du får svar inom [2 arbetsdagar] via 1177 e-tjänster.", "2 working days"),
    ("Du får återkoppling inom [två arbetsdagar].", "2 working days"),
    ("Du får veta hur vi går vidare inom [två arbetsdagar].", "2 working days"),
    ("Du blir kontaktad inom [tre arbetsdagar].", "3 working days"),
    ("Vi hör av oss till dig inom [två arbetsdagar].", "2 working days"),
    ("Vi återkopplar inom [två arbetsdagar].", "2 working days"),
    ("Vi tar kontakt med dig inom [en vecka].", "1 week"),
    ("Vi kommer att svara dig inom [två arbetsdagar].", "2 working days"),
    ("Vi svarar med ett förslag på tid inom [fem arbetsdagar].", "5 working days"),
    ("Mottagningen återkommer inom [tre dagar].", "3 days"),
    ("{enhet} svarar inom [tre arbetsdagar].", "3 working days"),
    ("Läkaren svarar inom [fem arbetsdagar].", "5 working days"),
    ("Våra sjuksköterskor svarar inom [två arbetsdagar].", "2 working days"),
    ("En sjuksköterska ringer upp dig inom [två timmar].", "2 h"),
    ("En läkare läser ditt meddelande och återkommer inom [tre dagar].", "3 days"),
    ("Vi läser det du skriver och svarar inom [två arbetsdagar].", "2 working days"),
    ("Du skickar in ditt ärende och får svar inom [två arbetsdagar].", "2 working days"),
    ("Ditt ärende besvaras inom [två arbetsdagar].", "2 working days"),
    ("Ditt ärende handläggs inom [fem arbetsdagar].", "5 working days"),
    ("Vi handlägger ditt ärende inom [tre arbetsdagar].", "3 working days"),
    ("Svarstid: [två arbetsdagar].", "2 working days"),
    ("Vår svarstid är [två arbetsdagar].", "2 working days"),
    ("Svarstiden kan vara upp till [fem arbetsdagar].", "5 working days"),
    ("Handläggningstiden är högst [tre dagar].", "3 days"),
    ("Vi har [två dagars] svarstid.", "2 days"),
    ("Svaret tar upp till [5 arbetsdagar].", "5 working days"),
    ("Det tar upp till [5 arbetsdagar] innan du får svar.", "5 working days"),
    ("Det kan ta högst [fem arbetsdagar] för oss att svara.", "5 working days"),
    ("Du får vänta upp till [tre dagar] på svar.", "3 days"),
    ("Vi svarar så snart vi kan, senast inom [två arbetsdagar].", "2 working days"),
    ("Du får svar inom [två arbetsdagar] när du har skickat ditt ärende.", "2 working days"),
    ("När du har skickat ditt ärende får du svar inom [två arbetsdagar].", "2 working days"),
    ("Du får svar inom [två arbetsdagar] efter att vi har fått ditt meddelande.", "2 working days"),
    ("Du får svar inom [två arbetsdagar] och vi ringer om det behövs.", "2 working days"),
    ("Du får svar inom [fem arbetsdagar], ring om det är bråttom.", "5 working days"),
    ("Du får svar inom [två arbetsdagar], men ring oss om det är bråttom.", "2 working days"),
    ("Har du frågor? Du får svar inom [två arbetsdagar]. Ring 112 om det är akut.", "2 working days"),
    ("Du får svar inom {svarstid} ([två arbetsdagar]).", "2 working days"),
    ("Du får svar inom {svarstid}, senast [nästa arbetsdag].", "1 working day"),
    ("Vi försöker svara samma dag, senast inom [två arbetsdagar].", "2 working days"),
    ("Vi försöker svara inom två timmar, men senast inom [två arbetsdagar].", "2 working days"),
    ("Du får svar inom {svarstid}, men alltid senast [nästa vardag].", "1 working day"),
    ("Ditt ärende blir besvarat inom [fem arbetsdagar].", "5 working days"),
    ("Ditt ärende hanteras inom [fem arbetsdagar].", "5 working days"),
    ("Återkoppling sker inom [fem arbetsdagar].", "5 working days"),
    ("Besked lämnas inom [fem arbetsdagar].", "5 working days"),
    ("Vi ger dig svar inom [fem arbetsdagar].", "5 working days"),
    ("Vi skickar ett svar till din inkorg inom [fem arbetsdagar].", "5 working days"),
    ("Ni får svar inom [fem arbetsdagar].", "5 working days"),
    ("Du har alltid rätt till svar inom [fem arbetsdagar].", "5 working days"),
    ("Du ska ha fått svar inom [fem arbetsdagar].", "5 working days"),
    ("Du hör från oss inom [fem arbetsdagar].", "5 working days"),
    ("Du kommer bli uppringd inom [fem arbetsdagar].", "5 working days"),
    ("Svar kan ta [fem arbetsdagar].", "5 working days"),
    ("Räkna med [fem arbetsdagar] innan du får svar.", "5 working days"),
    ("Du får svar inom [fem arbetsdagar] (måndag–fredag).", "5 working days"),
    ("Du får svar inom [fem arbetsdagar], helger räknas inte.", "5 working days"),
    ("Vårdcentralen Granen svarar inom [två arbetsdagar].", "2 working days"),
    ("Vi svarar på ditt recept inom {svarstid} ([två arbetsdagar]).", "2 working days"),
]

HOPES = [
    ("Normalt svarar vi inom [tre arbetsdagar].", "3 working days", "aimed"),
    ("Vi försöker svara inom [två timmar].", "2 h", "aimed"),
    ("Vi strävar efter att svara inom [två timmar].", "2 h", "aimed"),
    ("Vårt mål är att svara inom [två arbetsdagar].", "2 working days", "aimed"),
    ("Vi svarar inom cirka [två veckor].", "2 weeks", "aimed"),
    ("Svar lämnas normalt inom [tre arbetsdagar].", "3 working days", "aimed"),
    ("Vi kan svara [samma dag].", "same working day", "aimed"),
    ("Vi svarar i regel inom [tre arbetsdagar].", "3 working days", "aimed"),
    ("Vi har som mål att svara inom [tre arbetsdagar].", "3 working days", "aimed"),
    ("Det tar normalt [fem arbetsdagar] att få svar.", "5 working days", "aimed"),
    ("Du får svar inom {svarstid}, ofta [samma dag].", "same working day", "aimed"),
    ("Du får svar tidigast [nästa vardag].", "1 working day", "aimed"),
    ("Du får svar inom [ett par dagar].", "2 days", "vague"),
    ("Du får svar inom [några få veckor].", "2 weeks", "vague"),
    ("Vi svarar inom [någon vecka].", "1 week", "vague"),
]

NO_PROMISES = [
    "Du får svar inom {svarstid}.",
    "Du får svar så snart som möjligt.",
    "Du får svar i två dagar.",
    "Du får svar inom 1,5 dygn.",
    "Du får svar inom 0 dagar.",
    "Du får svar inom en 24-timmarsperiod.",
    "Vi svarar på vardagar.",
    "Vi svarar klockan 8 till 17 vardagar.",
    "Vi svarar klockan 8–17 vardagar.",
    "Vi svarar två dagar i veckan.",
    # Something else takes the time.
    "Medicinen finns på apoteket inom två dagar.",
    "Hämta ut medicinen inom en vecka.",
    "Receptet finns på apoteket två dagar efter att du har fått svar.",
    "Besvären har varat i tre dagar.",
    "Barnet ska ha varit friskt i två dagar.",
    "Behandlingen tar två veckor.",
    "Det tar två dagar att bli frisk.",
    "Det kan ta två dagar innan medicinen hjälper.",
    "Det kan ta två veckor innan du får en tid.",
    "Du får en tid inom tre månader.",
    "Du får hjälp samma dag.",
    "Vi samlar dina besök till samma dag.",
    "Vi försöker ge dig en tid samma dag.",
    "Vi tar emot dig inom tre dagar.",
    "Medicinsk bedömning sker inom tre dagar.",
    "Egenremissen bedöms inom två veckor.",
    "Intyget är klart inom två veckor.",
    "Sjukskrivningen förlängs med två veckor.",
    "Svaret finns kvar i inkorgen i 30 dagar.",
    "Läs svaret inom 30 dagar.",
    "Vi läser ditt meddelande inom två dagar.",
    "Vi hör av oss och du får en tid inom två veckor.",
    "Vi svarar dig och skickar receptet inom två dagar.",
    "Vi kontaktar dig för att boka en tid inom fem veckor.",
    "Du kan läsa svaret inom två dagar på 1177.se.",
    "Handläggningstiden för intyg är två veckor.",
    # Another answer.
    "Provsvar tar tre veckor.",
    "Du får provsvar inom tre veckor.",
    "Du får svar på dina prover inom två veckor.",
    "Du får svar på ditt cellprov inom fyra veckor.",
    "Du får svar på din remiss inom fyra veckor.",
    "Du får veta resultatet inom två veckor.",
    "Slutligt besked får du inom fyra veckor.",
    "Du får besked om operation inom tre månader.",
    "Läkaren återkommer med kallelse inom fyra veckor.",
    "Du får ett brev inom två veckor.",
    "Vi svarar i telefon inom två timmar.",
    "Ring {telefon} så får du svar samma dag.",
    "Enligt vårdgarantin ska du få svar samma dag.",
    "Försäkringskassan svarar inom fem dagar.",
    "Patientnämnden svarar inom fyra veckor.",
    # It is the resident who answers or waits.
    "Du måste svara inom två dagar.",
    "Svara inom två dagar, annars avslutas ärendet.",
    "Vi behöver ditt svar inom tre dagar.",
    "Du behöver lämna svar inom tre dagar.",
    "Vi vill att du svarar inom två dagar.",
    "Du läser frågorna och svarar inom två dagar.",
    "Du svarar på frågorna och skickar dem inom två dagar.",
    "Vi avslutar ärendet om du inte svarar inom sju dagar.",
    "Hör av dig till oss senast två dagar före besöket.",
    "Skicka in senast nästa vardag så återkommer vi.",
    "Be om intyg senast två veckor innan du behöver det.",
    "Förnya receptet två veckor innan det tar slut.",
    "Svara på frågorna senast dagen före besöket.",
    "Avboka senast 24 timmar före besöket.",
    "Ring oss om du inte har fått svar inom fem dagar.",
    "Kontakta oss om du inte har hört något inom två veckor.",
    "Hör du inget från oss inom tre dagar kan du ringa.",
    "Har du inte fått svar inom två dagar?",
    "Får jag svar inom två dagar?",
    "Vänta två dagar innan du hör av dig igen.",
    "Blir du inte bättre inom tre dagar ska du ringa oss.",
    # For some cases, or some days, or not at all.
    "Annars får du svar nästa vardag.",
    "Om du skriver på en helg får du svar nästa vardag.",
    "Skriver du på en helg får du svar nästa vardag.",
    "Du får svar samma dag om du skriver före klockan 12.",
    "Du får svar inom {svarstid} om du skriver före klockan 12. Annars får du svar nästa vardag.",
    "På helger svarar vi nästa vardag.",
    "I juli svarar vi inom fem arbetsdagar.",
    "Under sommaren svarar vi inom fem arbetsdagar.",
    "Ärenden som kommer efter klockan 16 besvaras nästa vardag.",
    "Är det bråttom ringer vi upp dig samma dag.",
    "Gäller det ett recept svarar vi inom fem arbetsdagar.",
    "Nya patienter får svar inom en vecka.",
    "När provet är klart får du svar inom två dagar.",
    "Efter operationen hör vi av oss inom två dagar.",
    "Vi ringer dig samma dag som du har din tid.",
    "Vi ringer dig på din bokade tid, inom två timmar.",
    "Vi meddelar dig senast två dagar i förväg.",
    "Vi svarar på vardagar inom två dagar.",
    "Du kan inte få svar samma dag.",
    "Vi svarar aldrig inom två timmar.",
    "Svaret kan dröja mer än två arbetsdagar.",
    "Vi svarar vardagar, inom 24 timmar.",
    "Vi svarar samma dag som du ringer.",
    "När du ringer svarar vi samma dag.",
    "Ring oss så ringer vi upp dig samma dag.",
    "Ring {telefon}. Vi ringer upp dig samma dag.",
    "Återkoppling inom tre arbetsdagar från dig.",
    "Tryck 1 så ringer vi upp dig inom två timmar.",
]

# A word that is not of promises makes it unsure what the time is for.
UNSURE = [
    "Du får svar om din remiss inom fem dagar.",
    "Vi svarar på klagomål inom fyra veckor.",
    "Ditt klagomål besvaras inom fyra veckor.",
    "Vi svarar på remisser inom fyra veckor.",
    "Din egenremiss handläggs inom fyra veckor.",
    "Recept handläggs inom fem arbetsdagar.",
    "Vi handlägger intyg inom fyra veckor.",
    "Journalkopior handläggs inom fyra veckor.",
    "För recept får du svar inom fem arbetsdagar.",
    "Receptärenden besvaras inom fem arbetsdagar.",
    "Vi återkommer med en tid inom fyra veckor.",
    "Vi kontaktar dig för återbesök inom fyra veckor.",
    "Vi ringer dig inom tre månader för att följa upp.",
    "Vi hör av oss igen inom tre månader.",
    "Du får svar på testet inom två veckor.",
    "Du får svar på din ansökan inom fyra veckor.",
    "Du får återkoppling på träningsprogrammet inom en vecka.",
    "Du får svar inom två veckor från labbet.",
    "Du får svar i journalen inom två veckor.",
    "Labbet svarar inom två veckor.",
    "Ögonkliniken svarar inom fyra veckor.",
    "Mottagningen dit remissen skickas hör av sig inom fyra veckor.",
    "Din kommun svarar inom fyra veckor.",
    "IVO svarar inom fyra veckor.",
    "Barnet svarar på behandlingen inom två veckor.",
    "Febern återkommer inom tre dagar.",
    "Telefonsamtal besvaras inom två timmar.",
    "Frågor till läkaren besvaras inom en vecka.",
    "Läkaren svarar inom en vecka och sköterskan inom två arbetsdagar.",
]

LIMITS = [
    ("Avboka senast [24 timmar] före besöket.", "24 h"),
    ("Avboka senast [tre dygn] innan.", "3 days"),
    ("Avboka eller ändra din tid senast [72 timmar] (tre hela vardagar) före besöket.", "72 h, 3 working days"),
    ("Avboka eller ändra din tid senast [tre hela vardagar] (72 timmar) före besöket.", "3 working days, 72 h"),
    ("Avboka senast [72 timmar] före i specialistvård och 24 timmar i primärvård.", "72 h, 24 h"),
    ("Du kan avboka fram till [24 timmar] före besöket.", "24 h"),
    ("Avbokar du senare än [24 timmar] före besöket får du betala.", "24 h"),
    ("Avbokar du inom [24 timmar] före besöket får du betala.", "24 h"),
    ("Besöket ska avbokas senast [24 timmar] före utsatt tid, annars debiteras det.", "24 h"),
    ("Om du behöver avboka, ring senast [48 timmar] i förväg.", "48 h"),
    ("Lämna återbud minst [ett dygn] före.", "1 day"),
    ("Avboka [24 timmar] före besöket.", "24 h"),
    ("Byt tid senast [24 h] före.", "24 h"),
    ("Vill du avboka eller boka om ska du göra det senast [en vecka] innan.", "1 week"),
    ("Senast [24 timmar] före besöket kan du avboka.", "24 h"),
    ("Är det mindre än [24 timmar] kvar till besöket kan du inte avboka här.", "24 h"),
    ("Avbokningsgränsen är [24 timmar].", "24 h"),
    ("Gränsen för avbokning är [24 timmar].", "24 h"),
    ("Meddela förhinder senast [24 timmar] före besöket.", "24 h"),
]

NO_LIMITS = [
    "Avboka senast {avbokningsgrans} före besöket.",
    "Avboka så snart du kan.",
    "Avboka senast dagen före besöket.",
    "Du kan avboka dygnet runt.",
    "Vi skickar en påminnelse 48 timmar före besöket så att du hinner avboka.",
    "Kom senast två timmar före besöket.",
    "Boka tid tidigast tre månader före.",
    "Vi svarar på din avbokning inom två dagar.",
    "Ta prover senast två dagar före besöket.",
    "Är du sjuk två dagar före besöket ska du avboka.",
    "Avboka om du har haft feber inom två dagar före besöket.",
    "Sluta äta sex timmar före besöket och avboka om du är sjuk.",
    "Avboka tolk senast 24 timmar före.",
    "För operation gäller avbokning senast 72 timmar före.",
    "Avbokar du får du en ny tid inom två veckor.",
    "Avbokade tider släpps 48 timmar före besöket.",
    "Du kan boka avbokade tider senast två timmar före.",
    "Vi avbokar din tid om du inte har svarat senast två dagar före besöket.",
    "Vi kan behöva avboka din tid senast två timmar före besöket.",
    "För barn gäller att avboka senast 48 timmar före besöket.",
    "Avboka senast 72 timmar före besök i specialistvård.",
    "Avbokar du färdtjänst gör det senast två timmar före.",
]

AGES = [
    ("Skriv bara om dig eller om ett barn under [15 år] som du är ombud för.", (15,)),
    ("Skriv bara om dig eller om ett barn under [13 år] som du är ombud för.", (13,)),
    ("Du kan vara ombud för barn upp till [15 år].", (15, 16)),
    ("Du kan vara ombud för barn till och med [12 år].", (13,)),
    ("Du kan vara ombud för barn 0–[12 år].", (12, 13)),
    ("Du är ombud för barn yngre än [13].", (13,)),
    ("Du är ombud tills barnet fyller [16].", (16,)),
    ("Du är ombud fram till den dag barnet fyller [tretton år].", (13,)),
    ("När barnet har fyllt [12 år] kan du inte längre vara ombud.", (12,)),
    ("Vårdnadshavare kan logga in för barn under [12 år].", (12,)),
    ("Du kan boka för dig själv eller för barn som inte har fyllt [16].", (16,)),
    ("Sköt ärenden åt ditt barn om barnet är under [femton år].", (15,)),
]

NO_AGES = [
    "Barn under 18 år betalar ingen avgift.",
    "Vaccination erbjuds barn under 12 år.",
    "Som ombud kan du boka vaccination för barn under 12 år.",
    "BVC tar emot barn upp till 6 år.",
    "Barn under 15 år ska ha med sig en vårdnadshavare till besöket.",
    "Är du under 18 år kan du inte vara ombud.",
    "Du måste ha fyllt 18 år för att vara ombud för ett barn.",
    "Du kan inte vara ombud för barn över 13 år.",
    "Du som har fyllt 13 år loggar in och skriver själv.",
    "Ungdomsmottagningen tar emot dig mellan 12 och 23 år.",
    "Föräldrar kan boka tid för barn under 6 år.",
    "Vi tar emot barn och unga som inte har fyllt 18 år.",
    "När barnet fyller 16 år kan hen logga in för att läsa sin journal.",
    "Ni kan ha direktkontakt som vårdnadshavare tills barnet fyller 18 år.",
    "Skriv åt ditt barn om barnet är under 18 år och har skyddad identitet.",
    "Ditt barn kan logga in för egna ärenden när barnet har fyllt 16 år.",
    "Boka tid för dig själv eller för barn under 7 år.",
    "Föräldrar ska skriva till skolan innan barnet fyller 7 år.",
]


def _unmarked(marked: str) -> tuple[str, tuple[int, int]]:
    text = marked.replace("[", "").replace("]", "")
    return text, (marked.index("["), marked.index("]") - 1)


def _said(find: Callable[[str], tuple[TimeSaid, ...]], text: str) -> list[tuple[tuple[int, int], str, str]]:
    return [((said.start, said.end), ", ".join(map(str, said.durations)), said.certainty) for said in find(text)]


@pytest.mark.parametrize(("marked", "duration"), PROMISES)
def test_a_promise_is_understood_to_the_letter(marked: str, duration: str) -> None:
    text, stretch = _unmarked(marked)
    assert _said(promised_times, text) == [(stretch, duration, "promised")]


@pytest.mark.parametrize(("marked", "duration", "certainty"), HOPES)
def test_a_hope_is_told_from_a_promise(marked: str, duration: str, certainty: str) -> None:
    text, stretch = _unmarked(marked)
    assert _said(promised_times, text) == [(stretch, duration, certainty)]


@pytest.mark.parametrize("text", NO_PROMISES + UNSURE)
def test_an_ordinary_sentence_promises_nothing(text: str) -> None:
    assert promised_times(text) == ()


def test_there_are_enough_sentences_to_trust() -> None:
    assert min(len(PROMISES), len(NO_PROMISES)) >= 80


@pytest.mark.parametrize(("marked", "durations"), LIMITS)
def test_a_limit_for_cancelling_is_understood_to_the_letter(marked: str, durations: str) -> None:
    text, stretch = _unmarked(marked)
    assert _said(cancellation_times, text) == [(stretch, durations, "promised")]


@pytest.mark.parametrize("text", NO_LIMITS)
def test_an_ordinary_sentence_sets_no_limit_for_cancelling(text: str) -> None:
    assert cancellation_times(text) == ()


@pytest.mark.parametrize(("marked", "limits"), AGES)
def test_an_age_for_an_ombud_is_understood_to_the_letter(marked: str, limits: tuple[int, ...]) -> None:
    text, stretch = _unmarked(marked)
    assert [((age.start, age.end), age.limits) for age in ombud_ages(text)] == [(stretch, limits)]


@pytest.mark.parametrize("text", NO_AGES)
def test_an_ordinary_age_is_no_age_for_an_ombud(text: str) -> None:
    assert ombud_ages(text) == ()


@pytest.mark.parametrize(
    ("said", "promised", "agrees"),
    [
        ("Du får svar inom två vardagar.", "2 working days", True),
        ("Vi svarar samma dag.", "same working day", True),
        ("Du får svar inom 48 timmar.", "2 days", True),
        ("Du får svar inom sju dagar.", "1 week", True),
        ("Du får svar inom 48 timmar (två arbetsdagar).", "2 working days", True),
        ("Du får svar inom tre vardagar.", "2 working days", False),
        ("Du får svar inom en vardag.", "2 working days", False),
        ("Du får svar inom två dygn.", "2 working days", False),
        ("Du får svar inom två dagar.", "2 working days", False),
        ("Vi försöker svara inom två timmar.", "same working day", True),
        ("Vi försöker svara inom fem arbetsdagar.", "2 working days", False),
        ("Du får svar inom ett par dagar.", "2 working days", True),
        ("Du får svar inom ett par veckor.", "2 working days", False),
        ("Du får svar tidigast nästa vardag.", "same working day", False),
    ],
)
def test_a_text_agrees_with_the_promise_or_not(said: str, promised: str, agrees: bool) -> None:
    duration = parse_duration(promised)
    assert duration is not None
    assert [time.agrees_with(duration) for time in promised_times(said)] == [agrees]


def test_a_promise_is_stated_in_words_or_with_a_placeholder_and_not_by_some_days() -> None:
    assert states_promise("Du får svar inom {svarstid}.")
    assert states_promise("Du får svar inom {dagar} dagar.")
    assert states_promise("Du får svar inom två arbetsdagar.")
    # What nobody can be held to may still be what residents are told.
    assert states_promise("Vi svarar på ditt recept inom fem arbetsdagar.")
    assert states_promise("Vi svarar på vardagar inom två dagar.")
    assert not states_promise("Du får svar inom några dagar.")
    assert not states_promise("Ring 112 om det är akut.")


@pytest.mark.parametrize(
    ("point", "instead"),
    [
        ("Du får svar inom {svarstid}.", "promise"),
        ("Inom två arbetsdagar får du ett första svar av {enhet}.", "promise"),
        ("Ring 112 om det är akut.", "referral"),
        ("Är det akut? Ring 112.", "referral"),
        ("Skriv inte här om det är bråttom. Ring 1177 för råd.", "referral"),
        ("Ring {telefon} om du vill avboka.", "referral"),
        ("Vi svarar inom {svarstid}. Ring 112 om det är akut.", "both"),
        ("Här kan du be oss kontakta dig. Du får svar inom {svarstid}.", None),
        ("Inom {svarstid} svarar vi på din fråga om recept.", None),
        ("Du får ett förslag på tid inom {svarstid}.", None),
        ("Vill du förnya ditt recept? Du får svar inom {svarstid}.", None),
        ("Om du har ringt 1177 och fått rådet att boka tid kan du göra det här.", None),
        ("Skriv till {enhet} om det som du annars skulle ringa om.", None),
        ("Ring inte, skriv här i stället.", None),
        ("Ring upp mig.", None),
        ("Avboka en tid.", None),
    ],
)
def test_a_first_point_is_about_the_case_type_or_something_else(point: str, instead: str | None) -> None:
    assert instead_of_about(point) == instead


HOSTILE = [
    "Du får svar inom två ",
    "Du får svar inom två arbetsdagar och ",
    "inom två arbetsdagar (",
    "inom " * 5 + "två dagar, ",
    "avboka senast 24 timmar ",
    "barn under 12 år ombud ",
    "när du har skickat ",
    "svaret av på kan ditt ",
    "två till ",
    "1-",
    "{svarstid} (",
    ". ",
    "\n",
    " \u00a0",
    "ring",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_a_long_text_takes_no_longer_than_its_length(piece: str) -> None:
    text = piece * (60_000 // len(piece))
    begun = time.process_time()
    for find in (promised_times, cancellation_times, ombud_ages, instead_of_about):
        find(text)  # type: ignore[operator]
    assert time.process_time() - begun < 3


def _places(files: str) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(found.rule, found.at.file, found.affected) for found in run(read_example(files).workspace, rules())]


SHARED_TEXT = """
-- region.yaml --
promise: {answer_within: 2 working days}
-- terms/kontakta-mig.yaml --
layout: points
status: approved
approved: {on: 2026-03-01, by: redaktionen}
version: 1
points:
  - id: om
    text: Här kan du be {enhet} att ringa dig.
  - id: svarstid
    text: Du får svar inom fem arbetsdagar.
-- casetypes/kontakta-mig.yaml --
extends: kontakta-mig
terms: kontakta-mig
"""
OTHER_UNIT = """
== units/annan.yaml ==
hsa_id: SE2321000115-PAHITT0002
name: Påhittade mottagningen
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
  kontakta-mig: {promise: {answer_within: 5 working days}}
"""


def test_a_shared_text_is_found_once_with_the_units_whose_promise_it_is_not() -> None:
    found = _places(SHARED_TEXT + OTHER_UNIT)
    assert found == [("promise-in-text-differs", "regions/exempel/terms/kontakta-mig.yaml", ("vc",))]


def test_a_text_that_nobody_shows_contradicts_nobody() -> None:
    assert _places(SHARED_TEXT.replace("\nterms: kontakta-mig", "")) == []


def test_an_extra_point_is_held_against_the_promise_as_well() -> None:
    extra = """
-- units/vc.yaml --
casetypes:
  kontakta-mig:
    extra_points:
      - {id: snabbt, text: Vi hör av oss inom en vecka.}
"""
    assert _places(extra) == [("promise-in-text-differs", "regions/exempel/units/vc.yaml", ())]


@pytest.mark.parametrize(
    ("texts", "rules_broken"),
    [
        (["Vi ringer upp dig samma dag."], ["promise-in-text-differs"]),
        (["Du får svar inom {svarstid}.", "Vi ringer upp dig samma dag."], []),
        (["Du får svar inom två arbetsdagar.", "Läkaren ringer dig inom en vecka."], []),
        (["Du får svar inom {svarstid}.", "Vi hör av oss samma dag."], ["promise-in-text-differs"]),
    ],
)
def test_a_call_is_the_answer_where_no_other_is_promised(texts: list[str], rules_broken: list[str]) -> None:
    points = "".join(f"  - id: p{number}\n    text: {text}\n" for number, text in enumerate(texts))
    told = SHARED_TEXT.replace("  - id: svarstid\n    text: Du får svar inom fem arbetsdagar.\n", points)
    assert [rule for rule, _, _ in _places(told)] == rules_broken
