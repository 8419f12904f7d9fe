"""More levels inside each other than anything could mean."""

from collections.abc import Iterator

from schema.workspace import Workspace
from validate.facts.misfits import misfits_of
from validate.rule import Finding, Words, rule


@rule(
    "error",
    sv=Words(
        title="För många nivåer",
        message="Här ligger listor och nycklar inuti varandra i fler än {limit} nivåer.",
        reason="Inget i konfigurationen behöver så många nivåer. Oftast har parenteser eller streck blivit för många.",
        advice="Ta bort de parenteser, streck eller indrag som är för många.",
    ),
    en=Words(
        title="Too many levels",
        message="Lists and keys lie inside each other here on more than {limit} levels.",
        reason="Nothing in the configuration needs so many levels. Most often there are too many brackets or dashes.",
        advice="Take away the brackets, dashes or indents that are too many.",
    ),
    source="basutbud, konfigurationsformatet",
    good="""
-- units/vc.yaml --
activities: ["1502"]
""",
    bad=f"""
-- units/vc.yaml --
activities: {"[" * 64}"1502"{"]" * 64}  # <-- too-deep
""",
    mandatory=True,
)
def too_deep(workspace: Workspace) -> Iterator[Finding]:
    return misfits_of(workspace, "too-deep")
