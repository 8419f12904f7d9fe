"""The signs by which a Swedish sentence is about when a unit answers, and those by which it is about something else."""

import re


def _any_of(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)


_UNIT = r"(?:vi|mottagningen|personalen|\{[^{}\n]{1,30}\}|[^\W\d]{2,20}(?:sköterskan|läkaren|morskan|teamet))"
_CASE = r"(?:ditt|din|dina|ärendet?|meddelandet?|frågan?|frågor|förfrågan|begäran|önskemål)"
_FILLER = (
    r"(?:alltid|oftast|ofta|normalt|vanligtvis|också|då|ett|en|första|skriftligt|av|från|oss|mottagningen|personalen|någon"
    r"|hos|via|på|i|inkorgen|nätet|här|1177(?:\.se)?|e-tjänster|ditt|din|vårt|snabbt|\{[^{}\n]{1,30}\})"
)
_NOT_YOU = r"(?<!\bdu\s)(?<!\bni\s)(?<!\bman\s)(?<!\bsom\s)(?<!\b1177\s)\b"
_MEANS_TO = (
    r"(?:försöker|strävar\sefter|siktar\spå|lovar|kommer|ska|skall|kan|hinner|brukar|vill|hoppas|räknar\smed"
    r"|(?:mål(?:et|sättning(?:en)?)?|ambition(?:en)?)\sär|har\ssom\s(?:mål(?:sättning)?|ambition))"
)

ANSWERS = _any_of(
    # We answer, get in touch, handle the case.
    rf"{_NOT_YOU}(?:svarar(?!\s(?:du|ni|man)\b)|återkommer|återkopplar|besvara[rs]|(?:handlägg|hantera)(?:e?r|s(?!\sav\b)))\b",
    r"\b(?:blir|bli|är|vara)\s(?:besvara[dt]|besvarade)\b",
    rf"{_NOT_YOU}hör(?:\s{_UNIT})?\sav\s(?:oss|sig)(?:\still\sdig)?\b",
    rf"{_NOT_YOU}ringer(?:\s{_UNIT})?(?:\s(?:upp|tillbaka))?(?:\still)?\sdig\b",
    rf"{_NOT_YOU}ringer(?:\s{_UNIT})?\s(?:upp|tillbaka)\b",
    rf"{_NOT_YOU}(?:kontaktar|meddelar)(?:\s{_UNIT})?\sdig\b",
    rf"{_NOT_YOU}tar(?:\s{_UNIT})?\skontakt\smed\sdig\b",
    rf"{_NOT_YOU}(?:ger|lämnar|skickar|skriver)(?:\s(?:{_UNIT}|dig|ett|alltid|första)){{0,3}}\s(?:svar|besked|återkoppling)\b",
    rf"{_NOT_YOU}{_MEANS_TO}(?:\s(?:{_UNIT}|att|alltid|oftast|normalt|kunna|hinna|också|det)){{0,4}}"
    r"\s(?:svara|besvara|återkomma|återkoppla|handlägga|höra\sav\s(?:oss|sig)|kontakta\sdig|ringa(?:\supp)?\sdig)\b",
    # You get an answer.
    r"(?:\b(?:du|ni|man)\s(?:(?:kan|ska|skall|bör|kommer|alltid|då|normalt|oftast)\s(?:att\s)?){0,2}"
    r"(?:får?|har?(?:\salltid)?(?:\sfått|\srätt\still)?)"
    r"|\b(?:får|ska|skall|kan|bör|kommer|har)\s(?:du|ni|man)(?:\satt)?(?:\sfå|\sha)?|\b(?:och|att)\sfår?)"
    rf"(?:\s{_FILLER}){{0,5}}\s(?:svar|svaret|besked|återkoppling|veta)\b",
    r"\bdu\s(?:hör|får\shöra|kommer\satt\shöra)\s(?:av|från)\soss\b",
    r"\bdu\skontaktas\b|\bkontakt\stas\b",
    r"\b(?:du\s(?:blir|kommer\s(?:att\s)?bli)|blir\sdu)\s(?:kontaktad|uppringd)\b",
    r"\b(?:räkna\smed|vänta\sdig|förvänta\sdig|(?:lovar|garanterar)(?:\sdig)?|målet\sär)(?:\satt\sfå)?(?:\sett)?\ssvar\b",
    # An answer comes.
    rf"\b(?:svar(?:et)?|besked(?:et)?|återkoppling(?:en)?)(?:\spå(?:\s{_CASE}){{1,2}})?\s(?:lämnas|ges|sker|kommer|skickas|ska\sges|får\sdu)\b",
    r"^\W{0,3}(?:svar(?!\s(?:kan|tar|dröjer)\b)|besked|återkoppling)\b",
    # How long it takes: a time may follow without an inom.
    r"(?P<lasts>\bsvarstid(?:en)?\b|\bhandläggningstid(?:en)?\b(?!\s(?:för|på)\b)"
    rf"|\b(?:svar(?:et)?|handläggningen)(?:\s(?:{_CASE}|av|på|kan|normalt|oftast)){{0,5}}\s(?:tar|ta|dröjer|dröja)\b)",
)

