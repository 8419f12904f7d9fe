"""A region: who it is, its policy, its promises and the settings that every unit starts from."""

from typing import Annotated, Literal

from pydantic import Field

from schema.models.base import FileNode, Node
from schema.models.casetypes import Promise
from schema.models.units import Settings
from schema.models.values import (
    Count,
    CountyCode,
    Day,
    DurationText,
    Email,
    Flag,
    HttpsAddress,
    Id,
    Line,
    Many,
    OrganisationNumber,
    PositiveCount,
    Text,
)

Severity = Literal["error", "warning", "advice", "off"]


class Administration(Node):
    """Regionens förvaltning av 1177 e-tjänster."""

    name: Line = Field(title="Namn", description="Förvaltningens namn.")
    email: Email | None = Field(None, title="E-post", description="Funktionsbrevlåda.")
    phone: Line | None = Field(None, title="Telefon", description="Telefonnummer.")


class CancellationLimits(Node):
    """Hur sent en tid får avbokas, efter vårdnivå."""

    primary: DurationText | None = Field(None, title="Primärvård", description="Till exempel 24 h.")
    specialist: DurationText | None = Field(None, title="Specialistvård", description="Till exempel 72 h.")
    dental: DurationText | None = Field(None, title="Tandvård", description="Till exempel 24 h.")
    municipal: DurationText | None = Field(None, title="Kommunal vård", description="Till exempel 24 h.")
    source: Line | None = Field(None, title="Källa", description="Beslut eller sida som gränserna kommer från.")
    illustrative: Flag = Field(False, title="Exempel", description="true när gränserna är exempel utan källa.")


class Policy(Node):
    """Det som regionerna gör olika."""

    service_area: Literal["whole-country", "free"] = Field(
        "free",
        title="Betjäningsområde",
        description="whole-country om alla mottagningar ska öppna för hela landet.",
    )
    minimum_local_administrators: Count = Field(
        1, title="Minsta antal lokala administratörer", description="Per mottagning."
    )
    central_casetypes_activated_by: Literal["region", "unit"] = Field(
        "unit", title="Centrala ärendetyper aktiveras av", description="region eller unit (mottagningen)."
    )
    notification_address: Literal["function-mailbox", "any"] = Field(
        "any",
        title="Aviseringsadress",
        description="function-mailbox om bara funktionsbrevlådor är tillåtna.",
    )
    digital_offer: Literal["as-by-phone", "free"] = Field(
        "free",
        title="Digitalt utbud",
        description="as-by-phone om det som mottagningen gör per telefon också ska gå att göra på 1177.se.",
    )
    longest_casetype_name: PositiveCount | None = Field(
        None, title="Längsta namn på ärendetyp", description="Högsta antal tecken i namnet som invånaren ser."
    )
    receivers_are_handlers: Flag = Field(
        False,
        title="Mottagare är hanterare",
        description="true om alla ärendemottagare också ska vara ärendehanterare.",
    )
    emergency_referral: Literal["required", "free"] = Field(
        "free",
        title="Hänvisning vid akuta behov",
        description="required om villkorstexter till formulär måste hänvisa till 112 och 1177.",
    )
    highest_lix: PositiveCount = Field(
        40, title="Högsta LIX", description="Läsbarhetsindex som texter för invånare inte bör gå över."
    )
    longest_sentence: PositiveCount = Field(
        30, title="Längsta mening", description="Antal ord som en mening för invånare inte bör gå över."
    )
    source: Line | None = Field(None, title="Källa", description="Beslut eller sida som policyn kommer från.")
    illustrative: Flag = Field(False, title="Exempel", description="true när policyn är ett exempel utan källa.")


class LoginLock(Node):
    """Vart man hänvisar när en inloggning är låst."""

    refer_residents_to: Line = Field(title="Invånare hänvisas till", description="Vem som hjälper invånaren.")
    refer_guardians_to: Line = Field(
        title="Vårdnadshavare hänvisas till", description="Vem som hjälper vårdnadshavaren."
    )
    office_hours: Line = Field(title="Kontorstid", description="Vem som låser och låser upp på kontorstid.")
    on_call: Line = Field(title="Övrig tid", description="Vem som låser och låser upp annars.")
    source: Line | None = Field(None, title="Källa", description="Beslut eller sida.")
    illustrative: Flag = Field(False, title="Exempel", description="true när uppgifterna är exempel utan källa.")


class OtherService(Node):
    """En annan e-tjänst i regionen, som inte hör till en mottagning."""

    name: Line = Field(title="Namn", description="Tjänstens namn.")
    description: Text | None = Field(None, title="Beskrivning", description="Vad tjänsten gör.")
    address: HttpsAddress | None = Field(None, title="Adress", description="Adressen, som börjar med https://.")
    source: Line | None = Field(None, title="Källa", description="Beslut eller sida.")


class Region(FileNode):
    """En region."""

    name: Line = Field(title="Namn", description="Regionens namn.")
    county: CountyCode = Field(title="Länskod", description="Två siffror inom citattecken.")
    organisation_number: OrganisationNumber = Field(
        title="Organisationsnummer", description="Tio siffror med bindestreck."
    )
    directory: Line = Field(title="Katalog", description="Där HSA-uppgifterna sköts, till exempel KiV.")
    administration: Administration = Field(title="Förvaltning", description="Regionens förvaltning av 1177 e-tjänster.")
    promise: Promise | None = Field(None, title="Svarstid", description="Utlovad svarstid om inget annat sägs.")
    cancellation_limit: CancellationLimits = Field(
        default_factory=CancellationLimits, title="Avbokningsgränser", description="Hur sent en tid får avbokas."
    )
    policy: Policy = Field(
        default_factory=Policy, title="Regionens policy", description="Regionens val där källorna skiljer sig."
    )
    login_lock: LoginLock | None = Field(
        None, title="Låst inloggning", description="Vart man hänvisar när en inloggning är låst."
    )
    defaults: Settings = Field(
        default_factory=Settings, title="Förval", description="Inställningar som varje mottagning utgår från."
    )
    other_services: Annotated[tuple[OtherService, ...], Many] = Field(
        (), title="Andra e-tjänster", description="E-tjänster som inte hör till en mottagning."
    )
    rules: dict[Id, Severity] = Field(
        default_factory=dict,
        title="Regler",
        description="Regler som regionen gör strängare, eller mildare om regeln tillåter det.",
    )
    errors_from: dict[Id, Day] = Field(
        default_factory=dict,
        title="Blir fel från och med",
        description="Regler vars varning blir ett fel från och med en dag.",
    )
    source: Line | None = Field(None, title="Källa", description="Sidor som uppgifterna kommer från.")
