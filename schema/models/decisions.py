"""Decisions on the basutbud: what which units must, should and must not offer, from when, and by whose decision."""

from typing import Annotated

from pydantic import Field

from schema.models.base import FileNode, Node
from schema.models.casetypes import Promise
from schema.models.groups import Selector
from schema.models.values import Day, Flag, Id, Line, Many, OneOrMany, OpenDay, Text


class Decided(Node):
    """Beslutet."""

    by: Line = Field(title="Av", description="Organet som beslutade. Aldrig en persons namn.")
    on: Day = Field(title="Datum", description="Beslutets dag, ÅÅÅÅ-MM-DD.")
    reference: Line = Field(title="Referens", description="Diarienummer eller annan beteckning.")


class Validity(Node):
    """När beslutet gäller."""

    start: Day = Field(alias="from", title="Från och med", description="Första dagen som beslutet gäller.")
    end: OpenDay = Field(
        None,
        alias="to",
        title="Till och med",
        description="Sista dagen som beslutet gäller. Utelämnas när beslutet gäller tills vidare.",
    )


class Duty(Node):
    """En rad i beslutet."""

    casetype: Annotated[tuple[Id, ...], *OneOrMany] = Field(
        title="Ärendetyp", description="Ärendetypens id, eller flera som uppfyller raden var för sig."
    )
    when: Selector | None = Field(None, title="När", description="Vilka av mottagningarna som raden gäller.")
    name: Line | None = Field(None, title="Namn i beslutet", description="Så som beslutet skriver det.")
    note: Text | None = Field(None, title="Anmärkning", description="Förtydligande.")


class Decision(FileNode):
    """Ett beslut om basutbud."""

    id: Id = Field(title="Id", description="Beslutets id.")
    title: Line = Field(title="Titel", description="Beslutets titel.")
    decided: Decided = Field(title="Beslutat", description="Organ, dag och referens.")
    valid: Validity = Field(title="Gäller", description="Från och med, till och med.")
    applies_to: Selector = Field(
        default_factory=Selector,
        title="Gäller för",
        description="Mottagningar som beslutet binder. Utelämnas när det binder alla.",
    )
    promise: Promise | None = Field(None, title="Svarstid", description="Svarstid som ingen mottagning får överskrida.")
    require: Annotated[tuple[Duty, ...], Many] = Field((), title="Krav", description="Ärendetyper som måste finnas.")
    recommend: Annotated[tuple[Duty, ...], Many] = Field(
        (), title="Rekommendationer", description="Ärendetyper som bör finnas."
    )
    forbid: Annotated[tuple[Duty, ...], Many] = Field(
        (), title="Förbud", description="Ärendetyper som inte får finnas."
    )
    source: Line | None = Field(None, title="Källa", description="Sida där beslutet finns.")
    illustrative: Flag = Field(False, title="Exempel", description="true när beslutet är ett exempel utan källa.")