LASTS = re.compile(
    r"(?:[\s:–-]|(?:är|kan\svara|normalt|oftast|vanligtvis|ungefär|cirka|ca|hos\soss|just\snu|för\snärvarande)\b){0,8}",
    re.IGNORECASE,
)
"""What may stand between how long an answer takes and a time that has no `inom`."""

TAKES = _any_of(
    r"\b(?:tar|ta|dröjer|dröja|vänta|väntar|räkna\smed)(?:\s(?:i|normalt|oftast|vanligtvis|ungefär|cirka|ca)){0,2}\s$"
)
TAKES_TO_ANSWER = _any_of(
    r"\s(?:att|för\satt|för\s(?:oss|personalen|mottagningen)\satt|på|(?:innan|tills)\s(?:vi|du|personalen|mottagningen))"
    r"(?:\s(?:kan|hinner|har|hunnit|får|få|fått|ett|ditt|alltid)){0,3}"
    r"\s(?:svar(?:a|ar|at)?|besked|besvara|handlägga|återkommer|återkomma|hör(?:a)?\sav\soss|kontaktar\sdig)\b",
)

OTHER_MATTER = _any_of(
    r"\b(?:och|att|som|så|där|vilket|får|få|erbjud\w*|bok(?:a|ar|as)|kom(?:ma|mer)|träffar?|börjar?|hämta[rs]?|skicka[rs]?"
    r"|tar|ta|tas|lämna[rs]?|gäller|finns|är|blir|kan|har|ska|kostar|sparas|ligger|syns|visas|måste|behöver|vill|gör|ring"
    r"|skriv|\w{0,20}kallelse\w*|leverans\w*|\w{0,20}operation\w*)\b",
)
"""What must not stand between an answer and its time, as the time may belong to that."""

AIMED = _any_of(
    r"\b(?:försök\w*|sträva\w*|sikta\w*|mål|målet|målsättning\w*|ambition\w*|hoppas|oftast|ofta|vanligt?vis|vanligen|normalt"
    r"|i\sregel|brukar|vi\svill|helst|cirka|ca|ungefär|omkring|runt|tidigast|bör|kan\s(?:få(?!\svänta)|(?:vi\s)?svara)|för\sdet\smesta"
    r"|i\sde\sflesta\sfall)\b",
)

NEXT_CLAUSE = _any_of(r"\s(?:och|samt)\s", r",\s(?:ring|kontakta|skriv|vänta|läs|se)\b")

_SENDING = (
    r"(?:du|vi|ditt|din|har|fått|får|skickat|skickar|skickats|skriver|skrivit|tagit|tar|emot|läst|läser|kommit|kommer|in|hört"
    r"|hör|av|dig|oss|till|kontaktar|kontaktat|loggar|loggat|ställt|ställer|på|1177(?:\.se)?|via|det|ärendet?|meddelandet?"
    r"|frågan?|förfrågan|formuläret|begäran|här)"
)
_SINCE = r"(?:efter|från|när|då|sedan|så\ssnart|så\sfort)(?:\sdet)?(?:\satt)?"
_WE_ANSWER = r"(?:svarar|får|hör|ringer|kontaktar|återkommer)"

