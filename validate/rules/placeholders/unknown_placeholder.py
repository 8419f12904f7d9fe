"""A placeholder that nothing fills in where it stands, or a brace that belongs to none."""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from pathlib import PurePosixPath

from schema.fitting import nearest
from schema.models.casetypes import ExtendingCaseType
from schema.models.files import kind_of
from schema.offers import Offer
from schema.placeholders import OF_OFFER, OF_UNIT, Placeholder
from schema.places import Path, Place, Related
from schema.workspace import RegionTree, Workspace
from validate.facts.declared import declared_placeholders
from validate.facts.shown import Shown, ShownBy, shown
from validate.rule import Finding, Words, rule

_FILLED = frozenset({"description", "text", "unit_text", "concerns", "information_to_unit", "conditions", "subject"})
"""The keys whose texts placeholders are filled in, in the files of case types, terms texts and messages."""

_OF_FORMS = frozenset({"form", "questions"})
"""What stands below them is shown as it is."""

_PLAIN = str.maketrans("åäö -", "aao__")


@rule(
    "error",
    sv=Words(
        title="Okänd platshållare",
        message="”{written}” {problem}.{nearest}",
        reason="En platshållare som inte är känd fylls inte i, och invånaren ser klamrarna och namnet i stället.",
        advice="{remedy} Det här kan användas: {known}.",
        phrases={
            "remedy": {
                "unknown": "Rätta stavningen, eller lägg till platshållaren under variables i ärendetypen.",
                "unknown-in-message": "Rätta stavningen, eller skriv det som gäller i stället.",
                "nowhere": "Skriv det som gäller i stället.",
                "loose": "Sätt en klammer på var sida om namnet, eller ta bort klammern.",
                "doubled": "Skriv bara en klammer på var sida om namnet.",
            },
            "problem": {
                "unknown": "är ingen platshållare som fylls i här",
                "nowhere": "fylls inte i här, eftersom texten visas som den står",
                "loose": "är en klammer som inte hör till någon platshållare",
                "doubled": "har klamrar runt klamrarna",
            },
            "known": {"": "inga platshållare"},
        },
    ),
    en=Words(
        title="Unknown placeholder",
        message="“{written}” {problem}.{nearest}",
        reason="A placeholder that is not known is not filled in, and residents see the braces and the name instead.",
        advice="{remedy} What may be used here: {known}.",
        phrases={
            "remedy": {
                "unknown": "Correct the spelling, or add the placeholder under variables in the case type.",
                "unknown-in-message": "Correct the spelling, or write what holds instead.",
                "nowhere": "Write what holds instead.",
                "loose": "Put a brace on either side of the name, or take the brace away.",
                "doubled": "Write only one brace on either side of the name.",
            },
            "problem": {
                "unknown": "is no placeholder that is filled in here",
                "nowhere": "is not filled in here, as the text is shown as it stands",
                "loose": "is a brace that belongs to no placeholder",
                "doubled": "has braces around the braces",
            },
            "known": {"": "no placeholders"},
        },
    ),
    source="basutbud, konfigurationsformatet",
    good="""
-- terms/kontakta-mig.yaml --
layout: points
status: approved
approved: {on: 2026-03-01, by: redaktionen}
version: 1
points:
  - id: om
    text: Här kan du be {enhet} i {kommun} att kontakta dig.
  - id: svarstid
    text: Du får svar inom {svarstid}, eller ring {telefon}.
-- units/vc.yaml --
casetypes:
  kontakta-mig: {terms: kontakta-mig}
""",
    bad="""
-- terms/kontakta-mig.yaml --
layout: points
status: approved
approved: {on: 2026-03-01, by: redaktionen}
version: 1
points:
  - id: om
    text: Här kan du be {mottagning} i {Kommun} att kontakta dig.  # <-- unknown-placeholder, unknown-placeholder
  - id: svarstid
    text: Du får svar inom {svarstid}, eller ring {telefon.  # <-- unknown-placeholder
-- units/vc.yaml --
settings:
  information: Välkommen till {enhet}.  # <-- unknown-placeholder
casetypes:
  kontakta-mig: {terms: kontakta-mig}
""",
    mandatory=True,
)
def unknown_placeholder(workspace: Workspace) -> Iterator[Finding]:
    faults = _Faults()
    shown_by = workspace.once(ShownBy)
    for tree in workspace.regions.values():
        _look_at_offers(tree, shown_by, faults)
    declared = {id: declared_placeholders(tree) for id, tree in workspace.regions.items()}
    for text, writings in workspace.texts.items():
        for place in [writing.place for writing in writings] if "{" in text or "}" in text else ():
            known = _known_at(place, workspace, declared) if (place.file, place.path) not in faults.seen else None
            if known is not None:
                faults.look(shown(text, place), known)
    yield from faults.findings()


