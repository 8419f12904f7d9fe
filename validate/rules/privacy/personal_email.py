"""An e-mail address at a service for private persons, also in a comment or a list."""

import re
from collections.abc import Callable, Iterator

from schema.places import At
from schema.workspace import Workspace
from validate.facts.mail_and_web import PRIVATE_ADDRESS, email_addresses
from validate.facts.remarks import remarks
from validate.rule import Finding, Words, found, rule

_GATE = re.compile(rb"@[A-Za-z]")


@rule(
    "error",
    sv=Words(
        title="Privat e-postadress",
        message="Adressen hör till {domain}, där privatpersoner har sin e-post.",
        reason="En privat adress är en personuppgift, och det som rör vården får inte hamna i någons egen brevlåda.",
        advice="Skriv verksamhetens funktionsbrevlåda i stället, eller ta bort adressen.",
    ),
    en=Words(
        title="Private e-mail address",
        message="The address is one at {domain}, where private persons have their mail.",
        reason="A private address is personal data, and nothing about care may end up in somebody's own mailbox.",
        advice="Write the unit's function mailbox instead, or take the address away.",
    ),
    source="Egen slutsats: privata adresser är personuppgifter. VGR Vårdgivarwebben, Manualer (använd "
    "funktionsbrevlådor)",
    good="""
-- units/vc.yaml --
settings:
  notifications: {emails: [vardcentralen@region.example]}
  information: Skriv till vardcentralen@region.example om du vill ordna ett studiebesök.
""",
    bad="""
-- units/vc.yaml --
# Fråga exempelsson@yahoo.de om texterna.  # <-- personal-email
settings:
  notifications: {emails: [vardcentralen@gmail.com]}  # <-- personal-email
  information: Skriv till vardcentralen@hotmail.se om du vill ordna ett studiebesök.  # <-- personal-email
""",
    mandatory=True,
)
def personal_email(workspace: Workspace) -> Iterator[Finding]:
    for address, place in email_addresses(workspace):
        yield from _in_text(address, place.within)
    for text, writings in workspace.texts.items():
        for writing in writings if "@" in text else ():
            yield from _in_text(text, writing.place.within)
    for remark in remarks(workspace, _GATE):
        yield from _in_text(remark.text, remark.at)


def _in_text(text: str, at: Callable[[int, int], At]) -> Iterator[Finding]:
    for match in PRIVATE_ADDRESS.finditer(text):
        yield found(at(*match.span()), domain=match[1].lower())
