"""Two options of one question that residents cannot tell apart."""

from collections.abc import Iterator

from schema.models.forms import ChoiceQuestion
from schema.places import Related
from schema.workspace import Workspace
from validate.facts.forms import forms, items_of
from validate.rule import Finding, Words, found, rule


@rule(
    "error",
    sv=Words(
        title="Två svarsalternativ med samma text",
        message="Svarsalternativen ”{first}” och ”{second}” har samma text: ”{text}”.",
        reason="Invånaren ser två likadana alternativ, och personalen vet inte vilket svar som menas.",
        advice="Skriv det som skiljer ”{second}” från ”{first}”, eller ta bort det ena.",
    ),
    en=Words(
        title="Two options of one text",
        message="The options “{first}” and “{second}” have the same text: “{text}”.",
        reason="Residents see two options that are alike, and staff do not know which answer is meant.",
        advice="Write what tells “{second}” from “{first}”, or take one of them away.",
    ),
    source="Egen slutsats: svarsalternativen i en fråga ska gå att skilja åt",
    good="""
-- casetypes/kontakta-mig.yaml --
extends: kontakta-mig
form:
  - id: arende
    question: Vad gäller det?
    type: choice
    options:
      - {id: provsvar, text: Ett provsvar}
      - {id: annat, text: Något annat}
""",
    bad="""
-- casetypes/kontakta-mig.yaml --
extends: kontakta-mig
form:
  - id: arende
    question: Vad gäller det?
    type: choice
    options:
      - {id: provsvar, text: Ett provsvar}
      - {id: annat, text: Ett provsvar}  # <-- option-text-repeated
""",
)
def option_text_repeated(workspace: Workspace) -> Iterator[Finding]:
    for form, place in forms(workspace):
        for item, at in items_of(form, place):
            if isinstance(item, ChoiceQuestion):
                texts = [" ".join(option.text.split()).casefold() for option in item.options]
                for number, option in enumerate(item.options):
                    known = texts.index(texts[number])
                    if known != number:
                        yield found(
                            at.at("options", number, "text"),
                            Related("first-written-here", at.at("options", known, "text")),
                            first=item.options[known].id,
                            second=option.id,
                            text=option.text,
                        )
