"""A terms text without the way to 112 and 1177, in a region that requires it."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import PurePosixPath

from schema.models.texts import PointsTerms
from schema.offers import Offer
from schema.places import At, Related
from schema.workspace import RegionTree, Workspace
from validate.rule import Finding, Words, found, rule

_NOT_A_PLACE = r"(?<!\brum )(?<!\bsal )(?<!\bkod )(?<!\bkoden )(?<!\bport )(?<!\bdörr )(?<!avdelning )(?<!\bplan )"
_ALONE = r"(?:(?<![\w/+#-])(?<!\d[.,:])(?<!\d )|(?<=\b112/)|(?<=\b1177/))"
_AFTER = r"(?!\w|/(?!112\b|1177\b)|-\w|[.,:]\w| ?\d| (?:kr|kronor|mg|ml|dagar|personer|platser|procent)\b)"
_EMERGENCY = re.compile(rf"{_NOT_A_PLACE}{_ALONE}112{_AFTER}")
_ADVICE = re.compile(rf"{_NOT_A_PLACE}{_ALONE}1177{_AFTER}(?! (?:vårdguidens )?e-tjänst)", re.IGNORECASE)


@rule(
    "error",
    sv=Words(
        title="Hänvisning vid akuta behov saknas",
        message="Villkorstexten ”{terms}” hänvisar inte till {lacks}.",
        reason="Ett ärende läses först när någon hinner. Den som behöver hjälp direkt måste få veta vart.",
        advice="{remedy} ”Ring 112 om det är akut. Ring 1177 för råd om vård.”",
        phrases={
            "lacks": {"both": "112 och 1177", "112": "112", "1177": "telefonnumret 1177"},
            "remedy": {
                "own": "Lägg till en punkt, till exempel",
                "national": "Texten är nationell. Skriv en egen i mappen terms och ange den i regionens ärendetyp, "
                "med en punkt som säger till exempel",
            },
        },
    ),
    en=Words(
        title="Referral for urgent needs missing",
        message="The terms text “{terms}” does not refer to {lacks}.",
        reason="A case is read when somebody has the time. Who needs help at once must be told where to call.",
        advice="{remedy} “Ring 112 om det är akut. Ring 1177 för råd om vård.”",
        phrases={
            "lacks": {"both": "112 and 1177", "112": "112", "1177": "the telephone number 1177"},
            "remedy": {
                "own": "Add a point, for example",
                "national": "The text is national. Write one of your own in the folder terms and name it in the "
                "region's case type, with a point that says for example",
            },
        },
    ),
    source="Regionens policy. Numren: ”112 eller 1177”, Landstinget Dalarna. Egen slutsats: att texten ska ha dem, "
    "eftersom ingen källa kräver det av alla",
    good="""
-- region.yaml --
policy: {emergency_referral: required, illustrative: true}
-- casetypes/kontakta-mig.yaml --
extends: kontakta-mig
terms: kontakta-mig
-- terms/kontakta-mig.yaml --
layout: points
status: approved
approved: {on: 2026-03-01, by: redaktionen}
version: 1
points:
  - {id: om, text: "Be oss ringa dig. Ring 1177 för råd, eller 112 om det är akut."}
  - {id: svarstid, text: "Du får svar inom {svarstid}."}
""",
    bad="""
-- region.yaml --
policy: {emergency_referral: required, illustrative: true}
-- casetypes/kontakta-mig.yaml --
extends: kontakta-mig
terms: kontakta-mig
-- terms/kontakta-mig.yaml --
layout: points
status: approved
approved: {on: 2026-03-01, by: redaktionen}
version: 1
points:  # <-- emergency-referral-missing
  - {id: om, text: "Be oss ringa dig från 031-112 00 00. Logga in på 1177.se."}
  - {id: svarstid, text: "Du får svar inom {svarstid}."}
""",
)
def emergency_referral_missing(workspace: Workspace) -> Iterator[Finding]:
    for tree in workspace.regions.values():
        if tree.region is not None and tree.region.policy.emergency_referral == "required":
            required = Related("required-here", tree.region.at("policy", "emergency_referral"))
            for offer in tree.offers():
                if offer.active and offer.base.kind == "form":
                    yield from _without(offer, tree, required)


def _without(offer: Offer, tree: RegionTree, required: Related) -> Iterator[Finding]:
    terms = offer.terms()
    if not isinstance(terms, PointsTerms):
        return
    lacks = _lacks(tuple(point.text for point in terms.points))
    if lacks and offer.get("extra_points"):
        lacks = _lacks(tuple(point.text for point in (*terms.points, *offer.get("extra_points"))))
    if lacks:
        is_own, points = terms.file.startswith(tree.path("")), terms.at("points").key()
        yield found(
            points if is_own else _for_region(offer, tree, required),
            required,
            *(() if is_own else (Related("used-here", points),)),
            unit=offer.unit.file_id,
            objects={} if is_own else {"casetype": offer.id},
            terms=PurePosixPath(terms.file).stem,
            lacks=lacks,
            remedy="own" if is_own else "national",
        )


def _for_region(offer: Offer, tree: RegionTree, required: Related) -> At:
    """Where a text of the region's own can be named instead of the national one, or what all such texts fail."""
    casetype = tree.casetypes.get(offer.id)
    if casetype is not None:
        return casetype.at("extends").key()
    return offer.place.key() if offer.base.governance == "local" else required.at


@cache
def _lacks(texts: tuple[str, ...]) -> str:
    lacking = [
        number
        for number, pattern in (("112", _EMERGENCY), ("1177", _ADVICE))
        if not any(pattern.search(text) for text in texts)
    ]
    return "both" if len(lacking) == 2 else "".join(lacking)
