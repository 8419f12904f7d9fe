"""A text that tells an answer time or a cancellation limit that nobody has set."""

from collections.abc import Iterator

from schema.offers import Offer
from schema.places import Place, Related
from schema.workspace import Workspace
from validate.facts.offering import offers_meant
from validate.facts.shown import ShownBy
from validate.rule import Finding, Words, rule

_FIELDS = {"svarstid": "promise", "avbokningsgrans": "cancellation_limit"}


@rule(
    "error",
    sv=Words(
        title="Platshållare utan löfte",
        message="Texten använder {{{name}}}, men det finns {lacks} att sätta in.",
        reason="Utan uppgiften skulle invånaren se klamrarna och namnet där tiden ska stå.",
        advice="Lägg till {key} i ärendetypen eller i region.yaml, eller skriv texten utan {{{name}}}.",
        phrases={
            "lacks": {"svarstid": "ingen svarstid", "avbokningsgrans": "ingen avbokningsgräns"},
        },
    ),
    en=Words(
        title="Placeholder without a promise",
        message="The text uses {{{name}}}, but there is {lacks} to put in.",
        reason="Without it residents would see the braces and the name where the time should stand.",
        advice="Add {key} in the case type or in region.yaml, or write the text without {{{name}}}.",
        phrases={
            "lacks": {"svarstid": "no answer time", "avbokningsgrans": "no cancellation limit"},
        },
    ),
    source="basutbud, konfigurationsformatet",
    good="""
-- casetypes/kontakta-mig.yaml --
extends: kontakta-mig
description: Avboka senast {avbokningsgrans} före besöket.
cancellation_limit: 24 h
""",
    bad="""
-- casetypes/kontakta-mig.yaml --
extends: kontakta-mig
description: Avboka senast {avbokningsgrans} före besöket.  # <-- promise-placeholder-without-promise
""",
    mandatory=True,
)
def promise_placeholder_without_promise(workspace: Workspace) -> Iterator[Finding]:
    lacking = list(_lacking(workspace))
    texts: dict[tuple[str, str], set[Place]] = {}
    for offer, name, used in lacking:
        texts.setdefault((offer.tree.id, name), set()).add(used)
    for offer, name, used in lacking:
        # What several texts of a region lack is what the region was to say.
        yield _finding(offer, name, used, is_of_region=len(texts[offer.tree.id, name]) > 1)


def _lacking(workspace: Workspace) -> Iterator[tuple[Offer, str, Place]]:
    """Each offer that shows a placeholder which it has no value for, with where the placeholder stands."""
    shown_by = workspace.once(ShownBy)
    for unit, offer in offers_meant(workspace):
        # Without its region's file it is not known what an offer inherits.
        if unit.tree.region is None:
            continue
        for name, field in _FIELDS.items():
            if field not in offer.base.values and getattr(offer.entry, field, None) is None:
                shown = shown_by.texts(offer)
                if name in shown.uses:
                    yield offer, name, shown.first(name)


def _finding(offer: Offer, name: str, used: Place, *, is_of_region: bool) -> Finding:
    """At the text, where the author of the region may change it; a national text is for the region to make true."""
    words = {"name": name, "lacks": name, "key": _FIELDS[name]}
    if used.file.startswith(offer.tree.path("")) and not is_of_region:
        return Finding(used, words, unit=offer.unit.file_id if used.file != offer.unit.file else None)
    at = Place(offer.tree.path("region.yaml"), (_FIELDS[name],))
    limits = offer.tree.region.cancellation_limit if offer.tree.region is not None else None
    if name == "avbokningsgrans" and limits is not None and limits.model_fields_set:
        at = at.at(offer.unit.care_level)
    return Finding(at, words, (Related("used-here", used),), offer.unit.file_id)
