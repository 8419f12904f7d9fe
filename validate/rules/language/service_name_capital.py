"""E-tjänster with a capital inside a sentence, as if it were a name."""

import re
from collections.abc import Iterator

from schema.workspace import Workspace
from validate.facts.prose import prose_for_residents
from validate.rule import Finding, Words, found, rule

_CAPITAL = re.compile(r"(?<=[\w,;%] )(?:E-[tT]|e-T)jänst[a-zåäö]*(?![\w-])")


@rule(
    "warning",
    sv=Words(
        title="Stor bokstav i e-tjänster",
        message="”{written}” har stor bokstav inne i en mening.",
        reason="E-tjänster är ett vanligt ord och inget namn. Namnet på tjänsten är 1177.",
        advice="Skriv ”{right}”.",
    ),
    en=Words(
        title="Capital in e-tjänster",
        message="“{written}” has a capital letter inside a sentence.",
        reason="E-tjänster is an ordinary word and no name. The name of the service is 1177.",
        advice="Write “{right}”.",
    ),
    source="1177, Kommunikationsriktlinjer när du skriver för vårdpersonal",
    good="""
-- units/vc.yaml --
settings:
  information: E-tjänster är gratis. Logga in i 1177 e-tjänster.
""",
    bad="""
-- units/vc.yaml --
settings:
  information: E-tjänster är gratis. Logga in i 1177 E-tjänster.  # <-- service-name-capital
""",
)
def service_name_capital(workspace: Workspace) -> Iterator[Finding]:
    for prose in prose_for_residents(workspace):
        if "-tjänst" in prose.own.lower():
            for match in _CAPITAL.finditer(prose.own):
                right = match[0].lower()
                for place in prose.places:
                    yield found(place.within(*match.span()), replacement=right, written=match[0], right=right)
