"""Case types (ärendetyper): what residents can write to a unit about; national, regional and local."""

from typing import Annotated, Any, Literal

from pydantic import Discriminator, Field, Tag

from schema.models.base import FileNode, Node
from schema.models.forms import Form
from schema.models.texts import Terms
from schema.models.values import (
    AtLeastOne,
    Count,
    DurationText,
    Flag,
    HttpsAddress,
    Id,
    Line,
    Many,
    Text,
    VariableName,
)

Capability = Literal[
    "books-visits",
    "calls-back",
    "takes-messages",
    "prescribes",
    "accepts-self-referrals",
    "handles-referrals",
    "issues-certificates",
    "gives-advice",
    "prescribes-aids",
    "supports-lifestyle-change",
    "has-specialist-function",
    "performs-examinations",
    "lists-residents",
    "direct-booking",
]
"""What a unit does, by phone or another channel, that a case type can stand for. This project's own list."""

BookingFunction = Literal["book", "cancel", "rebook"]
Guardable = Literal[
    "name", "internal_name", "category", "description", "form", "terms", "attachments", "limited_selection",
    "answer_forms", "standard_answers", "variables", "functions", "needs", "sort_order", "cancellation_limit",
]  # fmt: skip


class Promise(Node):
    """Utlovad svarstid."""

    answer_within: DurationText = Field(
        title="Svar inom", description="Till exempel 2 working days eller same working day."
    )
    partial_answer_counts: Flag | None = Field(
        None, title="Delsvar räknas", description="true om ett delsvar räknas som svar."
    )
    source: Line | None = Field(None, title="Källa", description="Beslut eller sida som löftet kommer från.")
    illustrative: Flag = Field(False, title="Exempel", description="true när löftet är ett exempel utan källa.")


class Attachments(Node):
    """Om filer får bifogas. Högst 5 filer från invånaren och 10 från personalen, 20 MB var."""

    resident: Flag = Field(False, title="Invånaren", description="true om invånaren får bifoga filer.")
    staff: Flag = Field(True, title="Personalen", description="true om personalen får bifoga filer.")


class Variable(Node):
    """En platshållare som mottagningen fyller i."""

    type: Literal["text", "phone", "days", "hours", "https"] = Field(
        title="Typ",
        description="text, phone (telefon), days (dagar), hours (timmar) eller https (webbadress).",
    )
    label: Line = Field(title="Ledtext", description="Vad mottagningen ska fylla i.")
    default: Line | None = Field(
        None, title="Förval", description="Värde som gäller om mottagningen inte fyller i något."
    )


class AnswerForm(Node):
    """Ett svarsformulär: ett färdigt svar som personalen väljer."""

    id: Id = Field(title="Id", description="Svarsformulärets id.")
    name: Line = Field(title="Namn", description="Namnet som personalen ser.")
    text: Text = Field(title="Text", description="Svarets text till invånaren.")


class StandardAnswer(Node):
    """Ett standardsvar."""

    id: Id = Field(title="Id", description="Standardsvarets id.")
    text: Text = Field(title="Text", description="Svarets text till invånaren.")


class Distribution(Node):
    """Utdelning från regionen till mottagningar."""

    to: Annotated[tuple[Id, ...], AtLeastOne] = Field(title="Till", description="Gruppernas id.")
    active: Flag | None = Field(
        None, title="Aktiv", description="Om ärendetypen blir aktiv direkt. Annars gäller regionens policy."
    )
    sort_order: Count | None = Field(None, title="Sortering", description="Plats på mottagningens startsida.")


class Outlink(Node):
    """Uthoppstjänst: en länk till en annan tjänst."""

    external_name: Line | None = Field(None, title="Externt namn", description="Namnet som invånaren ser.")
    internal_name: Line | None = Field(None, title="Internt namn", description="Namnet som personalen ser.")
    service_type: Line = Field(title="Tjänstetyp", description="Tjänstetypen som uthoppet bygger på.")
    address: HttpsAddress = Field(title="Adress", description="Adressen, som börjar med https://.")


