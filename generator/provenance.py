"""The origin of every resolved value, in words: value, file and line, and what it overrode."""

from collections import Counter
from collections.abc import Iterable
from typing import Any, Literal

from pydantic import BaseModel

from schema.fitting import nearest
from schema.layers import FIELDS, SETTINGS, Origin
from schema.offers import Offer, ResolvedUnit
from schema.workspace import Workspace
from validate.locator import Locator
from validate.printable import printable

Language = Literal["sv", "en"]

_LAYERS: dict[Language, dict[str, str]] = {
    "sv": {
        "national": "nationell mall",
        "region": "region",
        "casetype": "regional ärendetyp",
        "group": "grupp",
        "local": "lokal ärendetyp",
        "unit": "mottagning",
    },
    "en": {
        "national": "national template",
        "region": "region",
        "casetype": "regional case type",
        "group": "group",
        "local": "local case type",
        "unit": "unit",
    },
}
_WORDS: dict[Language, dict[str, str]] = {
    "sv": {
        "overrides": "i stället för",
        "adds": "utöver",
        "settings": "Inställningar",
        "casetypes": "Ärendetyper",
        "active": "aktiv",
        "inactive": "inte aktiv",
        "unset": "{field} är inte satt i något lager.",
        "no-unit": "Det finns ingen mottagning som heter {name}.{hint}",
        "namesakes": "Flera mottagningar heter {name}. Skriv vilken: {namesakes}.",
        "no-casetype": "Mottagningen {unit} har inte ärendetypen {name}.{hint}",
        "no-field": "Det finns inget fält som heter {name}.{hint}",
        "hint": " Menade du {guess}?",
    },
    "en": {
        "overrides": "instead of",
        "adds": "on top of",
        "settings": "Settings",
        "casetypes": "Case types",
        "active": "active",
        "inactive": "not active",
        "unset": "{field} is not set in any layer.",
        "no-unit": "There is no unit called {name}.{hint}",
        "namesakes": "Several units are called {name}. Say which one: {namesakes}.",
        "no-casetype": "The unit {unit} does not have the case type {name}.{hint}",
        "no-field": "There is no field called {name}.{hint}",
        "hint": " Did you mean {guess}?",
    },
}
_ADDED = ("variables", "values", "extra_points", "answer_forms", "standard_answers")


def explain(
    workspace: Workspace, asked: tuple[str, str | None, str | None], locator: Locator, language: Language
) -> list[str]:
    """The lines that answer `why UNIT [CASETYPE [FIELD]]`. Raises LookupError with words for what does not exist."""
    name, casetype, field = asked
    writer = _Writer(locator, language)
    units = _units(workspace)
    namesakes = sorted(known for known in units if known.endswith(f"/{name}"))
    if name not in units and namesakes:
        raise LookupError(writer.words["namesakes"].format(name=name, namesakes=", ".join(namesakes)))
    unit = _find(name, units, writer, "no-unit")
    if casetype is None:
        return [*writer.head(unit), *writer.settings(unit), *writer.casetypes(unit)]
    offer: Offer = _find(casetype, dict(unit.offers), writer, "no-casetype", unit=unit.id)
    if field is None:
        found = [(each, offer.origins(each)) for each in FIELDS]
        return [
            *writer.head(unit),
            *(line for each, origins in found if origins for line in writer.value(each, origins)),
        ]
    _find(field, dict.fromkeys(FIELDS), writer, "no-field")
    origins = offer.origins(field)
    return writer.value(field, origins, whole=True) if origins else [writer.words["unset"].format(field=field)]


def _units(workspace: Workspace) -> dict[str, ResolvedUnit]:
    """Every unit by `region/id` and by its HSA-id, and by its id where no other region has the same."""
    units = {f"{unit.tree.id}/{unit.id}": unit for unit in workspace.units()}
    ids = Counter(unit.id for unit in units.values())
    for unit in list(units.values()):
        units[unit.unit.hsa_id] = unit
        if ids[unit.id] == 1:
            units[unit.id] = unit
    return units


def _find(name: str, known: dict[str, Any], writer: "_Writer", missing: str, **words: str) -> Any:
    if name in known:
        return known[name]
    guess = nearest(name, list(known))
    hint = writer.words["hint"].format(guess=guess) if guess else ""
    raise LookupError(writer.words[missing].format(name=name, hint=hint, **words))


class _Writer:
    """Writes values and their origins in a language."""

    def __init__(self, locator: Locator, language: Language) -> None:
        self.locator = locator
        self.language = language
        self.words = _WORDS[language]

    def head(self, unit: ResolvedUnit) -> list[str]:
        return [f"{unit.unit.name} ({unit.unit.hsa_id}), {unit.unit.file}"]

    def settings(self, unit: ResolvedUnit) -> Iterable[str]:
        yield f"{self.words['settings']}:"
        for path in SETTINGS:
            origins = unit.setting_origins(*path)
            if origins:
                yield from self.value(".".join(path), origins, indent="  ")

    def casetypes(self, unit: ResolvedUnit) -> Iterable[str]:
        yield f"{self.words['casetypes']}:"
        for offer in unit.offers.values():
            state = self.words["active" if offer.active else "inactive"]
            yield f"  {offer.id}: {offer.get('name')}, {state} ({self._place(offer.place)})"

    def value(self, field: str, origins: list[Origin], indent: str = "", whole: bool = False) -> list[str]:
        """A field's value and origin, and below it each value that it overrode or was added to."""
        first, *others = origins
        link = self.words["adds" if field in _ADDED else "overrides"]
        lines = [f"{indent}{field}: {self._said(first.value, whole)}", f"{indent}  = {self._origin(first)}"]
        lines += [f"{indent}  {link}: {self._said(o.value, whole)}, {self._origin(o)}" for o in others]
        return lines

    def _origin(self, origin: Origin) -> str:
        return f"{_LAYERS[self.language][origin.layer]}, {self._place(origin.place)}"

    def _place(self, place: Any) -> str:
        span = self.locator.span(place)
        return f"{place.file}:{span.line}"

    def _said(self, value: Any, whole: bool) -> str:
        text = printable(_plainly(value))
        return text if whole or len(text) <= 90 else f"{text[:89]}…"


def _plainly(value: Any) -> str:
    """A value as the YAML would have it on one line."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, BaseModel):
        named = (
            (field, getattr(value, field)) for field in type(value).model_fields if field in value.model_fields_set
        )
        return "{" + ", ".join(f"{field}: {_plainly(item)}" for field, item in named) + "}"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_plainly(item)}" for key, item in value.items()) + "}"
    if isinstance(value, tuple | list):
        return "[" + ", ".join(_plainly(item) for item in value) + "]"
    return str(value)
