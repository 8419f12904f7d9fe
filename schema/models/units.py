"""Units (mottagningar): who they are, what they offer, and how they have set up their case types."""

from typing import Annotated, Literal

from pydantic import Field

from schema.models.base import FileNode, Node
from schema.models.casetypes import (
    Attachments,
    Capability,
    LocalCaseType,
    Promise,
    StandardAnswer,
)
from schema.models.texts import Point
from schema.models.values import (
    ActivityCode,
    Count,
    DurationText,
    Email,
    Flag,
    HsaIdText,
    Id,
    Line,
    Many,
    MunicipalityCode,
    PositiveCount,
    ServiceAreaRegion,
    Text,
    VariableName,
)  # fmt: skip

BusinessType = Literal[
    "vardcentral",
    "bvc",
    "barnmorskemottagning",
    "ungdomsmottagning",
    "rehab",
    "specialist",
    "psykiatri",
    "barn-och-ungdomspsykiatri",
    "tandvard",
    "hjalpmedel",
    "ovrig",
]
"""Kinds of unit. No public list was found, so this one is the project's own."""

CareLevel = Literal["primary", "specialist", "dental", "municipal"]
Status = Literal["planned", "active", "closing", "inactive"]


class Override(Node):
    """En grupps ändringar av en ärendetyp."""

    active: Flag | None = Field(None, title="Aktiv", description="true när ärendetypen ska synas för invånarna.")
    name: Line | None = Field(None, title="Namn", description="Namnet som invånaren ser.")
    internal_name: Line | None = Field(
        None, title="Internt namn", description="Skiljer ärendetyper med samma namn åt för personalen."
    )
    description: Text | None = Field(None, title="Beskrivning", description="Beskrivning av formuläret för invånaren.")
    terms: Id | None = Field(None, title="Villkorstext", description="Id för en av regionens villkorstexter.")
    values: dict[VariableName, Line] | None = Field(
        None, title="Värden", description="Värden för villkorstextens platshållare."
    )
    extra_points: Annotated[tuple[Point, ...], Many] | None = Field(
        None, title="Extra punkter", description="Punkter som läggs till sist i villkorstexten."
    )
    standard_answers: Annotated[tuple[StandardAnswer, ...], Many] | None = Field(
        None, title="Standardsvar", description="Egna standardsvar, utöver regionens."
    )
    promise: Promise | None = Field(None, title="Svarstid", description="Utlovad svarstid.")
    cancellation_limit: DurationText | None = Field(
        None, title="Avbokningsgräns", description="Hur sent en tid får avbokas."
    )
    attachments: Attachments | None = Field(None, title="Bilagor", description="Om filer får bifogas.")
    limited_selection: Flag | None = Field(
        None, title="Begränsat urval", description="true om bara utvalda invånare kan använda ärendetypen."
    )
    sort_order: Count | None = Field(None, title="Sortering", description="Plats på mottagningens startsida.")


class Entry(Override):
    """Mottagningens inställning av en ärendetyp, eller en lokal ärendetyp på plats."""

    local: LocalCaseType | None = Field(
        None, title="Lokal ärendetyp", description="En lokal ärendetyp som bara finns här."
    )


class ServiceArea(Node):
    """En rad i betjäningsområdet: vilka invånare som ser mottagningen."""

    region: ServiceAreaRegion = Field(
        title="Region", description="Länskod inom citattecken, eller whole-country för hela landet."
    )
    municipality: MunicipalityCode | None = Field(None, title="Kommun", description="Kommunkod inom citattecken.")
    sex: Literal["female", "male"] | None = Field(
        None, title="Kön", description="Om mottagningen bara tar emot ett kön."
    )
    age_from: Count | None = Field(None, title="Från ålder", description="Lägsta ålder i år.")
    age_to: Count | None = Field(None, title="Till ålder", description="Högsta ålder i år.")


class Notifications(Node):
    """Avisering via e-post om nya ärenden."""

    emails: Annotated[tuple[Email, ...], Many] = Field(
        (), title="E-postadresser", description="Funktionsbrevlådor, aldrig en persons adress."
    )


class Reminders(Node):
    """Påminnelser."""

    staff_after_days: PositiveCount | None = Field(
        None,
        title="Till personalen efter dagar",
        description="Samma antal dagar som den utlovade svarstiden.",
    )
    resident_after_days: PositiveCount | None = Field(
        None, title="Till invånaren efter dagar", description="När ett svar är oläst."
    )


class Settings(Node):
    """Mottagningens inställningar. De som saknas ärvs från grupp och region."""

    notifications: Notifications | None = Field(
        None, title="Aviseringar", description="Avisering via e-post om nya ärenden."
    )
    reminders: Reminders | None = Field(
        None, title="Påminnelser", description="Påminnelser till personal och invånare."
    )
    archive_export_every_months: PositiveCount | None = Field(
        None, title="Export till arkiv", description="Hur ofta ärenden exporteras till arkiv, i månader."
    )
    service_area: Annotated[tuple[ServiceArea, ...], Many] | None = Field(
        None, title="Betjäningsområde", description="Vilka invånare som ser mottagningen."
    )
    approve_residents: Flag | None = Field(
        None,
        title="Godkänn invånare",
        description="true om varje invånare godkänns för sig i stället för betjäningsområde.",
    )
    care_types: Annotated[tuple[Line, ...], Many] | None = Field(
        None, title="Vårdtyper", description="Vårdtyper som invånaren kan söka på."
    )
    journal_notification: Flag | None = Field(
        None, title="Journalavisering", description="Bara med vissa journalsystem."
    )
    listing_requests: Flag | None = Field(None, title="Listningsönskemål", description="Bara för BVC.")
    link_to_1177: Flag | None = Field(
        None, title="Länk till 1177.se", description="false om mottagningen saknar sida på 1177.se."
    )
    opening_hours: Text | None = Field(None, title="Öppettider", description="Uppgifter om mottagningen.")
    information: Text | None = Field(
        None, title="Övrig information", description="Visas på mottagningens kort för inloggade."
    )