HARMLESS = _any_of(
    r"\bså\s(?:snart|fort)\s(?:som\smöjligt|vi\skan|vi\shinner|det\sgår)\b",
    r"\bom\smöjligt\b",
    r"\bdygnet\s(?:om|runt)\b",
    # What a working day is.
    r"[,(]\s?(?:helger(?:\soch\shelgdagar)?\s(?:räknas\s(?:inte|ej)|(?:inte|ej)\s(?:in)?räknade|oräknade)|måndag(?:\s?[–-]\s?|\still\s)fredag)\b",
    # The answer is about something, it does not depend on it.
    r"(?<=\bsvar\s)om\s(?!du\b|vi\b|det\b|den\b|ni\b|man\b|någo|inge|inte\b)",
    r"(?<=\bbesked\s)om\s(?=(?:ditt|din)\s(?:ärende|fråga|förfrågan|meddelande)\b)",
    r"(?<=\bfrågor\s)om\s(?!du\b|vi\b|det\b|den\b)",
    # The clock starts when the case is sent, which is what every promise means.
    rf",?\s(?:räknat\s)?(?:{_SINCE}|om|som)(?:\s{_SENDING}\b){{2,10}}(?=\s?[,.!)]|\s?$|\s(?:inom|senast|{_WE_ANSWER})\b)",
    rf"^\W{{0,3}}{_SINCE}(?:\s{_SENDING}\b){{2,10}}(?=\s?,|\s{_WE_ANSWER}\b)",
    r"\b(?:innan|tills)(?=\s(?:du|vi|personalen|mottagningen)\s(?:får|har|kan|hinner|svarar|hör\sav|återkommer|kontaktar))",
)
"""What looks like a condition, and is none."""

RESERVED = _any_of(
    # Not always, not now, not here, or not at all.
    r"\b(?:om|ifall|när|då|innan|före|(?<!strävar\s)efter|annars|medan|tills|såvida|oavsett|utom|förutom|utan|senare|inte|ej|aldrig"
    r"|ing(?:en|et|a)|vissa|en\sdel|ibland|undantag\w*|enstaka|vid|från\s(?:det|att|din|ditt)|helg(?!fri)\w*|storhelg\w*"
    r"|kväll\w*|natt\w*|nätter\w*|klockan|kl|(?:mån|tis|ons|tors|fre|lör|sön)dag\w*|juli|augusti|december|sommar\w*"
    r"|semest\w*|jul\w*|påsk\w*|stäng\w*|akut\w*|brådsk\w*|bråttom|mer\sän|längre\sän|fler\sän|minst|i\sförväg"
    r"|samma\sdag\ssom|i\sveckan|per\s(?:dag|vecka|månad)|i\srad)\b",
    # Another answer, another sender, another way.
    r"\b(?:\w{0,20}prov(?:er|et|en|erna|svar\w*|tag\w*)?|röntgen\w*|analys\w*|biopsi\w*|screening\w*|mammografi\w*|slutlig\w*"
    r"|slutgiltig\w*|definitiv\w*|fullständig\w*|resultat\w*|diagnos\w*|vårdgaranti\w*|uppfölj\w*|besök\w*|bokad\w*|möte\w*"
    r"|apotek\w*|försäkring\w*|patientnämnd\w*|arbetsgivar\w*|myndighet\w*|transportstyrels\w*|kommunen?|inspektion\w*"
    r"|polis\w*|påminn\w*|\w{0,20}enkät\w*|chatt\w*|e-post\w*|mejl\w*|brev\w*|telefonsvar\w*|telefontid\w*"
    r"|(?:i|på)\stelefon\w*|ringa?(?!\s(?:upp\s)?dig)|(?:svar|besked)\s(?:på|från)\s(?:\w{1,12}\s)?(?:\w{0,8}remiss\w*"
    r"|\w{0,12}undersökning\w*)|(?:från|av)\sdig)\b",
    r"(?<!\bfår\s)(?<!\bfår\sdu\s)\b(?:ditt|dina|ert|era)\ssvar(?!\s(?:kommer|skickas|får\sdu)\b)\w*",
    # It is the resident who answers.
    r"^\W{0,3}du\b[^,]{0,80}\s(?:och|eller)\s(?:svarar|återkommer|kontaktar|ringer|besvarar)\b",
    # A condition that is put as a question.
    r"^\W{0,3}(?:men\s)?(?:\w{2,20}r|vill|kan|ska|skall|måste)"
    r"\s(?:du|vi|det|den|ni|man|jag|någon|ärendet|frågan|ditt|din|dina|besvären|barnet)\b",
)
"""What makes a time one for some cases only, or no answering time of ours."""

