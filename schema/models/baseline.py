"""The baseline: findings from before, which are counted and stop nothing until they are mended."""

from typing import Annotated

from pydantic import Field

from schema.models.base import FileNode
from schema.models.values import Id, Line, PositiveCount, ValueDigest


class OldFinding(FileNode):
    """Ett gammalt fel, som fanns när regionen började använda regeln."""

    rule: Id = Field(title="Regel", description="Regelns id.")
    object: Line = Field(
        title="Var", description="Filen i regionens mapp, # och vägen till värdet: terms/x.yaml#points/svarstid/text."
    )
    value: ValueDigest = Field(title="Värde", description="Kontrollsumma av värdet: ändras värdet gäller felet igen.")
    times: PositiveCount = Field(1, title="Antal", description="Hur många gånger felet finns på samma plats.")


Baseline = Annotated[tuple[OldFinding, ...], Field(strict=False)]
