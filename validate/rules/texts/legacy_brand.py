"""A name that 1177 or a region no longer has, in a text for residents."""

import re
from collections.abc import Iterator
from functools import cache

from schema.places import Place
from schema.workspace import Workspace
from validate.rule import Finding, Words, found, rule

_BRAND = re.compile(
    r"(?:\b1177(?:\s+|-))?\bVårdguidens?\b(?:\s+e-tjänster(?:na)?\b)?"
    r"|\b(?-i:Mina|MINA)\s+vårdkontakter(?:na)?s?\b"
    r"|\bminavardkontakter(?:\.se\b)?"
    r"|\bMVK(?::?s)?\b(?:\.se\b)?",
    re.IGNORECASE,
)
_BRANDS = ("vårdguiden", "vårdkontakter", "minavardkontakter", "mvk")
# Streets keep their names.
_COUNCIL = re.compile(
    r"\b\w*landsting(?!s(?:gata|gränd|väg|torg|park|allé|back|stig|plats|plan)(?:e?n|e?t)?\b)\w*", re.IGNORECASE
)


@rule(
    "error",
    sv=Words(
        title="Gammalt namn",
        message="”{written}” är ett namn som inte används längre.",
        reason="Sedan juni 2022 är namnet bara 1177, och sedan 2019 finns inga landsting. Invånaren letar efter det "
        "namn som gäller nu.",
        advice="Skriv ”{right}” i stället, eller skriv om meningen.",
        phrases={"right": {"services": "1177 e-tjänster", "council": "region"}},
    ),
    en=Words(
        title="Former name",
        message="“{written}” is a name that is no longer used.",
        reason="Since June 2022 the name is 1177 alone, and since 2019 there are no county councils (landsting). "
        "Residents look for the name that holds now.",
        advice="Write “{right}” instead, or write the sentence anew.",
        phrases={"right": {"services": "1177 e-tjänster", "council": "region"}},
    ),
    source="RJL, Villkorstexter e-tjänster (sedan juni 2022 är namnet 1177)",
    good="""
-- units/vc.yaml --
settings:
  information: Logga in på 1177.se. Dina vårdkontakter finns i journalen.
  opening_hours: Mottagningen på Landstingsgatan 3 har öppet hela veckan.
""",
    bad="""
-- units/vc.yaml --
settings:
  information: Logga in i 1177 Vårdguidens e-tjänster. Landstinget betalar.  # <-- legacy-brand, legacy-brand
  opening_hours: Öppettiderna finns i Mina vårdkontakter.  # <-- legacy-brand
""",
)
def legacy_brand(workspace: Workspace) -> Iterator[Finding]:
    for text, writings in workspace.texts.items():
        for start, end, right in _former_names(text):
            for writing in writings:
                if writing.is_for_residents and not _is_quoted(writing.place):
                    yield found(writing.place.within(start, end), written=text[start:end], right=right)


@cache
def _former_names(text: str) -> tuple[tuple[int, int, str], ...]:
    """Where a former name stands, and what stands for it now."""
    lowered = text.lower()
    names: list[tuple[int, int, str]] = []
    if any(brand in lowered for brand in _BRANDS):
        for match in _BRAND.finditer(text):
            right = "services" if match[0].lower().endswith(("tjänster", "tjänsterna")) else "1177"
            names.append((*match.span(), right))
    if "landsting" in lowered:
        names += [(*match.span(), "council") for match in _COUNCIL.finditer(text)]
    return tuple(names)


def _is_quoted(place: Place) -> bool:
    """A decision's title and the names in it are as the decision writes them."""
    return place.file.endswith("/basutbud.yaml") and place.path[-1] in ("title", "name")