WORD = re.compile(r"\{[^{}\n]*\}|[^\W_]+(?:[.:-][^\W_]+)*")

_STAFF = (
    r"[^\W\d_]{0,16}(?:sköterskan?|sköterskor(?:na)?|läkare|läkaren|läkarna|morskan?|morskor(?:na)?|terapeut(?:en)?"
    r"|kurator(?:n)?|psykolog(?:en)?|dietist(?:en)?|logoped(?:en)?|sekreterare|sekreteraren|hygienist(?:en)?)"
)
OF_SOME = _any_of(rf"\btill\s(?:[^\W\d_]{{2,8}}\s)?{_STAFF}\b", rf"\b{_STAFF}\b.{{1,200}}\b{_STAFF}\b")
"""Who is written to, or who of several answers: the time is for some of what is written."""

OF_ANSWERS = re.compile(
    r"\{.*\}|du|dig|vi|oss|får|kan|ska|alltid|då|ett|en|första|svar|svaret|svarar|svara|återkommer|kontaktar|hör|ringer|av"
    r"|till|från|sig|upp|på|inom|senast|högst|normalt|oftast|försöker|ditt|din|ärende|ärendet|meddelande|meddelandet|fråga"
    r"|frågan|här|personalen|mottagningen|och|eller|så|snart|som|möjligt|veta|besked|svarstid|svarstiden|är|via|i|inkorgen"
    r"|nätet|när|har|läst|skickat|loggar|in|1177|1177\.se|e-tjänster",
    re.IGNORECASE,
)
"""The words of a promise that says nothing of what it is about."""

OF_CASES = re.compile(
    r"(?:ni|er|ert|era|man|vår|vårt|våra|någon|alla|allt|det|den|de|att|samt|men|med|för|om|också|redan|vidare|dock|hos"
    r"|dina|ärenden|frågor|meddelanden|ärendena|meddelandena|frågorna|förfrågan|förfrågningar|begäran|önskemål|formuläret"
    # What we mean to do.
    r"|bör|skall|vill|brukar|kommer|kunna|hinner|hinna|strävar|efter|siktar|lovar|garanterar|hoppas|räkna|räknar|förvänta"
    r"|vänta|väntar|mål|målet|målsättning|målsättningen|ambition|ambitionen|rätt|ge|få|fått|ha|vara|bli|blir|gå|går|hur"
    # What is done with a case.
    r"|ringa|uppringd|kontakta|kontaktad|kontakt|tar|ta|emot|återkomma|återkopplar|återkoppla|återkoppling|återkopplingen"
    r"|höra|besvarar|besvara|besvaras|besvara[dt]e?|handlägger|handlägga|handläggs|handläggning(?:en)?|handläggningstid(?:en)?"
    r"|hanterar|hantera|hanteras|läser|läsa|läses|tittar|titta|bedömer|granskar|genom|igenom|skriver|skriva|skrivit|skickar"
    r"|skickas|lämnas|ges|sker|skriftligt|digitalt|beskedet|dröjer|dröja|innan|tills"
    # How soon, and by whom.
    r"|max|maximalt|maximum|längst|mest|uppemot|närmaste|loppet|tidigast|vanligtvis|vanligen|ofta|helst|snabbt|cirka|ca"
    r"|ungefär|omkring|runt|regel|flesta|fall|nu|helgfria|(?:arbets|var)?dag(?:ar)?|timm(?:e|ar)|dygn|veck(?:a|or)"
    r"|e-tjänsten|e-tjänsterna|vårdcentralen|kliniken|folktandvården|teamet|medarbetare|inkorg|(?:mottagningen|vårdcentralen)s|kontaktas|tas|ger|lämnar"
    rf"|{_STAFF})",
    re.IGNORECASE,
)
"""The other words that a promise may have, and still hold for whatever is written."""
