"""What a case type keeps the layers below from, in words."""

from collections.abc import Iterable, Iterator

from generator.site.page import Row
from generator.site.wording.phrases import capital, joined
from generator.site.wording.words import FIELD
from schema.layers import Layer

_BY = {"national": ("i den nationella mallen", "Regioner, grupper och mottagningar")}
_BY_REGION = ("av regionen", "Grupper och mottagningar")
_SAID = {
    "locked": ("Låst", "får inte ändra"),
    "stricter_only": ("Bara strängare, bestämt", "får skärpa men inte mildra"),
}


def guard_rows(layers: Iterable[Layer]) -> Iterator[Row]:
    """The fields that each layer guards; a unit's own case type has nothing below it to guard against."""
    for layer in layers:
        where, whom = _BY.get(layer.name, _BY_REGION)
        for kind, (verb, may) in _SAID.items():
            fields = dict.fromkeys(getattr(layer.node, kind, ()))
            if fields and layer.name != "local":
                yield Row(f"{verb} {where}", f"{capital(joined(FIELD[field] for field in fields))}. {whom} {may}.")
