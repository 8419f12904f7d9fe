"""Forms: the questions that a resident answers. Item types are those of FHIR R4 Questionnaire."""

from typing import Annotated, Literal

from pydantic import Field

from schema.models.base import Node
from schema.models.values import AnswerText, AtLeastOne, Flag, Id, Line, Many, OneOrMany, PositiveCount, Text


class Condition(Node):
    """När frågan visas: en tidigare fråga har något av svaren."""

    question: Id = Field(title="Fråga", description="Id för den fråga vars svar avgör.")
    is_: Annotated[tuple[AnswerText, ...], *OneOrMany] = Field(
        alias="is",
        title="Är",
        description="Svaret eller svaren som gör att frågan visas. För ja/nej-frågor true eller false.",
    )


class _Item(Node):
    id: Id = Field(title="Id", description="Frågans id inom formuläret.")
    question: Text = Field(title="Fråga", description="Frågans text, eller informationens text.")
    help: Text | None = Field(None, title="Hjälptext", description="Kort hjälp under frågan.")
    visible_when: Condition | None = Field(None, title="Visas när", description="Villkor för att frågan ska visas.")


class _Answered(_Item):
    required: Flag = Field(False, title="Obligatorisk", description="true om frågan måste besvaras.")


class FieldQuestion(_Answered):
    """En fråga som besvaras i ett fält."""

    type: Literal["boolean", "decimal", "integer", "date"] = Field(
        title="Typ", description="boolean ja/nej, decimal och integer tal, date datum."
    )


class TextQuestion(_Answered):
    """En fråga som besvaras med text."""

    type: Literal["string", "text"] = Field(title="Typ", description="string kort text, text lång text.")
    maximum_length: PositiveCount | None = Field(
        None, title="Längsta svar", description="Högsta antal tecken i svaret."
    )


class Option(Node):
    """Ett svarsalternativ."""

    id: Id = Field(title="Id", description="Alternativets id inom frågan.")
    text: Line = Field(title="Text", description="Alternativets text.")


class ChoiceQuestion(_Answered):
    """En fråga med svarsalternativ; open-choice har även fritext."""

    type: Literal["choice", "open-choice"] = Field(
        title="Typ", description="choice är fasta alternativ, open-choice har även fritext."
    )
    options: Annotated[tuple[Option, ...], AtLeastOne] = Field(
        title="Alternativ", description="Svarsalternativen i ordning."
    )
    multiple: Flag = Field(False, title="Flera val", description="true om flera alternativ får väljas.")


class AttachmentQuestion(_Answered):
    """En bilaga: PDF, GIF, JPEG eller PNG, högst 20 MB."""

    type: Literal["attachment"] = Field(title="Typ", description="attachment är en bilaga.")


class DisplayItem(_Item):
    """En text som bara informerar."""

    type: Literal["display"] = Field(title="Typ", description="display är information utan svar.")


class GroupItem(_Item):
    """En grupp av frågor under en rubrik."""

    type: Literal["group"] = Field(title="Typ", description="group är en grupp av frågor.")
    items: Annotated[tuple["Item", ...], AtLeastOne] = Field(title="Frågor", description="Frågorna i gruppen.")


Item = Annotated[
    FieldQuestion | TextQuestion | ChoiceQuestion | AttachmentQuestion | DisplayItem | GroupItem,
    Field(discriminator="type"),
]
Form = Annotated[tuple[Item, ...], Many]

GroupItem.model_rebuild()
