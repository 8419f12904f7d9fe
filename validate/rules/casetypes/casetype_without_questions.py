"""A form that asks nothing."""

from collections.abc import Iterator

from schema.models.base import Node
from schema.models.casetypes import ExtendingCaseType, LocalExtendingCaseType
from schema.models.forms import Form, GroupItem
from schema.places import Place
from schema.workspace import Workspace
from validate.facts.kinds import kind_of
from validate.facts.written import definitions
from validate.rule import Finding, Words, found, rule


@rule(
    "warning",
    sv=Words(
        title="Formulär utan frågor",
        message="Formuläret har ingen fråga som invånaren kan svara på.",
        reason="En tom ärendetyp med bara text eller länkar ser ut som något man kan skicka, men det finns inget att "
        "skicka.",
        advice="Lägg till minst en fråga. Ska ärendetypen leda vidare till en annan tjänst, gör den till en "
        "uthoppstjänst (kind: outlink).",
    ),
    en=Words(
        title="Form without questions",
        message="The form has no question that the resident can answer.",
        reason="An empty case type with only text or links looks like something to send, but there is nothing to send.",
        advice="Add at least one question. If the case type is to lead on to another service, make it an outlink "
        "(kind: outlink).",
    ),
    source="Inera, Användarforum 1177 e-tjänster, hösten 2022 (tomma ärendetyper med länkar)",
    good="""
-- casetypes/ring-mig.yaml --
extends: kontakta-mig
name: Ring mig
form:
  - {id: om, question: Vi ringer från dolt nummer., type: display}
  - {id: arende, question: Vad gäller det?, type: text}
""",
    bad="""
-- casetypes/ring-mig.yaml --
extends: kontakta-mig
name: Ring mig
form:  # <-- casetype-without-questions
  - {id: om, question: Vi ringer från dolt nummer., type: display}
""",
)
def casetype_without_questions(workspace: Workspace) -> Iterator[Finding]:
    for definition, form, place in _forms(workspace):
        if not _asks(form):
            yield found(place.at("form" if "form" in definition.model_fields_set else "kind").key())


def _forms(workspace: Workspace) -> Iterator[tuple[Node, Form, Place]]:
    """Every form as it was written; a lower layer replaces it whole, and an extension need not have one."""
    for template in workspace.templates.values():
        if template.kind == "form":
            yield template, template.form, template.place
    for tree in workspace.regions.values():
        for definition, place in definitions(tree):
            if isinstance(definition, ExtendingCaseType | LocalExtendingCaseType):
                if definition.form is not None and kind_of(definition.extends, tree) == "form":
                    yield definition, definition.form, place
            elif definition.kind == "form":
                yield definition, definition.form, place


def _asks(form: Form) -> bool:
    return any(_asks(item.items) if isinstance(item, GroupItem) else item.type != "display" for item in form)
