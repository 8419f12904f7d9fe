"""The Swedish words for the codes of the configuration, in one place."""

STATUS = {"planned": "planerad", "active": "aktiv", "closing": "stänger", "inactive": "stängd"}

BUSINESS_TYPE = {
    "vardcentral": "vårdcentral",
    "bvc": "BVC",
    "barnmorskemottagning": "barnmorskemottagning",
    "ungdomsmottagning": "ungdomsmottagning",
    "rehab": "rehabmottagning",
    "specialist": "specialistmottagning",
    "psykiatri": "psykiatrimottagning",
    "barn-och-ungdomspsykiatri": "barn- och ungdomspsykiatri",
    "tandvard": "tandvårdsmottagning",
    "hjalpmedel": "hjälpmedelsmottagning",
    "ovrig": "annan mottagning",
}

CARE_LEVEL = {
    "primary": "primärvård",
    "specialist": "specialistvård",
    "dental": "tandvård",
    "municipal": "kommunal vård",
}

CAPABILITY = {
    "books-visits": "bokar besök",
    "calls-back": "ringer upp",
    "takes-messages": "tar emot meddelanden",
    "prescribes": "skriver recept",
    "accepts-self-referrals": "tar emot egenremisser",
    "handles-referrals": "hanterar remisser",
    "issues-certificates": "skriver intyg",
    "gives-advice": "ger råd",
    "prescribes-aids": "förskriver hjälpmedel",
    "supports-lifestyle-change": "stöder bättre levnadsvanor",
    "has-specialist-function": "har en särskild funktion",
    "performs-examinations": "gör undersökningar",
    "lists-residents": "listar invånare",
    "direct-booking": "har tidbok på nätet",
}

KIND = {
    "form": "formulär",
    "booking": "bokning direkt i tidboken",
    "outlink": "uthopp till en annan tjänst",
    "listing": "val av mottagning",
}

GOVERNANCE = {
    "central": "regionen delar ut och styr",
    "template": "mottagningen väljer själv",
    "local": "finns bara på en mottagning",
}

LAYER = {
    "national": "Nationell mall",
    "region": "Region",
    "casetype": "Ärendetyp",
    "group": "Grupp",
    "local": "Lokal ärendetyp",
    "unit": "Mottagning",
}

FIELD = {
    "name": "namn",
    "internal_name": "internt namn",
    "active": "aktiv",
    "category": "kategori",
    "description": "beskrivning",
    "needs": "krav på mottagningen",
    "form": "formulär",
    "functions": "bokningsfunktioner",
    "terms": "villkorstext",
    "promise": "svarstid",
    "cancellation_limit": "avbokningsgräns",
    "attachments": "bilagor",
    "limited_selection": "begränsat urval",
    "variables": "platshållare",
    "answer_forms": "svarsformulär",
    "standard_answers": "standardsvar",
    "sort_order": "plats i listan",
}

BOOKING_FUNCTION = {"book": "boka", "cancel": "avboka", "rebook": "omboka", "message": "skicka meddelande"}

VARIABLE_TYPE = {
    "text": "text",
    "phone": "telefonnummer",
    "days": "antal dagar",
    "hours": "antal timmar",
    "https": "webbadress",
}

QUESTION_TYPE = {
    "boolean": "ja eller nej",
    "decimal": "tal, gärna med decimaler",
    "integer": "heltal",
    "date": "datum",
    "string": "kort text",
    "text": "lång text",
    "choice": "välj ett svar",
    "open-choice": "välj ett svar eller skriv ett eget",
    "attachment": "fil: PDF, GIF, JPEG eller PNG, högst 20 MB",
    "display": "information",
    "group": "grupp av frågor",
}

LAYOUT = {"points": "punkter", "booking": "tidbokningens fyra delar"}
TERMS_STATUS = {"draft": "utkast", "approved": "godkänd"}
CHANGE = {"material": "saklig ändring", "editorial": "språklig ändring"}

MESSAGE_KIND = {
    "questions": "frågor som invånaren besvarar",
    "information": "information som invånaren inte kan svara på",
}

SEX = {"female": "kvinnor", "male": "män"}

TAKNING = {"not-ordered": "inte beställd", "ordered": "beställd", "done": "klar"}

