"""Which model a file of the tree has, known by where the file stands."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any

from pydantic import TypeAdapter

from schema.models.baseline import Baseline
from schema.models.casetypes import CaseType, Template
from schema.models.decisions import Decision
from schema.models.groups import Group
from schema.models.messages import Message
from schema.models.own_rules import OwnRule
from schema.models.regions import Region
from schema.models.texts import RegionalTerms
from schema.models.units import Unit
from schema.models.values import LONGEST_ID, Id, Many
from schema.models.waivers import Waiver


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file: its name, where it stands, its model, and what its schema is called in Swedish."""

    name: str
    pattern: str
    model: Any
    title: str


_ID = r"(?!index\b)[a-z0-9]+(?:-[a-z0-9]+)*"
"""The documentation has a page called index in each folder."""
_REGION = rf"(?!(?:data|rules|templates)/){_ID}"
"""These are the documentation's own folders beside those of the regions."""

KINDS = (
    Kind("template", rf"casetype_templates/{_ID}\.yaml", Template, "Nationell mall för ärendetyp"),
    Kind("region", rf"regions/{_REGION}/region\.yaml", Region, "Region"),
    Kind(
        "basutbud",
        rf"regions/{_REGION}/basutbud\.yaml",
        Annotated[tuple[Decision, ...], Many],
        "Beslut om basutbud",
    ),
    Kind("casetype", rf"regions/{_REGION}/casetypes/{_ID}\.yaml", CaseType, "Regional ärendetyp"),
    Kind("terms", rf"regions/{_REGION}/terms/{_ID}\.yaml", RegionalTerms, "Villkorstext"),
    Kind("message", rf"regions/{_REGION}/messages/{_ID}\.yaml", Message, "Mall för invånarärenden"),
    Kind("groups", rf"regions/{_REGION}/groups\.yaml", dict[Id, Group], "Grupper av mottagningar"),
    Kind("unit", rf"regions/{_REGION}/units/{_ID}\.yaml", Unit, "Mottagning"),
    Kind("rules", rf"regions/{_REGION}/rules\.yaml", Annotated[tuple[OwnRule, ...], Many], "Egna regler"),
    Kind("waivers", rf"regions/{_REGION}/waivers\.yaml", Annotated[tuple[Waiver, ...], Many], "Undantag"),
    Kind("baseline", rf"regions/{_REGION}/baseline\.yaml", Baseline, "Gamla fel"),
)

LIST_PATTERN = rf"regions/{_REGION}/lists/{_ID}\.(?:csv|txt)"
WORDLIST_PATTERN = rf"regions/{_REGION}/wordlist\.txt"
SNAPSHOT_PATTERN = rf"regions/{_REGION}/hsa\.csv"


_BY_FOLDER = {kind.pattern.split("/")[-2]: kind for kind in KINDS if kind.pattern.endswith(rf"{_ID}\.yaml")}
_BY_NAME = {kind.pattern.split("/")[-1].replace("\\", ""): kind for kind in KINDS}


def kind_of(path: str) -> Kind | None:
    """The kind of the file at a path, or None when no kind of file stands there."""
    folder, _, name = path.rpartition("/")
    kind = _BY_FOLDER.get(folder.rpartition("/")[2]) or _BY_NAME.get(name)
    if kind is None or not re.fullmatch(kind.pattern, path):
        return None
    return kind if max(map(len, path.split("/"))) <= LONGEST_ID + len(".yaml") else None


@cache
def adapter(kind: Kind) -> TypeAdapter[Any]:
    """The validator of a kind of file, built when it is first needed."""
    return TypeAdapter(kind.model)