class Listing(Node):
    """Listning: val av mottagning."""

    choose_doctor: Flag = Field(False, title="Fast läkarkontakt", description="true om fast läkarkontakt kan väljas.")


class _Described(FileNode):
    """The fields that every case type may have, whatever its kind or layer."""

    internal_name: Line | None = Field(
        None, title="Internt namn", description="Skiljer ärendetyper med samma namn åt för personalen."
    )
    needs: Capability | None = Field(
        None, title="Kräver", description="Vad mottagningen måste göra för att kunna erbjuda ärendetypen."
    )
    description: Text | None = Field(None, title="Beskrivning", description="Beskrivning av formuläret för invånaren.")
    promise: Promise | None = Field(None, title="Svarstid", description="Utlovad svarstid.")
    cancellation_limit: DurationText | None = Field(
        None, title="Avbokningsgräns", description="Hur sent en tid får avbokas, till exempel 24 h."
    )
    attachments: Attachments | None = Field(None, title="Bilagor", description="Om filer får bifogas.")
    limited_selection: Flag | None = Field(
        None, title="Begränsat urval", description="true om bara utvalda invånare kan använda ärendetypen."
    )
    variables: dict[VariableName, Variable] | None = Field(
        None,
        title="Platshållare",
        description="Platshållare som texterna använder och mottagningen fyller i.",
    )
    answer_forms: Annotated[tuple[AnswerForm, ...], Many] | None = Field(
        None, title="Svarsformulär", description="Färdiga svarsformulär."
    )
    standard_answers: Annotated[tuple[StandardAnswer, ...], Many] | None = Field(
        None, title="Standardsvar", description="Färdiga standardsvar."
    )
    sort_order: Count | None = Field(None, title="Sortering", description="Plats på mottagningens startsida.")
    locked: Annotated[tuple[Guardable, ...], Many] = Field(
        (), title="Låst", description="Fält som inget lägre lager får ändra."
    )
    stricter_only: Annotated[tuple[Literal["promise", "cancellation_limit"], ...], Many] = Field(
        (), title="Bara strängare", description="Fält som lägre lager får skärpa men inte mildra."
    )
    illustrative: Flag = Field(False, title="Exempel", description="true när innehållet är ett exempel utan källa.")
    source: Line | None = Field(None, title="Källa", description="Beslut eller sida som innehållet kommer från.")


class _Named(_Described):
    name: Line = Field(title="Namn", description="Namnet som invånaren ser.")
    category: Line = Field(title="Kategori", description="Används för statistik. Välj den som passar bäst.")


class _FormKind(Node):
    kind: Literal["form"] = Field(title="Slag", description="form är ett formulär som invånaren fyller i.")
    form: Form = Field((), title="Formulär", description="Frågorna i ordning.")


class _BookingKind(Node):
    kind: Literal["booking"] = Field(title="Slag", description="booking är tidbokning direkt i mottagningens tidbok.")
    functions: Annotated[tuple[BookingFunction, ...], AtLeastOne] = Field(
        title="Funktioner", description="book (boka), cancel (avboka) och rebook (omboka)."
    )


class _OutlinkKind(Node):
    kind: Literal["outlink"] = Field(title="Slag", description="outlink är en uthoppstjänst till en annan webbplats.")
    outlink: Outlink = Field(title="Uthopp", description="Namn, tjänstetyp och adress.")


class _ListingKind(Node):
    kind: Literal["listing"] = Field(title="Slag", description="listing är val av mottagning.")
    listing: Listing = Field(default_factory=Listing, title="Listning", description="Inställningar för listning.")


