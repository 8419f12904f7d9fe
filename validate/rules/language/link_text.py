"""Words for a link that do not say where it leads, or a bare web address in their place."""

import re
from collections.abc import Iterator
from functools import cache

from schema.workspace import Workspace
from validate.facts.prose import prose_for_residents
from validate.rule import Finding, Words, found, rule

_PHRASE = re.compile(
    r"(?<![\w-])(?:"
    r"klicka(?:r|t)? här|läs(?:er)? mer här"
    r"|(?:klicka(?:r|t)? på|följ(?:er)?|tryck(?:er)? på) länken(?: här| nedan)?(?=\s*(?:[.,:;!?)]|$|för\b))"
    r"|(?:tryck|du trycker) här(?=\s*(?:[.,:;!?)]|$|för\b|om\b|så\b))"
    r")(?![\w-])",
    re.IGNORECASE | re.MULTILINE,
)
_ALONE = re.compile(
    r"(?:^|(?<=[.!?:]\s))(?:läs|se|visa) mer(?=\s*(?:[.!…>»→]|$))|(?<=[(])läs mer(?=[)])", re.IGNORECASE | re.MULTILINE
)
_BARE = re.compile(
    # In the tag or the brackets of a link it is markup, which is a rule of its own.
    r"(?<!\w)(?<!=[\"'])(?<!\]\()(?:https://[^\s\"”“»«<>]+|(?<!/)www\.[^\s\"”“»«<>/]+/[^\s\"”“»«<>]+)",
    re.IGNORECASE,
)
_AFTER = ".,;:!?)]'’"


@rule(
    "warning",
    sv=Words(
        title="Länktext som inte säger vart",
        message="”{written}” {fault}.",
        reason="Den som får texten uppläst hör ofta bara länkarna. Då behöver varje länk själv säga vart den leder.",
        advice="Skriv vad sidan handlar om och vilken webbplats den finns på, till exempel ”Läkemedel, 1177.se”.",
        phrases={"fault": {"vague": "säger inte vart länken leder", "bare": "är en adress i stället för en länktext"}},
    ),
    en=Words(
        title="Link text that does not say where",
        message="“{written}” {fault}.",
        reason="Who has the text read aloud often hears the links alone. Then each must say by itself where it leads.",
        advice="Write what the page is about and which site it is on, for example “Läkemedel, 1177.se”.",
        phrases={"fault": {"vague": "does not say where the link leads", "bare": "is an address in place of a text"}},
    ),
    source="Region Jönköpings län, Villkorstexter e-tjänster (länktexter slutar med webbplatsens namn). Egen slutsats "
    "av WCAG 2.1, som lagen om tillgänglighet till digital offentlig service hänvisar till",
    good="""
-- units/vc.yaml --
settings:
  information: Läs mer om hur du förbereder dig på 1177.se. Råd om läkemedel, 1177.se.
""",
    bad="""
-- units/vc.yaml --
settings:
  information: Klicka här för att boka.  # <-- link-text
  opening_hours: Öppettiderna finns på https://www.1177.se/lang/path nu.  # <-- link-text
""",
)
def link_text(workspace: Workspace) -> Iterator[Finding]:
    for prose in prose_for_residents(workspace):
        for start, end, fault in _vague(prose.own) + _bare(prose.text):
            for place in prose.places:
                yield found(place.within(start, end), written=prose.text[start:end], fault=fault)


@cache
def _vague(own: str) -> tuple[tuple[int, int, str], ...]:
    lowered = own.lower()
    if " mer" not in lowered and " här" not in lowered and "länk" not in lowered:
        return ()
    return tuple((*match.span(), "vague") for pattern in (_PHRASE, _ALONE) for match in pattern.finditer(own))


@cache
def _bare(text: str) -> tuple[tuple[int, int, str], ...]:
    """The bare addresses among other words; a text that is nothing but an address is the value of a placeholder."""
    lowered = text.lower()
    if "https://" not in lowered and "www." not in lowered:
        return ()
    found = [(match.start(), match[0].rstrip(_AFTER)) for match in _BARE.finditer(text)]
    return tuple((start, start + len(written), "bare") for start, written in found if written != text.strip())
