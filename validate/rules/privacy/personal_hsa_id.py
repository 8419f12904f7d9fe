"""An HSA-id in a text, a comment or a list that is that of no unit, and may be a person's."""

import re
from collections.abc import Iterator

from schema.workspace import RegionTree, Workspace
from validate.facts.existing import UnfittedUnits
from validate.facts.hsa_ids import without_blanks
from validate.facts.misfits import misfits_of
from validate.facts.remarks import remarks
from validate.facts.selectors import selectors_of
from validate.rule import Finding, Words, found, rule

_GATE = re.compile(rb"[Ss][Ee](?:16)?[0-9]{10}-")
_HSA_ID = re.compile(r"(?<![A-Za-z0-9])T?SE(?:16)?[0-9]{10}-[A-Za-z0-9]{1,18}(?![A-Za-z0-9])", re.IGNORECASE)


@rule(
    "error",
    sv=Words(
        title="HSA-id som kan vara en persons",
        message="Här står ett HSA-id som inte hör till någon mottagning i regionens filer.",
        reason="Också personal har HSA-id, och ett sådant pekar ut en person. Det syns inte på numret vems det är. "
        "Därför prövas inte fälten där mottagningars HSA-id ska stå.",
        advice="Är det en persons HSA-id, ta bort det. Är det en mottagnings, skriv mottagningens namn i stället, "
        "eller lägg till den i hsa.csv om regionen har den filen.",
    ),
    en=Words(
        title="An HSA-id that may be a person's",
        message="There is an HSA-id here that belongs to no unit in the region's files.",
        reason="Staff have HSA-ids too, and such a one points out a person. The number does not show whose it is. "
        "Therefore the fields that are for units' HSA-ids are not tried.",
        advice="If it is a person's HSA-id, take it away. If it is a unit's, write the unit's name instead, or add the "
        "unit to hsa.csv if the region has that file.",
    ),
    source="Egen slutsats: personalens HSA-id är personuppgifter, och konfigurationen handlar inte om enskilda. "
    "Formen: HSA-identitet och Organisationsnummer (healthmod, openEHR)",
    good="""
-- units/vc.yaml --
# Hette SE2321000115-PAHITT0001 också innan mottagningen flyttade.
settings:
  information: Vi tar emot alla som är listade här.
""",
    bad="""
-- units/vc.yaml --
# Fråga SE2321000115-EXEMPEL1 om texterna.  # <-- personal-hsa-id
settings:
  information: Skriv till handläggaren SE2321000115-EXEMPEL2.  # <-- personal-hsa-id
""",
    mandatory=True,
)
def personal_hsa_id(workspace: Workspace) -> Iterator[Finding]:
    known, unread = _Known(workspace), {misfit.at.file for misfit in misfits_of(workspace, "hsa-line-unusable")}
    for text, writings in workspace.texts.items():
        # Quicker to see than the shape of an HSA-id, and in few texts.
        for start, end in known.unknown_in(text) if "-" in text else ():
            for writing in writings:
                yield found(writing.place.within(start, end))
    for remark in remarks(workspace, _GATE):
        for start, end in known.unknown_in(remark.text) if remark.file not in unread else ():
            yield found(remark.at(start, end))


class _Known:
    """The HSA-ids of the units that a region's files name, wherever there is a field for them."""

    def __init__(self, workspace: Workspace) -> None:
        trees = workspace.regions.values()
        ids = (hsa_id for tree in trees for hsa_id in (*_of_units(tree), *_unread(tree, workspace)))
        self._ids = frozenset(hsa_id.lower() for hsa_id in ids)
        self._unfitted = [UnfittedUnits(workspace, tree) for tree in trees]

    def unknown_in(self, text: str) -> Iterator[tuple[int, int]]:
        for match in _HSA_ID.finditer(text):
            hsa_id = match[0].lower()
            if hsa_id in self._ids or _is_in_address(text, match.start()):
                continue
            if not any(units.may_name(hsa_id) for units in self._unfitted):
                yield match.span()


def _is_in_address(text: str, start: int) -> bool:
    """Whether it stands in a web address, as that of a unit's contact page does."""
    words = text[max(start - 200, 0) : start].split()
    return bool(words) and "://" in words[-1] and not text[start - 1].isspace()


def _unread(tree: RegionTree, workspace: Workspace) -> Iterator[str]:
    """Those in files that could not be read, whoever they belong to: any of them may be that of a unit."""
    for path in sorted(tree.broken):
        yield from _HSA_ID.findall(workspace.files.get(path, b"").replace(b"\0", b"").decode(errors="replace"))


def _of_units(tree: RegionTree) -> Iterator[str]:
    for unit in tree.units.values():
        yield without_blanks(unit.hsa_id)
    for rows in tree.lists.values():
        for row in rows:
            yield row.hsa_id
    yield from tree.snapshot or ()
    for selector, _, _ in selectors_of(tree):
        yield from selector.hsa_id or ()
