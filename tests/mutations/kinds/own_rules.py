"""Rules that a region makes for itself, made wrong."""

from collections.abc import Iterator

from ..kind import Places, declare
from ..sheets import Fault, Sheet
from ..tree import Tree

_RULE = """- id: skriv-mottagning
  severity: warning
  forbid: klini*
  title: Skriv mottagning
  message: Skriv mottagning i stället för klinik.
  reason: Invånaren letar efter ordet mottagning på 1177.
  source: Regionens redaktion, exempel
  examples:
    right: [Ring mottagningen.]
    wrong: [Ring kliniken.]
"""


def _added(old: str, new: str, seen: str) -> Places:
    """A rule for each region, before one of its own or alone, with something in it written otherwise."""

    def places(tree: Tree) -> Iterator[Fault]:
        for region in tree.regions:
            path = f"regions/{region}/rules.yaml"
            sheet = tree.sheets.get(path) or Sheet(path, "")
            starts = [item.start - 2 for item in sheet.below() if item.form == "mapping"] if sheet.text else []
            for start in [*starts, len(sheet.text)]:
                text = _RULE.replace(old, new)
                yield sheet.write(start, start, text, seen)

    return places


declare(
    "own rule with the id of another", "own-rule-id-taken", _added("skriv-mottagning", "legacy-brand", "legacy-brand")
)
declare(
    "own rule that misses its example", "own-rule-example-fails", _added("Ring kliniken.", "Ring oss.", "Ring oss.")
)
declare(
    "own rule that finds what is right",
    "own-rule-example-fails",
    _added("mottagningen.", "klinikern.", "Ring klinikern."),
)
declare("own rule for too much", "own-rule-too-general", _added("klini*", "[klini*, kl*]", "kl*"))
declare("own rule that demands nothing", "own-rule-demand", _added("  forbid: klini*\n", "", "skriv-mottagning"))
