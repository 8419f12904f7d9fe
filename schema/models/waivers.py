"""Waivers: exemptions from a rule, for one object, with a reason and a last day."""

from pydantic import Field

from schema.models.base import FileNode
from schema.models.values import Day, Id, Line, Text


class Waiver(FileNode):
    """Ett undantag från en regel."""

    rule: Id = Field(title="Regel", description="Regelns id.")
    unit: Id | None = Field(None, title="Mottagning", description="Filnamnet på mottagningen som undantaget gäller.")
    casetype: Id | None = Field(None, title="Ärendetyp", description="Ärendetypen som undantaget gäller.")
    terms: Id | None = Field(None, title="Villkorstext", description="Villkorstexten som undantaget gäller.")
    message: Id | None = Field(None, title="Meddelandemall", description="Mallen som undantaget gäller.")
    decision: Id | None = Field(None, title="Beslut", description="Beslutet som undantaget gäller.")
    reason: Text = Field(title="Skäl", description="Varför undantaget behövs.")
    owner: Line = Field(title="Ägare", description="Rollen som svarar för undantaget. Aldrig en persons namn.")
    ticket: Line = Field(title="Ärende", description="Ärendenummer där undantaget beslutades.")
    last_day: Day = Field(title="Sista dag", description="Sista dagen som undantaget gäller.")
