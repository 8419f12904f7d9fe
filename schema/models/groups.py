"""Selectors and named groups of units."""

from typing import Annotated, Optional

from pydantic import Field

from schema.models.base import FileNode, Node
from schema.models.casetypes import Capability
from schema.models.units import BusinessType, CareLevel, Override, Settings, Status
from schema.models.values import ActivityCode, HsaIdText, Id, Line, ListFile, MunicipalityCode, OneOrMany


class Selector(Node):
    """Ett urval av mottagningar. Flera nycklar gäller samtidigt, flera värden av en nyckel är alternativ."""

    business_type: Annotated[tuple[BusinessType, ...], *OneOrMany] | None = Field(
        None, title="Verksamhetstyp", description="Slag av mottagning."
    )
    care_level: Annotated[tuple[CareLevel, ...], *OneOrMany] | None = Field(
        None, title="Vårdnivå", description="Vårdnivå."
    )
    governed_by: Annotated[tuple[Id, ...], *OneOrMany] | None = Field(
        None, title="Styrs av", description="Dokumentet eller beslutet som binder mottagningen."
    )
    municipality: Annotated[tuple[MunicipalityCode, ...], *OneOrMany] | None = Field(
        None, title="Kommun", description="Kommunkod."
    )
    activities: Annotated[tuple[ActivityCode, ...], *OneOrMany] | None = Field(
        None, title="Verksamhetskoder", description="HSA verksamhetskod."
    )
    offers: Annotated[tuple[Capability, ...], *OneOrMany] | None = Field(
        None, title="Gör", description="Vad mottagningen gör."
    )
    status: Annotated[tuple[Status, ...], *OneOrMany] | None = Field(
        None, title="Status", description="Mottagningens status."
    )
    hsa_id: Annotated[tuple[HsaIdText, ...], *OneOrMany] | None = Field(
        None, title="HSA-id", description="Mottagningens HSA-id."
    )
    groups: Annotated[tuple[Id, ...], *OneOrMany] | None = Field(
        None, title="Grupper", description="Grupper som mottagningen hör till."
    )
    not_: Optional["Selector"] = Field(
        None, alias="not", title="Inte", description="Mottagningar som inte ska vara med."
    )


class Group(FileNode):
    """En grupp av mottagningar: ett urval, en lista, eller de mottagningar som själva anger gruppen."""

    title: Line = Field(title="Titel", description="Gruppens namn.")
    select: Selector | None = Field(None, title="Urval", description="Vilka mottagningar som hör till gruppen.")
    list: ListFile | None = Field(None, title="Lista", description="En fil i mappen lists, till exempel piloter.csv.")
    settings: Settings = Field(
        default_factory=Settings, title="Inställningar", description="Inställningar för gruppens mottagningar."
    )
    casetypes: dict[Id, Override] = Field(
        default_factory=dict, title="Ärendetyper", description="Ändringar av ärendetyper som gruppens mottagningar har."
    )


Selector.model_rebuild()