class _AnyKind(Node):
    """The fields of every kind: an extension takes its kind from what it extends, and a rule holds it to that kind."""

    form: Form | None = Field(None, title="Formulär", description="Frågorna i ordning, i stället för mallens.")
    functions: Annotated[tuple[BookingFunction, ...], AtLeastOne] | None = Field(
        None, title="Funktioner", description="book (boka), cancel (avboka) och rebook (omboka)."
    )
    outlink: Outlink | None = Field(None, title="Uthopp", description="Namn, tjänstetyp och adress.")
    listing: Listing | None = Field(None, title="Listning", description="Inställningar för listning.")


class _National(_Named):
    default_terms: Terms | None = Field(
        None,
        title="Förvald villkorstext",
        description="Villkorstext som gäller om regionen inte har en egen.",
    )


class _Local(_Described):
    terms: Id | None = Field(None, title="Villkorstext", description="Id för en av regionens villkorstexter.")


class _Regional(_Local):
    governance: Literal["central", "template"] = Field(
        "template",
        title="Styrning",
        description="central delas ut och styrs av regionen, template är en mall som mottagningen väljer.",
    )
    distribute: Distribution | None = Field(None, title="Utdelning", description="Grupper som får ärendetypen.")


class _Extending(_AnyKind):
    extends: Id = Field(title="Bygger på", description="Id för den mall som ärendetypen bygger på.")
    name: Line | None = Field(None, title="Namn", description="Namnet som invånaren ser, i stället för mallens.")
    category: Line | None = Field(None, title="Kategori", description="Kategori, i stället för mallens.")


class FormTemplate(_National, _FormKind):
    """Nationell mall för ett formulär."""


class BookingTemplate(_National, _BookingKind):
    """Nationell mall för tidbokning."""


class OutlinkTemplate(_National, _OutlinkKind):
    """Nationell mall för en uthoppstjänst."""


class ListingTemplate(_National, _ListingKind):
    """Nationell mall för listning."""


class FormCaseType(_Regional, _Named, _FormKind):
    """Regionens eget formulär."""


class BookingCaseType(_Regional, _Named, _BookingKind):
    """Regionens egen tidbokning."""


class OutlinkCaseType(_Regional, _Named, _OutlinkKind):
    """Regionens egen uthoppstjänst."""


class ListingCaseType(_Regional, _Named, _ListingKind):
    """Regionens egen listning."""


class ExtendingCaseType(_Regional, _Extending):
    """Regional ärendetyp som bygger på en nationell mall."""


class LocalFormCaseType(_Local, _Named, _FormKind):
    """Mottagningens eget formulär."""


class LocalBookingCaseType(_Local, _Named, _BookingKind):
    """Mottagningens egen tidbokning."""


class LocalOutlinkCaseType(_Local, _Named, _OutlinkKind):
    """Mottagningens egen uthoppstjänst."""


class LocalListingCaseType(_Local, _Named, _ListingKind):
    """Mottagningens egen listning."""


class LocalExtendingCaseType(_Local, _Extending):
    """Mottagningens ärendetyp som bygger på en mall."""


def _kind_or_extension(value: Any) -> str | None:
    """An extension is known by `extends`; what does not extend anything must name its kind."""
    if not isinstance(value, dict):
        return "form"
    return "extends" if "extends" in value else value.get("kind")


Template = Annotated[FormTemplate | BookingTemplate | OutlinkTemplate | ListingTemplate, Field(discriminator="kind")]
CaseType = Annotated[
    Annotated[FormCaseType, Tag("form")]
    | Annotated[BookingCaseType, Tag("booking")]
    | Annotated[OutlinkCaseType, Tag("outlink")]
    | Annotated[ListingCaseType, Tag("listing")]
    | Annotated[ExtendingCaseType, Tag("extends")],
    Discriminator(_kind_or_extension),
]
LocalCaseType = Annotated[
    Annotated[LocalFormCaseType, Tag("form")]
    | Annotated[LocalBookingCaseType, Tag("booking")]
    | Annotated[LocalOutlinkCaseType, Tag("outlink")]
    | Annotated[LocalListingCaseType, Tag("listing")]
    | Annotated[LocalExtendingCaseType, Tag("extends")],
    Discriminator(_kind_or_extension),
]
