"""A region's own rules as data: a wording that its texts must have, must not have, or should have otherwise."""

from typing import Annotated, Literal

from pydantic import Field

from schema.models.base import FileNode, Node
from schema.models.values import AtLeastOne, Id, Line, OneOrMany, Text, Wording

TextField = Literal[
    "terms", "name", "description", "question", "help", "options", "answers", "subject", "message", "information",
    "values",
]  # fmt: skip
"""The texts for residents that a rule can be about, as its author names them."""

Demand = Literal["forbid", "require", "replace"]


class Replacement(Node):
    """En ordalydelse och den som är bättre."""

    wording: Annotated[tuple[Wording, ...], *OneOrMany] = Field(
        title="Ordalydelse", description="Orden som inte bör stå, eller flera alternativ. * står för resten av ett ord."
    )
    by: Line = Field(title="Hellre", description="Orden som bör stå i stället. Ingenting byts ut av sig självt.")


class OwnExamples(Node):
    """Exempel som prövas varje gång: rätt får regeln inte slå till på, fel måste den slå till på."""

    right: Annotated[tuple[Text, ...], AtLeastOne] = Field(title="Rätt", description="Texter som regeln godtar.")
    wrong: Annotated[tuple[Text, ...], AtLeastOne] = Field(title="Fel", description="Texter som regeln slår till på.")


class OwnRule(FileNode):
    """En egen regel om ordval."""

    id: Id = Field(title="Id", description="Regelns id, så som det visas i rapporten.")
    severity: Literal["error", "warning", "advice"] = Field(
        title="Allvar", description="error (fel), warning (varning) eller advice (råd)."
    )
    forbid: Annotated[tuple[Wording, ...], *OneOrMany] | None = Field(
        None,
        title="Förbjuder",
        description="Ord som inte får stå, eller flera alternativ. * står för resten av ett ord.",
    )
    require: Annotated[tuple[Wording, ...], *OneOrMany] | None = Field(
        None, title="Kräver", description="Ord som måste stå, eller flera alternativ där ett räcker."
    )
    replace: Replacement | None = Field(None, title="Ersätter", description="Ord som bör skrivas på ett annat sätt.")
    fields: Annotated[tuple[TextField, ...], *OneOrMany] | None = Field(
        None, title="Texter", description="Vilka texter regeln gäller. Utelämnas när den gäller alla."
    )
    casetypes: Annotated[tuple[Id, ...], *OneOrMany] | None = Field(
        None, title="Ärendetyper", description="Ärendetyperna som regeln gäller, och de som bygger på dem."
    )
    title: Line = Field(title="Titel", description="Vad regeln kallas.")
    message: Text = Field(title="Meddelande", description="Vad den som skrev texten får läsa.")
    reason: Text = Field(title="Skäl", description="Varför regeln finns.")
    source: Line = Field(title="Källa", description="Beslutet eller riktlinjen som regeln kommer ifrån.")
    examples: OwnExamples = Field(title="Exempel", description="Minst ett rätt och ett fel.")

    def demands(self) -> list[tuple[Demand, tuple[str, ...]]]:
        """What the rule says of wordings; a rule in order says one thing."""
        replaced = self.replace.wording if self.replace is not None else None
        said: tuple[tuple[Demand, tuple[str, ...] | None], ...] = (
            ("forbid", self.forbid),
            ("require", self.require),
            ("replace", replaced),
        )
        return [(demand, wordings) for demand, wordings in said if wordings is not None]
