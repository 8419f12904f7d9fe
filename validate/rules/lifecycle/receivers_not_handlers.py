"""A unit whose case receivers are not as many as its case handlers, where the region wants everybody to be both."""

from collections.abc import Iterator

from schema.places import Related
from schema.workspace import Workspace
from validate.rule import Finding, Words, found, rule


@rule(
    "warning",
    sv=Words(
        title="Olika många ärendemottagare och ärendehanterare",
        message="Mottagningen har {receivers} ärendemottagare men {handlers} ärendehanterare.",
        reason="Regionen vill att alla har båda rollerna. Den som bara är mottagare kan inte besvara ett ärende, och "
        "den som bara är hanterare ser inte mottagningens inkorg.",
        advice="Ge alla båda rollerna i Personalverktyget, och rätta antalen under roles.",
    ),
    en=Words(
        title="Case receivers and case handlers that differ in number",
        message="The unit's case receivers are {receivers}, but its case handlers are {handlers}.",
        reason="The region wants everybody to have both roles. Who is a receiver alone cannot answer a case, and who "
        "is a handler alone does not see the unit's inbox.",
        advice="Give everybody both roles in Personalverktyget, and correct the numbers under roles.",
    ),
    source="Regionens policy, till exempel Region Kronoberg, 1177 Personalverktyg",
    good="""
-- region.yaml --
policy: {receivers_are_handlers: true}
-- units/vc.yaml --
roles: {local_administrator: 2, case_receiver: 6, case_handler: 6}
""",
    bad="""
-- region.yaml --
policy: {receivers_are_handlers: true}
-- units/vc.yaml --
roles:
  local_administrator: 2
  case_receiver: 2
  case_handler: 6  # <-- receivers-not-handlers
""",
)
def receivers_not_handlers(workspace: Workspace) -> Iterator[Finding]:
    for tree in workspace.regions.values():
        if tree.region is None or not tree.region.policy.receivers_are_handlers:
            continue
        required = Related("required-here", tree.region.at("policy", "receivers_are_handlers"))
        for unit in tree.units.values():
            receivers, handlers = unit.roles.case_receiver, unit.roles.case_handler
            if receivers != handlers and unit.status in ("active", "closing"):
                # A role that nobody has is most often not written at all.
                at = unit.at("roles", "case_handler" if handlers else "case_receiver")
                yield found(at, required, receivers=receivers, handlers=handlers)
