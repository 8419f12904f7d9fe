"""An address that begins with http:// in a text."""

import re
from collections.abc import Iterator
from datetime import date

from schema.workspace import Workspace
from validate.rule import Finding, Words, found, rule

_INSECURE = re.compile(r"(?<![A-Za-z0-9])http://[^\s<>\"”“»«{}|]*", re.IGNORECASE)
_AFTER = ".,;:!?)]'’"


@rule(
    "warning",
    sv=Words(
        title="Osäker adress",
        message="”{written}” är en adress utan kryptering.",
        reason="Den som besöker en sådan adress kan bli avlyssnad eller få en förfalskad sida.",
        advice="Skriv adressen med https:// när du har provat att den fungerar.",
    ),
    en=Words(
        title="Insecure address",
        message="“{written}” is an address without encryption.",
        reason="Whoever visits such an address may be listened to, or be given a forged page.",
        advice="Write the address with https:// when you have tried that it works.",
    ),
    source="Egen slutsats: konfigurationsformatet tar bara adresser med https, och texterna ska inte lova mindre",
    good="""
-- casetypes/kontakta-mig.yaml --
extends: kontakta-mig
source: Beslutet finns på https://region.example/beslut
""",
    bad="""
-- casetypes/kontakta-mig.yaml --
extends: kontakta-mig
source: Beslutet finns på http://region.example/beslut  # <-- insecure-address
""",
    error_from=date(2027, 7, 1),
)
def insecure_address(workspace: Workspace) -> Iterator[Finding]:
    for text, writings in workspace.texts.items():
        for match in _INSECURE.finditer(text) if "://" in text else ():
            written = match[0].rstrip(_AFTER)
            for writing in writings:
                yield found(writing.place.within(match.start(), match.start() + len(written)), written=written)
