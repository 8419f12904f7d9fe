"""Terms texts (villkorstexter): what a resident must read and accept before a case is sent."""

from typing import Annotated, Literal

from pydantic import Field

from schema.models.base import FileNode, Node
from schema.models.values import AtLeastOne, Day, Flag, Id, LanguageCode, Line, PositiveCount, Text


class Point(Node):
    """En punkt i villkorstexten."""

    id: Id = Field(
        title="Id",
        description="Punktens id inom texten, till exempel svarstid. Följer punkten när ordningen ändras.",
    )
    text: Text = Field(title="Text", description="Punktens text på klarspråk. Platshållare skrivs {så}.")


class Approval(Node):
    """Vem som godkände texten, och när."""

    on: Day = Field(title="Datum", description="Dagen då versionen godkändes, ÅÅÅÅ-MM-DD.")
    by: Line = Field(title="Av", description="Rollen eller gruppen som godkände. Aldrig en persons namn.")


class Translation(Node):
    """En översättning, som bara visas i dokumentationen."""

    of_version: PositiveCount = Field(
        title="Av version", description="Versionen av den svenska texten som är översatt."
    )
    texts: dict[str, Text] = Field(title="Texter", description="Översatt text för varje punkts id eller del.")


class BasedOn(Node):
    """Den nationella villkorstext som texten är omskriven från."""

    template: Id = Field(title="Mall", description="Id för den nationella mallen.")
    version: PositiveCount = Field(
        title="Version", description="Versionen av mallens villkorstext när regionen skrev om den."
    )


class _Terms(FileNode):
    status: Literal["draft", "approved"] = Field(
        title="Status", description="draft är ett utkast som inte får visas, approved är godkänd."
    )
    version: PositiveCount = Field(title="Version", description="Ökas när en godkänd text ändras.")
    approved: Approval | None = Field(None, title="Godkänd", description="Krävs när status är approved.")
    change: Literal["material", "editorial"] = Field(
        "material",
        title="Ändring",
        description="Om den senaste ändringen är saklig (material) eller bara språklig (editorial).",
    )
    illustrative: Flag = Field(False, title="Exempel", description="true när texten är ett exempel utan källa.")
    translations: dict[LanguageCode, Translation] = Field(
        default_factory=dict, title="Översättningar", description="Översättningar efter språkkod, till exempel en."
    )


class PointsTerms(_Terms):
    """Klassisk villkorstext i punkter: punkt 1 visas under namnet, 2 och 3 i rutan, resten är hopfällda."""

    layout: Literal["points"] = Field(title="Form", description="points är den klassiska texten i punkter.")
    points: Annotated[tuple[Point, ...], AtLeastOne] = Field(
        title="Punkter", description="Punkterna i den ordning de visas."
    )

    def parts(self) -> list[tuple[tuple[str | int, ...], str, str]]:
        """Each text with its path in the file and its id."""
        return [(("points", n, "text"), point.id, point.text) for n, point in enumerate(self.points)]


class BookingTerms(_Terms):
    """Tidbokningens villkorstext i fyra delar."""

    layout: Literal["booking"] = Field(title="Form", description="booking är tidbokningens text i fyra delar.")
    unit_text: Text | None = Field(
        None, title="Mottagningens text", description="De första 300 tecknen syns, resten fälls ut."
    )
    concerns: Text | None = Field(None, title="Bokningen avser", description="Vad bokningen gäller. Bara i Boka tid.")
    information_to_unit: Text | None = Field(
        None, title="Information till vården", description="Ledtext till orsaken, högst 150 tecken."
    )
    conditions: Text | None = Field(None, title="Villkor", description="Blir en ruta som invånaren måste kryssa i.")

    def parts(self) -> list[tuple[tuple[str | int, ...], str, str]]:
        """Each text with its path in the file and its id."""
        named = ((name, getattr(self, name)) for name in ("unit_text", "concerns", "information_to_unit", "conditions"))
        return [((name,), name, text) for name, text in named if text is not None]


class _Regional(FileNode):
    based_on: BasedOn | None = Field(
        None,
        title="Bygger på",
        description="Den nationella villkorstext som texten är omskriven från, och dess version.",
    )


class RegionalPointsTerms(PointsTerms, _Regional):
    """Regionens klassiska villkorstext i punkter."""


class RegionalBookingTerms(BookingTerms, _Regional):
    """Regionens villkorstext för tidbokning i fyra delar."""


Terms = Annotated[PointsTerms | BookingTerms, Field(discriminator="layout")]
RegionalTerms = Annotated[RegionalPointsTerms | RegionalBookingTerms, Field(discriminator="layout")]