class Roles(Node):
    """Antal personer i varje roll. Aldrig namn."""

    local_administrator: Count = Field(0, title="Lokala administratörer", description="Antal.")
    permission_administrator: Count = Field(0, title="Behörighetsadministratörer", description="Antal.")
    case_receiver: Count = Field(0, title="Ärendemottagare", description="Antal.")
    case_handler: Count = Field(0, title="Ärendehanterare", description="Antal.")
    reviewer: Count = Field(0, title="Granskare", description="Antal.")
    account_administrator: Count = Field(0, title="Kontoadministratörer", description="Antal.")


class Booking(Node):
    """Anslutning för tidbokning."""

    journal_system: Line = Field(title="Journalsystem", description="Systemet med tidboken.")
    takning: Literal["not-ordered", "ordered", "done"] = Field(
        title="Takning", description="not-ordered (inte beställd), ordered (beställd) eller done (klar)."
    )
    supports: Annotated[tuple[Literal["book", "cancel", "rebook", "message"], ...], Many] = Field(
        (), title="Stöder", description="Vad journalsystemet klarar."
    )
    time_types: Annotated[tuple[Line, ...], Many] = Field((), title="Tidstyper", description="Tidstyper som kan bokas.")


class Summons(Node):
    """Kallelser."""

    flow: Literal["0", "1", "2A", "2B", "2C", "3"] = Field(
        title="Flöde", description="0 genomgång, 1 blint, 2A-2C full kontroll, 3 manuellt."
    )
    pas: Line | None = Field(None, title="PAS", description="Patientadministrativt system.")
    pas_supports: Annotated[tuple[Literal["outward-link", "iframe"], ...], Many] = Field(
        (), title="PAS stöder", description="Krävs för flöde 2A-2C."
    )


class ContactCard(Node):
    """Kontaktkortet på 1177.se."""

    headings: Annotated[tuple[Line, ...], Many] = Field(
        (), title="Rubriker", description="Rubrikerna under Det här kan du få hjälp med."
    )


class Unit(FileNode):
    """En mottagning."""

    hsa_id: HsaIdText = Field(title="HSA-id", description="Mottagningens HSA-id, som i HSA.")
    name: Line = Field(title="Namn", description="Namnet, likadant som i HSA.")
    status: Status = Field(
        title="Status",
        description="planned (planerad), active (aktiv), closing (stänger) eller inactive (stängd).",
    )
    invented: Flag = Field(
        False, title="Påhittad", description="true när mottagningen är påhittad, till exempel i exempeldata."
    )
    business_type: BusinessType = Field(
        title="Verksamhetstyp", description="Slag av mottagning, enligt projektets egen lista."
    )
    activities: Annotated[tuple[ActivityCode, ...], Many] = Field(
        (), title="Verksamhetskoder", description="HSA verksamhetskod, fyra siffror inom citattecken."
    )
    care_level: CareLevel = Field(
        title="Vårdnivå",
        description="primary (primärvård), specialist, dental (tandvård) eller municipal (kommunal).",
    )
    governed_by: Id = Field(
        title="Styrs av",
        description="Dokumentet eller beslutet som binder mottagningen, till exempel forvaltning.",
    )
    municipality: MunicipalityCode = Field(title="Kommun", description="Kommunkod, fyra siffror inom citattecken.")
    phone: Line = Field(title="Telefon", description="Mottagningens telefonnummer, till exempel 031-123 45 00.")
    offers: Annotated[tuple[Capability, ...], Many] = Field(
        (),
        title="Gör",
        description="Vad mottagningen gör, per telefon eller på annat sätt. Styr vad som krävs av basutbudet.",
    )
    contact_page: Flag = Field(
        True, title="Kontaktsida", description="true om mottagningen har en kontaktsida på 1177.se."
    )
    contact_card: ContactCard | None = Field(
        None, title="Kontaktkort", description="Det som mottagningen själv skriver på sitt kontaktkort."
    )
    groups: Annotated[tuple[Id, ...], Many] = Field(
        (), title="Grupper", description="Grupper som mottagningen hör till, utöver dem som väljer ut den."
    )
    roles: Roles = Field(default_factory=Roles, title="Roller", description="Antal personer i varje roll.")
    handler_groups: Annotated[tuple[Line, ...], Many] = Field(
        (), title="Handläggargrupper", description="Grupper av ärendehanterare."
    )
    settings: Settings = Field(
        default_factory=Settings, title="Inställningar", description="Mottagningens inställningar."
    )
    booking: Booking | None = Field(None, title="Tidbokning", description="Anslutning för tidbokning.")
    summons: Summons | None = Field(None, title="Kallelser", description="Flöde för kallelser.")
    casetypes: dict[Id, Entry | None] = Field(
        default_factory=dict,
        title="Ärendetyper",
        description="Mottagningens ärendetyper. Tomt värde betyder regionens inställningar.",
    )
