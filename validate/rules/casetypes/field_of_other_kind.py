"""A case type that sets a field which the kind it extends does not have."""

from collections.abc import Iterator

from schema.models.casetypes import ExtendingCaseType, LocalExtendingCaseType
from schema.workspace import Workspace
from validate.facts.kinds import kind_of
from validate.facts.written import definitions
from validate.rule import Finding, Words, found, rule

_FIELD_OF = {"form": "form", "booking": "functions", "outlink": "outlink", "listing": "listing"}
_KINDS_SV = {"form": "ett formulär", "booking": "tidbokning", "outlink": "en uthoppstjänst", "listing": "listning"}
_KINDS_EN = {"form": "a form", "booking": "booking", "outlink": "an outlink", "listing": "listing"}


@rule(
    "error",
    sv=Words(
        title="Fält som hör till ett annat slag av ärendetyp",
        message="”{field}” hör inte hemma här: ärendetypen bygger på ”{extends}”, som är {kind}.",
        reason="En ärendetyp har samma slag som den bygger på. Ett fält för ett annat slag skulle läsas förbi utan att "
        "någon märkte det.",
        advice="Ta bort {field}, eller bygg på en mall av rätt slag.",
        phrases={"kind": _KINDS_SV},
    ),
    en=Words(
        title="A field of another kind of case type",
        message="“{field}” does not belong here: the case type extends “{extends}”, which is {kind}.",
        reason="A case type is of the same kind as what it extends. A field of another kind would be passed over "
        "without anybody noticing.",
        advice="Take {field} away, or extend a template of the right kind.",
        phrases={"kind": _KINDS_EN},
    ),
    source="basutbud, konfigurationsformatet",
    good="""
-- casetypes/ring-mig.yaml --
extends: kontakta-mig
name: Ring mig
form:
  - {id: nummer, question: Vilket nummer når vi dig på?, type: string}
""",
    bad="""
-- casetypes/ring-mig.yaml --
extends: kontakta-mig
name: Ring mig
functions: [book]  # <-- field-of-other-kind
""",
    mandatory=True,
)
def field_of_other_kind(workspace: Workspace) -> Iterator[Finding]:
    for tree in workspace.regions.values():
        for definition, place in definitions(tree):
            if isinstance(definition, ExtendingCaseType | LocalExtendingCaseType):
                kind = kind_of(definition.extends, tree)
                for field in _FIELD_OF.values() if kind else ():
                    if field != _FIELD_OF[kind] and getattr(definition, field) is not None:
                        yield found(place.at(field).key(), field=field, extends=definition.extends, kind=kind)