SUMMONS_FLOW = {
    "0": "flöde 0: kallelsen går förbi mottagningen och registreras",
    "1": "flöde 1: mottagningen ser inte den färdiga kallelsen",
    "2A": "flöde 2A: mottagningen ser kallelsen innan den skickas",
    "2B": "flöde 2B: mottagningen ser kallelsen innan den skickas",
    "2C": "flöde 2C: mottagningen ser kallelsen innan den skickas",
    "3": "flöde 3: mottagningen skriver kallelsen själv",
}

PAS_SUPPORTS = {"outward-link": "utgående länk", "iframe": "inbäddat fönster"}

SERVICE_AREA_POLICY = {
    "whole-country": "alla mottagningar är öppna för hela landet",
    "free": "mottagningen väljer själv",
}

ACTIVATED_BY = {"region": "regionen", "unit": "mottagningen"}

NOTIFICATION_ADDRESS = {
    "function-mailbox": "bara till funktionsbrevlådor",
    "any": "till vilken adress som helst",
}
DIGITAL_OFFER = {
    "as-by-phone": "detsamma som per telefon och på annat sätt",
    "free": "det som mottagningen väljer, utöver besluten",
}
EMERGENCY_REFERRAL = {
    "required": "ska stå i varje villkorstext till ett formulär",
    "free": "står där mottagningen vill ha den",
}
TEXT_FIELD = {
    "terms": "villkorstexter",
    "name": "namn",
    "description": "beskrivningar",
    "question": "frågor",
    "help": "hjälptexter",
    "options": "svarsalternativ",
    "answers": "svar",
    "subject": "ämnesrader",
    "message": "meddelanden",
    "information": "information om mottagningen",
    "values": "ifyllda platshållare",
}

SEVERITY = {"error": "fel, stoppar bygget", "warning": "varning", "advice": "råd", "off": "avstängd"}

LANGUAGE = {
    "ar": "arabiska",
    "de": "tyska",
    "en": "engelska",
    "es": "spanska",
    "fa": "persiska",
    "fi": "finska",
    "fr": "franska",
    "pl": "polska",
    "ru": "ryska",
    "se": "nordsamiska",
    "so": "somaliska",
    "ti": "tigrinja",
    "uk": "ukrainska",
}
"""The languages that translations are most often made to; any other is shown by its code."""

SETTING = {
    ("notifications", "emails"): "Avisering om nya ärenden",
    ("reminders", "staff_after_days"): "Påminnelse till personalen",
    ("reminders", "resident_after_days"): "Påminnelse till invånaren",
    ("archive_export_every_months",): "Export till arkiv",
    ("service_area",): "Betjäningsområde",
    ("approve_residents",): "Varje invånare godkänns för sig",
    ("care_types",): "Vårdtyper",
    ("journal_notification",): "Journalavisering",
    ("listing_requests",): "Listningsönskemål",
    ("link_to_1177",): "Länk till 1177.se",
    ("opening_hours",): "Öppettider",
    ("information",): "Övrig information",
}

ROLE = {
    "local_administrator": ("lokal administratör", "lokala administratörer"),
    "permission_administrator": ("behörighetsadministratör", "behörighetsadministratörer"),
    "case_receiver": ("ärendemottagare", "ärendemottagare"),
    "case_handler": ("ärendehanterare", "ärendehanterare"),
    "reviewer": ("granskare", "granskare"),
    "account_administrator": ("kontoadministratör", "kontoadministratörer"),
}

PLACEHOLDER = {
    "enhet": "Mottagningens namn",
    "telefon": "Mottagningens telefonnummer",
    "kommun": "Mottagningens kommun",
    "region": "Regionens namn",
    "svarstid": "Utlovad svarstid",
    "avbokningsgrans": "Avbokningsgräns",
}
"""The placeholders that need no declaration."""

CODES = (
    STATUS,
    BUSINESS_TYPE,
    CARE_LEVEL,
    CAPABILITY,
    KIND,
    GOVERNANCE,
    LAYER,
    FIELD,
    BOOKING_FUNCTION,
    VARIABLE_TYPE,
    QUESTION_TYPE,
    LAYOUT,
    TERMS_STATUS,
    CHANGE,
    MESSAGE_KIND,
    SEX,
    TAKNING,
    SUMMONS_FLOW,
    PAS_SUPPORTS,
    SERVICE_AREA_POLICY,
    ACTIVATED_BY,
    NOTIFICATION_ADDRESS,
    DIGITAL_OFFER,
    EMERGENCY_REFERRAL,
    TEXT_FIELD,
    SEVERITY,
)
"""The tables of codes that the models allow."""
