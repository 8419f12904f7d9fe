"""The public sources that the manuals rest on, by the key that the templates cite them with.

Pages change, so each says when it was written where that is known.
"""

_JONKOPING = "Region Jönköpings län, Folkhälsa och sjukvård"
_STOCKHOLM = "Region Stockholm, Vårdgivarguiden"
_VASTRA_GOTALAND = "Västra Götalandsregionen, Vårdgivarwebben"
_FORUM = "Inera, Användarforum 1177 e-tjänster, hösten 2022"
_INERA = "Inera, handboken för 1177 e-tjänster (Confluence)"

SOURCES = {
    "S0": f"{_JONKOPING}, sidan Stöd vid införande av 1177 e-tjänster",
    "S1": f"{_STOCKHOLM}, sidan Inställningar (äldre, från landstingets tid)",
    "S2": f"{_STOCKHOLM}, sidan om e-tjänster på 1177, uppdaterad 2023-01-31",
    "S3": _FORUM,
    "S3-skane": f"{_FORUM}, Region Skånes bilder om kallelser",
    "S4": f"{_VASTRA_GOTALAND}, sidan Manualer, uppdaterad 2022-07-13",
    "W1": f"{_VASTRA_GOTALAND}, sidan Basutbud i 1177 Vårdguidens e-tjänster, beslut 2016-01-28",
    "W2": f"{_VASTRA_GOTALAND}, sidan Frågor och svar kring basutbudet",
    "W4": f"{_VASTRA_GOTALAND}, sidan Vanliga frågor och svar",
    "W6a": f"{_VASTRA_GOTALAND}, Formulärhantering, sidan Designer",
    "W7": "Region Skåne, Vårdgivare Skåne, sidan Utbud av e-tjänster",
    "W8": "Region Skåne, Vårdgivare Skåne, sidan E-tjänster på 1177.se",
    "W11": f"{_JONKOPING}, sidan Villkorstexter e-tjänster",
    "W12": f"{_JONKOPING}, sidan Villkorstexter tidsbokning",
    "W13": f"{_JONKOPING}, sidan Invånarärenden och omvänt ärende",
    "W14": f"{_JONKOPING}, sidan Behörigheter i Personalverktyget",
    "W15": f"{_JONKOPING}, sidan Om 1177 e-tjänster",
    "W16": f"{_JONKOPING}, sidorna om 1177 formulärtjänst",
    "W18": f"{_INERA}, sidan Inställningar",
    "W19": f"{_INERA}, sidan om invånare",
    "W20": f"{_INERA}, sidan Personliga inställningar",
    "W21": f"{_INERA}, sidan Ta bort godkännande",
    "W22": f"{_INERA}, sidan Uthoppstjänst",
    "W25": f"{_INERA}, sidan Vanliga frågor och svar",
    "W26": f"{_INERA}, sidan Riktlinjer för nyttjande av tjänsten 1177 inkorg",
    "W29": f"{_INERA}, sidan Vilka tider visas i Bokade tider?",
    "W31b": f"{_INERA}, sidan Fliken Det här kan du få hjälp med",
    "W32b": "Inera, sidan Mer om tjänsterna",
    "W32d": "Inera, sidan Språket på 1177.se",
    "W33": "1177.se, sidan Riktlinjer för språket",
    "W34a": "1177.se, Jönköpings län, kommunikationsriktlinjer när du skriver för invånare",
    "W34b": "1177.se, Skåne, kommunikationsriktlinjer när du skriver för vårdpersonal",
    "W35": "Språkliga riktlinjer för invånartjänsterna 1177 Vårdguiden och UMO",
    "W36": "Region Kronoberg, sidan 1177 Personalverktyg, uppdaterad 2022-08-30",
    "W36b": "Region Kronoberg, frågor och svar om 1177",
    "W37": "Region Jämtland Härjedalen, sidan 1177 Personalverktyget",
    "W38": "Region Östergötland, sidan Hitta vård och kontaktkort på 1177",
    "W40": "Region Kalmar län, sidan Uppstart och nedstängning av e-tjänster på enhet",
    "W42": f"{_STOCKHOLM}, sidan Webbtidbok",
    "W51d": "Region Dalarna, sidan 112 eller 1177, 2014",
}

OWN_CONCLUSION = "Slutsats av dem som gör det här verktyget. Ingen källa säger det."
