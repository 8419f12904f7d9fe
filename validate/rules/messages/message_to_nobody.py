"""A template for messages that is written to be for no group, and is for every unit."""

from collections.abc import Iterator

from schema.workspace import Workspace
from validate.rule import Finding, Words, found, rule


@rule(
    "error",
    sv=Words(
        title="Mall som går till ingen eller till alla",
        message="Mallen ”{name}” har en tom lista av grupper (to).",
        reason="En mall utan to går till alla mottagningar. En tom lista ser ut att betyda ingen, men går också till "
        "alla.",
        advice="Skriv grupperna under to, eller ta bort to om ”{name}” ska gå till alla mottagningar.",
    ),
    en=Words(
        title="Template for nobody or for all",
        message="The template “{name}” has an empty list of groups (to).",
        reason="A template without to is for all units. An empty list looks like none, but is for all of them too.",
        advice="Write the groups below to, or take to away if “{name}” is for all units.",
    ),
    source="basutbud, konfigurationsformatet",
    good="""
-- groups.yaml --
vardcentraler:
  title: Vårdcentraler
  select: {business_type: vardcentral}
-- messages/provsvar.yaml --
name: Meddelande om provsvar
kind: information
subject: Ditt provsvar
text: Ditt prov visar inget som du behöver göra något åt.
to: [vardcentraler]
""",
    bad="""
-- messages/provsvar.yaml --
name: Meddelande om provsvar
kind: information
subject: Ditt provsvar
text: Ditt prov visar inget som du behöver göra något åt.
to: []  # <-- message-to-nobody
""",
    mandatory=True,
)
def message_to_nobody(workspace: Workspace) -> Iterator[Finding]:
    for tree in workspace.regions.values():
        for message in tree.messages.values():
            if "to" in message.model_fields_set and not message.to:
                yield found(message.at("to").key(), name=message.name)
