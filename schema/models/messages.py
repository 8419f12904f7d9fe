"""Templates for messages from a unit to residents (invånarärenden), with questions or with information only."""

from typing import Annotated, Literal

from pydantic import Field

from schema.models.base import FileNode
from schema.models.forms import Form
from schema.models.values import Flag, Id, Line, Many, PositiveCount, Text

MOST_RECIPIENTS = 250
"""Recipients of one send-out that the platform allows (VGR Vårdgivarwebben, Manualer)."""


class Message(FileNode):
    """Mall för invånarärenden."""

    name: Line = Field(title="Namn", description="Mallens namn.")
    internal_name: Line | None = Field(
        None, title="Internt namn", description="Skiljer mallar med samma namn åt för personalen."
    )
    kind: Literal["questions", "information"] = Field(
        title="Slag", description="questions kan besvaras, information kan inte besvaras."
    )
    subject: Line = Field(title="Rubrik", description="Meddelandets rubrik.")
    text: Text = Field(title="Text", description="Meddelandets text till invånaren.")
    questions: Form = Field((), title="Frågor", description="Frågor att besvara. Bara när slaget är questions.")
    attachments: Flag = Field(False, title="Bilagor", description="true om personalen får bifoga filer.")
    maximum_recipients: PositiveCount | None = Field(
        None, title="Högst antal mottagare", description="Högst 250 per utskick."
    )
    to: Annotated[tuple[Id, ...], Many] = Field(
        (), title="Till", description="Grupper som får mallen. Utelämnas när alla får den."
    )
    illustrative: Flag = Field(False, title="Exempel", description="true när mallen är ett exempel utan källa.")
    source: Line | None = Field(None, title="Källa", description="Beslut eller sida som mallen kommer från.")
