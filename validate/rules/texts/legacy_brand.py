"""A name that 1177 or a region no longer has, in a text for residents."""

from collections.abc import Iterator

from schema.places import Place
from schema.workspace import Workspace
from validate.rule import Finding, Words, found, rule
from validate.wording.former_names import former_names


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
        for start, end, right in former_names(text):
            for writing in writings:
                if writing.is_for_residents and not _is_quoted(writing.place):
                    yield found(writing.place.within(start, end), written=text[start:end], right=right)


def _is_quoted(place: Place) -> bool:
    """A decision's title and the names in it are as the decision writes them."""
    return place.file.endswith("/basutbud.yaml") and place.path[-1] in ("title", "name")