@dataclass
class _Fault:
    """What is wrong at a place, and the placeholders that could be used there."""

    written: str
    problem: str
    known: dict[str, None]
    related: tuple[Related, ...]

    def words(self, file: str) -> dict[str, str]:
        name = self.written.strip("{ }").lower().translate(_PLAIN)
        like = name if name in self.known else nearest(name, list(self.known))
        return {
            "written": self.written,
            "problem": self.problem,
            "remedy": "unknown-in-message" if self.problem == "unknown" and "/messages/" in file else self.problem,
            "nearest": f"{{{like}}}" if like and self.problem == "unknown" else "",
            "known": ", ".join(f"{{{name}}}" for name in self.known),
        }


class _Faults:
    """The faults by place: a text that several case types show may be wrong in some of them, and is told of once."""

    def __init__(self) -> None:
        self.seen: set[tuple[str, Path]] = set()
        self._found: dict[Place, _Fault] = {}

    def look(self, shown: Shown, known: Iterable[str], related: Callable[[], tuple[Related, ...]] = tuple) -> None:
        text, place, used, loose = shown
        self.seen.add((place.file, place.path))
        names = dict.fromkeys(known)
        unknown = [placeholder for placeholder in used if placeholder.name not in names]
        if (unknown or loose) and "{\\rtf" not in text:  # The leftovers of a word processor are markup.
            beside = related()
            faults = [(start, end, "unknown" if names else "nowhere") for _, start, end in unknown]
            for start, end, problem in (*faults, *_loose(used, loose, names)):
                self._add(place.within(start, end), _Fault(text[start:end], problem, names, beside))

    def _add(self, at: Place, fault: _Fault) -> None:
        self._found.setdefault(at, fault).known.update(fault.known)

    def findings(self) -> Iterator[Finding]:
        for at, fault in self._found.items():
            yield Finding(at, fault.words(at.file), fault.related)


def _loose(
    used: Iterable[Placeholder], loose: Iterable[tuple[int, int]], names: Container[str]
) -> Iterator[tuple[int, int, str]]:
    """The loose braces; a pair of them around a placeholder is one fault, and none beside that of an unknown one."""
    braces = dict(loose)
    for name, start, end in used:
        if start - 1 in braces and end in braces:
            del braces[start - 1], braces[end]
            if name in names:
                yield start - 1, end + 1, "doubled"
    yield from ((start, end, "loose") for start, end in braces.items())


def _look_at_offers(tree: RegionTree, shown_by: ShownBy, faults: _Faults) -> None:
    """The region's texts as offers show them, each against the placeholders of every case type that shows it."""
    looked_at: set[tuple[int, tuple[str, ...]]] = set()
    for offer, shown_texts in shown_by.distinct(tree):
        declared = tuple(offer.base.values.get("variables") or ())
        for texts in shown_texts:
            if texts.texts and (id(texts), declared) not in looked_at:
                looked_at.add((id(texts), declared))
                related = partial(_named_at, offer) if texts is shown_texts.of_terms else tuple
                for text in texts.texts:
                    if text.place.file.startswith("regions/"):
                        faults.look(text, (*OF_OFFER, *declared), related)


def _named_at(offer: Offer) -> tuple[Related, ...]:
    return (Related("used-here", offer.origin("terms")),)


def _known_at(
    place: Place, workspace: Workspace, declared: Mapping[str, tuple[str, ...] | None]
) -> tuple[str, ...] | None:
    """The placeholders that may stand in a text that no offer shows: those of a case type that could show it.

    None when what could declare them did not fit its model, or is missing, and for a region's own rules, whose
    examples may have any.
    """
    kind = kind_of(place.file)
    if kind is not None and kind.name == "rules":
        return None
    if not _is_filled(place):
        return ()
    id = PurePosixPath(place.file).stem
    if place.file.startswith("casetype_templates/"):
        return (*OF_OFFER, *(workspace.templates[id].variables or ()))
    _, region, folder, *_ = place.file.split("/")
    if folder == "messages":
        return OF_UNIT
    if folder == "casetypes":
        casetype = workspace.regions[region].casetypes[id]
        if not isinstance(casetype, ExtendingCaseType):
            return (*OF_OFFER, *(casetype.variables or ()))
        template = workspace.regions[region].templates.get(casetype.extends)
        return None if template is None else (*OF_OFFER, *(template.variables or ()), *(casetype.variables or ()))
    names = declared[region]
    return None if names is None else (*OF_OFFER, *names)


def _is_filled(place: Place) -> bool:
    """Whether placeholders are filled in where a text stands: not in names, values, settings or decisions."""
    folder = place.file.split("/")[-2] if place.file.startswith("regions/") else ""
    inside = "casetypes" in place.path if folder == "units" or place.file.endswith("/groups.yaml") else True
    return (
        inside
        and not place.file.endswith(("/region.yaml", "/basutbud.yaml", "/waivers.yaml"))
        and (place.path[-1] in _FILLED or "texts" in place.path)
        and "values" not in place.path[:-1]
        and not any(step in _OF_FORMS and isinstance(after, int) for step, after in pairwise(place.path))
    )
