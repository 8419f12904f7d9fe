"""The e-mail address of one person on the staff, also in a comment or a list."""

import re
from collections.abc import Callable, Iterator

from schema.places import At
from schema.workspace import Workspace
from validate.facts.mail_and_web import PRIVATE_ADDRESS
from validate.facts.remarks import remarks
from validate.rule import Finding, Words, found, rule
from validate.wording.addresses import let_through, looks_personal

_GATE = re.compile(rb"@[A-Za-z]")
_ADDRESS = re.compile(r"(?<![\w.+%'-])[\w.+%'-]+@[\w-]+(?:\.[\w-]+)+")


@rule(
    "warning",
    sv=Words(
        title="En medarbetares e-postadress",
        message="Adressen ser ut att gå till en person och inte till en funktion.",
        reason="Adressen är en personuppgift. När personen är borta eller har slutat får den som skriver inget svar, "
        "och det som rör vården kan hamna i någons egen inkorg.",
        advice="Skriv verksamhetens funktionsbrevlåda i stället, eller hänvisa till 1177. Hör adressen ändå till en "
        "funktion {let_through}.",
        phrases={
            "let_through": {
                "waiver": "räcker ett undantag i waivers.yaml",
                "rule": "kan regionen göra regeln mildare under rules i region.yaml",
            }
        },
    ),
    en=Words(
        title="The e-mail address of one on the staff",
        message="The address looks like a person's and not like a function's.",
        reason="The address is personal data. When that person is away or has left nobody answers, and what is about "
        "care may end up in somebody's own inbox.",
        advice="Write the unit's function mailbox instead, or refer to 1177. If the address belongs to a function "
        "after all, {let_through}.",
        phrases={
            "let_through": {
                "waiver": "a waiver in waivers.yaml is enough",
                "rule": "the region can make the rule milder under rules in region.yaml",
            }
        },
    ),
    source="Egen slutsats: adresser till enskilda är personuppgifter. VGR Vårdgivarwebben, Manualer (använd "
    "funktionsbrevlådor)",
    good="""
-- units/vc.yaml --
settings:
  information: Skriv till vardcentralen@region.example om du vill ordna ett studiebesök.
""",
    bad="""
-- units/vc.yaml --
# Fråga eva.exempelsson@region.example om texterna.  # <-- staff-email
settings:
  information: Skriv till anna.exempelsson@region.example om du vill ordna ett studiebesök.  # <-- staff-email
""",
)
def staff_email(workspace: Workspace) -> Iterator[Finding]:
    for tree in workspace.regions.values():
        if tree.region is not None and tree.region.administration.email is not None:
            yield from _in_text(tree.region.administration.email, tree.region.at("administration", "email").within)
    for text, writings in workspace.texts.items():
        for writing in writings if "@" in text else ():
            yield from _in_text(text, writing.place.within)
    for remark in remarks(workspace, _GATE):
        yield from _in_text(remark.text, remark.at)


def _in_text(text: str, at: Callable[[int, int], At]) -> Iterator[Finding]:
    for match in _ADDRESS.finditer(text):
        # One at a private service is personal-email's to tell of.
        if looks_personal(match[0]) and not PRIVATE_ADDRESS.match(match[0]):
            place = at(*match.span())
            yield found(place, let_through=let_through(place.file))
